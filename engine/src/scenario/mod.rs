//! The scenario: what a page asks for and what its servers answer, as people type it.
//!
//! Everything here is text as typed. [`evaluate`](crate::evaluate()) judges it; nothing is refused
//! or mended on the way in, so nothing typed is lost.

mod field;
mod keyword;

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

pub use field::Field;
pub use keyword::{Api, Browser, CredentialsMode, Mode, Profile, RedirectMode, ReferrerPolicy};

/// The most hops a scenario may have.
pub const MOST_HOPS: usize = 22;
/// The most header lines a message may have.
pub const MOST_LINES: usize = 100;
/// The most further sends a scenario may have.
pub const MOST_SENDS: usize = 20;

/// Header lines in the order in which they stand in a message: name, value.
///
/// One code point of a value is one byte on the wire, so values end at U+00FF.
pub type HeaderLines = Vec<(String, String)>;

/// A page, its request, and the servers' answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// What people call it.
    pub title: String,
    /// The page whose script asks.
    pub page: Page,
    /// What the page asks for.
    pub request: ScenarioRequest,
    /// The answers: `hops[i]` is given to the i-th URL of the redirect chain.
    pub hops: Vec<Hop>,
    /// Further sends from the same page, which share the preflight cache.
    pub then: Vec<FurtherSend>,
    /// Who judges: the standard as written, or a shipped browser.
    pub profile: Profile,
}

impl Scenario {
    /// A GET of `url` by fetch, from the page of the brief, answered 200 without headers.
    pub fn new(url: &str) -> Scenario {
        Scenario {
            title: String::new(),
            page: Page::default(),
            request: ScenarioRequest::new(url),
            hops: vec![Hop::default()],
            then: Vec::new(),
            profile: Profile::Standard,
        }
    }

    /// The request of a send: 0 the scenario's own, 1 its first further one. `None`: there is no such send.
    pub fn request_of(&self, send: usize) -> Option<&ScenarioRequest> {
        match send.checked_sub(1) {
            None => Some(&self.request),
            Some(further) => self.then.get(further).map(|further| &further.request),
        }
    }

    /// The scenario that the playground opens with: an answer without `Access-Control-Allow-Origin`.
    pub fn opening() -> Scenario {
        let mut scenario = Scenario::new("https://api.backend.com/users");
        scenario.title = "No Access-Control-Allow-Origin header".to_owned();
        scenario.request.headers = lines(&[("Accept", "application/json")]);
        scenario.hops = vec![Hop {
            preflight: None,
            response: Some(Answer {
                status: "200".to_owned(),
                headers: lines(&[("Content-Type", "application/json")]),
                body: "[]".to_owned(),
            }),
        }];
        scenario
    }
}

/// Header lines from literals.
pub fn lines(pairs: &[(&str, &str)]) -> HeaderLines {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

/// The page whose script asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its address.
    pub url: String,
    /// It stands in a sandboxed frame, so that its origin is opaque.
    pub opaque: bool,
    /// The origin to which the page's own server forwards whatever it is asked; empty: it answers itself.
    pub proxy: String,
}

impl Default for Page {
    fn default() -> Page {
        Page {
            url: "https://frontend.com/app".to_owned(),
            opaque: false,
            proxy: String::new(),
        }
    }
}

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioRequest {
    /// Script or element that makes the request.
    pub api: Api,
    /// The address, as typed: parsed against the page's.
    pub url: String,
    /// The method, as typed.
    pub method: String,
    /// The headers that script sets, as typed.
    pub headers: HeaderLines,
    /// The body, if there is one.
    pub body: Option<String>,
    /// The mode.
    pub mode: Mode,
    /// The credentials mode.
    pub credentials: CredentialsMode,
    /// The redirect mode.
    pub redirect: RedirectMode,
    /// The referrer policy.
    pub referrer_policy: ReferrerPolicy,
    /// xhr only: a listener for upload events is registered.
    pub upload_listener: bool,
}

impl ScenarioRequest {
    /// A GET of `url` by fetch with everything else left out.
    pub fn new(url: &str) -> ScenarioRequest {
        ScenarioRequest {
            api: Api::Fetch,
            url: url.to_owned(),
            method: "GET".to_owned(),
            headers: Vec::new(),
            body: None,
            mode: Api::Fetch.default_mode(),
            credentials: Api::Fetch.default_credentials(Api::Fetch.default_mode()),
            redirect: RedirectMode::Follow,
            referrer_policy: ReferrerPolicy::Default,
            upload_listener: false,
        }
    }
}

/// What one server of the redirect chain answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// The answer to a preflight. `None`: no OPTIONS handler, so 405 without CORS headers.
    pub preflight: Option<PreflightAnswer>,
    /// The answer to the request itself. `None`: the connection fails.
    pub response: Option<Answer>,
}

impl Default for Hop {
    fn default() -> Hop {
        Hop {
            preflight: None,
            response: Some(Answer::default()),
        }
    }
}

/// A server's answer to a preflight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreflightAnswer {
    /// The status, as typed: a number from 200 to 999 is usable.
    pub status: String,
    /// The header lines.
    pub headers: HeaderLines,
}

impl PreflightAnswer {
    /// The answer of a server without an OPTIONS handler.
    pub fn no_handler() -> PreflightAnswer {
        PreflightAnswer {
            status: "405".to_owned(),
            headers: Vec::new(),
        }
    }
}

/// A server's answer to the request itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status, as typed: a number from 200 to 999 is usable.
    pub status: String,
    /// The header lines.
    pub headers: HeaderLines,
    /// The body.
    pub body: String,
}

impl Default for Answer {
    fn default() -> Answer {
        Answer {
            status: "200".to_owned(),
            headers: Vec::new(),
            body: String::new(),
        }
    }
}

/// A further send from the same page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FurtherSend {
    /// Seconds that pass before it, on the preflight cache's own clock.
    pub wait_s: u32,
    /// What the page asks for this time.
    pub request: ScenarioRequest,
    /// What the servers answer this time.
    pub hops: Vec<Hop>,
}
