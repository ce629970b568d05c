//! The console: the browser's own words, and what script sees.

use cors_engine::rules::console as console_lines;
use cors_engine::scenario::{Api, Scenario};
use cors_engine::trace::{Outcome, Trace};

/// What the browser's console prints, and what script sees.
#[derive(Clone, Debug, PartialEq)]
pub struct ConsoleView {
    /// The browser whose words these are.
    pub browser: &'static str,
    /// The red lines, letter for letter.
    pub lines: Vec<String>,
    /// What script sees, as code.
    pub script_sees: String,
    /// What that means.
    pub meaning: &'static str,
}

/// The console of a trace.
pub(super) fn console(scenario: &Scenario, trace: &Trace) -> ConsoleView {
    let browser = scenario.profile.browser();
    let (script_sees, meaning) = script_sees(scenario, trace);
    ConsoleView {
        browser: "Chrome",
        lines: console_lines(scenario, trace, browser)
            .into_iter()
            .map(|line| line.text)
            .collect(),
        script_sees,
        meaning,
    }
}

fn script_sees(scenario: &Scenario, trace: &Trace) -> (String, &'static str) {
    match trace.outcome {
        Outcome::Readable => {
            let status = trace.visible.as_ref().map_or(0, |visible| visible.status);
            (
                format!("Response {{ status: {status} }}"),
                "Status, body and the visible headers.",
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
        Outcome::NetworkError => match scenario.request.api {
            Api::Fetch => (
                "TypeError: Failed to fetch".into(),
                "It learns no more: the reason stands in the console only.",
            ),
            _ => (
                "error event".into(),
                "It learns no more: the reason stands in the console only.",
            ),
        },
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
