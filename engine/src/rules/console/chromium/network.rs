//! The lines of Chromium's network layer.

use alloc::string::String;

use super::templates::{ANSWERED, NET_ERROR, STATUS_WITH_REASON, WITH_STATUS};
use super::texts::is_unsafe_redirect_target;
use crate::infrastructure::statuses::reason_phrase;
use crate::number;
use crate::rules::Rule;
use crate::rules::console::blocked::Blocked;
use crate::rules::console::{Texts, bad_status};
use crate::scenario::{Api, Mode};
use crate::trace::{Exchange, Message, Trace};

/// The line for an answer that the page gets, but that says that something is wrong.
pub(super) fn status_line(trace: &Trace, texts: Texts) -> Option<String> {
    let Exchange { method, url, .. } = trace.requests().last()?;
    let status = bad_status(trace)?;
    let status = status_and_reason(status, texts);
    Some(texts.say(ANSWERED, [method, url, &status]))
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
        return Some(blocked.say(NET_ERROR, [method, location.as_str(), error]));
    }
    let line = blocked.say(NET_ERROR, [method, last_url, error]);
    Some(match (blocked.message, blocked.status()) {
        (Message::Response, Some(status)) => {
            let status = status_and_reason(status, blocked.texts);
            blocked.say(WITH_STATUS, [&line, &status])
        }
        _ => line,
    })
}

fn status_and_reason(status: u16, texts: Texts) -> String {
    let number = number::write(status);
    match reason_phrase(status) {
        "" => number,
        reason => texts.say(STATUS_WITH_REASON, [&number, reason]),
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
