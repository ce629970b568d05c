//! The red lines of a browser's console, in the browser's own words.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::scenario::{Api, Browser, CredentialsMode, Scenario};
use crate::trace::{Message, Outcome, Trace};

/// One line of a console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsoleLine {
    /// The text, letter for letter.
    pub text: String,
}

/// What a rule knows about the request that it stopped.
pub struct Blocked<'a> {
    /// Script or element that asked.
    pub api: Api,
    /// The page's origin as this request sent it.
    pub origin: &'a str,
    /// The URL that script asked for.
    pub initial_url: &'a str,
    /// The URL that was asked when it ended, after redirects.
    pub last_url: &'a str,
    /// The page's URL.
    pub page_url: &'a str,
    /// The method of the last request.
    pub method: &'a str,
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
}

impl Blocked<'_> {
    /// `Access to … has been blocked by CORS policy: …`, as Chromium begins its CORS errors.
    pub(super) fn access_to(&self, reason: &str) -> Option<String> {
        let what = match self.api {
            Api::Fetch => "fetch",
            Api::Xhr => "XMLHttpRequest",
            Api::Img => "image",
            Api::Script => "script",
            Api::Form => return None,
        };
        let redirected = match self.initial_url == self.last_url {
            true => String::new(),
            false => format!("(redirected from '{}') ", self.initial_url),
        };
        Some(format!(
            "Access to {what} at '{url}' {redirected}from origin '{origin}' has been blocked by CORS policy: {reason}",
            url = self.last_url,
            origin = self.origin,
        ))
    }

    /// The same for an error that preflights and responses share.
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
    let mut lines = Vec::new();
    if trace.outcome != Outcome::NetworkError {
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
        origin: exchange
            .and_then(|it| it.header("Origin"))
            .unwrap_or(&origin),
        initial_url: &first.href,
        last_url: &last.href,
        page_url: &scenario.page.url,
        method: exchange.map_or(request.method.as_str(), |it| it.method.as_str()),
        credentials: request.credentials,
        message: step.evidence.message,
        header: step.evidence.header.as_deref().unwrap_or_default(),
        asked_for: step.evidence.asked_for.as_deref().unwrap_or_default(),
        found: step.evidence.found.as_deref(),
        status: exchange.and_then(|it| it.status),
    };
    if let Some(text) = (step.rule.words().chromium)(&blocked) {
        lines.push(ConsoleLine { text });
    }
    lines.extend(chromium_network_line(&blocked).map(|text| ConsoleLine { text }));
    lines
}

/// The line that Chromium's network layer adds; the status in it proves that the server answered.
fn chromium_network_line(blocked: &Blocked) -> Option<String> {
    let Blocked {
        method, last_url, ..
    } = blocked;
    let line = match (blocked.message, blocked.status) {
        (Message::Response, Some(status)) => {
            let reason = crate::infrastructure::statuses::reason_phrase(status);
            format!("{method} {last_url} net::ERR_FAILED {status} ({reason})")
        }
        (_, None) if blocked.message == Message::Response => {
            format!("{method} {last_url} net::ERR_CONNECTION_REFUSED")
        }
        _ => format!("{method} {last_url} net::ERR_FAILED"),
    };
    Some(line)
}
