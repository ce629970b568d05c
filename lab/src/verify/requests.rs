//! What reached the servers, in the words of the engine and of the browser.

use std::collections::BTreeSet;

use cors_engine::Trace;
use cors_engine::scenario::{Api, HeaderLines, ScenarioRequest};
use cors_engine::trace::{Exchange, ExchangeKind};
use url::Url;

use crate::servers::{ReceivedRequest, combined};

/// Headers of the CORS protocol: their absence is worth as much as their presence.
const PROTOCOL: [&str; 4] = [
    "origin",
    "access-control-request-method",
    "access-control-request-headers",
    "authorization",
];

/// Headers that a browser sends of its own accord. What becomes of such a line of the scenario
/// shows only where the engine says that it is sent.
const BROWSERS_OWN: [&str; 20] = [
    "accept",
    "accept-charset",
    "accept-encoding",
    "accept-language",
    "cache-control",
    "connection",
    "content-length",
    "content-type",
    "cookie",
    "date",
    "dnt",
    "expect",
    "host",
    "keep-alive",
    "pragma",
    "priority",
    "referer",
    "te",
    "upgrade-insecure-requests",
    "user-agent",
];

/// Headers that curl sends of its own accord, which it lets itself be told.
const CURLS_OWN: [&str; 4] = ["accept", "content-length", "host", "user-agent"];

/// What proxies asked, and what reached their third parties, as text.
pub(super) fn forwarded(trace: &Trace, received: &[ReceivedRequest]) -> (String, String) {
    let none = BTreeSet::new();
    let engine = trace.exchanges.iter().filter_map(|exchange| {
        let url = exchange.forwarded_to.as_ref()?;
        Some(one(&exchange.method, url, &exchange.headers, &none))
    });
    let servers = received.iter();
    let servers = servers.map(|it| one(&it.method, &it.url(), &it.headers, &none));
    let (engine, servers): (Vec<String>, Vec<String>) = (engine.collect(), servers.collect());
    (engine.join("\n"), servers.join("\n"))
}

/// The preflights of both, as text.
pub(super) fn preflights(
    request: &ScenarioRequest,
    trace: &Trace,
    received: &[ReceivedRequest],
) -> (String, String) {
    both(request, trace, received, ExchangeKind::Preflight)
}

/// The actual requests of both, as text.
pub(super) fn requests(
    request: &ScenarioRequest,
    trace: &Trace,
    received: &[ReceivedRequest],
) -> (String, String) {
    both(request, trace, received, ExchangeKind::Actual)
}

fn both(
    request: &ScenarioRequest,
    trace: &Trace,
    received: &[ReceivedRequest],
    kind: ExchangeKind,
) -> (String, String) {
    let engine: Vec<&Exchange> = trace
        .exchanges
        .iter()
        .filter(|exchange| exchange.kind == kind && exchange.reached_server())
        .collect();
    let browser: Vec<&ReceivedRequest> = received
        .iter()
        .filter(|request| request.is_preflight() == (kind == ExchangeKind::Preflight))
        .collect();
    let no_headers = HeaderLines::new();
    let names = |index: usize| {
        let headers = engine.get(index).map_or(&no_headers, |it| &it.headers);
        names_to_compare(request, headers)
    };
    let engine_text = engine.iter().enumerate().map(|(index, exchange)| {
        let url = without_what_stays_at_home(&exchange.url);
        one(&exchange.method, &url, &exchange.headers, &names(index))
    });
    let browser_text = browser.iter().enumerate().map(|(index, request)| {
        one(
            &request.method,
            &request.url(),
            &request.headers,
            &names(index),
        )
    });
    let engine_text: Vec<String> = engine_text.collect();
    let browser_text: Vec<String> = browser_text.collect();
    (engine_text.join("\n"), browser_text.join("\n"))
}

/// The names that the engine sends, those of the protocol, and those that the scenario asks for.
fn names_to_compare(request: &ScenarioRequest, sent: &HeaderLines) -> BTreeSet<String> {
    let asked = request
        .headers
        .iter()
        .map(|(name, _)| name.to_ascii_lowercase())
        .filter(|name| {
            if request.api == Api::Curl {
                return !CURLS_OWN.contains(&name.as_str());
            }
            !BROWSERS_OWN.contains(&name.as_str())
                && !name.starts_with("sec-")
                && !name.starts_with("proxy-")
        });
    let sent = sent.iter().map(|(name, _)| name.to_ascii_lowercase());
    let protocol = PROTOCOL.iter().map(|name| (*name).to_owned());
    // No browser sends a type without a body; curl might.
    let of_curl = (request.api == Api::Curl).then(|| "content-type".to_owned());
    let protocol = protocol.chain(of_curl);
    protocol.chain(sent).chain(asked).collect()
}

/// One request in one line.
fn one(method: &str, url: &str, headers: &HeaderLines, names: &BTreeSet<String>) -> String {
    let mut text = format!("{method} {url}");
    for name in names {
        if let Some(value) = combined(headers, name) {
            // Each form has a boundary of its own.
            let value = value.split("; boundary=").next().unwrap_or_default();
            // White space at the end is no part of a value, and does not arrive.
            let value = value.trim_end();
            text.push_str(&format!(" | {name}: {value}"));
        }
    }
    text
}

/// A URL without fragment, user name and password, none of which is in a request line.
fn without_what_stays_at_home(url: &str) -> String {
    let Ok(mut url) = Url::parse(url) else {
        return url.to_owned();
    };
    url.set_fragment(None);
    // These fail for URLs that cannot have any.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.into()
}

/// Header lines as text, sorted.
pub(super) fn lines(headers: &HeaderLines) -> String {
    let mut lines: Vec<String> = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    lines.sort_unstable();
    lines.join("\n")
}
