//! The lines of Chromium's network layer.

use alloc::format;
use alloc::string::String;

use super::texts::is_unsafe_redirect_target;
use crate::infrastructure::statuses::reason_phrase;
use crate::rules::Rule;
use crate::rules::console::bad_status;
use crate::rules::console::blocked::Blocked;
use crate::scenario::{Api, Mode};
use crate::trace::{Exchange, Message, Trace};

/// The line for an answer that the page gets, but that says that something is wrong.
pub(super) fn status_line(trace: &Trace) -> Option<String> {
    let Exchange { method, url, .. } = trace.requests().last()?;
    let status = bad_status(trace)?;
    Some(format!("{method} {url} {}", status_and_reason(status)))
}

/// The line that Chromium's network layer adds; the status in it proves that the server answered.
pub(super) fn error_line(blocked: &Blocked) -> Option<String> {
    let Blocked {
        method, last_url, ..
    } = blocked;
    let error = error_name(blocked)?;
    if blocked.rule == Rule::LocationSchemeIsHttp && error != "ERR_UNSAFE_REDIRECT" {
        // It was about to ask there.
        let location = blocked.location()?;
        let method = match (blocked.status(), method.as_str()) {
            (Some(303), method) if method != "HEAD" => "GET",
            (Some(301 | 302), "POST") => "GET",
            (_, method) => method,
        };
        return Some(format!("{method} {} net::{error}", location.as_str()));
    }
    let answered = match (blocked.message, blocked.status()) {
        (Message::Response, Some(status)) => format!(" {}", status_and_reason(status)),
        _ => String::new(),
    };
    Some(format!("{method} {last_url} net::{error}{answered}"))
}

fn status_and_reason(status: u16) -> String {
    match reason_phrase(status) {
        "" => format!("{status}"),
        reason => format!("{status} ({reason})"),
    }
}

/// The network layer's name for what happened; `None` where the page stopped the request itself.
fn error_name(blocked: &Blocked) -> Option<&'static str> {
    let is_cors = blocked.mode == Mode::Cors;
    match blocked.rule {
        // A page that cannot be shown is replaced by one that says why.
        _ if blocked.api == Api::Form => None,
        Rule::NotMixedContent
        | Rule::SubresourceWithoutPassword
        | Rule::ModeAllowsCrossOrigin
        | Rule::NoCorsFollowsRedirects => None,
        Rule::SchemeIsHttp if blocked.last_url.starts_with("file:") => {
            let is_from_file = blocked.page_url.starts_with("file:");
            is_from_file.then_some("ERR_FAILED")
        }
        Rule::SchemeIsHttp if blocked.api == Api::Fetch => None,
        Rule::SchemeIsHttp if blocked.last_url.starts_with("blob:") => None,
        Rule::SchemeIsHttp if blocked.last_url.starts_with("ftp:") && blocked.api == Api::Xhr => {
            None
        }
        Rule::SchemeIsHttp if !is_cors => Some("ERR_UNKNOWN_URL_SCHEME"),
        Rule::DataUrlReadable => Some("ERR_INVALID_URL"),
        Rule::PortNotBlocked => Some("ERR_UNSAFE_PORT"),
        Rule::NoProxyAuthentication => Some("ERR_UNEXPECTED_PROXY_AUTH"),
        Rule::ServerAnswered => Some("ERR_CONNECTION_REFUSED"),
        Rule::LocationParses if has_different_locations(blocked) => {
            Some("ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION")
        }
        Rule::LocationParses => Some("ERR_INVALID_REDIRECT"),
        Rule::RedirectsWithin20 => Some("ERR_TOO_MANY_REDIRECTS"),
        Rule::LocationSchemeIsHttp => {
            let location = blocked.location();
            match location.as_ref().map_or("", |it| it.scheme()) {
                scheme if is_unsafe_redirect_target(scheme) => Some("ERR_UNSAFE_REDIRECT"),
                _ if is_cors => Some("ERR_FAILED"),
                _ => Some("ERR_UNKNOWN_URL_SCHEME"),
            }
        }
        _ => Some("ERR_FAILED"),
    }
}

fn has_different_locations(blocked: &Blocked) -> bool {
    let lines = blocked.exchange.map_or(&[][..], |it| &it.answer_headers);
    let mut locations = lines
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case("Location"))
        .map(|(_, value)| value);
    let first = locations.next();
    locations.any(|other| Some(other) != first)
}
