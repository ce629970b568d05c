//! Safari's console, as WebKitGTK 2.50.6 prints it, whose CORS code is the same. Web Inspector adds
//! the lines `Failed to load resource`.
//!
//! NOT MODELLED: forms, whose page is replaced by one that says why.

mod page;

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use page::{
    before_asking, data_url, location, location_credentials, location_scheme, no_cors_redirect,
    same_origin_mode, scheme, upgraded,
};

use super::blocked::Blocked;
use super::{ConsoleLine, TextSource, bad_status, headers_dropped_by_xhr, run, upgraded_images};
use crate::infrastructure::statuses::{is_ok_status, reason_phrase};
use crate::rules::Rule;
use crate::scenario::{Api, Scenario};
use crate::trace::{Message, Trace};

pub(super) fn lines(scenario: &Scenario, trace: &Trace) -> Vec<ConsoleLine> {
    let mut lines: Vec<String> = headers_dropped_by_xhr(scenario, trace)
        .map(|name| format!("Refused to set unsafe header \"{name}\""))
        .collect();
    for url in upgraded_images(scenario, trace) {
        lines.push(upgraded(&scenario.page.url, url.as_str()));
    }
    let blocked = Blocked::of(scenario, trace).filter(|it| it.api != Api::Form);
    match (&blocked, bad_status(trace)) {
        (Some(blocked), _) => lines.extend(reasons(blocked)),
        (None, Some(status)) => lines.push(not_loaded(&format!(
            "the server responded with a status of {status} ({})",
            reason_phrase(status),
        ))),
        (None, None) => {}
    }
    let is_network = blocked.is_some_and(|it| it.rule == Rule::ServerAnswered);
    let mut lines: Vec<ConsoleLine> = lines.into_iter().map(run).collect();
    if is_network {
        // Network errors are in the words of the operating system.
        lines
            .iter_mut()
            .for_each(|line| line.source = TextSource::Unrun);
    }
    lines
}

/// What is said of a request that a rule stopped.
fn reasons(blocked: &Blocked) -> Vec<String> {
    match blocked.rule {
        Rule::PortNotBlocked | Rule::NotMixedContent => before_asking(blocked),
        Rule::ModeAllowsCrossOrigin => same_origin_mode(blocked),
        Rule::NoCorsFollowsRedirects => no_cors_redirect(blocked),
        Rule::SchemeIsHttp => scheme(blocked),
        Rule::DataUrlReadable => data_url(blocked),
        Rule::ServerAnswered => no_connection(blocked),
        Rule::AllowOriginPresent
        | Rule::AllowOriginMatches
        | Rule::WildcardWithoutCredentials
        | Rule::AllowCredentialsTrue => access_check(blocked),
        Rule::PreflightStatusOk => denied(blocked, preflight_status(blocked)),
        Rule::AllowMethodsParses => denied(blocked, invalid_list(blocked, "Methods")),
        Rule::AllowHeadersParses => denied(blocked, invalid_list(blocked, "Headers")),
        Rule::MethodAllowed => denied(
            blocked,
            format!(
                "Method {} is not allowed by Access-Control-Allow-Methods.",
                blocked.asked_for,
            ),
        ),
        Rule::AuthorizationListed | Rule::RequestHeaderAllowed => denied(
            blocked,
            format!(
                "Request header field {} is not allowed by Access-Control-Allow-Headers.",
                first_missing_header(blocked),
            ),
        ),
        Rule::RedirectModeFollows => denied(
            blocked,
            format!(
                "Not allowed to follow a redirection while loading {}",
                blocked.last_url,
            ),
        ),
        Rule::LocationParses => location(blocked),
        Rule::LocationSchemeIsHttp => location_scheme(blocked),
        Rule::RedirectsWithin20 => denied(
            blocked,
            String::from("Load cannot follow more than 20 redirections"),
        ),
        Rule::LocationWithoutCredentials => location_credentials(blocked),
        // An element whose URL does not parse says nothing.
        Rule::RequestUrlParses => Vec::new(),
        // They stop nothing in Safari.
        Rule::SubresourceWithoutPassword | Rule::NoProxyAuthentication => Vec::new(),
        // They end no request in a network error.
        Rule::PageUrlUsable
        | Rule::HostIsAscii
        | Rule::RequestPossible
        | Rule::StatusInRange
        | Rule::AnswerHeaderNameIsToken
        | Rule::AnswerHeaderValueValid
        | Rule::WithinLimits
        | Rule::RequestUrlWithoutCredentials
        | Rule::MethodIsToken
        | Rule::MethodNotForbidden
        | Rule::NoCorsMethodSafelisted
        | Rule::RequestHeaderNameIsToken
        | Rule::RequestHeaderValueValid
        | Rule::RequestHeaderNotForbidden
        | Rule::NoCorsRequestHeaderSafelisted
        | Rule::MethodTakesBody
        | Rule::SameOrigin
        | Rule::NoUploadListener
        | Rule::MethodSafelisted
        | Rule::RequestHeaderSafelisted
        | Rule::SafelistedValuesWithin1024
        | Rule::SafelistedBeforeRedirect
        | Rule::PreflightCached
        | Rule::OriginNamesThePage
        | Rule::PreflightKept
        | Rule::AnswerIsFinal
        | Rule::RedirectKeepsMethod
        | Rule::RedirectKeepsAuthorization
        | Rule::ResponseVisible
        | Rule::ExposeHeadersParses
        | Rule::HeaderExposed => Vec::new(),
    }
}

/// The line of the API that asked.
fn cannot_load(blocked: &Blocked, url: &str) -> String {
    let what = match blocked.api {
        Api::Fetch => "Fetch API cannot load",
        Api::Xhr => "XMLHttpRequest cannot load",
        Api::Img => "Cannot load image",
        Api::Script | Api::Form => {
            return String::from(
                "Cross-origin script load denied by Cross-Origin Resource Sharing policy.",
            );
        }
    };
    format!("{what} {url} due to access control checks.")
}

/// The line of Web Inspector.
fn not_loaded(reason: &str) -> String {
    format!("Failed to load resource: {reason}")
}

/// The three lines of a request that the network process refused, in the order in which they come.
fn denied(blocked: &Blocked, reason: String) -> Vec<String> {
    let url = match blocked.api {
        Api::Img => blocked.initial_url,
        _ => blocked.last_url,
    };
    let api = cannot_load(blocked, url);
    let network = not_loaded(&reason);
    match blocked.api {
        Api::Script => vec![reason, network, api],
        _ => vec![reason, api, network],
    }
}

/// The same for a redirect that the page's own server sends.
fn denied_redirect(blocked: &Blocked, location: &str, reason: &str) -> Vec<String> {
    let reason = format!(
        "Cross-origin redirection to {location} denied by Cross-Origin Resource Sharing policy: {reason}"
    );
    let mut lines = denied(blocked, reason);
    if !blocked.is_cors() && blocked.api != Api::Script {
        lines.swap(1, 2);
    }
    lines
}

/// A preflight's status comes before its CORS check.
fn access_check(blocked: &Blocked) -> Vec<String> {
    let status = blocked.status().unwrap_or(0);
    if blocked.message == Message::Preflight && !is_ok_status(status) {
        return denied(blocked, preflight_status(blocked));
    }
    let is_list = || {
        let mut values = blocked.answered("Access-Control-Allow-Origin");
        values.next().is_some_and(|first| first.contains(',')) || values.next().is_some()
    };
    let origin = blocked.exchange.and_then(|it| it.header("Origin"));
    let reason = match blocked.rule {
        Rule::WildcardWithoutCredentials => String::from(
            "Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.",
        ),
        Rule::AllowCredentialsTrue => String::from(
            "Credentials flag is true, but Access-Control-Allow-Credentials is not \"true\".",
        ),
        _ if is_list() => {
            String::from("Access-Control-Allow-Origin cannot contain more than one origin.")
        }
        _ => format!(
            "Origin {} is not allowed by Access-Control-Allow-Origin. Status code: {status}",
            origin.unwrap_or(&blocked.origin),
        ),
    };
    match blocked.location().filter(|_| blocked.is_redirect()) {
        Some(location) => denied_redirect(blocked, location.as_str(), &reason),
        None => denied(blocked, reason),
    }
}

fn preflight_status(blocked: &Blocked) -> String {
    format!(
        "Preflight response is not successful. Status code: {}",
        blocked.status().unwrap_or(0),
    )
}

fn invalid_list(blocked: &Blocked, list: &str) -> String {
    let name = format!("Access-Control-Allow-{list}");
    let values: Vec<&str> = blocked.answered(&name).map(str::trim).collect();
    format!("Header {name} has an invalid value: {}", values.join(", "))
}

/// The first header that is not allowed, in the order in which script set them.
fn first_missing_header<'a>(blocked: &Blocked<'a>) -> &'a str {
    let asked = blocked
        .exchange
        .and_then(|it| it.header("Access-Control-Request-Headers"));
    let is_asked = |name: &str| {
        let mut names = asked.unwrap_or_default().split(',');
        names.any(|it| it.eq_ignore_ascii_case(name))
    };
    let is_listed = |name: &str| {
        let lines = blocked.answered("Access-Control-Allow-Headers");
        let mut names = lines.flat_map(|line| line.split(','));
        names.any(|it| it.trim().eq_ignore_ascii_case(name))
    };
    let mut names = blocked
        .request
        .headers
        .iter()
        .map(|(name, _)| name.as_str());
    names
        .find(|name| is_asked(name) && !is_listed(name))
        .unwrap_or(blocked.asked_for)
}

fn no_connection(blocked: &Blocked) -> Vec<String> {
    let reason = String::from("Could not connect to the server.");
    match blocked.message {
        Message::PreflightRequest => denied(blocked, reason),
        _ => vec![not_loaded(&reason)],
    }
}
