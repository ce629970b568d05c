//! What a scenario's page needs of its server.

use cors_engine::scenario::{
    Answer, Api as Client, CredentialsMode, FurtherSend, Hop, Scenario, ScenarioRequest, lines,
};
use cors_stacks::{Api, Origins, Policy};

use crate::fixtures::texts;

fn scenario() -> Scenario {
    let mut scenario = Scenario::new("https://api.example/users/7?x=1");
    scenario.page.url = "https://app.example/start".to_owned();
    scenario
}

fn only(origin: &str) -> Origins {
    Origins::Only(texts(&[origin]))
}

#[test]
fn a_safelisted_request_needs_an_origin_and_its_method() {
    let mut scenario = scenario();
    scenario.request.headers = lines(&[("Accept", "application/json")]);
    let wanted = Policy {
        origins: only("https://app.example"),
        methods: texts(&["GET"]),
        headers: Vec::new(),
        exposed: Vec::new(),
        credentials: false,
        max_age: 600,
        api: Some(Api {
            target: "https://api.example".to_owned(),
            prefix: "/users".to_owned(),
        }),
    };
    assert_eq!(Policy::of(&scenario), wanted);
}

#[test]
fn names_that_are_asked_for_are_written_as_typed() {
    let mut scenario = scenario();
    scenario.request.method = "put".to_owned();
    scenario.request.body = Some("{}".to_owned());
    scenario.request.headers = lines(&[
        ("Content-Type", "application/json"),
        ("X-Trace", "1"),
        ("x-trace", "2"),
        ("Cookie", "a=b"),
        ("Accept", "text/plain"),
    ]);
    let policy = Policy::of(&scenario);
    assert_eq!(policy.methods, texts(&["PUT"]));
    assert_eq!(policy.headers, texts(&["Content-Type", "X-Trace"]));
}

#[test]
fn a_method_is_left_as_it_is_sent() {
    let mut scenario = scenario();
    scenario.request.method = "patch".to_owned();
    assert_eq!(Policy::of(&scenario).methods, texts(&["patch"]));
}

#[test]
fn all_sends_count() {
    let mut scenario = scenario();
    let mut further = ScenarioRequest::new("https://api.example/users");
    further.method = "DELETE".to_owned();
    further.credentials = CredentialsMode::Include;
    further.headers = lines(&[("X-A", "1")]);
    let hops = vec![Hop {
        preflight: None,
        response: Some(Answer {
            headers: lines(&[("ETag", "\"1\"")]),
            ..Answer::default()
        }),
    }];
    scenario.then.push(FurtherSend {
        wait_s: 0,
        request: further,
        hops,
    });
    let policy = Policy::of(&scenario);
    assert_eq!(policy.methods, texts(&["GET", "DELETE"]));
    assert_eq!(policy.headers, texts(&["X-A"]));
    assert_eq!(policy.exposed, texts(&["ETag"]));
    assert!(policy.credentials);
}

#[test]
fn what_script_could_want_to_read_is_exposed() {
    let mut scenario = scenario();
    scenario.hops[0].response = Some(Answer {
        headers: lines(&[
            ("Content-Type", "text/plain"),
            ("Access-Control-Allow-Origin", "*"),
            ("Access-Control-Expose-Headers", "X-B, *,x-total-count"),
            ("X-Total-Count", "3"),
            ("Set-Cookie", "a=b"),
            ("Vary", "Origin"),
            ("Date", "today"),
        ]),
        ..Answer::default()
    });
    let policy = Policy::of(&scenario);
    assert_eq!(policy.exposed, texts(&["X-B", "x-total-count"]));
}

#[test]
fn an_opaque_page_is_allowed_as_any_is_unless_cookies_go_along() {
    let mut scenario = scenario();
    scenario.page.opaque = true;
    assert_eq!(Policy::of(&scenario).origins, Origins::Any);
    scenario.request.credentials = CredentialsMode::Include;
    assert_eq!(Policy::of(&scenario).origins, only("null"));
}

#[test]
fn whoever_asks_a_page_is_meant() {
    let mut scenario = scenario();
    scenario.request.api = Client::Curl;
    assert_eq!(Policy::of(&scenario).origins, only("https://app.example"));
    scenario.page.url = "no address".to_owned();
    assert_eq!(Policy::of(&scenario).origins, Origins::Only(Vec::new()));
}

#[test]
fn a_proxy_goes_on_to_where_the_pages_own_server_forwards() {
    let mut scenario = scenario();
    scenario.request.url = "/api/users".to_owned();
    scenario.page.proxy = "https://api.example".to_owned();
    let api = Policy::of(&scenario).api.expect("the address can be read");
    assert_eq!(
        (api.target.as_str(), api.prefix.as_str()),
        ("https://api.example", "/api")
    );
}
