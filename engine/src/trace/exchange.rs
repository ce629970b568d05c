//! An exchange: a request that left the browser, and what came back.

use alloc::string::String;

use crate::scenario::HeaderLines;

/// A request that left the browser, and the answer that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// The index in the redirect chain.
    pub hop: usize,
    /// A preflight, or the request itself.
    pub kind: ExchangeKind,
    /// The URL asked.
    pub url: String,
    /// The URL at which the server asked in turn asked a third party: a development proxy.
    pub forwarded_to: Option<String>,
    /// The method.
    pub method: String,
    /// The headers that the scenario or the CORS protocol set; the browser adds others of its own.
    pub headers: HeaderLines,
    /// The status of the answer; `None` when the connection failed and nothing reached a server.
    pub status: Option<u16>,
    /// The header lines of the answer.
    pub answer_headers: HeaderLines,
    /// How many of the trace's steps came before this request left the browser.
    pub after_steps: usize,
}

/// What kind of request left the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExchangeKind {
    /// A CORS-preflight request.
    Preflight,
    /// The request itself.
    Actual,
}

impl Exchange {
    /// True when the request reached a server.
    pub fn reached_server(&self) -> bool {
        self.status.is_some()
    }

    /// The value of the first header line of the request with this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(line, _)| line.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}
