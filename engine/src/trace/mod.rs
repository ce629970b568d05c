//! What the browser did, step by step, and why: the result of judging a scenario.

mod evidence;
mod exchange;
mod record;
mod step;
#[cfg(feature = "words")]
mod text;

use alloc::string::String;
use alloc::vec::Vec;

pub use evidence::{Evidence, Message};
pub use exchange::{Exchange, ExchangeKind};
pub use step::{Choice, Step, StepOutcome};

pub(crate) use evidence::Finding;
pub(crate) use record::{Failure, Recorder};

use crate::cors_preflight_cache::PreflightCache;
use crate::origin::Origin;
use crate::rules::Rule;
use crate::scenario::HeaderLines;

/// All that there is to say about one send of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// Which send this is: 0 the scenario's own, 1 its first further one.
    pub send: usize,
    /// How it ended.
    pub outcome: Outcome,
    /// The response's type, where script or an element gets a response.
    pub response_type: Option<ResponseType>,
    /// The page's origin; `None` when the page's URL is not usable, or no page asks.
    pub page_origin: Option<Origin>,
    /// The URLs asked for, in the order of the redirect chain; empty when the first does not parse.
    pub urls: Vec<UrlParts>,
    /// What went over the wire, in order.
    pub exchanges: Vec<Exchange>,
    /// What script may see, where the outcome is [`Outcome::Readable`].
    pub visible: Option<Visible>,
    /// The decisions, in order; after a failure, those that were not reached.
    pub steps: Vec<Step>,
    /// The index in `steps` of the step that decided the outcome: the one that failed, else the last passed.
    pub deciding: usize,
    /// The preflight cache as it is after this send, should it be sent for real.
    pub cache: PreflightCache,
    /// The traces of the scenario's further sends.
    pub then: Vec<Trace>,
}

impl Trace {
    /// The step that decided.
    pub fn deciding_step(&self) -> &Step {
        &self.steps[self.deciding]
    }

    /// False where a program asked that is no browser.
    pub fn is_of_browser(&self) -> bool {
        self.steps_of(Rule::ClientIsBrowser).next().is_none()
    }

    /// The step that failed, if one did.
    pub fn failed_step(&self) -> Option<&Step> {
        self.steps
            .iter()
            .find(|step| step.outcome == StepOutcome::Failed)
    }

    /// The preflights that were sent, whatever became of them.
    pub fn preflights(&self) -> impl Iterator<Item = &Exchange> {
        self.exchanges
            .iter()
            .filter(|exchange| exchange.kind == ExchangeKind::Preflight)
    }

    /// The actual requests that were sent.
    pub fn requests(&self) -> impl Iterator<Item = &Exchange> {
        self.exchanges
            .iter()
            .filter(|exchange| exchange.kind == ExchangeKind::Actual)
    }

    /// The steps in which `rule` was asked, reached or not.
    pub fn steps_of(&self, rule: Rule) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(move |step| step.rule == rule)
    }
}

/// How a send ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Script may read the response.
    Readable,
    /// Script gets an opaque response: it cannot tell what is in it.
    Opaque,
    /// Script gets an opaque redirect: it learns that there was one, not where to.
    OpaqueRedirect,
    /// Script gets a network error: a rejected promise, an error event.
    NetworkError,
    /// Script gets an exception before anything is sent.
    ScriptThrows,
    /// No page can do this: the scenario has problems to mend first.
    Invalid,
}

impl Outcome {
    /// Its text in the public format.
    pub const fn as_str(self) -> &'static str {
        match self {
            Outcome::Readable => "readable",
            Outcome::Opaque => "opaque",
            Outcome::OpaqueRedirect => "opaqueredirect",
            Outcome::NetworkError => "network-error",
            Outcome::ScriptThrows => "script-throws",
            Outcome::Invalid => "invalid",
        }
    }
}

/// A response's [type](https://fetch.spec.whatwg.org/#concept-response-type), as script sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResponseType {
    /// Same-origin: everything but `Set-Cookie` is visible.
    Basic,
    /// Shared by the CORS protocol: safelisted and exposed headers are visible.
    Cors,
    /// Nothing is visible.
    Opaque,
    /// A redirect that was not followed; nothing is visible.
    OpaqueRedirect,
    /// A network error.
    Error,
}

impl ResponseType {
    /// Its text in the public format.
    pub const fn as_str(self) -> &'static str {
        match self {
            ResponseType::Basic => "basic",
            ResponseType::Cors => "cors",
            ResponseType::Opaque => "opaque",
            ResponseType::OpaqueRedirect => "opaqueredirect",
            ResponseType::Error => "error",
        }
    }
}

/// What script may see of a readable response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visible {
    /// `response.status`.
    pub status: u16,
    /// `[...response.headers]`: lower-case names, sorted, several lines of one name combined. To curl
    /// all lines, as they came.
    pub headers: HeaderLines,
    /// The body.
    pub body: String,
}

/// A URL in the parts that matter to the CORS protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UrlParts {
    /// The whole URL, serialized.
    pub href: String,
    /// Its origin.
    pub origin: Origin,
    /// Path, query and fragment: what is not part of an origin.
    pub rest: String,
}
