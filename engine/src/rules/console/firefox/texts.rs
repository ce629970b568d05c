//! The texts of Firefox, rule by rule.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::infrastructure::headers::is_token;
use crate::origin::Origin;
use crate::rules::Rule;
use crate::rules::console::blocked::Blocked;
use crate::scenario::{Api, Mode, RedirectMode};
use crate::url::Url;

/// What is said of a request that a rule stopped; `None` where nothing is.
pub(super) fn reason(blocked: &Blocked) -> Option<String> {
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
pub(super) fn cors(url: &str, reason: &str) -> String {
    format!(
        "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at {url}. (Reason: {reason})."
    )
}

fn with_status(blocked: &Blocked, line: String) -> String {
    format!("{line} Status code: {}.", blocked.status().unwrap_or(0))
}

pub(super) fn did_not_succeed(url: &str) -> String {
    let line = cors(url, "CORS request did not succeed");
    format!("{line} Status code: (null).")
}

pub(super) fn preflight_status(blocked: &Blocked) -> String {
    let reason = "CORS preflight response did not succeed";
    with_status(blocked, cors(blocked.last_url, reason))
}

fn not_http(url: &str) -> String {
    cors(url, "CORS request not http")
}

pub(super) fn allow_origin_mismatch(blocked: &Blocked) -> String {
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
    let name = format!("Access-Control-Allow-{list}");
    let elements = blocked.answered(&name).flat_map(|line| line.split(','));
    let mut elements = elements.map(|element| element.trim());
    let token = elements.find(|element| !element.is_empty() && !is_token(element));
    let token = token.unwrap_or_default();
    cors(
        blocked.last_url,
        &format!("invalid token ‘{token}’ in CORS header ‘{name}’"),
    )
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
        ("null", Some(page)) => format!(
            "moz-nullprincipal:{{…}}?{}",
            Origin::of_url(&page).serialize()
        ),
        _ => String::from(blocked.page_url),
    }
}
