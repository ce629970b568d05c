//! What the screen says in cases that people mix up.

use cors_engine::scenario::{CredentialsMode, Field, PreflightAnswer, Profile, lines};
use cors_engine::{PreflightCache, Rule, Scenario, evaluate};

mod clients;
mod wire;

use super::{
    LineView, Lit, MessageView, Reach, Sign, StepName, Text, Tone, Travel, View, What, When,
    WireView, present,
};

fn view(scenario: &Scenario) -> View {
    let trace = evaluate(scenario, &PreflightCache::new());
    let cache = PreflightCache::new();
    present(scenario, &cache, &trace, StepName::deciding(&trace))
}

fn answered(headers: &[(&str, &str)]) -> Scenario {
    let mut scenario = Scenario::new("https://api.backend.com/users");
    let answer = scenario.hops[0]
        .response
        .as_mut()
        .expect("a new scenario has an answer");
    answer.headers = lines(headers);
    scenario
}

fn lanes(view: &View) -> [(Tone, &str, &str); 3] {
    view.verdict
        .lanes
        .each_ref()
        .map(|lane| (lane.tone, lane.answer, &*lane.detail))
}

#[test]
fn a_withheld_answer_was_sent_and_ran() {
    assert_eq!(
        lanes(&view(&answered(&[]))),
        [
            (Tone::Allow, "Sent", "no preflight needed"),
            (Tone::Allow, "Ran", "answered 200"),
            (Tone::Deny, "No", "stopped by the CORS check"),
        ]
    );
}

#[test]
fn a_failed_preflight_means_never_sent() {
    let mut scenario = answered(&[]);
    scenario.request.method = "DELETE".into();
    assert_eq!(
        lanes(&view(&scenario)),
        [
            (Tone::Deny, "Never sent", "only the preflight was"),
            (Tone::Open, "No", "only the preflight did"),
            (Tone::Deny, "No", "there is no answer to read"),
        ]
    );
}

#[test]
fn only_2xx_says_that_the_handler_ran() {
    let mut scenario = answered(&[("Access-Control-Allow-Origin", "*")]);
    scenario.request.method = "POST".into();
    let reached = |scenario: &Scenario| lanes(&view(scenario))[1].2.to_owned();
    assert_eq!(reached(&scenario), "answered 200; may have changed data");
    let answer = scenario.hops[0]
        .response
        .as_mut()
        .expect("it has an answer");
    answer.status = "404".into();
    assert_eq!(reached(&scenario), "404: only the server knows what it did");
}

#[test]
fn a_connection_that_fails_is_no_cors_error() {
    let mut scenario = answered(&[]);
    scenario.hops[0].response = None;
    let view = view(&scenario);
    assert_eq!(view.verdict.headline, "No server answered");
    assert_eq!(lanes(&view)[1], (Tone::Deny, "No", "the connection failed"));
}

#[test]
fn the_same_origin_needs_no_permission() {
    let mut scenario = answered(&[]);
    scenario.request.url = "/users".into();
    let view = view(&scenario);
    assert_eq!(view.verdict.headline, "The page reads the answer");
    assert_eq!(
        view.origins.answer,
        "Yes: scheme, host and port are the same"
    );
    assert_eq!(lanes(&view)[2].2, "same origin: CORS plays no part");
}

#[test]
fn the_origins_name_every_part_that_differs() {
    let answer = |page: &str| {
        let mut scenario = answered(&[]);
        scenario.page.url = page.into();
        view(&scenario).origins.answer.clone()
    };
    assert_eq!(
        answer("https://api.backend.com:8443/"),
        "No: the ports differ"
    );
    assert_eq!(
        answer("http://api.backend.com/"),
        "No: scheme and port differ"
    );
    assert_eq!(
        answer("http://a.example/"),
        "No: scheme, host and port all differ"
    );
    assert!(answer("file:///index.html").contains("opaque"));
}

#[test]
fn the_guilty_line_is_lit() {
    let mut scenario = answered(&[("Vary", "Origin"), ("Access-Control-Allow-Origin", "*")]);
    scenario.request.credentials = CredentialsMode::Include;
    assert_eq!(
        view(&scenario).fields.guilty,
        Some(Field::ResponseHeader(0, 1))
    );
}

#[test]
fn the_characters_that_differ_are_marked() {
    let view = view(&answered(&[(
        "Access-Control-Allow-Origin",
        "https://Frontend.com",
    )]));
    let deciding = view
        .steps
        .iter()
        .find(|step| step.is_deciding)
        .expect("a step decides");
    assert_eq!(deciding.sign, Sign::Failed);
    let marked = Text::Marked("https://".into(), "F".into(), "rontend.com".into());
    assert!(
        deciding.evidence.iter().any(|row| row.text == marked),
        "{:?}",
        deciding.evidence
    );
}

#[test]
fn routine_steps_stay_out_of_the_way() {
    let rules: Vec<&str> = view(&answered(&[]))
        .steps
        .iter()
        .map(|step| step.rule)
        .collect();
    assert_eq!(
        rules,
        [
            "same-origin",
            "method-safelisted",
            "server-answered",
            "allow-origin-present",
            "allow-origin-matches",
            "response-visible",
        ]
    );
}

#[test]
fn bad_input_is_said_at_its_field() {
    let mut scenario = answered(&[("Bad Name", "1")]);
    scenario.page.url = "frontend".into();
    scenario.hops[0].preflight = Some(PreflightAnswer {
        status: "1000".into(),
        headers: vec![],
    });
    let problems = view(&scenario).fields.problems.clone();
    let fields: Vec<Field> = problems.iter().map(|(field, _)| *field).collect();
    assert_eq!(
        fields,
        [
            Field::PageUrl,
            Field::PreflightStatus(0),
            Field::ResponseHeader(0, 0)
        ],
        "all at once: {problems:?}"
    );
}

/// A request that a form could not send, to a server that allows it.
fn preflighted() -> Scenario {
    let allow = ("Access-Control-Allow-Origin", "*");
    let mut scenario = answered(&[allow, ("X-Secret", "1"), ("Content-Type", "text/plain")]);
    scenario.request.method = "PUT".into();
    scenario.hops[0].preflight = Some(PreflightAnswer {
        status: "204".into(),
        headers: lines(&[allow, ("Access-Control-Allow-Methods", "PUT")]),
    });
    scenario
}

#[test]
fn browsers_that_part_ways_are_named_without_being_asked() {
    let mut scenario = preflighted();
    assert_eq!(*view(&scenario).dissents, []);
    scenario.request.headers = lines(&[("Authorization", "Bearer x")]);
    let preflight = scenario.hops[0].preflight.as_mut().expect("it has one");
    let allow = ("Access-Control-Allow-Headers", "*");
    preflight.headers.extend(lines(&[allow]));
    let dissents = view(&scenario).dissents;
    let judges: Vec<&str> = dissents.iter().map(|it| it.judge).collect();
    assert_eq!(judges, ["Chrome", "Firefox", "Safari"], "{dissents:?}");
}

#[test]
fn script_sees_exactly_the_visible_headers() {
    let console = view(&preflighted()).console;
    assert_eq!(console.visible_headers, ["content-type: text/plain"]);
    let mut blocked = answered(&[]);
    blocked.profile = Profile::Firefox;
    let console = view(&blocked).console;
    assert_eq!(console.browser, "Firefox");
    assert!(console.script_sees.starts_with("TypeError: NetworkError"));
}

#[test]
fn null_is_not_offered_where_anybody_will_do() {
    let mut scenario = answered(&[]);
    scenario.page.opaque = true;
    let offered = |scenario: &Scenario| {
        let missing = view(scenario).fields.missing.clone();
        missing.map(|line| line.value)
    };
    assert_eq!(offered(&scenario).as_deref(), Some("*"));
    scenario.request.credentials = CredentialsMode::Include;
    assert_eq!(offered(&scenario).as_deref(), Some("null"));
}

#[test]
fn a_missing_list_of_headers_is_offered_with_all_of_them() {
    let mut scenario = preflighted();
    for (names, wanted) in [
        (&["X-B", "X-A", "Accept"][..], "x-a,x-b"),
        (&["X-A", "Authorization"], "authorization,x-a"),
    ] {
        let headers: Vec<(&str, &str)> = names.iter().map(|name| (*name, "1")).collect();
        scenario.request.headers = lines(&headers);
        let missing = view(&scenario).fields.missing.clone();
        let missing = missing.expect("it is missing");
        assert_eq!(missing.name, "Access-Control-Allow-Headers");
        assert_eq!(missing.value, wanted);
    }
}

#[test]
fn a_header_causes_no_preflight_at_home() {
    let mut scenario = answered(&[]);
    scenario.request.headers = lines(&[("X-A", "1")]);
    let said = |scenario: &Scenario| view(scenario).effects[0].text.clone();
    assert!(said(&scenario).starts_with("causes a preflight"));
    scenario.request.url = "/users".into();
    assert!(said(&scenario).starts_with("to another origin"));
}
