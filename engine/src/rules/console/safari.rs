//! Safari's console, as WebKitGTK 2.50.6 prints it, whose CORS code is the same. Web Inspector adds
//! the lines `Failed to load resource`.
//!
//! NOT MODELLED: forms, whose page is replaced by one that says why.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use url::Url;

use super::blocked::Blocked;
use super::{ConsoleLine, TextSource, bad_status, headers_dropped_by_xhr, run, upgraded_images};
use crate::infrastructure::statuses::{is_ok_status, reason_phrase};
use crate::mixed_content::is_loopback;
use crate::rules::Rule;
use crate::scenario::{Api, Mode, RedirectMode, Scenario};
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

fn not_requested() -> String {
    String::from("Not allowed to request resource")
}

/// `The page at … requested insecure content from …`, as the mixed content lines go.
fn insecure(page_url: &str, url: &str, what_became_of_it: &str) -> String {
    format!(
        "The page at {page_url} requested insecure content from {url}. This content was {what_became_of_it}"
    )
}

fn upgraded(page_url: &str, url: &str) -> String {
    let end = "automatically upgraded and should be served over HTTPS.";
    insecure(page_url, url, end)
}

/// What the page refuses for being insecure. Of an image it says first that it was upgraded.
fn refused_as_insecure(blocked: &Blocked, url: &str) -> Vec<String> {
    // Of the page's own machine the sentence has no end.
    let end = match Url::parse(url).is_ok_and(|url| url.scheme() == "http" && is_loopback(&url)) {
        true => "blocked and must",
        false => "blocked and must be served over HTTPS.",
    };
    let line = format!("[blocked] {}", insecure(blocked.page_url, url, end));
    match blocked.api {
        Api::Img if !url.starts_with("http:") => vec![upgraded(blocked.page_url, url), line],
        _ => vec![line],
    }
}

/// A redirect that the page refuses after the network process has told it of it.
fn refused_redirect(blocked: &Blocked, mut lines: Vec<String>, asked: &str) -> Vec<String> {
    lines.push(not_loaded("Redirect was not allowed"));
    lines.push(cannot_load(blocked, asked));
    lines
}

fn before_asking(blocked: &Blocked) -> Vec<String> {
    let url = blocked.last_url;
    let is_http = url.starts_with("http:");
    let is_mixed = blocked.page_url.starts_with("https:") && is_http && blocked.api != Api::Img;
    if blocked.rule == Rule::PortNotBlocked && !is_mixed {
        let port = blocked.found;
        return vec![format!(
            "Not allowed to use restricted network port {port}: {url}"
        )];
    }
    let redirect = blocked.request.redirect;
    match (blocked.previous_url(), blocked.mode) {
        (Some(asked), _) => refused_redirect(blocked, refused_as_insecure(blocked, url), asked),
        (None, Mode::SameOrigin) => same_origin_mode(blocked),
        (None, Mode::NoCors) if redirect != RedirectMode::Follow => no_cors_redirect(blocked),
        (None, _) if !is_http => scheme(blocked),
        (None, _) => not_asked(blocked, refused_as_insecure(blocked, url)),
    }
}

/// What the page itself refuses; only script is told more.
fn not_asked(blocked: &Blocked, mut lines: Vec<String>) -> Vec<String> {
    if matches!(blocked.api, Api::Fetch | Api::Xhr) {
        lines.push(not_requested());
        lines.push(cannot_load(blocked, blocked.last_url));
    }
    lines
}

fn no_cors_redirect(blocked: &Blocked) -> Vec<String> {
    let line = String::from("No-Cors mode requires follow redirect mode");
    not_asked(blocked, vec![line])
}

fn same_origin_mode(blocked: &Blocked) -> Vec<String> {
    let url = blocked.last_url;
    if !blocked.is_redirected() {
        return vec![format!("Fetch API cannot load {url}.")];
    }
    let origin = &blocked.origin;
    denied(
        blocked,
        format!(
            "Unsafe attempt to load URL {url} from origin {origin}. Domains, protocols and ports must match."
        ),
    )
}

fn scheme(blocked: &Blocked) -> Vec<String> {
    let url = blocked.last_url;
    let is_script = matches!(blocked.api, Api::Fetch | Api::Xhr);
    match url.split(':').next() {
        Some("blob") => vec![String::from("Failed to load resource")],
        _ if is_script && blocked.mode == Mode::Cors => vec![
            String::from("Cross origin requests are only supported for HTTP."),
            cannot_load(blocked, url),
        ],
        Some("file") => not_asked(blocked, local_resource(blocked, url)),
        Some("about") => vec![not_loaded(CANNOT_SHOW)],
        _ if blocked.page_url.starts_with("https:") => {
            not_asked(blocked, refused_as_insecure(blocked, url))
        }
        Some("ftp") => denied(blocked, String::from(NO_FTP)),
        _ => vec![not_loaded(CANNOT_SHOW)],
    }
}

const CANNOT_SHOW: &str = "The URL can’t be shown";
const NO_FTP: &str = "FTP URLs are disabled";

fn local_resource(blocked: &Blocked, url: &str) -> Vec<String> {
    let line = format!("Not allowed to load local resource: {url}");
    if blocked.api != Api::Img || !blocked.page_url.starts_with("https:") {
        return vec![line];
    }
    let end = "not upgraded to HTTPS and must be served from the local host.";
    vec![insecure(blocked.page_url, url, end), line]
}

fn data_url(blocked: &Blocked) -> Vec<String> {
    let url = blocked.last_url;
    let network = not_loaded("Data URL decoding failed");
    match blocked.api {
        Api::Fetch => vec![format!("Fetch API cannot load {url}."), network],
        Api::Xhr => vec![format!("XMLHttpRequest cannot load {url}."), network],
        Api::Img | Api::Script | Api::Form => vec![network],
    }
}

fn no_connection(blocked: &Blocked) -> Vec<String> {
    let reason = String::from("Could not connect to the server.");
    match blocked.message {
        Message::PreflightRequest => denied(blocked, reason),
        _ => vec![not_loaded(&reason)],
    }
}

const NOT_HTTP: &str = "Redirection to URL with a scheme that is not HTTP(S)";
const NOT_CORS_SCHEME: &str =
    "not allowed to follow a cross-origin CORS redirection with non CORS scheme";

fn location(blocked: &Blocked) -> Vec<String> {
    match blocked.is_cors() {
        true => denied_redirect(blocked, blocked.found, NOT_CORS_SCHEME),
        false => vec![not_loaded(CANNOT_SHOW)],
    }
}

fn location_scheme(blocked: &Blocked) -> Vec<String> {
    let Some(location) = blocked.location() else {
        return Vec::new();
    };
    let url = location.as_str();
    let is_no_cors = blocked.mode == Mode::NoCors;
    let is_blob = location.scheme() == "blob";
    match location.scheme() {
        "ftp" => denied(blocked, String::from(NO_FTP)),
        _ if blocked.is_cors() => denied_redirect(blocked, url, NOT_CORS_SCHEME),
        "blob" | "data" | "about" if blocked.api == Api::Fetch && (is_blob || is_no_cors) => {
            vec![format!("{NOT_HTTP}."), cannot_load(blocked, url)]
        }
        "data" | "about" => denied_redirect(blocked, url, NOT_CORS_SCHEME),
        "blob" => denied(blocked, String::from(NOT_HTTP)),
        "file" => refused_redirect(blocked, local_resource(blocked, url), blocked.last_url),
        _ => refused_redirect(blocked, refused_as_insecure(blocked, url), blocked.last_url),
    }
}

fn location_credentials(blocked: &Blocked) -> Vec<String> {
    let Some(mut location) = blocked.location() else {
        return Vec::new();
    };
    let reason = format!("redirection URL {location} has credentials");
    // Neither can fail: the URL has a host.
    let _ = location.set_username("");
    let _ = location.set_password(None);
    denied_redirect(blocked, location.as_str(), &reason)
}
