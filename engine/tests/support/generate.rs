//! Scenarios by chance, most of them near misses: right but for a letter, a line, a default.

use super::vocabulary::{
    ALLOWS, ANSWER_HEADERS, LOCATIONS, Lines, METHODS, PAGES, PROXIES, REQUEST_HEADERS, STATUSES,
    URLS, Words,
};
use cors_engine::Scenario;
use cors_engine::scenario::{
    Answer, Api, CredentialsMode, FurtherSend, HeaderLines, Hop, Mode, Page, PreflightAnswer,
    Profile, RedirectMode, ReferrerPolicy, ScenarioRequest,
};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;

fn text(from: &Words) -> impl Strategy<Value = String> + use<> {
    prop_oneof![9 => select(from.usual), 1 => select(from.odd)].prop_map(str::to_owned)
}

fn lines(from: &Lines) -> impl Strategy<Value = HeaderLines> + use<> {
    let line = prop_oneof![9 => select(from.usual), 1 => select(from.odd)];
    let line = line.prop_map(|(name, value)| (name.to_owned(), value.to_owned()));
    vec(line, 0..4)
}

/// The lines of an answer: those that allow something, then others.
fn answer_lines() -> impl Strategy<Value = HeaderLines> {
    (select(ALLOWS), lines(&ANSWER_HEADERS)).prop_map(|(allows, others)| {
        let mut lines = cors_engine::scenario::lines(allows);
        lines.extend(others);
        lines
    })
}

fn answer() -> impl Strategy<Value = Answer> {
    let location = weighted(0.6, text(&LOCATIONS));
    (text(&STATUSES), answer_lines(), location, ".{0,4}").prop_map(
        |(status, mut headers, location, body)| {
            headers.extend(location.map(|location| ("Location".to_owned(), location)));
            Answer {
                status,
                headers,
                body,
            }
        },
    )
}

fn preflight() -> impl Strategy<Value = PreflightAnswer> {
    let status = prop_oneof![9 => Just("204".to_owned()), 1 => text(&STATUSES)];
    (status, answer_lines()).prop_map(|(status, headers)| PreflightAnswer { status, headers })
}

fn hops() -> impl Strategy<Value = Vec<Hop>> {
    let hop =
        (weighted(0.7, preflight()), weighted(0.95, answer())).prop_map(|(preflight, response)| {
            Hop {
                preflight,
                response,
            }
        });
    vec(hop, 1..5)
}

fn request() -> impl Strategy<Value = ScenarioRequest> {
    let api = prop_oneof![
        6 => Just(Api::Fetch), 2 => Just(Api::Xhr), 1 => Just(Api::Img), 1 => Just(Api::Script),
        1 => Just(Api::Form), 1 => Just(Api::Curl),
    ];
    let message = (
        text(&URLS),
        text(&METHODS),
        lines(&REQUEST_HEADERS),
        weighted(0.2, ".{0,4}"),
    );
    let modes = (
        weighted(0.1, select(Mode::ALL)),
        weighted(0.2, select(CredentialsMode::ALL)),
        weighted(0.3, select(RedirectMode::ALL)),
        weighted(0.2, select(ReferrerPolicy::ALL)),
        weighted(0.2, any::<bool>()),
    );
    (api, message, modes).prop_map(|(api, (url, method, headers, body), modes)| {
        let (mode, credentials, redirect, referrer_policy, upload_listener) = modes;
        let has_redirect_modes = matches!(api, Api::Fetch | Api::Curl);
        // curl takes no other modes.
        let is_of_page = api != Api::Curl;
        let mode = mode.filter(|_| is_of_page).unwrap_or(api.default_mode());
        // Mostly what the API can do, so that few scenarios end as problems.
        let is_script = matches!(api, Api::Fetch | Api::Xhr | Api::Curl);
        ScenarioRequest {
            api,
            url,
            method: if is_script { method } else { "GET".to_owned() },
            headers: if is_script {
                headers
            } else {
                HeaderLines::new()
            },
            body: body.filter(|_| is_script),
            mode,
            credentials: credentials
                .filter(|_| is_of_page)
                .unwrap_or(api.default_credentials(mode)),
            redirect: redirect
                .filter(|_| has_redirect_modes)
                .unwrap_or(RedirectMode::Follow),
            referrer_policy: referrer_policy
                .filter(|_| is_of_page)
                .unwrap_or(ReferrerPolicy::Default),
            upload_listener: upload_listener.unwrap_or(false) && api == Api::Xhr,
        }
    })
}

/// A scenario that can be written down: its statuses are whole numbers.
pub(crate) fn scenario() -> impl Strategy<Value = Scenario> {
    let proxy = weighted(0.1, text(&PROXIES));
    let page = (text(&PAGES), weighted(0.1, Just(true)), proxy);
    let page = page.prop_map(|(url, opaque, proxy)| Page {
        url,
        opaque: opaque.unwrap_or(false),
        proxy: proxy.unwrap_or_default(),
    });
    let further = (0..10_u32, request(), hops()).prop_map(|(wait_s, request, hops)| FurtherSend {
        wait_s,
        request,
        hops,
    });
    (
        ".{0,8}",
        page,
        request(),
        hops(),
        vec(further, 0..3),
        select(Profile::ALL),
    )
        .prop_map(|(title, page, request, hops, then, profile)| Scenario {
            title,
            page,
            request,
            hops,
            then,
            profile,
        })
}
