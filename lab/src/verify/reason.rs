//! The browser's own code for a failure, from the engine's rule and from the DevTools protocol.

use std::collections::BTreeSet;

use cors_engine::scenario::{Api, Mode, Page, ScenarioRequest};
use cors_engine::trace::{Exchange, Message, Step};
use cors_engine::{Rule, Trace};

use crate::browser::Observed;

/// The code that Chromium gives where the engine's rule fails: a
/// [CorsError](https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-CorsError), a
/// blocked reason, or a network error. `None`: it gives none, or was not asked.
pub(super) fn wanted(trace: &Trace, page: &Page, request: &ScenarioRequest) -> Option<String> {
    let step = trace.failed_step().filter(|_| trace.is_of_browser())?;
    let code = match step.rule {
        Rule::DataUrlReadable => "net::ERR_INVALID_URL",
        Rule::PortNotBlocked => "net::ERR_UNSAFE_PORT",
        Rule::NotMixedContent => "mixed-content",
        // The page itself stops these: there is nothing to say in the network's words.
        Rule::ModeAllowsCrossOrigin if step.evidence.hop > 0 => "origin",
        Rule::ModeAllowsCrossOrigin | Rule::NoCorsFollowsRedirects => "",
        Rule::SubresourceWithoutPassword => "origin",
        Rule::SchemeIsHttp => return scheme(step, page, request),
        Rule::NoProxyAuthentication => "net::ERR_UNEXPECTED_PROXY_AUTH",
        Rule::ServerAnswered => NO_ANSWER,
        Rule::AllowOriginPresent => return Some(of_check(step, "MissingAllowOriginHeader")),
        Rule::WildcardWithoutCredentials => {
            return Some(of_check(step, "WildcardOriginNotAllowed"));
        }
        Rule::AllowOriginMatches => return Some(of_check(step, mismatch(step))),
        Rule::AllowCredentialsTrue => return Some(of_check(step, "InvalidAllowCredentials")),
        Rule::PreflightStatusOk => match trace.exchanges.last() {
            Some(exchange) if is_redirect(exchange) => "PreflightDisallowedRedirect",
            _ => "PreflightInvalidStatus",
        },
        Rule::AllowMethodsParses => "InvalidAllowMethodsPreflightResponse",
        Rule::AllowHeadersParses => "InvalidAllowHeadersPreflightResponse",
        Rule::MethodAllowed => "MethodDisallowedByPreflightResponse",
        Rule::AuthorizationListed | Rule::RequestHeaderAllowed => {
            "HeaderDisallowedByPreflightResponse"
        }
        Rule::RedirectModeFollows => "net::ERR_FAILED",
        Rule::LocationParses => match trace.exchanges.last() {
            Some(exchange) if has_different_locations(exchange) => {
                "net::ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION"
            }
            _ => "net::ERR_INVALID_REDIRECT",
        },
        Rule::LocationSchemeIsHttp => return location_scheme(step, request),
        Rule::RedirectsWithin20 => "net::ERR_TOO_MANY_REDIRECTS",
        Rule::LocationWithoutCredentials => "RedirectContainsCredentials",
        _ => return None,
    };
    Some(code.to_owned())
}

/// The servers of the lab end a connection where a scenario has none: on one port for all hosts, none
/// can be refused.
pub(super) const NO_ANSWER: &str = "net::ERR_EMPTY_RESPONSE";

fn is_redirect(exchange: &Exchange) -> bool {
    let mut lines = exchange.answer_headers.iter();
    matches!(exchange.status, Some(301 | 302 | 303 | 307 | 308))
        && lines.any(|(name, value)| name.eq_ignore_ascii_case("Location") && !value.is_empty())
}

fn has_different_locations(exchange: &Exchange) -> bool {
    let lines = exchange.answer_headers.iter();
    let locations: BTreeSet<&str> = lines
        .filter(|(name, _)| name.eq_ignore_ascii_case("Location"))
        .map(|(_, value)| value.as_str())
        .collect();
    locations.len() > 1
}

fn scheme(step: &Step, page: &Page, request: &ScenarioRequest) -> Option<String> {
    let scheme = step.evidence.found.as_deref().unwrap_or_default();
    let code = match (request.api, request.mode) {
        _ if scheme == "file" => match page.url.starts_with("file:") {
            true => "CorsDisabledScheme",
            false => "other",
        },
        (Api::Fetch, _) => "",
        _ if scheme == "blob" => "other",
        (Api::Xhr, _) if scheme == "ftp" => "",
        (_, Mode::Cors) => "CorsDisabledScheme",
        _ => "net::ERR_UNKNOWN_URL_SCHEME",
    };
    Some(code.to_owned())
}

fn location_scheme(step: &Step, request: &ScenarioRequest) -> Option<String> {
    let location = step.evidence.found.as_deref().unwrap_or_default();
    let scheme = location.split(':').next().unwrap_or_default();
    let code = match (scheme.to_ascii_lowercase().as_str(), request.mode) {
        // Chromium's network layer knows these, and never follows a redirect to them.
        ("about" | "blob" | "chrome" | "chrome-extension" | "data" | "file" | "filesystem", _) => {
            "net::ERR_UNSAFE_REDIRECT"
        }
        (_, Mode::Cors) => "CorsDisabledScheme",
        _ => "net::ERR_UNKNOWN_URL_SCHEME",
    };
    Some(code.to_owned())
}

/// A code of the CORS check, which has a name of its own for preflights.
fn of_check(step: &Step, code: &str) -> String {
    match step.evidence.message {
        Message::Preflight => format!("Preflight{code}"),
        _ => code.to_owned(),
    }
}

/// Which kind of wrong value Chromium calls an `Access-Control-Allow-Origin` that is not the origin.
fn mismatch(step: &Step) -> &'static str {
    let value = step.evidence.found.as_deref().unwrap_or_default();
    match () {
        () if value.contains([',', ' ']) => "MultipleAllowOriginValues",
        () if value != "null" && url::Url::parse(value).is_err() => "InvalidAllowOriginValue",
        () => "AllowOriginMismatch",
    }
}

/// The code that Chromium gave; empty when it gave none.
pub(super) fn found(observed: &Observed) -> String {
    let Some(failure) = observed.failure() else {
        return String::new();
    };
    failure
        .cors_error
        .clone()
        .or_else(|| failure.blocked.clone())
        .unwrap_or_else(|| failure.error.clone())
}
