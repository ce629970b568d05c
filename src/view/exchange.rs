//! The exchange: who sent what to whom, what the browser decided in between, and where it ended.

use cors_engine::Scenario;
use cors_engine::infrastructure::statuses::reason_phrase;
use cors_engine::origin::Origin;
use cors_engine::rules::Rule;
use cors_engine::scenario::Api;
use cors_engine::trace::{
    Choice, Exchange, ExchangeKind, Message, Outcome, Step, StepOutcome, Trace,
};

use super::verdict::{Tone, server_says};

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
    pub text: String,
}

/// Something that travels.
#[derive(Clone, Debug, PartialEq)]
pub struct MessageView {
    /// From whom to whom.
    pub travel: Travel,
    /// How far it gets.
    pub reach: Reach,
    /// Its first line.
    pub title: String,
    /// Its CORS header lines.
    pub lines: Vec<LineView>,
    /// What the receiver makes of it.
    pub note: Option<String>,
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

fn call(scenario: &Scenario) -> ExchangeRow {
    let request = &scenario.request;
    let title = match request.api {
        Api::Fetch => "fetch()",
        Api::Xhr => "XMLHttpRequest",
        Api::Img => "<img>",
        Api::Script => "<script>",
        Api::Form => "<form>",
    };
    ExchangeRow::Message(MessageView {
        travel: Travel::PageToBrowser,
        reach: Reach::Arrives,
        title: title.into(),
        lines: Vec::new(),
        note: None,
    })
}

fn is_no(step: &Step, rule: Rule) -> bool {
    step.rule == rule && step.outcome == StepOutcome::Decided(Choice::No)
}

fn is_yes(step: &Step, rule: Rule) -> bool {
    step.rule == rule && step.outcome == StepOutcome::Decided(Choice::Yes)
}

/// What the browser decided before a request left it.
fn gate_before(steps: &[Step], exchange: &Exchange) -> Option<ExchangeRow> {
    let open = |text: String| gate(Tone::Open, text);
    if exchange.kind == ExchangeKind::Preflight {
        return open(format!("Preflight needed: {}", causes(steps).join(", ")));
    }
    if steps.iter().any(|step| is_yes(step, Rule::PreflightCached)) {
        return open("Preflight skipped: an earlier answer covers this request".into());
    }
    if steps.iter().any(|step| is_yes(step, Rule::SameOrigin)) {
        return open("Same origin: no permission needed".into());
    }
    let asks = steps.iter().any(|step| step.rule == Rule::MethodSafelisted);
    match asks {
        true => open("No preflight needed: method and headers are safelisted".into()),
        false => None,
    }
}

fn causes(steps: &[Step]) -> Vec<String> {
    let cause = |step: &Step| {
        let name = step.evidence.header.as_deref().unwrap_or_default();
        match step.rule {
            Rule::MethodSafelisted if is_no(step, step.rule) => step
                .evidence
                .found
                .as_ref()
                .map(|method| format!("method {method}")),
            Rule::RequestHeaderSafelisted if is_no(step, step.rule) => {
                Some(format!("header {name}"))
            }
            Rule::NoUploadListener if is_no(step, step.rule) => Some("upload listener".into()),
            Rule::SafelistedValuesWithin1024 if is_no(step, step.rule) => {
                Some("header values over 1,024 bytes".into())
            }
            _ => None,
        }
    };
    steps.iter().filter_map(cause).collect()
}

/// A URL without its origin, which stands above the lifeline.
fn path_of(url: &str) -> &str {
    let after_scheme = url.find("://").map_or(0, |position| position + 3);
    match url[after_scheme..].find('/') {
        Some(position) => &url[after_scheme + position..],
        None => url,
    }
}

fn request_message(exchange: &Exchange) -> MessageView {
    let lines = exchange
        .headers
        .iter()
        .filter(|(name, _)| is_worth_showing(name))
        .map(|(name, value)| LineView::Plain(format!("{name}: {value}")))
        .collect();
    let (reach, note) = match exchange.status {
        None => (Reach::Fails, Some("no server answered".into())),
        Some(status) if exchange.kind == ExchangeKind::Actual => {
            let (answer, detail) = server_says(status, &exchange.method);
            let note = match answer {
                "Ran" if detail.ends_with("data") => "handler ran; may have changed data",
                "Ran" => "handler ran",
                _ => "only the server knows what it did",
            };
            (Reach::Arrives, Some(note.into()))
        }
        Some(_) => (Reach::Arrives, None),
    };
    MessageView {
        travel: Travel::BrowserToServer,
        reach,
        title: format!("{} {}", exchange.method, path_of(&exchange.url)),
        lines,
        note,
    }
}

/// The headers that the CORS protocol reads or writes, and the one that names the body.
fn is_worth_showing(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("access-control-")
        || matches!(
            name.as_str(),
            "origin" | "authorization" | "content-type" | "location" | "vary"
        )
}

fn answer_message(exchange: &Exchange, after: &[Step]) -> Option<MessageView> {
    let status = exchange.status?;
    let failed = after
        .iter()
        .find(|step| step.outcome == StepOutcome::Failed);
    let failed = failed.filter(|step| {
        matches!(
            step.evidence.message,
            Message::Preflight | Message::Response
        )
    });
    let guilty = failed.and_then(|step| step.evidence.header.as_deref());
    let mut lines: Vec<LineView> = exchange
        .answer_headers
        .iter()
        .filter(|(name, _)| is_worth_showing(name))
        .map(|(name, value)| {
            let text = format!("{name}: {value}");
            match guilty.is_some_and(|guilty| guilty.eq_ignore_ascii_case(name)) {
                true => LineView::Guilty(text),
                false => LineView::Plain(text),
            }
        })
        .collect();
    if let Some(step) = failed.filter(|step| step.evidence.found.is_none()) {
        lines.extend(step.evidence.header.clone().map(LineView::Missing));
    }
    Some(MessageView {
        travel: Travel::ServerToBrowser,
        reach: match failed {
            Some(_) => Reach::Withheld,
            None => Reach::Arrives,
        },
        title: format!("{status} {}", reason_phrase(status))
            .trim_end()
            .into(),
        lines,
        note: None,
    })
}

/// What the browser made of an answer.
fn gate_after(after: &[Step]) -> Option<ExchangeRow> {
    if let Some(gate) = gate_stop(after) {
        return Some(gate);
    }
    let allow = |text: &str| gate(Tone::Allow, text.into());
    let answer = after
        .iter()
        .rfind(|step| step.outcome == StepOutcome::Passed && step.rule != Rule::ServerAnswered)?;
    match answer.evidence.message {
        Message::Preflight => allow("The preflight's answer allows the request"),
        Message::Response => allow("CORS check: the answer is for this page"),
        _ => None,
    }
}

fn gate_stop(steps: &[Step]) -> Option<ExchangeRow> {
    let failed = steps
        .iter()
        .find(|step| step.outcome == StepOutcome::Failed)?;
    let title = failed.rule.words().algorithm.title();
    let text = match failed.evidence.message {
        Message::Preflight => format!("{title}: the request stops here"),
        Message::Response => format!("{title}: the answer stops here"),
        _ => failed.rule.words().no.into(),
    };
    gate(Tone::Deny, text)
}

fn gate(tone: Tone, text: String) -> Option<ExchangeRow> {
    Some(ExchangeRow::Gate(Gate { tone, text }))
}

/// The request that a failed preflight kept back.
fn never_sent(trace: &Trace) -> Option<MessageView> {
    let preflight = trace
        .exchanges
        .last()
        .filter(|last| last.kind == ExchangeKind::Preflight)?;
    let method = preflight.header("Access-Control-Request-Method")?;
    Some(MessageView {
        travel: Travel::BrowserToServer,
        reach: Reach::NeverSent,
        title: format!("{method} {}", path_of(&preflight.url)),
        lines: Vec::new(),
        note: Some("never sent".into()),
    })
}

fn result(trace: &Trace) -> ExchangeRow {
    let (reach, title) = match trace.outcome {
        Outcome::Readable => {
            let status = trace.visible.as_ref().map_or(0, |visible| visible.status);
            (Reach::Arrives, format!("Response, {status}"))
        }
        Outcome::Opaque | Outcome::OpaqueRedirect => (Reach::Arrives, "opaque Response".into()),
        Outcome::NetworkError => (Reach::Fails, "TypeError".into()),
        Outcome::ScriptThrows => (Reach::Fails, "exception".into()),
        Outcome::Invalid => (Reach::Fails, String::new()),
    };
    ExchangeRow::Message(MessageView {
        travel: Travel::BrowserToPage,
        reach,
        title,
        lines: Vec::new(),
        note: None,
    })
}
