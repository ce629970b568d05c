//! The scenarios that are timed.

use cors_engine::Scenario;
use cors_engine::scenario::{Answer, CredentialsMode, HeaderLines, Hop, PreflightAnswer, lines};

const PAGE: &str = "https://frontend.com";
const API: &str = "https://api.backend.com/users";

/// A PUT of JSON with a token, which the server allows.
pub(super) fn preflighted() -> Scenario {
    let mut scenario = Scenario::new(API);
    scenario.request.method = "PUT".to_owned();
    scenario.request.body = Some("{\"name\": \"Ada\"}".to_owned());
    scenario.request.headers = lines(&[
        ("Content-Type", "application/json"),
        ("Authorization", "Bearer abc"),
    ]);
    scenario.hops = vec![Hop {
        preflight: Some(PreflightAnswer {
            status: "204".to_owned(),
            headers: lines(&[
                ("Access-Control-Allow-Origin", PAGE),
                ("Access-Control-Allow-Methods", "GET, PUT, DELETE"),
                (
                    "Access-Control-Allow-Headers",
                    "content-type, authorization",
                ),
                ("Access-Control-Max-Age", "600"),
            ]),
        }),
        response: Some(answer(&[
            ("Access-Control-Allow-Origin", PAGE),
            ("Content-Type", "application/json"),
        ])),
    }];
    scenario
}

/// A request with `count` headers that are not safelisted; preflight and answer have as many lines,
/// of which one, or two, are the permission.
pub(super) fn headers(count: usize) -> Scenario {
    let numbered = |count: usize| -> HeaderLines {
        let line = |number| (format!("X-Header-{number}"), "value".to_owned());
        (0..count).map(line).collect()
    };
    let names: Vec<String> = numbered(count).into_iter().map(|(name, _)| name).collect();
    let mut scenario = Scenario::new(API);
    scenario.request.headers = numbered(count);
    let mut preflight = numbered(count.saturating_sub(2));
    preflight.extend(lines(&[("Access-Control-Allow-Origin", PAGE)]));
    preflight.push(("Access-Control-Allow-Headers".to_owned(), names.join(", ")));
    let mut response = numbered(count.saturating_sub(1));
    response.extend(lines(&[("Access-Control-Allow-Origin", PAGE)]));
    scenario.hops = vec![Hop {
        preflight: Some(PreflightAnswer {
            status: "204".to_owned(),
            headers: preflight,
        }),
        response: Some(Answer {
            headers: response,
            ..Answer::default()
        }),
    }];
    scenario
}

/// A GET that `count` servers send on to the next one, each of another origin.
pub(super) fn redirects(count: usize) -> Scenario {
    let mut scenario = Scenario::new(API);
    let redirect = |number: usize| Hop {
        preflight: None,
        response: Some(Answer {
            status: "302".to_owned(),
            ..answer(&[
                (
                    "Location",
                    &format!("https://server-{number}.example/users"),
                ),
                ("Access-Control-Allow-Origin", "*"),
            ])
        }),
    };
    scenario.hops = (0..count).map(redirect).collect();
    scenario.hops.push(Hop {
        preflight: None,
        response: Some(answer(&[("Access-Control-Allow-Origin", "*")])),
    });
    scenario
}

/// Typical scenarios in turn, each a little different from the others.
pub(super) fn batch(count: usize) -> Vec<Scenario> {
    let kinds: [fn() -> Scenario; 5] = [
        Scenario::opening,
        preflighted,
        || headers(5),
        || redirects(2),
        || {
            let mut scenario = preflighted();
            scenario.request.credentials = CredentialsMode::Include;
            scenario
        },
    ];
    let one = |number: usize| {
        let mut scenario = kinds[number % kinds.len()]();
        scenario.request.url = format!("{API}/{number}");
        scenario
    };
    (0..count).map(one).collect()
}

fn answer(headers: &[(&str, &str)]) -> Answer {
    Answer {
        headers: lines(headers),
        ..Answer::default()
    }
}
