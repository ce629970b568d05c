//! Safari's console, as WebKitGTK 2.50.6 prints it, whose CORS code is the same. Web Inspector adds
//! the lines `Failed to load resource`.
//!
//! NOT MODELLED: forms, whose page is replaced by one that says why.

mod page;
pub(super) mod templates;

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use page::{
    before_asking, data_url, location, location_credentials, location_scheme, no_cors_redirect,
    same_origin_mode, scheme,
};
use templates::*;

use super::blocked::Blocked;
use super::{
    ConsoleLine, TextSource, Texts, bad_status, headers_dropped_by_xhr, run, upgraded_images,
};
use crate::cut::{join, split};
use crate::infrastructure::headers::normalize;
use crate::infrastructure::statuses::{is_ok_status, reason_phrase};
use crate::number;
use crate::rules::Rule;
use crate::scenario::{Api, Scenario};
use crate::trace::{Message, Trace};

pub(super) fn lines(scenario: &Scenario, trace: &Trace, texts: Texts) -> Vec<ConsoleLine> {
    let mut lines: Vec<String> = headers_dropped_by_xhr(scenario, trace)
        .map(|name| texts.say(FORBIDDEN_HEADER, [name]))
        .collect();
    for url in upgraded_images(scenario, trace) {
        lines.push(texts.say(UPGRADED, [&scenario.page.url, url.as_str()]));
    }
    let blocked = Blocked::of(scenario, trace, texts).filter(|it| it.api != Api::Form);
    match (&blocked, bad_status(trace)) {
        (Some(blocked), _) => lines.extend(reasons(blocked)),
        (None, Some(status)) => {
            let reason = texts.say(STATUS, [&number::write(status), reason_phrase(status)]);
            lines.push(texts.say(NOT_LOADED, [&reason]));
        }
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
        Rule::AllowMethodsParses => denied(
            blocked,
            invalid_list(blocked, "Access-Control-Allow-Methods"),
        ),
        Rule::AllowHeadersParses => denied(
            blocked,
            invalid_list(blocked, "Access-Control-Allow-Headers"),
        ),
        Rule::MethodAllowed => denied(
            blocked,
            blocked.say(METHOD_NOT_ALLOWED, [blocked.asked_for]),
        ),
        Rule::AuthorizationListed | Rule::RequestHeaderAllowed => denied(
            blocked,
            blocked.say(HEADER_NOT_ALLOWED, [first_missing_header(blocked)]),
        ),
        Rule::RedirectModeFollows => denied(blocked, blocked.say(NOT_FOLLOWED, [blocked.last_url])),
        Rule::LocationParses => location(blocked),
        Rule::LocationSchemeIsHttp => location_scheme(blocked),
        Rule::RedirectsWithin20 => denied(blocked, blocked.say(TOO_MANY_REDIRECTS, [])),
        Rule::LocationWithoutCredentials => location_credentials(blocked),
        // An element whose URL does not parse says nothing.
        Rule::RequestUrlParses => Vec::new(),
        // They stop nothing in Safari.
        Rule::SubresourceWithoutPassword | Rule::NoProxyAuthentication => Vec::new(),
        // They end no request in a network error.
        Rule::PageUrlUsable
        | Rule::HostIsAscii
        | Rule::ProxyUsable
        | Rule::CurlUrlWhole
        | Rule::ClientIsBrowser
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
    let template = match blocked.api {
        Api::Fetch => FETCH_CANNOT_LOAD,
        Api::Xhr => XHR_CANNOT_LOAD,
        Api::Img => IMAGE_CANNOT_LOAD,
        Api::Script | Api::Form | Api::Curl => return blocked.say(SCRIPT_DENIED, []),
    };
    blocked.say(template, [url])
}

/// The line of Web Inspector.
fn not_loaded(blocked: &Blocked, reason: &str) -> String {
    blocked.say(NOT_LOADED, [reason])
}

/// The three lines of a request that the network process refused, in the order in which they come.
fn denied(blocked: &Blocked, reason: String) -> Vec<String> {
    let url = match blocked.api {
        Api::Img => blocked.initial_url,
        _ => blocked.last_url,
    };
    let api = cannot_load(blocked, url);
    let network = not_loaded(blocked, &reason);
    match blocked.api {
        Api::Script => vec![reason, network, api],
        _ => vec![reason, api, network],
    }
}

/// The same for a redirect that the page's own server sends.
fn denied_redirect(blocked: &Blocked, location: &str, reason: &str) -> Vec<String> {
    let reason = blocked.say(REDIRECT_DENIED, [location, reason]);
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
        values
            .next()
            .is_some_and(|first| first.bytes().any(|byte| byte == b','))
            || values.next().is_some()
    };
    let origin = blocked.exchange.and_then(|it| it.header("Origin"));
    let reason = match blocked.rule {
        Rule::WildcardWithoutCredentials => blocked.say(WILDCARD_WITH_CREDENTIALS, []),
        Rule::AllowCredentialsTrue => blocked.say(CREDENTIALS_NOT_TRUE, []),
        _ if is_list() => blocked.say(MANY_ORIGINS, []),
        _ => {
            let origin = origin.unwrap_or(&blocked.origin);
            blocked.say(OTHER_ORIGIN, [origin, &number::write(status)])
        }
    };
    match blocked.location().filter(|_| blocked.is_redirect()) {
        Some(location) => denied_redirect(blocked, location.as_str(), &reason),
        None => denied(blocked, reason),
    }
}

fn preflight_status(blocked: &Blocked) -> String {
    let status = blocked.status().unwrap_or(0);
    blocked.say(PREFLIGHT_NOT_OK, [&number::write(status)])
}

fn invalid_list(blocked: &Blocked, name: &str) -> String {
    let values = join(blocked.answered(name).map(normalize), ", ");
    blocked.say(INVALID_LIST, [name, &values])
}

/// The first header that is not allowed, in the order in which script set them.
fn first_missing_header<'a>(blocked: &Blocked<'a>) -> &'a str {
    let asked = blocked
        .exchange
        .and_then(|it| it.header("Access-Control-Request-Headers"));
    let is_asked = |name: &str| {
        let mut names = split(asked.unwrap_or_default(), b',');
        names.any(|it| it.eq_ignore_ascii_case(name))
    };
    let is_listed = |name: &str| {
        let lines = blocked.answered("Access-Control-Allow-Headers");
        let mut names = lines.flat_map(|line| split(line, b','));
        names.any(|it| normalize(it).eq_ignore_ascii_case(name))
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
    let reason = blocked.say(NO_CONNECTION, []);
    match blocked.message {
        Message::PreflightRequest => denied(blocked, reason),
        _ => vec![not_loaded(blocked, &reason)],
    }
}
