//! A difference between the engine's word and the browser's deed.

use std::fmt;

use cors_engine::Rule;

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// How the request ended for script.
    Outcome,
    /// The name of the exception that script gets.
    Exception,
    /// `response.type`.
    ResponseType,
    /// The status that script sees.
    Status,
    /// The headers that script sees.
    VisibleHeaders,
    /// The preflights that reached a server.
    Preflights,
    /// The actual requests that reached a server.
    Requests,
    /// The requests that a development proxy made.
    Forwarded,
    /// The browser's own code for why it failed.
    Reason,
    /// The console line of the browser's CORS code.
    Console,
    /// The console line of the browser's network layer.
    NetworkLine,
}

/// A difference between the engine's word and the browser's deed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which send: 0 the first, 1 is `then[0]`.
    pub send: usize,
    /// The rule that decided, says the engine.
    pub rule: Rule,
    /// What differs.
    pub aspect: Aspect,
    /// What the engine says.
    pub engine: String,
    /// What the browser did.
    pub browser: String,
    /// The entry of the ledger that explains it, if one does.
    pub known: Option<&'static str>,
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "send {}, {:?} (rule {}{})\n  engine:  {}\n  browser: {}",
            self.send,
            self.aspect,
            self.rule.name(),
            self.known
                .map(|name| format!(", known: {name}"))
                .unwrap_or_default(),
            self.engine.replace('\n', "\n           "),
            self.browser.replace('\n', "\n           "),
        )
    }
}
