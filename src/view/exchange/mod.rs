//! The exchange: who sent what to whom, what the browser decided in between, and where it ended.

mod gates;
mod messages;

use std::borrow::Cow;

use cors_engine::Scenario;
use cors_engine::origin::Origin;
use cors_engine::rules::Rule;
use cors_engine::trace::{Outcome, Step, Trace};

use super::verdict::Tone;
use gates::{gate_after, gate_before, gate_stop};
use messages::{answer_message, call, never_sent, request_message, result};

/// The names of the three parties.
#[derive(Clone, Debug, PartialEq)]
pub struct Parties {
    /// The page.
    pub page: String,
    /// The server asked first.
    pub server: String,
}

/// One row of the exchange, from top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub enum ExchangeRow {
    /// Something travels.
    Message(MessageView),
    /// The browser decides.
    Gate(Gate),
}

/// A decision of the browser.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// How it went.
    pub tone: Tone,
    /// In words.
    pub text: Cow<'static, str>,
}

/// Something that travels.
#[derive(Clone, Debug, PartialEq)]
pub struct MessageView {
    /// From whom to whom.
    pub travel: Travel,
    /// How far it gets.
    pub reach: Reach,
    /// Its first line.
    pub title: Cow<'static, str>,
    /// Its CORS header lines.
    pub lines: Vec<LineView>,
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
}

impl Travel {
    /// Its text in attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            Travel::PageToBrowser => "page-to-browser",
            Travel::BrowserToServer => "browser-to-server",
            Travel::ServerToBrowser => "server-to-browser",
            Travel::BrowserToPage => "browser-to-page",
        }
    }

    /// In words, for those who do not see the arrow.
    pub fn in_words(self) -> &'static str {
        match self {
            Travel::PageToBrowser => "Page to browser:",
            Travel::BrowserToServer => "Browser to server:",
            Travel::ServerToBrowser => "Server to browser:",
            Travel::BrowserToPage => "Browser to page:",
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
pub enum LineView {
    /// A line that is there.
    Plain(String),
    /// A line that decided a failure.
    Guilty(String),
    /// A line whose absence decided a failure.
    Missing(String),
}

/// The names of the parties.
pub(super) fn parties(trace: &Trace) -> Parties {
    let host = |origin: Option<&Origin>| match origin {
        Some(Origin::Tuple(tuple)) => match tuple.port {
            None => tuple.host.clone(),
            Some(port) => format!("{}:{port}", tuple.host),
        },
        Some(Origin::Opaque) => "null".into(),
        None => "?".into(),
    };
    Parties {
        page: host(trace.page_origin.as_ref()),
        server: host(trace.urls.first().map(|url| &url.origin)),
    }
}

/// The rows of the exchange.
pub(super) fn exchange(scenario: &Scenario, trace: &Trace) -> Vec<ExchangeRow> {
    if trace.outcome == Outcome::Invalid {
        return Vec::new();
    }
    let mut rows = vec![call(scenario)];
    let mut shown = 0;
    for (index, exchange) in trace.exchanges.iter().enumerate() {
        rows.extend(gate_before(
            &trace.steps[shown..exchange.after_steps],
            exchange,
        ));
        let next = trace.exchanges.get(index + 1);
        let until = next.map_or(trace.steps.len(), |next| next.after_steps);
        let after = &trace.steps[exchange.after_steps..until];
        let after = &after[..steps_about_answer(after)];
        shown = exchange.after_steps + after.len();
        rows.push(ExchangeRow::Message(request_message(exchange)));
        rows.extend(answer_message(exchange, after).map(ExchangeRow::Message));
        rows.extend(gate_after(after));
    }
    if trace.exchanges.is_empty() {
        rows.extend(gate_stop(&trace.steps));
    }
    rows.extend(never_sent(trace).map(ExchangeRow::Message));
    rows.push(result(trace));
    rows
}

/// How many of the steps after a request are about its answer; those of the next hop come later.
fn steps_about_answer(after: &[Step]) -> usize {
    after
        .iter()
        .position(|step| step.rule == Rule::SameOrigin)
        .unwrap_or(after.len())
}
