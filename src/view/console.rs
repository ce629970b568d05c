//! The console: the browser's own words, and what script sees. Of curl what it prints.

use cors_engine::rules::console as console_lines;
use cors_engine::scenario::{Api, Browser, Profile, Scenario};
use cors_engine::trace::{Outcome, Trace};

use super::exchange::status_line;
use super::words;

/// What the browser's console prints, and what script sees.
#[derive(Clone, Debug, PartialEq)]
pub struct ConsoleView {
    /// The browser whose words these are; empty where there is none.
    pub browser: &'static str,
    /// The red lines, letter for letter.
    pub lines: Vec<String>,
    /// Who sees something.
    pub who_sees: &'static str,
    /// What script sees, as code.
    pub script_sees: String,
    /// What that means.
    pub meaning: &'static str,
    /// The headers that script sees, as `[...response.headers]` gives them.
    pub visible_headers: Vec<String>,
}

/// The console of a trace.
pub(super) fn console(scenario: &Scenario, trace: &Trace) -> ConsoleView {
    let browser = scenario.profile.browser();
    let (script_sees, meaning) = script_sees(scenario, trace, browser);
    let visible = trace.visible.as_ref();
    let headers = visible.map_or(&[][..], |visible| &visible.headers);
    let is_curl = scenario.request.api == Api::Curl;
    ConsoleView {
        who_sees: match is_curl {
            true => "No script, no console: curl prints ",
            false => "JavaScript sees ",
        },
        browser: match browser {
            _ if is_curl => "",
            Browser::Chromium if scenario.profile == Profile::Standard => "in Chrome's words",
            Browser::Chromium => "Chrome",
            Browser::Firefox => "Firefox",
            Browser::Safari => "Safari",
        },
        lines: console_lines(scenario, trace, browser, words::texts())
            .into_iter()
            .map(|line| line.text)
            .collect(),
        script_sees,
        meaning,
        visible_headers: headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}"))
            .collect(),
    }
}

fn script_sees(scenario: &Scenario, trace: &Trace, browser: Browser) -> (String, &'static str) {
    let visible = trace.visible.as_ref();
    match (trace.outcome, visible) {
        (Outcome::Readable, Some(visible)) if !trace.is_of_browser() => (
            format!("HTTP/1.1 {}", status_line(visible.status)),
            "Then all headers, Set-Cookie too, and the body:",
        ),
        _ if !trace.is_of_browser() => ("an error".into(), "Nothing else: there is no answer."),
        _ => script_of_page_sees(scenario, trace, browser),
    }
}

fn script_of_page_sees(
    scenario: &Scenario,
    trace: &Trace,
    browser: Browser,
) -> (String, &'static str) {
    match trace.outcome {
        Outcome::Readable => {
            let status = trace.visible.as_ref().map_or(0, |visible| visible.status);
            let headers = trace.visible.as_ref().map_or(0, |it| it.headers.len());
            (
                format!("Response {{ status: {status} }}"),
                match headers {
                    0 => "Status and body, but none of its headers.",
                    _ => "Status, body and these headers:",
                },
            )
        }
        Outcome::Opaque => (
            "Response { type: \"opaque\", status: 0 }".into(),
            "No status, no headers, no body.",
        ),
        Outcome::OpaqueRedirect => (
            "Response { type: \"opaqueredirect\", status: 0 }".into(),
            "There was a redirect; where to, script is not told.",
        ),
        Outcome::NetworkError => (
            network_error(scenario.request.api, browser).into(),
            "It is told no more: the reason stands in the console only.",
        ),
        Outcome::ScriptThrows => (
            "TypeError".into(),
            "The call itself fails, before anything is sent.",
        ),
        Outcome::Invalid => (
            "—".into(),
            "Nothing yet: no page and no server can do this.",
        ),
    }
}

fn network_error(api: Api, browser: Browser) -> &'static str {
    match (api, browser) {
        (Api::Fetch, Browser::Chromium) => "TypeError: Failed to fetch",
        (Api::Fetch, Browser::Firefox) => {
            "TypeError: NetworkError when attempting to fetch resource."
        }
        (Api::Fetch, Browser::Safari) => "TypeError: Load failed",
        _ => "error event",
    }
}
