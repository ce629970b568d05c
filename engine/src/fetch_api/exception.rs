//! The exceptions that script gets before anything is sent, by name.

use crate::rules::Rule;
use crate::scenario::{Api, Scenario};
use crate::trace::{Outcome, Trace};

/// The name of an [exception](https://webidl.spec.whatwg.org/#idl-exceptions).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exception {
    /// `TypeError`.
    TypeError,
    /// A `DOMException` named `SyntaxError`.
    SyntaxError,
    /// A `DOMException` named `SecurityError`.
    SecurityError,
}

impl Exception {
    /// What script reads in `error.name`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Exception::TypeError => "TypeError",
            Exception::SyntaxError => "SyntaxError",
            Exception::SecurityError => "SecurityError",
        }
    }
}

/// The exception that script gets in `trace`, the trace of a send of `scenario`; `None` where
/// nothing throws.
///
/// `fetch()` knows one kind. `XMLHttpRequest` tells a forbidden method from what it cannot read
/// ([`open()`](https://xhr.spec.whatwg.org/#the-open()-method),
/// [`setRequestHeader()`](https://xhr.spec.whatwg.org/#the-setrequestheader()-method)).
pub fn exception(scenario: &Scenario, trace: &Trace) -> Option<Exception> {
    let step = trace
        .failed_step()
        .filter(|_| trace.outcome == Outcome::ScriptThrows)?;
    let is_byte_string = step
        .evidence
        .found
        .iter()
        .all(|found| found.chars().all(|byte| byte <= '\u{FF}'));
    // A URL is a USVString: it may hold any character.
    let converts = is_byte_string || step.rule == Rule::RequestUrlParses;
    match (scenario.request_of(trace.send)?.api, step.rule) {
        // Conversion to a ByteString comes before either method looks at its arguments.
        (Api::Xhr, _) if !converts => Some(Exception::TypeError),
        (Api::Xhr, Rule::MethodNotForbidden) => Some(Exception::SecurityError),
        (Api::Xhr, _) => Some(Exception::SyntaxError),
        _ => Some(Exception::TypeError),
    }
}
