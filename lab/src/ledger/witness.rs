//! The smallest scenario for each entry of the ledger.

use cors_engine::scenario::{
    Answer, Api, CredentialsMode, Hop, Mode, PreflightAnswer, Scenario, lines,
};

const API: &str = "https://api.example/data";
const ANYBODY: (&str, &str) = ("Access-Control-Allow-Origin", "*");

fn get(url: &str) -> Scenario {
    let mut scenario = Scenario::new(url);
    scenario.page.url = "https://app.example/".to_owned();
    scenario
}

fn put(preflight: &[(&str, &str)]) -> Scenario {
    let mut scenario = get(API);
    scenario.request.method = "PUT".to_owned();
    scenario.hops[0].preflight = Some(PreflightAnswer {
        status: "204".to_owned(),
        headers: lines(preflight),
    });
    scenario
}

fn answers(mut scenario: Scenario, status: &str, headers: &[(&str, &str)]) -> Scenario {
    scenario.hops[0].response = Some(Answer {
        status: status.to_owned(),
        headers: lines(headers),
        body: String::new(),
    });
    scenario
}

pub(super) fn which_header_is_named() -> Scenario {
    let mut scenario = put(&[ANYBODY]);
    scenario.request.method = "GET".to_owned();
    scenario.request.headers = lines(&[("X-A", "1"), ("X-B", "1"), ("X-C", "1")]);
    scenario
}

pub(super) fn other_schemes_in_other_words() -> Scenario {
    get("ftp://api.example/")
}

pub(super) fn page_checks_first() -> Scenario {
    let mut scenario = get("https://api.example:25/");
    scenario.request.mode = Mode::SameOrigin;
    scenario
}

pub(super) fn redirect_target_before_cors_check() -> Scenario {
    answers(get(API), "302", &[("Location", "https://:x")])
}

pub(super) fn answers_from_the_http_cache() -> Scenario {
    // Over http: nothing that comes with the lab's own certificate is cached.
    let mut scenario = answers(get("/data"), "301", &[("Location", "/data")]);
    scenario.page.url = "http://app.example/".to_owned();
    scenario.hops.push(Hop::default());
    scenario
}

pub(super) fn images_upgraded_on_localhost() -> Scenario {
    let mut scenario = answers(
        get("http://localhost:8080/data"),
        "302",
        &[("Location", "/b")],
    );
    scenario.request.api = Api::Img;
    scenario.request.mode = Mode::NoCors;
    scenario.request.credentials = CredentialsMode::Include;
    scenario.hops.push(Hop::default());
    scenario
}
