//! What a server has to allow.

/// What a server allows, or what a development proxy forwards.
///
/// Every text in it may be anything: [`written`](crate::written) refuses what no server should get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Whose pages may read the answers.
    pub origins: Origins,
    /// The methods that pages use.
    pub methods: Vec<String>,
    /// The names of the request headers that no browser sends without asking first.
    pub headers: Vec<String>,
    /// The names of the response headers that script may see besides the safelisted ones.
    pub exposed: Vec<String>,
    /// Cookies and other credentials go along.
    pub credentials: bool,
    /// For how many seconds a browser may keep what a preflight allowed.
    pub max_age: u32,
    /// What a development proxy forwards, and where to; `None` where no address can be told.
    pub api: Option<Api>,
}

/// The origins whose pages may read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origins {
    /// These, letter for letter.
    Only(Vec<String>),
    /// Any at all, without credentials: only for what an anonymous visitor gets anyway.
    Any,
}

/// What a development proxy needs to know of the API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Api {
    /// The origin that it forwards to.
    pub target: String,
    /// The beginning of the paths that it forwards, as in `/users`.
    pub prefix: String,
}

impl Policy {
    /// As long as Safari keeps it at most; Chromium and Firefox would keep it for longer.
    pub const MAX_AGE: u32 = 600;
}
