//! Firefox's console, as version 153.7 prints it; its texts are keys of `security.properties`.
//!
//! NOT MODELLED: what it says of MIME types, Opaque Response Blocking, referrer policies and XML.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use url::Url;

use super::blocked::Blocked;
use super::{ConsoleLine, bad_status, headers_dropped_by_xhr, request_of, run, upgraded_images};
use crate::rules::Rule;
use crate::scenario::{Api, Mode, RedirectMode, Scenario};
use crate::trace::{Message, StepOutcome, Trace};

pub(super) fn lines(scenario: &Scenario, trace: &Trace) -> Vec<ConsoleLine> {
    let mut lines: Vec<String> = headers_dropped_by_xhr(scenario, trace)
        .map(|name| format!("Attempt to set a forbidden header was denied: {name}"))
        .collect();
    let blocked = Blocked::of(scenario, trace);
    let is_asked = |it: &Blocked| it.rule != Rule::PortNotBlocked;
    if blocked.as_ref().is_none_or(is_asked) {
        lines.extend(upgraded_images(scenario, trace).iter().map(upgrade));
    }
    lines.extend(authorization_warnings(trace));
    if let Some(blocked) = blocked {
        // A page that cannot be shown is replaced by one that says why.
        if blocked.api != Api::Form {
            lines.extend(reasons(&blocked));
        }
        if blocked.api == Api::Script && blocked.rule != Rule::RequestUrlParses {
            lines.push(script_line(&blocked, &lines));
        }
    } else if request_of(scenario, trace).api == Api::Script && bad_status(trace).is_some() {
        lines.extend(trace.urls.first().map(|url| loading_failed(&url.href)));
    }
    lines.into_iter().map(run).collect()
}

fn upgrade(url: &Url) -> String {
    format!("Mixed Content: Upgrading insecure display request ‘{url}’ to use ‘https’")
}

/// Of every preflight that allows `Authorization` by `*` alone.
fn authorization_warnings(trace: &Trace) -> impl Iterator<Item = String> {
    let names_it = |list: &str| {
        let mut names = list.split(',');
        names.any(|name| name.trim().eq_ignore_ascii_case("authorization"))
    };
    let allowed = trace
        .steps_of(Rule::AuthorizationListed)
        .filter(|step| step.outcome == StepOutcome::Passed);
    allowed
        .filter(move |step| step.evidence.found.as_deref().is_some_and(|list| !names_it(list)))
        .filter_map(|step| trace.urls.get(step.evidence.hop))
        .map(|url| {
            format!(
                "Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at {} soon. (Reason: When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not covered. To include the `Authorization` header, it must be explicitly listed in CORS header `Access-Control-Allow-Headers`).",
                url.href
            )
        })
}

/// What is said of the rule, and that the request came to nothing.
fn reasons(blocked: &Blocked) -> Vec<String> {
    let mut lines: Vec<String> = reason(blocked).into_iter().collect();
    let url = blocked.last_url;
    if blocked.message == Message::Preflight && blocked.is_redirect() {
        lines.extend(redirected_preflight(blocked));
    }
    if let Some(url) = given_up(blocked) {
        lines.push(did_not_succeed(url));
    }
    // The preflight's connection is told of besides the request's.
    if blocked.rule == Rule::ServerAnswered && blocked.message == Message::PreflightRequest {
        lines.push(did_not_succeed(url));
    }
    lines
}

/// The URL of a request that ended before script could get an answer, other than by the CORS check
/// of an answer that was the last one.
fn given_up<'a>(blocked: &Blocked<'a>) -> Option<&'a str> {
    let url = blocked.last_url;
    let is_cors_mode = blocked.mode == Mode::Cors;
    match (blocked.rule, blocked.message) {
        (_, Message::Preflight) => Some(url),
        (Rule::LocationWithoutCredentials, _) => is_cors_mode.then_some(url),
        (Rule::PortNotBlocked, _) => blocked.previous_url().filter(|_| is_cors_mode),
        (Rule::NotMixedContent, _) => blocked.previous_url().filter(|_| blocked.was_cors()),
        (
            Rule::ServerAnswered
            | Rule::LocationParses
            | Rule::LocationSchemeIsHttp
            | Rule::RedirectsWithin20,
            _,
        ) => blocked.is_cors().then_some(url),
        (
            Rule::AllowOriginPresent
            | Rule::AllowOriginMatches
            | Rule::WildcardWithoutCredentials
            | Rule::AllowCredentialsTrue,
            _,
        ) => {
            let follows = blocked.request.redirect == RedirectMode::Follow;
            (follows && blocked.is_redirect()).then_some(url)
        }
        _ => None,
    }
}

/// A preflight that is redirected is told of by where it leads, unless its own CORS check failed.
fn redirected_preflight(blocked: &Blocked) -> Vec<String> {
    let url = blocked.last_url;
    let mut lines = Vec::new();
    if blocked.rule != Rule::PreflightStatusOk {
        return [did_not_succeed(url)].into();
    }
    let Some(location) = blocked.location() else {
        return [did_not_succeed(url)].into();
    };
    lines.push(cors(url, "CORS request external redirect not allowed"));
    let asked = blocked.exchange.and_then(|it| Url::parse(&it.url).ok());
    lines.push(
        match asked.is_some_and(|it| it.origin() == location.origin()) {
            true => preflight_status(blocked),
            false => allow_origin_mismatch(blocked),
        },
    );
    lines
}

/// What is said of a request that a rule stopped; `None` where nothing is.
fn reason(blocked: &Blocked) -> Option<String> {
    let url = blocked.last_url;
    Some(match blocked.rule {
        Rule::PortNotBlocked | Rule::NotMixedContent => return before_asking(blocked),
        Rule::ModeAllowsCrossOrigin => may_not_load(&page(blocked), url),
        Rule::SchemeIsHttp => return scheme(blocked),
        Rule::AllowOriginPresent => with_status(
            blocked,
            cors(url, "CORS header ‘Access-Control-Allow-Origin’ missing"),
        ),
        Rule::WildcardWithoutCredentials => cors(
            &format!("‘{url}’"),
            "Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’",
        ),
        Rule::AllowOriginMatches => allow_origin_mismatch(blocked),
        Rule::AllowCredentialsTrue => cors(
            url,
            "expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’",
        ),
        Rule::PreflightStatusOk if blocked.is_redirect() => return None,
        Rule::PreflightStatusOk => preflight_status(blocked),
        Rule::AllowMethodsParses => invalid_token(blocked, "Methods"),
        Rule::AllowHeadersParses if !is_method_found(blocked) => method_not_found(url),
        Rule::AllowHeadersParses => invalid_token(blocked, "Headers"),
        Rule::MethodAllowed => method_not_found(url),
        Rule::AuthorizationListed | Rule::RequestHeaderAllowed => cors(
            url,
            &format!(
                "header ‘{}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response",
                first_missing_header(blocked),
            ),
        ),
        Rule::LocationSchemeIsHttp => return location_scheme(blocked),
        Rule::RequestUrlParses if blocked.api == Api::Script => {
            format!("‘src’ attribute of <script> element is not a valid URI: “{url}”")
        }
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
fn cors(url: &str, reason: &str) -> String {
    format!(
        "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at {url}. (Reason: {reason})."
    )
}

fn with_status(blocked: &Blocked, line: String) -> String {
    format!("{line} Status code: {}.", blocked.status().unwrap_or(0))
}

fn did_not_succeed(url: &str) -> String {
    let line = cors(url, "CORS request did not succeed");
    format!("{line} Status code: (null).")
}

fn preflight_status(blocked: &Blocked) -> String {
    let reason = "CORS preflight response did not succeed";
    with_status(blocked, cors(blocked.last_url, reason))
}

fn not_http(url: &str) -> String {
    cors(url, "CORS request not http")
}

fn allow_origin_mismatch(blocked: &Blocked) -> String {
    let values: Vec<&str> = blocked.answered("Access-Control-Allow-Origin").collect();
    let reason = match values[..] {
        [value] => format!(
            "CORS header ‘Access-Control-Allow-Origin’ does not match ‘{}’",
            value.trim()
        ),
        _ => String::from("Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed"),
    };
    cors(blocked.last_url, &reason)
}

fn invalid_token(blocked: &Blocked, list: &str) -> String {
    let reason = format!(
        "invalid token ‘{}’ in CORS header ‘Access-Control-Allow-{list}’",
        blocked.found,
    );
    cors(blocked.last_url, &reason)
}

fn method_not_found(url: &str) -> String {
    cors(
        url,
        "Did not find method in CORS header ‘Access-Control-Allow-Methods’",
    )
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
    let mut names = asked.unwrap_or_default().split(',');
    let is_missing = |name: &&str| {
        !is_listed(blocked, "Access-Control-Allow-Headers", |it| {
            it.eq_ignore_ascii_case(name)
        })
    };
    names.find(is_missing).unwrap_or(blocked.asked_for)
}

fn is_listed(blocked: &Blocked, list: &str, is_it: impl Fn(&str) -> bool) -> bool {
    let mut items = blocked.answered(list).flat_map(|line| line.split(','));
    items.any(|item| is_it(item.trim()))
}

/// Nothing is said of a port, but mixed content is looked for first.
fn before_asking(blocked: &Blocked) -> Option<String> {
    let url = blocked.last_url;
    let is_http = url.starts_with("http:");
    match (blocked.mode, blocked.request.redirect) {
        _ if blocked.is_redirected() && is_http => {}
        (Mode::SameOrigin, _) if blocked.rule == Rule::NotMixedContent => {
            return Some(may_not_load(&page(blocked), url));
        }
        (Mode::NoCors, RedirectMode::Error | RedirectMode::Manual) => return None,
        _ => {}
    }
    let is_mixed = is_http && blocked.page_url.starts_with("https:") && blocked.api != Api::Img;
    match blocked.rule {
        _ if is_mixed => Some(format!("Blocked loading mixed active content “{url}”")),
        Rule::NotMixedContent => scheme(blocked),
        _ => None,
    }
}

fn scheme(blocked: &Blocked) -> Option<String> {
    let url = blocked.last_url;
    let is_from_file = blocked.page_url.starts_with("file:");
    match url.split(':').next() {
        Some("file") if is_from_file => None,
        Some("file") => Some(may_not_link(blocked.page_url, url)),
        Some("blob" | "chrome") => None,
        _ => (blocked.mode == Mode::Cors).then(|| not_http(url)),
    }
}

fn location_scheme(blocked: &Blocked) -> Option<String> {
    let location = blocked.location()?;
    let url = location.as_str();
    let asked = blocked.last_url;
    let is_cors_mode = blocked.mode == Mode::Cors;
    let is_at_home = !blocked.is_cors() && is_cors_mode;
    match location.scheme() {
        "data" => Some(format!(
            "Redirecting to data: URI not allowed (Blocked loading of: “{url}”)"
        )),
        "file" if is_cors_mode && blocked.api != Api::Xhr => Some(may_not_link(asked, url)),
        "file" => Some(may_not_link(blocked.page_url, url)),
        "blob" if is_at_home => None,
        "blob" if blocked.api != Api::Xhr => Some(may_not_load(asked, url)),
        "javascript" | "chrome" => None,
        _ => is_cors_mode.then(|| not_http(url)),
    }
}

fn may_not_load(who: &str, url: &str) -> String {
    format!("Security Error: Content at {who} may not load data from {url}.")
}

fn may_not_link(who: &str, url: &str) -> String {
    format!("Security Error: Content at {who} may not load or link to {url}.")
}

/// The page, which Firefox names by a number of its own where its origin is opaque.
fn page(blocked: &Blocked) -> String {
    match (blocked.origin.as_str(), Url::parse(blocked.page_url)) {
        ("null", Ok(page)) => format!(
            "moz-nullprincipal:{{…}}?{}",
            page.origin().ascii_serialization()
        ),
        _ => String::from(blocked.page_url),
    }
}

/// The last line of a script that does not load.
fn script_line(blocked: &Blocked, lines: &[String]) -> String {
    let url = blocked.initial_url;
    let scheme = url.split(':').next();
    let is_cors = lines
        .iter()
        .any(|line| line.starts_with("Cross-Origin Request Blocked"));
    let is_mixed = blocked.rule == Rule::NotMixedContent && blocked.is_redirected();
    let is_linked = lines.iter().any(|line| line.contains("load or link"))
        && !(blocked.mode == Mode::Cors && blocked.rule == Rule::LocationSchemeIsHttp);
    match blocked.rule {
        Rule::DataUrlReadable => format!("<script> source URI is malformed: “{url}”."),
        Rule::SchemeIsHttp if scheme == Some("blob") => {
            format!("<script> source URI is malformed: “{url}”.")
        }
        _ if is_cors || is_mixed || is_linked => {
            format!("<script> source URI is not allowed in this document: “{url}”.")
        }
        _ => loading_failed(url),
    }
}

fn loading_failed(url: &str) -> String {
    format!("Loading failed for the <script> with source “{url}”.")
}
