//! Mistakes in headers that can be seen without sending anything: what a server says wrongly, or in vain.

use cors_engine::infrastructure::headers::forbidden_request_header::is_forbidden_request_header;
use cors_engine::infrastructure::headers::is_token;
use cors_engine::infrastructure::methods::is_forbidden_method;
use cors_engine::scenario::{HeaderLines, Profile};
use cors_engine::{Scenario, cut};
use cors_link::CORS_HEADERS;

use crate::change::{Place, is, lines};
use crate::spelling::meant;

const ALLOW_ORIGIN: &str = "Access-Control-Allow-Origin";
const ALLOW_CREDENTIALS: &str = "Access-Control-Allow-Credentials";
const ALLOW_METHODS: &str = "Access-Control-Allow-Methods";
const ALLOW_HEADERS: &str = "Access-Control-Allow-Headers";
const EXPOSE_HEADERS: &str = "Access-Control-Expose-Headers";
const MAX_AGE: &str = "Access-Control-Max-Age";

/// A mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The message that it is in.
    pub place: Place,
    /// The line, as typed.
    pub line: String,
    /// What is wrong with it, and what to write instead.
    pub sentence: String,
}

/// The mistakes in the headers of a scenario's first send, message by message.
pub fn mistakes(scenario: &Scenario) -> Vec<Mistake> {
    let mut found = Vec::new();
    let request = lines(scenario, Place::Page).into_iter().flatten();
    for (name, value) in request {
        if CORS_HEADERS.iter().any(|it| is(name, it)) {
            let sentence = "This is a header of answers. On a request it allows nothing, and causes a preflight: take it out.";
            add(&mut found, Place::Page, name, value, sentence.to_owned());
        }
    }
    for hop in 0..scenario.hops.len() {
        for place in [Place::Preflight(hop), Place::Response(hop)] {
            if let Some(lines) = lines(scenario, place) {
                of_answer(&mut found, place, lines);
            }
        }
    }
    found
}

fn add(found: &mut Vec<Mistake>, place: Place, name: &str, value: &str, sentence: String) {
    found.push(Mistake {
        place,
        line: [name, ": ", value].concat(),
        sentence,
    });
}

fn of_answer(found: &mut Vec<Mistake>, place: Place, lines: &HeaderLines) {
    let has_credentials = lines
        .iter()
        .any(|(name, value)| is(name, ALLOW_CREDENTIALS) && value == "true");
    let origins = lines.iter().filter(|(name, _)| is(name, ALLOW_ORIGIN));
    let is_twice = origins.count() > 1;
    for (name, value) in lines {
        if let Some(sentence) = of_line(place, name, value, has_credentials, is_twice) {
            add(found, place, name, value, sentence);
        }
    }
}

fn of_line(
    place: Place,
    name: &str,
    value: &str,
    has_credentials: bool,
    is_twice: bool,
) -> Option<String> {
    if let Some(meant) = meant(name) {
        return Some(["No browser knows this header. Write ", meant, "."].concat());
    }
    if let Some(sentence) = misplaced(place, name) {
        return Some(sentence.to_owned());
    }
    let sentence = match CORS_HEADERS.iter().find(|it| is(name, it)).copied()? {
        ALLOW_ORIGIN if is_twice => {
            "There are two such lines, and browsers accept none of two. Often a proxy and the application each add one: let only one of them."
        }
        ALLOW_ORIGIN => return origin(value, has_credentials).map(str::to_owned),
        ALLOW_CREDENTIALS => credentials(value)?,
        ALLOW_METHODS => methods(value, has_credentials)?,
        ALLOW_HEADERS => headers(value, has_credentials)?,
        EXPOSE_HEADERS => exposed(value, has_credentials)?,
        MAX_AGE => max_age(value)?,
        _ => return None,
    };
    Some(sentence.to_owned())
}

fn misplaced(place: Place, name: &str) -> Option<&'static str> {
    let is_of_preflights = [ALLOW_METHODS, ALLOW_HEADERS, MAX_AGE]
        .iter()
        .any(|it| is(name, it));
    match place {
        Place::Response(_) if is_of_preflights => {
            Some("Browsers read this on the answer to a preflight only. Here it does nothing.")
        }
        Place::Preflight(_) if is(name, EXPOSE_HEADERS) => {
            Some("Browsers read this on the answer to the request only. Here it does nothing.")
        }
        _ => None,
    }
}

/// An origin is scheme, host and port, as browsers write them, or `*`.
fn origin(value: &str, has_credentials: bool) -> Option<&'static str> {
    if value == "*" {
        return has_credentials.then_some("`*` never counts for a request with cookies, so Allow-Credentials beside it does nothing. Name one origin.");
    }
    if value == "null" {
        return Some(
            "`null` is the origin of every sandboxed frame: whoever wants can be it. Name an origin.",
        );
    }
    if value.contains(',') || value.contains(' ') {
        return Some(
            "One value, one origin: a list matches nobody. Keep the list in the server, and answer with the one that asks.",
        );
    }
    let Some((scheme, rest)) = value.split_once("://") else {
        return Some("An origin begins with its scheme: https://, then the host.");
    };
    if value.contains('*') {
        return Some(
            "There are no patterns: `*` stands alone or not at all. Answer with the origin that asks, if it is on your list.",
        );
    }
    if rest.contains('/') {
        return Some(
            "An origin ends with its host or port, without a slash and a path. Browsers compare byte by byte.",
        );
    }
    if value.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Some("Browsers write origins in lower case, and compare byte by byte.");
    }
    if !value.is_ascii() {
        return Some("Browsers write such a host in Punycode: xn--, then letters and digits.");
    }
    let is_default = matches!(
        (scheme, rest.rsplit_once(':')),
        ("https", Some((_, "443"))) | ("http", Some((_, "80")))
    );
    if is_default {
        return Some("Browsers leave the default port out, so this matches nobody.");
    }
    let host = rest.split(':').next().unwrap_or_default();
    let is_local = matches!(host, "localhost" | "127.0.0.1" | "[") || host.ends_with(".localhost");
    if scheme == "http" && has_credentials && !is_local {
        return Some(
            "Anybody on the way can change an http page, and with it read as its visitor. Allow credentials to https origins only.",
        );
    }
    None
}

fn credentials(value: &str) -> Option<&'static str> {
    match value {
        "true" => None,
        "false" => Some(
            "To allow no credentials, leave the header out. The only value that counts is true.",
        ),
        _ => Some("The only value that counts is true, in lower case."),
    }
}

fn parts(value: &str) -> impl Iterator<Item = &str> {
    cut::split(value, b',').map(|part| cut::trim(part, |byte| byte.is_ascii_whitespace()))
}

const STAR_WITH_CREDENTIALS: &str =
    "For a request with cookies `*` is only a name, which nobody asks for. List what is allowed.";

fn methods(value: &str, has_credentials: bool) -> Option<&'static str> {
    if parts(value).any(|part| !is_token(part)) {
        return Some(
            "Browsers cannot read this list, and the preflight fails: put commas between the methods, and nothing else.",
        );
    }
    if parts(value).any(is_forbidden_method) {
        return Some("No page can send CONNECT, TRACE or TRACK.");
    }
    if parts(value).any(|part| part.bytes().any(|byte| byte.is_ascii_lowercase())) {
        return Some("Methods are compared byte by byte, and browsers send these in capitals.");
    }
    (has_credentials && parts(value).any(|part| part == "*")).then_some(STAR_WITH_CREDENTIALS)
}

fn headers(value: &str, has_credentials: bool) -> Option<&'static str> {
    if parts(value).any(|part| !is_token(part)) {
        return Some(
            "Browsers cannot read this list, and the preflight fails: put commas between the names, and nothing else.",
        );
    }
    if parts(value).any(|part| CORS_HEADERS.iter().any(|it| is(part, it))) {
        return Some(
            "A header of answers stands in a list of request headers. No page needs to send it.",
        );
    }
    if parts(value).any(|part| is_forbidden_request_header(Profile::Standard, part, "")) {
        return Some("A header stands here that only the browser sets: it needs no permission.");
    }
    (has_credentials && parts(value).any(|part| part == "*")).then_some(STAR_WITH_CREDENTIALS)
}

fn exposed(value: &str, has_credentials: bool) -> Option<&'static str> {
    if parts(value).any(|part| is(part, "Set-Cookie") || is(part, "Set-Cookie2")) {
        return Some("No script ever sees Set-Cookie, whatever is exposed.");
    }
    if parts(value).any(|part| CORS_HEADERS.iter().any(|it| is(part, it))) {
        return Some("These headers are for the browser. Scripts have no use for them.");
    }
    (has_credentials && parts(value).any(|part| part == "*")).then_some(STAR_WITH_CREDENTIALS)
}

fn max_age(value: &str) -> Option<&'static str> {
    let is_number = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number {
        return Some("This is no whole number of seconds, so by the standard it counts as 5.");
    }
    let is_long = value.len() > 5 || value.parse().is_ok_and(|seconds: u32| seconds > 86_400);
    is_long.then_some("No browser keeps it longer than a day: Firefox stops at 86400 seconds, Chrome at 7200, Safari at 600.")
}
