//! Who else asks: curl, and a development proxy in the browser's stead.

use cors_engine::scenario::{Api, Hop, RedirectMode};
use expect_test::expect;

use super::*;

/// What a browser would withhold, asked by curl.
fn by_curl() -> Scenario {
    let mut scenario = preflighted();
    let request = &mut scenario.request;
    request.api = Api::Curl;
    request.credentials = Api::Curl.default_credentials(request.mode);
    request.headers = lines(&[("Origin", "https://me.example")]);
    scenario
}

/// A page whose own server forwards.
fn proxied() -> Scenario {
    let mut scenario = answered(&[("Content-Type", "text/plain")]);
    scenario.page.url = "http://localhost:5173/".into();
    scenario.page.proxy = "https://api.backend.com".into();
    scenario.request.url = "/users?a".into();
    scenario
}

fn transcript(scenario: &Scenario) -> String {
    view(scenario).wire.transcript().join("\n")
}

#[test]
fn nothing_stands_between_curl_and_the_answer() {
    let scenario = by_curl();
    expect![[r#"
        Terminal to curl: curl.
        curl to server: PUT /users; Origin: https://me.example; cookies: none but those that are typed; handler ran; may have changed data.
        Server to curl: 200 OK; Access-Control-Allow-Origin: *; Content-Type: text/plain; X-Secret: 1.
        curl to terminal: the answer."#]].assert_eq(&transcript(&scenario));
    let view = view(&scenario);
    assert_eq!(
        lanes(&view),
        [
            (Tone::Allow, "Sent", "curl asks nobody first"),
            (Tone::Allow, "Ran", "answered 200; may have changed data"),
            (Tone::Allow, "Yes", "to curl nothing is withheld"),
        ]
    );
    assert_eq!(view.wire.page, "Terminal");
    let rules: Vec<&str> = view.steps.iter().map(|step| step.rule).collect();
    assert_eq!(rules, ["client-is-browser", "server-answered"]);
    assert_eq!(*view.effects, []);
    assert_eq!(*view.dissents, []);
}

#[test]
fn curl_has_neither_origin_nor_console() {
    let view = view(&by_curl());
    assert_eq!(
        view.origins.answer,
        "curl has no origin: nothing to compare"
    );
    assert_eq!((&view.origins.page, &view.origins.site), (&None, &None));
    assert_eq!(view.console.script_sees, "HTTP/1.1 200 OK");
    assert_eq!(view.console.visible_headers.len(), 3);
    assert!(view.console.lines.is_empty());
}

#[test]
fn redirects_of_curl_pass_no_gate() {
    let mut scenario = by_curl();
    let answer = scenario.hops[0].response.as_mut().expect("it answers");
    answer.status = "302".into();
    answer.headers = lines(&[("Location", "/next")]);
    scenario.hops.push(Hop::default());
    expect![[r#"
        Terminal to curl: curl.
        curl to server: PUT /users; Origin: https://me.example; cookies: none but those that are typed; answered with a redirect.
        Server to curl: 302 Found; Location: /next.
        curl to server: PUT /next; Origin: https://me.example; cookies: none but those that are typed; handler ran; may have changed data.
        Server to curl: 200 OK.
        curl to terminal: the answer."#]].assert_eq(&transcript(&scenario));
    assert_eq!(view(&scenario).origins.hops[1].note, None);
    scenario.request.redirect = RedirectMode::Manual;
    assert_eq!(view(&scenario).console.script_sees, "HTTP/1.1 302 Found");
    scenario.hops.truncate(0);
    let view = view(&scenario);
    assert_eq!(view.verdict.headline, "No server answered");
    assert_eq!(view.console.script_sees, "an error");
}

#[test]
fn a_proxy_asks_the_third_party_behind_the_browsers_back() {
    let scenario = proxied();
    expect![[r#"
        Page to browser: fetch().
        Browser decides. Preflight needed? – no: same origin.
        Browser to server: GET /users?a (localhost:5173); cookies: only to the same origin; forwarded.
        Server to third party: GET /users?a (api.backend.com); handler ran.
        Third party to server: 200 OK (api.backend.com).
        Server to browser: 200 OK (localhost:5173); Content-Type: text/plain.
        Browser decides. What script may see: ✓ status, body, and 1 of 1 headers.
        Browser to page: Response, 200."#]].assert_eq(&transcript(&scenario));
    let view = view(&scenario);
    assert_eq!(view.wire.servers, ["localhost:5173", "api.backend.com"]);
    assert_eq!(
        lanes(&view)[2].2,
        "same origin: its own server asked the other"
    );
}

#[test]
fn past_the_proxy_a_redirect_leads_across_origins() {
    let mut scenario = proxied();
    let answer = scenario.hops[0].response.as_mut().expect("it answers");
    answer.status = "302".into();
    answer.headers = lines(&[("Location", "https://api.backend.com/users/")]);
    scenario.hops.push(Hop::default());
    let view = view(&scenario);
    assert_eq!(view.wire.servers, ["localhost:5173", "api.backend.com"]);
    assert_eq!(
        view.verdict.headline,
        "Answered, but withheld from the page"
    );
    let gates = view.wire.rows.iter().filter_map(|row| match &row.what {
        What::Gate(gate) => Some(gate.name),
        What::Message(_) => None,
    });
    let gates: Vec<&str> = gates.collect();
    assert_eq!(
        gates,
        ["Preflight needed?", "Preflight needed?", "CORS check:"]
    );
}

#[test]
fn what_a_proxy_cannot_forward_to_is_said_at_its_field() {
    let mut scenario = proxied();
    scenario.page.proxy = "https://api.backend.com/v1".into();
    let fields = view(&scenario).fields;
    let said = fields.problem(Field::PageProxy).expect("a problem");
    assert!(said.contains("cannot forward there"), "{said}");
    assert!(view(&scenario).wire.rows.is_empty());
}
