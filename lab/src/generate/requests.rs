//! Made-up requests.

use cors_engine::scenario::{
    Api, CredentialsMode, Mode, RedirectMode, ReferrerPolicy, ScenarioRequest,
};

use super::random::Random;

const URLS: &[&str] = &[
    "https://api.example/data",
    "https://api.example/data",
    "https://api.example/data",
    "https://api.example/data?query#fragment",
    "https://api.example:8443/data",
    "http://api.example/data",
    "http://localhost:8080/data",
    "https://app.example/data",
    "https://app.example:444/data",
    "http://app.example/data",
    "/data",
    "data",
    "//api.example/data",
    "api.example/data",
    "https://u:p@api.example/data",
    "https://u:p@app.example/data",
    "https://api.example:25/",
    "localhost:8080/data",
    "data:text/plain,hello",
    "data:hello",
    "https://",
];

const METHODS: &[&str] = &[
    "GET", "GET", "GET", "GET", "POST", "POST", "PUT", "put", "DELETE", "PATCH", "patch", "HEAD",
    "OPTIONS", "X-METHOD", "TRACE", "GE T",
];

const HEADERS: &[(&str, &str)] = &[
    ("Content-Type", "application/json"),
    ("Content-Type", "text/plain;charset=utf-8"),
    ("content-type", "text/plain ; x=\"(\""),
    ("Content-Type", "application/x-www-form-urlencoded"),
    ("Authorization", "Bearer x"),
    ("authorization", "Bearer x"),
    ("Authorization", "Basic eDp5"),
    ("X-A", "1"),
    ("x-a", "2"),
    ("X-B", ""),
    ("Accept", "application/json"),
    ("Accept", "a(b)"),
    ("Accept-Language", "de, en;q=0.5"),
    ("Accept-Language", "de_DE"),
    ("Content-Language", "de"),
    ("Range", "bytes=0-"),
    ("Range", "bytes=-5"),
    ("Range", "bytes=5-4"),
    ("Cache-Control", "no-cache"),
    ("If-None-Match", "\"x\""),
    ("Access-Control-Allow-Origin", "*"),
    ("Origin", "https://other.example"),
    ("Sec-Fetch-Site", "none"),
    ("X-HTTP-Method-Override", "TRACE, PUT"),
    ("X A", "1"),
    ("X-C", " padded "),
    ("X-C", "\u{E4}"),
    ("X-C", "\u{100}"),
];

const APIS: &[Api] = &[
    Api::Fetch,
    Api::Fetch,
    Api::Fetch,
    Api::Fetch,
    Api::Xhr,
    Api::Xhr,
    Api::Img,
    Api::Script,
    Api::Form,
];

/// Safelisted with a number for their value, the last ones in Chromium only.
const MANY_SAFELISTED: &[&str] = &[
    "Accept",
    "Accept-Language",
    "Content-Language",
    "DPR",
    "Downlink",
    "Device-Memory",
    "RTT",
    "Width",
    "Viewport-Width",
];

/// A request.
pub(super) fn draw(random: &mut Random) -> ScenarioRequest {
    let mut request = ScenarioRequest::new(random.one_of(URLS));
    request.api = random.one_of(APIS);
    if random.one_in(6) {
        request.referrer_policy = random.one_of(ReferrerPolicy::ALL);
    }
    match request.api {
        Api::Fetch => draw_fetch(random, &mut request),
        Api::Xhr => draw_xhr(random, &mut request),
        Api::Img | Api::Script => draw_element(random, &mut request),
        Api::Form => draw_form(random, &mut request),
        // None of `APIS`: what is made up is for a browser.
        Api::Curl => {}
    }
    request
}

/// A request for the same URL by the same means.
pub(super) fn draw_like(random: &mut Random, other: &ScenarioRequest) -> ScenarioRequest {
    loop {
        let request = draw(random);
        if request.api == other.api {
            let url = other.url.clone();
            return ScenarioRequest { url, ..request };
        }
    }
}

fn draw_fetch(random: &mut Random, request: &mut ScenarioRequest) {
    let modes = [
        Mode::Cors,
        Mode::Cors,
        Mode::Cors,
        Mode::Cors,
        Mode::NoCors,
        Mode::SameOrigin,
    ];
    request.mode = random.one_of(&modes);
    request.credentials = random.one_of(CredentialsMode::ALL);
    if random.one_in(8) {
        request.redirect = random.one_of(RedirectMode::ALL);
    }
    draw_method(random, request);
    if random.one_in(100) {
        // Each is short enough to be safelisted; nine of them together are not, eight are.
        let count = 8 + usize::from(random.one_in(2));
        for name in MANY_SAFELISTED.iter().take(count) {
            let line = ((*name).to_owned(), "1".repeat(120));
            request.headers.push(line);
        }
    }
    // A body on GET throws: once in a while is enough.
    let is_get = matches!(request.method.as_str(), "GET" | "HEAD");
    if random.one_in(match is_get {
        true => 30,
        false => 2,
    }) {
        request.body = Some("body".to_owned());
    }
}

fn draw_xhr(random: &mut Random, request: &mut ScenarioRequest) {
    if random.one_in(3) {
        request.credentials = CredentialsMode::Include;
    }
    request.upload_listener = random.one_in(4);
    draw_method(random, request);
    if random.one_in(2) {
        request.body = Some("body".to_owned());
    }
}

fn draw_method(random: &mut Random, request: &mut ScenarioRequest) {
    request.method = random.one_of(METHODS).to_owned();
    for _ in 0..random.one_of(&[0, 0, 1, 1, 2, 3]) {
        let (name, value) = random.one_of(HEADERS);
        request.headers.push((name.to_owned(), value.to_owned()));
    }
}

fn draw_element(random: &mut Random, request: &mut ScenarioRequest) {
    request.mode = random.one_of(&[Mode::Cors, Mode::NoCors]);
    request.credentials = request.api.default_credentials(request.mode);
    if request.mode == Mode::Cors && random.one_in(3) {
        request.credentials = CredentialsMode::Include;
    }
}

fn draw_form(random: &mut Random, request: &mut ScenarioRequest) {
    request.mode = Mode::NoCors;
    request.credentials = CredentialsMode::Include;
    request.method = random.one_of(&["GET", "POST", "post"]).to_owned();
    if random.one_in(2) {
        request.body = Some("a=b".to_owned());
    }
    if random.one_in(3) {
        let line = ("Content-Type".to_owned(), "text/plain".to_owned());
        request.headers.push(line);
    }
}
