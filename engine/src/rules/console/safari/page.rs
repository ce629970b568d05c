//! What Safari says where the page itself refuses: before asking, and where a redirect leads.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::templates::*;
use super::{cannot_load, denied, denied_redirect, not_loaded};
use crate::cut::cut;
use crate::mixed_content::is_loopback;
use crate::rules::Rule;
use crate::rules::console::blocked::Blocked;
use crate::scenario::{Api, Mode, RedirectMode};
use crate::url::Url;

/// What the page refuses for being insecure. Of an image it says first that it was upgraded.
fn refused_as_insecure(blocked: &Blocked, url: &str) -> Vec<String> {
    let is_own = Url::parse(url).is_some_and(|url| url.scheme() == "http" && is_loopback(&url));
    let template = match is_own {
        true => INSECURE_ON_LOOPBACK,
        false => INSECURE,
    };
    let values = [blocked.page_url, url];
    let line = blocked.say(template, values);
    match blocked.api {
        Api::Img if !url.starts_with("http:") => vec![blocked.say(UPGRADED, values), line],
        _ => vec![line],
    }
}

/// A redirect that the page refuses after the network process has told it of it.
fn refused_redirect(blocked: &Blocked, mut lines: Vec<String>, asked: &str) -> Vec<String> {
    lines.push(not_loaded(blocked, &blocked.say(REDIRECT_NOT_ALLOWED, [])));
    lines.push(cannot_load(blocked, asked));
    lines
}

pub(super) fn before_asking(blocked: &Blocked) -> Vec<String> {
    let url = blocked.last_url;
    let is_http = url.starts_with("http:");
    let is_mixed = blocked.page_url.starts_with("https:") && is_http && blocked.api != Api::Img;
    if blocked.rule == Rule::PortNotBlocked && !is_mixed {
        let port = blocked.found;
        return vec![blocked.say(PORT, [port, url])];
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
        lines.push(blocked.say(NOT_REQUESTED, []));
        lines.push(cannot_load(blocked, blocked.last_url));
    }
    lines
}

pub(super) fn no_cors_redirect(blocked: &Blocked) -> Vec<String> {
    let line = blocked.say(NO_CORS_NOT_FOLLOWED, []);
    not_asked(blocked, vec![line])
}

pub(super) fn same_origin_mode(blocked: &Blocked) -> Vec<String> {
    let url = blocked.last_url;
    if !blocked.is_redirected() {
        return vec![blocked.say(FETCH_STOPS, [url])];
    }
    denied(blocked, blocked.say(UNSAFE_ATTEMPT, [url, &blocked.origin]))
}

pub(super) fn scheme(blocked: &Blocked) -> Vec<String> {
    let url = blocked.last_url;
    let is_script = matches!(blocked.api, Api::Fetch | Api::Xhr);
    match cut(url, b':').0 {
        "blob" => vec![blocked.say(NO_REASON, [])],
        _ if is_script && blocked.mode == Mode::Cors => {
            vec![blocked.say(ONLY_HTTP, []), cannot_load(blocked, url)]
        }
        "file" => not_asked(blocked, local_resource(blocked, url)),
        "about" => cannot_show(blocked),
        _ if blocked.page_url.starts_with("https:") => {
            not_asked(blocked, refused_as_insecure(blocked, url))
        }
        "ftp" => denied(blocked, blocked.say(NO_FTP, [])),
        _ => cannot_show(blocked),
    }
}

fn cannot_show(blocked: &Blocked) -> Vec<String> {
    vec![not_loaded(blocked, &blocked.say(CANNOT_SHOW, []))]
}

fn local_resource(blocked: &Blocked, url: &str) -> Vec<String> {
    let line = blocked.say(LOCAL_RESOURCE, [url]);
    if blocked.api != Api::Img || !blocked.page_url.starts_with("https:") {
        return vec![line];
    }
    vec![blocked.say(NOT_UPGRADED, [blocked.page_url, url]), line]
}

pub(super) fn data_url(blocked: &Blocked) -> Vec<String> {
    let url = blocked.last_url;
    let network = not_loaded(blocked, &blocked.say(DATA_URL, []));
    match blocked.api {
        Api::Fetch => vec![blocked.say(FETCH_STOPS, [url]), network],
        Api::Xhr => vec![blocked.say(XHR_STOPS, [url]), network],
        Api::Img | Api::Script | Api::Form | Api::Curl => vec![network],
    }
}

/// The redirect of a CORS request to what is no `http(s)` URL.
fn not_cors_scheme(blocked: &Blocked, url: &str) -> Vec<String> {
    denied_redirect(blocked, url, &blocked.say(NOT_CORS_SCHEME, []))
}

pub(super) fn location(blocked: &Blocked) -> Vec<String> {
    match blocked.is_cors() {
        true => not_cors_scheme(blocked, blocked.found),
        false => cannot_show(blocked),
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
        "ftp" => denied(blocked, blocked.say(NO_FTP, [])),
        _ if blocked.is_cors() => not_cors_scheme(blocked, url),
        "blob" | "data" | "about" if blocked.api == Api::Fetch && (is_blob || is_no_cors) => {
            vec![
                blocked.say(NOT_HTTP_SENTENCE, []),
                cannot_load(blocked, url),
            ]
        }
        "data" | "about" => not_cors_scheme(blocked, url),
        "blob" => denied(blocked, blocked.say(NOT_HTTP, [])),
        "file" => refused_redirect(blocked, local_resource(blocked, url), blocked.last_url),
        _ => refused_redirect(blocked, refused_as_insecure(blocked, url), blocked.last_url),
    }
}

pub(super) fn location_credentials(blocked: &Blocked) -> Vec<String> {
    let Some(location) = blocked.location() else {
        return Vec::new();
    };
    let reason = blocked.say(CREDENTIALS_IN_LOCATION, [location.as_str()]);
    denied_redirect(blocked, location.without_credentials().as_str(), &reason)
}
