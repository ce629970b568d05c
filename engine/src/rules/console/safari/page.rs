//! What Safari says where the page itself refuses: before asking, and where a redirect leads.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{cannot_load, denied, denied_redirect, not_loaded};
use crate::mixed_content::is_loopback;
use crate::rules::Rule;
use crate::rules::console::blocked::Blocked;
use crate::scenario::{Api, Mode, RedirectMode};
use crate::url::Url;

fn not_requested() -> String {
    String::from("Not allowed to request resource")
}

/// `The page at … requested insecure content from …`, as the mixed content lines go.
fn insecure(page_url: &str, url: &str, what_became_of_it: &str) -> String {
    format!(
        "The page at {page_url} requested insecure content from {url}. This content was {what_became_of_it}"
    )
}

pub(super) fn upgraded(page_url: &str, url: &str) -> String {
    let end = "automatically upgraded and should be served over HTTPS.";
    insecure(page_url, url, end)
}

/// What the page refuses for being insecure. Of an image it says first that it was upgraded.
fn refused_as_insecure(blocked: &Blocked, url: &str) -> Vec<String> {
    // Of the page's own machine the sentence has no end.
    let end = match Url::parse(url).is_some_and(|url| url.scheme() == "http" && is_loopback(&url)) {
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

pub(super) fn before_asking(blocked: &Blocked) -> Vec<String> {
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

pub(super) fn no_cors_redirect(blocked: &Blocked) -> Vec<String> {
    let line = String::from("No-Cors mode requires follow redirect mode");
    not_asked(blocked, vec![line])
}

pub(super) fn same_origin_mode(blocked: &Blocked) -> Vec<String> {
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

pub(super) fn scheme(blocked: &Blocked) -> Vec<String> {
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

pub(super) fn data_url(blocked: &Blocked) -> Vec<String> {
    let url = blocked.last_url;
    let network = not_loaded("Data URL decoding failed");
    match blocked.api {
        Api::Fetch => vec![format!("Fetch API cannot load {url}."), network],
        Api::Xhr => vec![format!("XMLHttpRequest cannot load {url}."), network],
        Api::Img | Api::Script | Api::Form => vec![network],
    }
}

const NOT_HTTP: &str = "Redirection to URL with a scheme that is not HTTP(S)";
const NOT_CORS_SCHEME: &str =
    "not allowed to follow a cross-origin CORS redirection with non CORS scheme";

pub(super) fn location(blocked: &Blocked) -> Vec<String> {
    match blocked.is_cors() {
        true => denied_redirect(blocked, blocked.found, NOT_CORS_SCHEME),
        false => vec![not_loaded(CANNOT_SHOW)],
    }
}

pub(super) fn location_scheme(blocked: &Blocked) -> Vec<String> {
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

pub(super) fn location_credentials(blocked: &Blocked) -> Vec<String> {
    let Some(location) = blocked.location() else {
        return Vec::new();
    };
    let reason = format!("redirection URL {} has credentials", location.as_str());
    denied_redirect(blocked, location.without_credentials().as_str(), &reason)
}
