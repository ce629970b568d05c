//! The texts of Firefox, rule by rule.

use alloc::string::String;

use super::templates::*;
use crate::cut::{cut, split};
use crate::infrastructure::headers::{is_token, normalize};
use crate::number;
use crate::origin::Origin;
use crate::rules::Rule;
use crate::rules::console::blocked::Blocked;
use crate::rules::console::text::Template;
use crate::scenario::{Api, Mode, RedirectMode};
use crate::url::Url;

/// What is said of a request that a rule stopped; `None` where nothing is.
pub(super) fn reason(blocked: &Blocked) -> Option<String> {
    let url = blocked.last_url;
    Some(match blocked.rule {
        Rule::PortNotBlocked | Rule::NotMixedContent => return before_asking(blocked),
        Rule::ModeAllowsCrossOrigin => blocked.say(MAY_NOT_LOAD, [&page(blocked), url]),
        Rule::SchemeIsHttp => return scheme(blocked),
        Rule::AllowOriginPresent => with_status(blocked, NO_ALLOW_ORIGIN),
        Rule::WildcardWithoutCredentials => {
            let url = blocked.say(QUOTED, [url]);
            cors(blocked, &url, WILDCARD_WITH_CREDENTIALS, [])
        }
        Rule::AllowOriginMatches => allow_origin_mismatch(blocked),
        Rule::AllowCredentialsTrue => cors(blocked, url, CREDENTIALS_NOT_TRUE, []),
        Rule::PreflightStatusOk if blocked.is_redirect() => return None,
        Rule::PreflightStatusOk => preflight_status(blocked),
        Rule::AllowMethodsParses => invalid_token(blocked, "Access-Control-Allow-Methods"),
        Rule::AllowHeadersParses if !is_method_found(blocked) => cors(blocked, url, NO_METHOD, []),
        Rule::AllowHeadersParses => invalid_token(blocked, "Access-Control-Allow-Headers"),
        Rule::MethodAllowed => cors(blocked, url, NO_METHOD, []),
        Rule::AuthorizationListed | Rule::RequestHeaderAllowed => {
            cors(blocked, url, NO_HEADER, [first_missing_header(blocked)])
        }
        Rule::LocationSchemeIsHttp => return location_scheme(blocked),
        Rule::RequestUrlParses if blocked.api == Api::Script => blocked.say(SRC_INVALID, [url]),
        // That it came to nothing is all there is to say.
        Rule::ServerAnswered
        | Rule::LocationParses
        | Rule::RedirectsWithin20
        | Rule::LocationWithoutCredentials => return None,
        // Script gets its error, and the console stays empty.
        Rule::NoCorsFollowsRedirects
        | Rule::DataUrlReadable
        | Rule::RedirectModeFollows
        | Rule::RequestUrlParses => return None,
        // They stop nothing in Firefox.
        Rule::SubresourceWithoutPassword | Rule::NoProxyAuthentication => return None,
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
        | Rule::HeaderExposed => return None,
    })
}

/// `Cross-Origin Request Blocked: …`, as the CORS errors begin.
pub(super) fn cors<const GAPS: usize>(
    blocked: &Blocked,
    url: &str,
    reason: Template<GAPS>,
    values: [&str; GAPS],
) -> String {
    blocked.say(BLOCKED, [url, &blocked.say(reason, values)])
}

fn with_status(blocked: &Blocked, reason: Template<0>) -> String {
    let line = cors(blocked, blocked.last_url, reason, []);
    let status = number::write(blocked.status().unwrap_or(0));
    blocked.say(WITH_STATUS, [&line, &status])
}

pub(super) fn did_not_succeed(blocked: &Blocked, url: &str) -> String {
    let line = cors(blocked, url, DID_NOT_SUCCEED, []);
    blocked.say(WITHOUT_STATUS, [&line])
}

pub(super) fn preflight_status(blocked: &Blocked) -> String {
    with_status(blocked, PREFLIGHT_NOT_OK)
}

fn not_http(blocked: &Blocked, url: &str) -> String {
    cors(blocked, url, NOT_HTTP, [])
}

pub(super) fn allow_origin_mismatch(blocked: &Blocked) -> String {
    let mut values = blocked.answered("Access-Control-Allow-Origin");
    let url = blocked.last_url;
    match (values.next(), values.next()) {
        (Some(value), None) => cors(blocked, url, OTHER_ORIGIN, [normalize(value)]),
        _ => cors(blocked, url, MANY_ORIGINS, []),
    }
}

fn invalid_token(blocked: &Blocked, name: &str) -> String {
    let elements = blocked.answered(name).flat_map(|line| split(line, b','));
    let mut elements = elements.map(normalize);
    let token = elements.find(|element| !element.is_empty() && !is_token(element));
    let token = token.unwrap_or_default();
    cors(blocked, blocked.last_url, INVALID_TOKEN, [token, name])
}

/// Firefox looks for the method before it reads the list of headers.
fn is_method_found(blocked: &Blocked) -> bool {
    matches!(blocked.method.as_str(), "GET" | "HEAD" | "POST")
        || is_listed(blocked, "Access-Control-Allow-Methods", |it| {
            it == blocked.method
        })
}

/// The first name of those asked for that is not allowed; `Authorization` has no place of its own.
fn first_missing_header<'a>(blocked: &Blocked<'a>) -> &'a str {
    let asked = blocked
        .exchange
        .and_then(|it| it.header("Access-Control-Request-Headers"));
    let mut names = split(asked.unwrap_or_default(), b',');
    let is_missing = |name: &&str| {
        !is_listed(blocked, "Access-Control-Allow-Headers", |it| {
            it.eq_ignore_ascii_case(name)
        })
    };
    names.find(is_missing).unwrap_or(blocked.asked_for)
}

fn is_listed(blocked: &Blocked, list: &str, is_it: impl Fn(&str) -> bool) -> bool {
    let mut items = blocked.answered(list).flat_map(|line| split(line, b','));
    items.any(|item| is_it(normalize(item)))
}

/// Nothing is said of a port, but mixed content is looked for first.
fn before_asking(blocked: &Blocked) -> Option<String> {
    let url = blocked.last_url;
    let is_http = url.starts_with("http:");
    match (blocked.mode, blocked.request.redirect) {
        _ if blocked.is_redirected() && is_http => {}
        (Mode::SameOrigin, _) if blocked.rule == Rule::NotMixedContent => {
            return Some(blocked.say(MAY_NOT_LOAD, [&page(blocked), url]));
        }
        (Mode::NoCors, RedirectMode::Error | RedirectMode::Manual) => return None,
        _ => {}
    }
    let is_mixed = is_http && blocked.page_url.starts_with("https:") && blocked.api != Api::Img;
    match blocked.rule {
        _ if is_mixed => Some(blocked.say(MIXED_CONTENT, [url])),
        Rule::NotMixedContent => scheme(blocked),
        _ => None,
    }
}

fn scheme(blocked: &Blocked) -> Option<String> {
    let url = blocked.last_url;
    let is_from_file = blocked.page_url.starts_with("file:");
    match cut(url, b':').0 {
        "file" if is_from_file => None,
        "file" => Some(blocked.say(MAY_NOT_LINK, [blocked.page_url, url])),
        "blob" | "chrome" => None,
        _ => (blocked.mode == Mode::Cors).then(|| not_http(blocked, url)),
    }
}

fn location_scheme(blocked: &Blocked) -> Option<String> {
    let location = blocked.location()?;
    let url = location.as_str();
    let asked = blocked.last_url;
    let is_cors_mode = blocked.mode == Mode::Cors;
    let is_at_home = !blocked.is_cors() && is_cors_mode;
    match location.scheme() {
        "data" => Some(blocked.say(REDIRECT_TO_DATA, [url])),
        "file" if is_cors_mode && blocked.api != Api::Xhr => {
            Some(blocked.say(MAY_NOT_LINK, [asked, url]))
        }
        "file" => Some(blocked.say(MAY_NOT_LINK, [blocked.page_url, url])),
        "blob" if is_at_home => None,
        "blob" if blocked.api != Api::Xhr => Some(blocked.say(MAY_NOT_LOAD, [asked, url])),
        "javascript" | "chrome" => None,
        _ => is_cors_mode.then(|| not_http(blocked, url)),
    }
}

/// The page, which Firefox names by a number of its own where its origin is opaque.
fn page(blocked: &Blocked) -> String {
    match (blocked.origin.as_str(), Url::parse(blocked.page_url)) {
        ("null", Some(page)) => blocked.say(OPAQUE_PAGE, [&Origin::of_url(&page).serialize()]),
        _ => String::from(blocked.page_url),
    }
}
