//! Mistakes that headers show by themselves.

use cors_engine::Scenario;
use cors_engine::scenario::{Answer, Hop, PreflightAnswer, lines};
use cors_fix::mistakes;

/// What is said of these lines on the answer to the preflight, and to the request.
fn said(preflight: &[(&str, &str)], response: &[(&str, &str)]) -> Vec<String> {
    let mut scenario = Scenario::new("https://api.example/");
    scenario.hops = vec![Hop {
        preflight: Some(PreflightAnswer {
            status: "204".to_owned(),
            headers: lines(preflight),
        }),
        response: Some(Answer {
            headers: lines(response),
            ..Answer::default()
        }),
    }];
    mistakes(&scenario)
        .into_iter()
        .map(|it| it.sentence)
        .collect()
}

#[test]
fn each_mistake_says_what_to_write() {
    const ORIGIN: &str = "Access-Control-Allow-Origin";
    const COOKIES: (&str, &str) = ("Access-Control-Allow-Credentials", "true");
    let rows: &[(&[(&str, &str)], &str)] = &[
        (
            &[("Access-Control-Allow-Origins", "*")],
            "Write Access-Control-Allow-Origin.",
        ),
        (&[(ORIGIN, "https://app.example/")], "without a slash"),
        (&[(ORIGIN, "https://app.example/path")], "without a slash"),
        (&[(ORIGIN, "https://app.example:443")], "default port"),
        (&[(ORIGIN, "http://app.example:80")], "default port"),
        (&[(ORIGIN, "https://App.example")], "lower case"),
        (
            &[(ORIGIN, "https://a.example, https://b.example")],
            "a list matches nobody",
        ),
        (&[(ORIGIN, "https://*.app.example")], "no patterns"),
        (&[(ORIGIN, "app.example")], "begins with its scheme"),
        (&[(ORIGIN, "null")], "every sandboxed frame"),
        (&[(ORIGIN, "https://b\u{fc}cher.example")], "Punycode"),
        (&[(ORIGIN, "*"), COOKIES], "`*` never counts"),
        (
            &[(ORIGIN, "http://app.example"), COOKIES],
            "https origins only",
        ),
        (
            &[("Access-Control-Allow-Credentials", "True")],
            "in lower case",
        ),
        (
            &[("Access-Control-Allow-Credentials", "false")],
            "leave the header out",
        ),
        (&[("Access-Control-Allow-Methods", "PUT")], "preflight only"),
        (
            &[("Access-Control-Expose-Headers", "Set-Cookie")],
            "No script ever sees",
        ),
        (
            &[("Access-Control-Expose-Headers", "*"), COOKIES],
            "only a name",
        ),
    ];
    for (response, wanted) in rows {
        let said = said(&[], response);
        assert!(
            said.iter().any(|it| it.contains(wanted)),
            "{response:?}: {said:?}"
        );
    }
    let rows: &[(&[(&str, &str)], &str)] = &[
        (
            &[("Access-Control-Allow-Methods", "GET; POST")],
            "commas between the methods",
        ),
        (&[("Access-Control-Allow-Methods", "patch")], "in capitals"),
        (
            &[("Access-Control-Allow-Methods", "TRACE")],
            "No page can send",
        ),
        (
            &[("Access-Control-Allow-Methods", "*"), COOKIES],
            "only a name",
        ),
        (
            &[("Access-Control-Allow-Headers", "X A")],
            "commas between the names",
        ),
        (
            &[("Access-Control-Allow-Headers", "Cookie")],
            "only the browser sets",
        ),
        (
            &[("Access-Control-Allow-Headers", ORIGIN)],
            "A header of answers",
        ),
        (&[("Access-Control-Max-Age", "-1")], "no whole number"),
        (
            &[("Access-Control-Max-Age", "99999999999")],
            "longer than a day",
        ),
        (
            &[("Access-Control-Expose-Headers", "X-A")],
            "answer to the request only",
        ),
        (&[(ORIGIN, "*"), (ORIGIN, "*")], "two such lines"),
    ];
    for (preflight, wanted) in rows {
        let said = said(preflight, &[]);
        assert!(
            said.iter().any(|it| it.contains(wanted)),
            "{preflight:?}: {said:?}"
        );
    }
}

#[test]
fn what_is_right_is_left_alone() {
    let preflight = [
        ("Access-Control-Allow-Origin", "https://app.example"),
        ("Access-Control-Allow-Credentials", "true"),
        ("Access-Control-Allow-Methods", "PUT, DELETE"),
        ("Access-Control-Allow-Headers", "Content-Type, x-id"),
        ("Access-Control-Max-Age", "600"),
        ("Vary", "Origin"),
    ];
    let response = [
        ("Access-Control-Allow-Origin", "http://localhost:3000"),
        ("Access-Control-Allow-Credentials", "true"),
        ("Access-Control-Expose-Headers", "X-Total-Count"),
        ("Content-Type", "text/html"),
    ];
    assert_eq!(said(&preflight, &response), Vec::<String>::new());
}

#[test]
fn a_header_of_answers_on_the_request_is_told() {
    let mut scenario = Scenario::new("https://api.example/");
    scenario.request.headers = lines(&[("Access-Control-Allow-Origin", "*")]);
    let found = mistakes(&scenario);
    assert_eq!(found.len(), 1);
    assert!(found[0].sentence.contains("a header of answers"));
}
