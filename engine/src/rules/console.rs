//! The red lines of a browser's console, in the browser's own words.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::Rule;
use super::http_redirect_fetch::{is_unsafe_redirect_target, location_not_asked};
use crate::infrastructure::methods::normalize;
use crate::infrastructure::statuses::reason_phrase;
use crate::scenario::{Api, Browser, CredentialsMode, Mode, Scenario};
use crate::trace::{Choice, Exchange, Message, Outcome, Step, StepOutcome, Trace};

/// One line of a console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsoleLine {
    /// The text, letter for letter.
    pub text: String,
}

/// What Chromium says of a scheme that its CORS code does not know. The list is that of version 156.
pub(super) const ONLY_SUPPORTED_FOR: &str = "Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app.";

/// What a rule knows about the request that it stopped.
pub struct Blocked<'a> {
    /// Script or element that asked.
    pub api: Api,
    /// The page's origin, even where the request hid it behind `null`.
    pub origin: &'a str,
    /// The URL that script asked for.
    pub initial_url: &'a str,
    /// The URL that was asked when it ended, after redirects.
    pub last_url: &'a str,
    /// The page's URL.
    pub page_url: &'a str,
    /// The method of the last request.
    pub method: &'a str,
    /// The mode.
    pub mode: Mode,
    /// The credentials mode.
    pub credentials: CredentialsMode,
    /// The message looked at when it ended.
    pub message: Message,
    /// The header looked at.
    pub header: &'a str,
    /// What the request wanted to have allowed.
    pub asked_for: &'a str,
    /// The value found.
    pub found: Option<&'a str>,
    /// The status of the answer, if there was one.
    pub status: Option<u16>,
    /// The answer has a `Location`.
    pub has_location: bool,
}

impl Blocked<'_> {
    /// `Access to … has been blocked by CORS policy: …`, as Chromium begins its CORS errors.
    pub(super) fn access_to(&self, reason: &str) -> Option<String> {
        self.access_to_url(self.last_url, reason)
    }

    /// The same for a URL that was not asked.
    pub(super) fn access_to_url(&self, url: &str, reason: &str) -> Option<String> {
        let what = match self.api {
            Api::Fetch => "fetch",
            Api::Xhr => "XMLHttpRequest",
            Api::Img => "image",
            Api::Script => "script",
            Api::Form => return None,
        };
        let redirected = match self.initial_url == url {
            true => String::new(),
            false => format!("(redirected from '{}') ", self.initial_url),
        };
        Some(format!(
            "Access to {what} at '{url}' {redirected}from origin '{origin}' has been blocked by CORS policy: {reason}",
            origin = self.origin,
        ))
    }

    /// Whether the URL that was asked last is not the one that script asked for.
    pub(super) fn is_redirected(&self) -> bool {
        self.initial_url != self.last_url
    }

    /// The same as [`access_to`](Blocked::access_to) for an error that preflights and responses share.
    pub(super) fn access_check(&self, reason: &str) -> Option<String> {
        match self.message {
            Message::Preflight => self.access_to(&format!(
                "Response to preflight request doesn't pass access control check: {reason}"
            )),
            _ => self.access_to(reason),
        }
    }
}

/// The lines that `browser` prints for `trace`, the trace of `scenario`.
///
/// NOT MODELLED: the lines of Firefox and Safari, whose texts come with their profiles.
pub fn console(scenario: &Scenario, trace: &Trace, browser: Browser) -> Vec<ConsoleLine> {
    match browser {
        Browser::Chromium => chromium(scenario, trace),
        Browser::Firefox | Browser::Safari => Vec::new(),
    }
}

fn chromium(scenario: &Scenario, trace: &Trace) -> Vec<ConsoleLine> {
    let mut lines = chromium_dropped_headers(scenario, trace);
    if trace.outcome != Outcome::NetworkError {
        lines.extend(chromium_status_line(trace).map(|text| ConsoleLine { text }));
        return lines;
    }
    let request = scenario.request_of(trace.send).unwrap_or(&scenario.request);
    let (Some(step), Some(first), Some(last), Some(page)) = (
        trace.failed_step(),
        trace.urls.first(),
        trace.urls.last(),
        &trace.page_origin,
    ) else {
        return lines;
    };
    let exchange = trace.exchanges.last();
    let origin = page.serialize();
    let blocked = Blocked {
        api: request.api,
        origin: &origin,
        initial_url: &first.href,
        last_url: &last.href,
        page_url: &scenario.page.url,
        method: &last_method(trace, &request.method),
        mode: request.mode,
        credentials: request.credentials,
        message: step.evidence.message,
        header: step.evidence.header.as_deref().unwrap_or_default(),
        asked_for: step.evidence.asked_for.as_deref().unwrap_or_default(),
        found: step.evidence.found.as_deref(),
        status: exchange.and_then(|it| it.status),
        has_location: exchange.is_some_and(has_location),
    };
    if let Some(text) = (step.rule.words().chromium)(&blocked) {
        lines.push(ConsoleLine { text });
    }
    lines.extend(chromium_network_line(step.rule, &blocked).map(|text| ConsoleLine { text }));
    lines
}

/// `setRequestHeader()` says what it drops, unlike `fetch()`.
fn chromium_dropped_headers(scenario: &Scenario, trace: &Trace) -> Vec<ConsoleLine> {
    let request = scenario.request_of(trace.send).unwrap_or(&scenario.request);
    let is_dropped = |step: &&Step| step.outcome == StepOutcome::Decided(Choice::No);
    let line = |step: &Step| ConsoleLine {
        text: format!(
            "Refused to set unsafe header \"{}\"",
            step.evidence.header.as_deref().unwrap_or_default(),
        ),
    };
    match request.api {
        Api::Xhr => trace
            .steps_of(Rule::RequestHeaderNotForbidden)
            .filter(is_dropped)
            .map(line)
            .collect(),
        Api::Fetch | Api::Img | Api::Script | Api::Form => Vec::new(),
    }
}

/// The method of the request itself, as it was when it ended: also where only its preflight was
/// sent, and where it ended before anything was.
fn last_method(trace: &Trace, typed: &str) -> String {
    let turned_into_get = trace
        .steps_of(Rule::RedirectKeepsMethod)
        .any(|step| step.outcome == StepOutcome::Decided(Choice::No));
    match trace.exchanges.last() {
        _ if turned_into_get => String::from("GET"),
        None => normalize(typed),
        Some(exchange) => exchange
            .header("Access-Control-Request-Method")
            .map_or(exchange.method.clone(), String::from),
    }
}

fn has_location(exchange: &Exchange) -> bool {
    let mut lines = exchange.answer_headers.iter();
    lines.any(|(name, value)| name.eq_ignore_ascii_case("Location") && !value.is_empty())
}

/// The line for an answer that the page gets, but that says that something is wrong.
fn chromium_status_line(trace: &Trace) -> Option<String> {
    let Exchange {
        method,
        url,
        status,
        ..
    } = trace.requests().last()?;
    let status = status.filter(|status| *status >= 400)?;
    Some(format!("{method} {url} {}", status_and_reason(status)))
}

/// The line that Chromium's network layer adds; the status in it proves that the server answered.
fn chromium_network_line(rule: Rule, blocked: &Blocked) -> Option<String> {
    let Blocked {
        method, last_url, ..
    } = blocked;
    let error = chromium_network_error(rule, blocked)?;
    if rule == Rule::LocationSchemeIsHttp && error != "ERR_UNSAFE_REDIRECT" {
        // It was about to ask there.
        let location = location_not_asked(blocked)?;
        let method = match (blocked.status, *method) {
            (Some(303), method) if method != "HEAD" => "GET",
            (Some(301 | 302), "POST") => "GET",
            (_, method) => method,
        };
        return Some(format!("{method} {} net::{error}", location.as_str()));
    }
    let answered = match (blocked.message, blocked.status) {
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
fn chromium_network_error(rule: Rule, blocked: &Blocked) -> Option<&'static str> {
    let is_cors = blocked.mode == Mode::Cors;
    match rule {
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
        Rule::LocationParses => Some("ERR_INVALID_REDIRECT"),
        Rule::RedirectsWithin20 => Some("ERR_TOO_MANY_REDIRECTS"),
        Rule::LocationSchemeIsHttp => {
            let scheme = blocked.found.and_then(|found| found.split(':').next());
            match scheme.unwrap_or_default().to_ascii_lowercase() {
                scheme if is_unsafe_redirect_target(&scheme) => Some("ERR_UNSAFE_REDIRECT"),
                _ if is_cors => Some("ERR_FAILED"),
                _ => Some("ERR_UNKNOWN_URL_SCHEME"),
            }
        }
        _ => Some("ERR_FAILED"),
    }
}
