//! The notation: rows that are written as they stand, and read as they were meant.
//!
//! Links like these are out in the world. A row may be added, but none may change.

mod answers;
mod sends;

use cors_engine::scenario::{
    Answer, Api, CredentialsMode, FurtherSend, Hop, Mode, Page, PreflightAnswer, Profile,
    RedirectMode, ReferrerPolicy, ScenarioRequest, lines,
};
use cors_engine::{Rule, Scenario};

use super::link;
use crate::{LinkStep, StepName, write};

/// What a link leaves out, spelled out here, so that no default changes by accident.
fn bare() -> Scenario {
    Scenario {
        title: String::new(),
        page: Page {
            url: "https://frontend.com/app".into(),
            opaque: false,
            proxy: String::new(),
        },
        request: ScenarioRequest {
            api: Api::Fetch,
            url: "https://api.backend.com/users".into(),
            method: "GET".into(),
            headers: lines(&[]),
            body: None,
            mode: Mode::Cors,
            credentials: CredentialsMode::SameOrigin,
            redirect: RedirectMode::Follow,
            referrer_policy: ReferrerPolicy::Default,
            upload_listener: false,
        },
        hops: vec![Hop {
            preflight: None,
            response: Some(answer("200", &[])),
        }],
        then: Vec::new(),
        profile: Profile::Standard,
    }
}

fn answer(status: &str, headers: &[(&str, &str)]) -> Answer {
    Answer {
        status: status.into(),
        headers: lines(headers),
        body: String::new(),
    }
}

fn preflight(status: &str, headers: &[(&str, &str)]) -> Option<PreflightAnswer> {
    Some(PreflightAnswer {
        status: status.into(),
        headers: lines(headers),
    })
}

/// Adds a further send that is as the last one but for a change.
fn then(scenario: &mut Scenario, wait_s: u32, change: fn(&mut FurtherSend)) {
    let mut send = scenario.then.last().cloned().unwrap_or(FurtherSend {
        wait_s: 0,
        request: scenario.request.clone(),
        hops: scenario.hops.clone(),
    });
    send.wait_s = wait_s;
    change(&mut send);
    scenario.then.push(send);
}

/// A fragment, and in what its scenario differs from the bare one.
type Row = (&'static str, fn(&mut Scenario));

fn check(rows: &[Row]) {
    for (fragment, change) in rows {
        let mut scenario = bare();
        change(&mut scenario);
        assert_eq!(write(&scenario, None), *fragment);
        let link = link(fragment);
        assert_eq!(link.problems, [], "{fragment}");
        assert_eq!(link.scenario, scenario, "{fragment}");
        assert_eq!(link.step, None, "{fragment}");
    }
}

#[test]
fn page_and_request() {
    check(&[
        ("v=1", |_| {}),
        (
            "v=1&page=https://app.example/&method=PUT&header=X-A:%201",
            |it| {
                it.page.url = "https://app.example/".into();
                it.request.method = "PUT".into();
                it.request.headers = lines(&[("X-A", "1")]);
            },
        ),
        ("v=1&title=What%20is%20%22CORS%22%3F", |it| {
            it.title = "What is \"CORS\"?".into();
        }),
        ("v=1&page=", |it| it.page.url = String::new()),
        ("v=1&opaque=true", |it| it.page.opaque = true),
        (
            "v=1&page=http://localhost:5173/&opaque=true&proxy=https://api.example&url=/users",
            |it| {
                it.page.url = "http://localhost:5173/".into();
                it.page.opaque = true;
                it.page.proxy = "https://api.example".into();
                it.request.url = "/users".into();
            },
        ),
        ("v=1&api=xhr&upload=true", |it| {
            it.request.api = Api::Xhr;
            it.request.upload_listener = true;
        }),
        ("v=1&url=/users?a=b%26c=d%23e", |it| {
            it.request.url = "/users?a=b&c=d#e".into();
        }),
        ("v=1&url=", |it| it.request.url = String::new()),
        ("v=1&method=", |it| it.request.method = String::new()),
        ("v=1&body=", |it| it.request.body = Some(String::new())),
        ("v=1&body=a+b%20=%20100%25%0A", |it| {
            it.request.body = Some("a+b = 100%\n".into());
        }),
        (
            "v=1&mode=no-cors&credentials=omit&redirect=manual&referrer=origin",
            |it| {
                it.request.mode = Mode::NoCors;
                it.request.credentials = CredentialsMode::Omit;
                it.request.redirect = RedirectMode::Manual;
                it.request.referrer_policy = ReferrerPolicy::Origin;
            },
        ),
        ("v=1&profile=safari", |it| it.profile = Profile::Safari),
    ]);
}

#[test]
fn what_a_link_leaves_out_of_the_modes_depends_on_the_api() {
    check(&[
        ("v=1&api=curl&method=patch", |it| {
            it.request.api = Api::Curl;
            it.request.method = "patch".into();
            it.request.mode = Mode::Cors;
            it.request.credentials = CredentialsMode::Omit;
        }),
        ("v=1&api=curl&credentials=same-origin", |it| {
            it.request.api = Api::Curl;
            it.request.credentials = CredentialsMode::SameOrigin;
        }),
        ("v=1&api=img", |it| {
            it.request.api = Api::Img;
            it.request.mode = Mode::NoCors;
            it.request.credentials = CredentialsMode::Include;
        }),
        ("v=1&api=img&mode=cors", |it| {
            it.request.api = Api::Img;
            it.request.mode = Mode::Cors;
            it.request.credentials = CredentialsMode::SameOrigin;
        }),
        (
            "v=1&api=form&method=POST&header=Content-Type:%20text/plain&credentials=same-origin",
            |it| {
                it.request.api = Api::Form;
                it.request.method = "POST".into();
                it.request.headers = lines(&[("Content-Type", "text/plain")]);
                it.request.mode = Mode::NoCors;
                it.request.credentials = CredentialsMode::SameOrigin;
            },
        ),
        ("v=1&mode=no-cors", |it| it.request.mode = Mode::NoCors),
    ]);
}

#[test]
fn header_lines() {
    check(&[
        (
            "v=1&header=Accept:%20text/html&header=accept:%20%2A",
            |it| {
                it.request.headers = lines(&[("Accept", "text/html"), ("accept", "*")]);
            },
        ),
        ("v=1&header=:%20", |it| {
            it.request.headers = lines(&[("", "")]);
        }),
        ("v=1&header=X-A:%20", |it| {
            it.request.headers = lines(&[("X-A", "")]);
        }),
        ("v=1&header=:%20x", |it| {
            it.request.headers = lines(&[("", "x")]);
        }),
        ("v=1&header=X-A:%20%20%20b%20", |it| {
            it.request.headers = lines(&[("X-A", "  b ")]);
        }),
        ("v=1&header=X-A:%20b:%20c:d", |it| {
            it.request.headers = lines(&[("X-A", "b: c:d")]);
        }),
        ("v=1&header=%3A%20a%3Ab%3A:%20:c", |it| {
            it.request.headers = lines(&[(": a:b:", ":c")]);
        }),
    ]);
}

#[test]
fn steps() {
    let rule = Rule::AllowOriginMatches;
    for (fragment, occurrence) in [
        ("v=1&step=allow-origin-matches", 1),
        ("v=1&step=allow-origin-matches.2", 2),
        ("v=1&step=allow-origin-matches.10", 10),
    ] {
        let step = StepName { rule, occurrence };
        assert_eq!(write(&bare(), Some(&step)), fragment);
        let link = link(fragment);
        assert_eq!(link.problems, [], "{fragment}");
        assert_eq!(link.step, Some(LinkStep::Named(step)), "{fragment}");
    }
}

#[test]
fn the_opening_scenario() {
    let fragment = "v=1&title=No%20Access-Control-Allow-Origin%20header&header=Accept:%20application/json\
                    &res-header=Content-Type:%20application/json&res-body=%5B%5D";
    assert_eq!(write(&Scenario::opening(), None), fragment);
    assert_eq!(link(fragment).scenario, Scenario::opening());
}
