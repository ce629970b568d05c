//! The smallest scenario for each entry of the ledger.

use cors_engine::scenario::{
    Answer, Api, CredentialsMode, FurtherSend, Hop, Mode, PreflightAnswer, RedirectMode,
    ReferrerPolicy, Scenario, lines,
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

pub(super) fn preflight_redirect_first() -> Scenario {
    let mut scenario = put(&[("Location", "/data/")]);
    if let Some(preflight) = &mut scenario.hops[0].preflight {
        preflight.status = "307".to_owned();
    }
    scenario
}

pub(super) fn ftp_is_not_mixed_content() -> Scenario {
    get("ftp://api.example/")
}

pub(super) fn origin_in_spite_of_referrer_policy() -> Scenario {
    let mut scenario = get(API);
    scenario.request.method = "POST".to_owned();
    scenario.request.mode = Mode::NoCors;
    scenario.request.referrer_policy = ReferrerPolicy::NoReferrer;
    scenario
}

pub(super) fn redirect_mode_needs_location() -> Scenario {
    let mut scenario = answers(get(API), "302", &[ANYBODY]);
    scenario.request.redirect = RedirectMode::Error;
    scenario
}

pub(super) fn no_password_in_subresources() -> Scenario {
    let location = ("Location", "https://u:p@app.example/b");
    let mut scenario = answers(get("/data"), "302", &[location]);
    scenario.hops.push(Hop::default());
    scenario
}

pub(super) fn cache_survives_failure() -> Scenario {
    let mut scenario = put(&[ANYBODY, ("Access-Control-Allow-Methods", "PUT")]);
    scenario.then.push(FurtherSend {
        wait_s: 0,
        request: scenario.request.clone(),
        hops: scenario.hops.clone(),
    });
    scenario
}

pub(super) fn origin_of_crossorigin_elements() -> Scenario {
    let mut scenario = get("/data");
    scenario.request.api = Api::Img;
    scenario
}

pub(super) fn upload_listener_needs_body() -> Scenario {
    let mut scenario = get(API);
    scenario.request.api = Api::Xhr;
    scenario.request.upload_listener = true;
    scenario
}

pub(super) fn page_checks_first() -> Scenario {
    let mut scenario = get("https://api.example:25/");
    scenario.request.mode = Mode::SameOrigin;
    scenario
}

pub(super) fn redirect_target_before_cors_check() -> Scenario {
    answers(get(API), "302", &[("Location", "https://:x")])
}

pub(super) fn empty_location() -> Scenario {
    let mut scenario = answers(get(API), "302", &[ANYBODY, ("Location", "")]);
    scenario.hops.push(scenario.hops[0].clone());
    scenario
}

pub(super) fn permanent_redirects_are_cached() -> Scenario {
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

pub(super) fn origin_of_redirected_forms() -> Scenario {
    let mut scenario = answers(get("/data"), "307", &[("Location", API)]);
    scenario.request.api = Api::Form;
    scenario.request.mode = Mode::NoCors;
    scenario.request.credentials = CredentialsMode::Include;
    scenario.request.method = "POST".to_owned();
    scenario.hops.push(Hop::default());
    scenario
}

pub(super) fn fetch_joins_repeated_headers() -> Scenario {
    let mut scenario = get(API);
    scenario.request.headers = lines(&[
        ("Content-Type", "text/plain"),
        ("Content-Type", "text/plain"),
    ]);
    scenario
}

pub(super) fn no_cache_for_null() -> Scenario {
    let mut scenario = put(&[ANYBODY, ("Access-Control-Allow-Methods", "PUT")]);
    scenario.page.opaque = true;
    scenario = answers(scenario, "200", &[ANYBODY]);
    scenario.then.push(FurtherSend {
        wait_s: 0,
        request: scenario.request.clone(),
        hops: scenario.hops.clone(),
    });
    scenario
}

pub(super) fn charset_in_capitals() -> Scenario {
    let mut scenario = get("/data");
    scenario.request.api = Api::Xhr;
    scenario.request.method = "POST".to_owned();
    scenario.request.headers = lines(&[("Content-Type", "text/plain;charset=utf-8")]);
    scenario.request.body = Some("body".to_owned());
    scenario
}

pub(super) fn status_407() -> Scenario {
    answers(get(API), "407", &[ANYBODY])
}
