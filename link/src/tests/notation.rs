//! The notation: rows that are written as they stand, and read as they were meant.
//!
//! Links like these are out in the world. A row may be added, but none may change.

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
fn answers() {
    check(&[
        ("v=1&pre=204&pre-header=Vary:%20Origin", |it| {
            it.hops[0].preflight = preflight("204", &[("Vary", "Origin")]);
        }),
        ("v=1&pre=200", |it| {
            it.hops[0].preflight = preflight("200", &[]);
        }),
        ("v=1&status=", |it| {
            it.hops[0].response = Some(answer("", &[]));
        }),
        ("v=1&status=two%20hundred", |it| {
            it.hops[0].response = Some(answer("two hundred", &[]));
        }),
        ("v=1&status=0200&res-header=A:%20*&res-body=%5B%5D", |it| {
            let mut answer = answer("0200", &[("A", "*")]);
            answer.body = "[]".into();
            it.hops[0].response = Some(answer);
        }),
        // A key alone means none: the connection fails.
        ("v=1&status", |it| it.hops[0].response = None),
        ("v=1&pre=204&status", |it| {
            it.hops[0].preflight = preflight("204", &[]);
            it.hops[0].response = None;
        }),
        ("v=1&hop", |it| it.hops.clear()),
    ]);
}

#[test]
fn lines_with_a_short_key() {
    check(&[
        (
            "v=1&pre=204&pre-allow-origin=*&pre-max-age=60&allow-origin=%2A",
            |it| {
                let headers = [
                    ("Access-Control-Allow-Origin", "*"),
                    ("Access-Control-Max-Age", "60"),
                ];
                it.hops[0].preflight = preflight("204", &headers);
                it.hops[0].response = Some(answer("200", &headers[..1]));
            },
        ),
        // The order of the lines is kept, and so is what stands twice.
        (
            "v=1&allow-origin=a&res-header=Vary:%20Origin&allow-credentials=true&allow-origin=b",
            |it| {
                let headers = [
                    ("Access-Control-Allow-Origin", "a"),
                    ("Vary", "Origin"),
                    ("Access-Control-Allow-Credentials", "true"),
                    ("Access-Control-Allow-Origin", "b"),
                ];
                it.hops[0].response = Some(answer("200", &headers));
            },
        ),
        // A value is text: it has no name to end.
        ("v=1&allow-origin=%20a:%20b%26&expose-headers=", |it| {
            let headers = [
                ("Access-Control-Allow-Origin", " a: b&"),
                ("Access-Control-Expose-Headers", ""),
            ];
            it.hops[0].response = Some(answer("200", &headers));
        }),
        // Other letters are another text, though the same header; a request has no short keys.
        ("v=1&res-header=access-control-max-age:%201", |it| {
            it.hops[0].response = Some(answer("200", &[("access-control-max-age", "1")]));
        }),
        ("v=1&header=Access-Control-Allow-Origin:%20a", |it| {
            it.request.headers = lines(&[("Access-Control-Allow-Origin", "a")]);
        }),
    ]);
}

#[test]
fn redirects() {
    check(&[
        (
            "v=1&status=302&res-header=Location:%20/b&hop=2&hop=3&pre=204&status=404",
            |it| {
                it.hops = vec![
                    Hop {
                        preflight: None,
                        response: Some(answer("302", &[("Location", "/b")])),
                    },
                    Hop::default(),
                    Hop {
                        preflight: preflight("204", &[]),
                        response: Some(answer("404", &[])),
                    },
                ];
            },
        ),
        ("v=1&hop=2&status", |it| {
            it.hops.push(Hop {
                preflight: None,
                response: None,
            });
        }),
    ]);
}

#[test]
fn further_sends() {
    check(&[
        ("v=1&method=PUT&then=3&then=0", |it| {
            it.request.method = "PUT".into();
            then(it, 3, |_| {});
            then(it, 0, |_| {});
        }),
        (
            "v=1&method=PUT&body=x&then=4294967295&method=GET&body&then=1&body=",
            |it| {
                it.request.method = "PUT".into();
                it.request.body = Some("x".into());
                then(it, u32::MAX, |send| {
                    send.request.method = "GET".into();
                    send.request.body = None;
                });
                then(it, 1, |send| send.request.body = Some(String::new()));
            },
        ),
        // Lists are written whole, or as none.
        (
            "v=1&header=A:%201&header=B:%202&then=0&header=A:%201&then=0&header",
            |it| {
                it.request.headers = lines(&[("A", "1"), ("B", "2")]);
                then(it, 0, |send| send.request.headers = lines(&[("A", "1")]));
                then(it, 0, |send| send.request.headers.clear());
            },
        ),
        // The modes stay as they were, whatever the API.
        (
            "v=1&api=xhr&upload=true&then=0&api=img&upload=false&then=0&mode=no-cors&credentials=include",
            |it| {
                it.request.api = Api::Xhr;
                it.request.upload_listener = true;
                then(it, 0, |send| {
                    send.request.api = Api::Img;
                    send.request.upload_listener = false;
                });
                then(it, 0, |send| {
                    send.request.mode = Mode::NoCors;
                    send.request.credentials = CredentialsMode::Include;
                });
            },
        ),
    ]);
}

#[test]
fn answers_to_further_sends() {
    check(&[
        (
            "v=1&pre=204&res-header=A:%201&then=5&status=500&res-header&then=5&pre&status=200",
            |it| {
                it.hops[0].preflight = preflight("204", &[]);
                it.hops[0].response = Some(answer("200", &[("A", "1")]));
                then(it, 5, |send| {
                    send.hops[0].response = Some(answer("500", &[]));
                });
                then(it, 5, |send| {
                    send.hops[0].preflight = None;
                    send.hops[0].response = Some(answer("200", &[]));
                });
            },
        ),
        (
            "v=1&pre=204&pre-header=A:%201&status&then=0&pre-header&status=200",
            |it| {
                it.hops[0].preflight = preflight("204", &[("A", "1")]);
                it.hops[0].response = None;
                then(it, 0, |send| {
                    send.hops[0].preflight = preflight("204", &[]);
                    send.hops[0].response = Some(Answer::default());
                });
            },
        ),
        ("v=1&hop=2&hop=3&then=0&hop=3&status=404", |it| {
            it.hops = vec![Hop::default(); 3];
            then(it, 0, |send| {
                send.hops[2].response = Some(answer("404", &[]));
            });
        }),
        // Fewer hops: `hop` alone ends the chain where it stands.
        (
            "v=1&hop=2&hop=3&then=0&hop=2&hop&then=0&status=404&hop&then=0&hop&then=0&hop=1&hop=2",
            |it| {
                it.hops = vec![Hop::default(); 3];
                then(it, 0, |send| send.hops.truncate(2));
                then(it, 0, |send| {
                    send.hops.truncate(1);
                    send.hops[0].response = Some(answer("404", &[]));
                });
                then(it, 0, |send| send.hops.clear());
                then(it, 0, |send| send.hops = vec![Hop::default(); 2]);
            },
        ),
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
