//! What goes along and may be a secret is told; what is ordinary is not.

use expect_test::expect;

use super::*;
use crate::share::along::along;
use crate::share::told::scenario_of;

#[track_caller]
fn check(fragment: &str, wanted: &[&str]) {
    let masked = cors_link::with_masks(&scenario_of(fragment));
    assert_eq!(along(&masked), wanted, "{fragment}");
}

#[test]
fn headers_that_are_named_as_keys() {
    for name in [
        "X-Api-Key",
        "apikey",
        "X-Auth-Token",
        "X-CSRF-Token",
        "X-Goog-Signature",
        "Session-Id",
    ] {
        let wanted = format!("header {name}");
        check(&format!("v=1&header={name}:%20abc"), &[&wanted]);
    }
    for name in [
        "Accept",
        "Idempotency-Key",
        "X-Author",
        "X-Keyboard",
        "X-Max-Tokens",
        "X-Requested-With",
    ] {
        check(&format!("v=1&header={name}:%20abc"), &[]);
    }
    // Those that are left out are told elsewhere; those that somebody has taken out are gone.
    check("v=1&header=Authorization:%20Bearer%20abc", &[]);
    check("v=1&header=X-Api-Key:%20***&header=X-Token:%20", &[]);
}

#[test]
fn what_is_in_an_address() {
    check(
        "v=1&url=https://api.example/?page=2%26api_key=abc",
        &["query parameter api_key"],
    );
    check(
        "v=1&url=/%23access_token=abc",
        &["query parameter access_token"],
    );
    check(
        "v=1&page=https://ada:lovelace@app.example/",
        &["what stands before @ in an address"],
    );
    check(
        "v=1&status=302&res-header=Location:%20https://app.example/?idToken=abc",
        &["query parameter idToken"],
    );
    check("v=1&url=https://api.example/@ada//b@c?token=%26key", &[]);
}

#[test]
fn what_a_link_leaves_out_does_not_go_along() {
    for value in ["Bearer%20abc", "Bearer%20%E2%80%9Cabc%E2%80%9D", "a%00"] {
        check(&format!("v=1&header=Authorization:%20{value}"), &[]);
    }
}

#[test]
fn a_token_is_known_by_its_looks() {
    let token = "eyJhbGciOi.eyJzdWIi.c2lnbmF0";
    check(&format!("v=1&header=X-Foo:%20{token}"), &["header X-Foo"]);
    check("v=1&header=X-Foo:%20bearer%20abc", &["header X-Foo"]);
    check(
        &format!("v=1&url=/a/{token}/b"),
        &["what looks like a token"],
    );
    check(
        &format!("v=1&res-body=%22{token}%22"),
        &["what looks like a token"],
    );
    check(
        &format!("v=1&header=Authorization:%20Bearer%20{token}"),
        &[],
    );
    for ordinary in [
        "header=X-Foo:%20Bearer",
        "header=X-Foo:%20Bearer%20***",
        "url=/eyJhbGciOi.eyJzdWIi",
        "url=/eyJ.eyJ.a.b",
        "url=https://eyjafjalla.example.com/",
        "res-header=WWW-Authenticate:%20Bearer",
    ] {
        check(&format!("v=1&{ordinary}"), &[]);
    }
}

#[test]
fn what_is_in_a_body() {
    let json = "%7B%22user%22:%22ada%22,%22refreshToken%22%20:%20%22abc%22%7D";
    check(&format!("v=1&body={json}"), &["refreshToken in a body"]);
    check(&format!("v=1&res-body={json}"), &["refreshToken in a body"]);
    check(
        "v=1&method=POST&body=user=ada%26password=lovelace",
        &["password in a body"],
    );
    check("v=1&body=%7B%22otp%22:%20123456%7D", &["otp in a body"]);
    for ordinary in [
        "%7B%22otp%22:123,%22pwd%22:null,%22session%22:%7B%22sid%22:1%7D%7D",
        "%7B%22token%22:%22%22,%22password%22:%22***%22%7D",
        "%7B%22max_tokens%22:100,%22a%22:%22token%22%7D",
        "the%20token%20is%20missing",
    ] {
        check(&format!("v=1&body={ordinary}"), &[]);
    }
}

#[test]
fn what_an_answer_gives() {
    check(
        "v=1&res-header=Set-Cookie:%20sid=f3a9b2c81d;%20Secure",
        &["cookie sid"],
    );
    check("v=1&res-header=Set-Cookie:%20sid=1;%20HttpOnly", &[]);
    check(
        "v=1&res-header=Access-Control-Allow-Credentials:%20true&pre=204&pre-header=Access-Control-Allow-Headers:%20X-Api-Key",
        &[],
    );
}

#[test]
fn all_sends_are_looked_at_and_each_name_is_told_once() {
    check(
        "v=1&header=X-Api-Key:%20a&then=1&header=X-Api-Key:%20b&url=/?sig=c",
        &["header X-Api-Key", "query parameter sig"],
    );
}

#[test]
fn the_course_alarms_only_where_it_has_passwords() {
    let mut alarming = Vec::new();
    for (name, text) in files() {
        let scenario: Scenario = serde_json::from_str(&text).expect("the course has read it");
        for what in along(&cors_link::with_masks(&scenario)) {
            let file = name.rsplit_once('/').expect("a path").1;
            alarming.push(format!("{file}: {what}"));
        }
    }
    expect![[r#"
        card-login-unreadable.json: password in a body
        credentials-in-redirect.json: what stands before @ in an address
        interview-login.json: password in a body"#]]
    .assert_eq(&alarming.join("\n"));
    assert_eq!(along(&Scenario::opening()), [""; 0]);
}

#[test]
fn it_takes_whatever_is_typed_and_stays_short() {
    let mut scenario = Scenario::opening();
    for text in hostile::TEXTS {
        scenario.request.headers.push((text.into(), text.into()));
        scenario.request.url = format!("https://{text}@a/?{text}token={text}");
        scenario.request.body = Some(format!("{text}\"{text} token\":\"{text}\""));
        let told = along(&scenario);
        assert!((1..=7).contains(&told.len()), "{text:?}: {told:?}");
    }
    let long = |number: usize| (format!("{number}{}-Token", "é".repeat(90)), "a".to_owned());
    scenario.request.headers = (0..100).map(long).collect();
    let told = along(&scenario);
    assert_eq!(told.len(), 7, "{told:?}");
    assert_eq!(told[6], "more of the kind");
    assert!(
        told.iter().all(|it| it.chars().count() < 60),
        "nothing is long: {told:?}"
    );
}

#[test]
fn a_link_is_told_with_what_goes_along() {
    let about = super::super::about("v=1&header=X-Api-Key:%20abc&url=/?%22token=a");
    let wanted = r#""along":["query parameter \"token","header X-Api-Key"]"#;
    assert!(about.contains(wanted), "{about}");
}
