//! What the wire shows, as plain data.

use std::borrow::Cow;

use crate::view::{StepName, Tone};

/// Who sent what to whom.
#[derive(Clone, Debug, PartialEq)]
pub struct WireView {
    /// The page's host, or the terminal in which somebody types.
    pub page: String,
    /// Who asks the servers.
    pub client: Client,
    /// The servers' hosts, one a server origin, in the order in which they are asked.
    pub servers: Vec<String>,
    /// From top to bottom.
    pub rows: Vec<WireRow>,
}

/// Who asks the servers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Client {
    /// A browser: a wall between page and servers, with gates in it.
    Browser,
    /// curl: whatever comes back passes.
    Curl,
}

impl Client {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Client::Browser => "Browser",
            Client::Curl => "curl",
        }
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct WireRow {
    /// What is in it.
    pub what: What,
    /// Whether the step that is looked at has come to it.
    pub when: When,
    /// The step that tells most of it.
    pub goes_to: Option<StepName>,
}

/// What a row shows.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// Something travels.
    Message(MessageView),
    /// The browser decides.
    Gate(Gate),
}

/// Whether the step that is looked at has come to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It lies behind.
    Past,
    /// It is looked at.
    Current,
    /// It is to come.
    Coming,
}

impl When {
    /// Its text in attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            When::Past => "past",
            When::Current => "current",
            When::Coming => "coming",
        }
    }
}

/// A decision of the browser.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// How it went.
    pub tone: Tone,
    /// What is decided.
    pub name: &'static str,
    /// How it was decided.
    pub text: Cow<'static, str>,
}

/// Something that travels.
#[derive(Clone, Debug, PartialEq)]
pub struct MessageView {
    /// From whom to whom.
    pub travel: Travel,
    /// Which of the servers, where one takes part.
    pub server: usize,
    /// The one that it asks, where a server asks another.
    pub third_party: usize,
    /// How far it gets.
    pub reach: Reach,
    /// Its first line.
    pub title: Cow<'static, str>,
    /// Its header lines that matter to CORS.
    pub lines: Vec<LineView>,
    /// Its other header lines.
    pub folded: Vec<String>,
    /// Which cookies may go along.
    pub cookies: Option<&'static str>,
    /// What the receiver makes of it.
    pub note: Option<&'static str>,
}

/// From whom to whom something travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Travel {
    /// Script calls the browser.
    PageToBrowser,
    /// The browser asks the server.
    BrowserToServer,
    /// The server answers the browser.
    ServerToBrowser,
    /// The browser answers script.
    BrowserToPage,
    /// The server asks a third party.
    ServerToThirdParty,
    /// The third party answers the server.
    ThirdPartyToServer,
}

impl Travel {
    /// Its text in attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            Travel::PageToBrowser => "page-to-browser",
            Travel::BrowserToServer => "browser-to-server",
            Travel::ServerToBrowser => "server-to-browser",
            Travel::BrowserToPage => "browser-to-page",
            Travel::ServerToThirdParty => "server-to-third-party",
            Travel::ThirdPartyToServer => "third-party-to-server",
        }
    }

    /// In words, for those who do not see the arrow.
    pub fn in_words(self, client: Client) -> &'static str {
        match (self, client) {
            (Travel::PageToBrowser, Client::Browser) => "Page to browser: ",
            (Travel::BrowserToServer, Client::Browser) => "Browser to server: ",
            (Travel::ServerToBrowser, Client::Browser) => "Server to browser: ",
            (Travel::BrowserToPage, Client::Browser) => "Browser to page: ",
            (Travel::PageToBrowser, Client::Curl) => "Terminal to curl: ",
            (Travel::BrowserToServer, Client::Curl) => "curl to server: ",
            (Travel::ServerToBrowser, Client::Curl) => "Server to curl: ",
            (Travel::BrowserToPage, Client::Curl) => "curl to terminal: ",
            (Travel::ServerToThirdParty, _) => "Server to third party: ",
            (Travel::ThirdPartyToServer, _) => "Third party to server: ",
        }
    }
}

/// How far something gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// To the receiver.
    Arrives,
    /// It arrives at the browser, which keeps it from the page.
    Withheld,
    /// It fails on its way, or is the news of a failure.
    Fails,
    /// It was never sent.
    NeverSent,
}

impl Reach {
    /// Its text in attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            Reach::Arrives => "arrives",
            Reach::Withheld => "withheld",
            Reach::Fails => "fails",
            Reach::NeverSent => "never-sent",
        }
    }
}

/// A header line of a message.
#[derive(Clone, Debug, PartialEq)]
pub struct LineView {
    /// The line; only its name, where it is missing.
    pub text: String,
    /// What the steps make of it.
    pub lit: Lit,
    /// The step that asks about it.
    pub goes_to: Option<StepName>,
}

/// What the steps make of a header line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lit {
    /// Nothing.
    No,
    /// The step that is looked at looks at it.
    LookedAt,
    /// It decided a failure.
    Guilty,
    /// Its absence decided a failure.
    Missing,
}

impl Lit {
    /// The sign of a line that is not there.
    pub const SIGN_OF_MISSING: &'static str = "⌀";

    /// Its text in attributes; none for a line like any other.
    pub fn as_str(self) -> Option<&'static str> {
        match self {
            Lit::No => None,
            Lit::LookedAt => Some("looked-at"),
            Lit::Guilty => Some("present"),
            Lit::Missing => Some("absent"),
        }
    }
}
