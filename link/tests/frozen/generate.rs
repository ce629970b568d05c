//! Scenarios and fragments by chance. Values come from small sets, so that a send often has some in
//! common with the send before it.

use cors_engine::Scenario;
use cors_engine::scenario::{
    Answer, Api, CredentialsMode, FurtherSend, HeaderLines, Hop, Mode, Page, PreflightAnswer,
    Profile, RedirectMode, ReferrerPolicy, ScenarioRequest,
};
use cors_link::CORS_HEADERS;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Texts that mean something somewhere in a link.
const ODD: &[&str] = &[
    "",
    " ",
    ":",
    ": ",
    "::",
    " a: b",
    "a:",
    "%",
    "%20",
    "%zz",
    "&",
    "=",
    "#",
    "+",
    "a&b=c",
    "\"<>`'",
    "*",
    "\r\n\0",
    "é€😀",
    "?secret=a",
    "#?secret=a",
    "none",
    "200",
    "-",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just("a".to_owned()),
        2 => select(ODD).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

/// Lines with a secret, mostly.
fn secret() -> impl Strategy<Value = (String, String)> {
    let name = select(&["Authorization", "cookie", "Proxy-Authorization", " COOKIE "][..]);
    let scheme = select(&["", "Bearer ", "basic "][..]);
    (name, scheme, text())
        .prop_map(|(name, scheme, text)| (name.to_owned(), scheme.to_owned() + &text))
}

/// A line that has a short key, in the letters of its name or in others.
fn permission() -> impl Strategy<Value = (String, String)> {
    (select(&CORS_HEADERS[..]), any::<bool>(), text()).prop_map(|(name, is_small, value)| {
        let name = match is_small {
            true => name.to_lowercase(),
            false => name.to_owned(),
        };
        (name, value)
    })
}

fn lines() -> impl Strategy<Value = HeaderLines> {
    prop_oneof![
        1 => vec(prop_oneof![2 => permission(), 1 => (text(), text())], 1..4),
        1 => vec(secret(), 1..3),
        1 => Just(Vec::new()),
        1 => Just(vec![("a".to_owned(), "1".to_owned())]),
        1 => vec((text(), text()), 0..3),
    ]
}

fn status() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just("200".to_owned()),
        1 => Just("204".to_owned()),
        1 => text(),
    ]
}

fn hop() -> impl Strategy<Value = Hop> {
    let preflight = (status(), lines());
    let preflight = preflight.prop_map(|(status, headers)| PreflightAnswer { status, headers });
    let body = prop_oneof![3 => Just(String::new()), 1 => text()];
    let response = (status(), lines(), body).prop_map(|(status, headers, body)| Answer {
        status,
        headers,
        body,
    });
    let hop = (option::of(preflight), option::weighted(0.8, response));
    let hop = hop.prop_map(|(preflight, response)| Hop {
        preflight,
        response,
    });
    prop_oneof![1 => Just(Hop::default()), 2 => hop]
}

fn request() -> impl Strategy<Value = ScenarioRequest> {
    let texts = (text(), text(), lines(), option::of(text()));
    let words = (
        select(Api::ALL),
        select(Mode::ALL),
        select(CredentialsMode::ALL),
        select(RedirectMode::ALL),
        select(ReferrerPolicy::ALL),
        any::<bool>(),
    );
    (texts, words).prop_map(|((url, method, headers, body), words)| {
        let (api, mode, credentials, redirect, referrer_policy, upload_listener) = words;
        ScenarioRequest {
            api,
            url,
            method,
            headers,
            body,
            mode,
            credentials,
            redirect,
            referrer_policy,
            upload_listener,
        }
    })
}

/// A further send; without a request or hops of its own it has those of the send before.
fn further() -> impl Strategy<Value = (u32, Option<ScenarioRequest>, Option<Vec<Hop>>)> {
    let wait = prop_oneof![1 => 0..12_u32, 1 => any::<u32>()];
    (wait, option::of(request()), option::of(vec(hop(), 0..4)))
}

/// Any scenario, small enough for a link.
pub(crate) fn scenario() -> impl Strategy<Value = Scenario> {
    let proxy = prop_oneof![2 => Just(String::new()), 1 => text()];
    let page = (text(), any::<bool>(), proxy);
    let page = page.prop_map(|(url, opaque, proxy)| Page { url, opaque, proxy });
    let sends = vec(further(), 0..4);
    let first = (request(), vec(hop(), 0..4));
    (text(), page, first, sends, select(Profile::ALL)).prop_map(
        |(title, page, (request, hops), sends, profile)| {
            let mut before = (request.clone(), hops.clone());
            let mut then = Vec::new();
            for (wait_s, request, hops) in sends {
                before = (request.unwrap_or(before.0), hops.unwrap_or(before.1));
                let (request, hops) = before.clone();
                then.push(FurtherSend {
                    wait_s,
                    request,
                    hops,
                });
            }
            Scenario {
                title,
                page,
                request,
                hops,
                then,
                profile,
            }
        },
    )
}

/// The keys as people may type them, and some that are none.
pub(crate) const KEYS: &[&str] = &[
    "v",
    "title",
    "page",
    "opaque",
    "proxy",
    "api",
    "url",
    "method",
    "header",
    "body",
    "mode",
    "credentials",
    "redirect",
    "referrer",
    "upload",
    "profile",
    "hop",
    "pre",
    "pre-header",
    "status",
    "res-header",
    "res-body",
    "then",
    "step",
    "allow-origin",
    "pre-allow-headers",
    "max-age",
    "",
    "V",
    "colour",
];

const VALUES: &[&str] = &[
    "1",
    "2",
    "3",
    "23",
    "true",
    "false",
    "fetch",
    "img",
    "curl",
    "cors",
    "no-cors",
    "include",
    "follow",
    "origin",
    "safari",
    "A: 1",
    "A:%20",
    "allow-origin-matches.2",
];

/// Pairs that are often right, in any order.
pub(crate) fn fragment() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        4 => select(VALUES).prop_map(str::to_owned),
        1 => text(),
    ];
    let pair = (select(KEYS), option::weighted(0.8, value)).prop_map(|(key, value)| match value {
        Some(value) => format!("{key}={value}"),
        None => key.to_owned(),
    });
    prop_oneof![
        4 => vec(pair, 0..40).prop_map(|pairs| pairs.join("&")),
        1 => any::<String>(),
    ]
}
