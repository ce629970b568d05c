//! The wire: who sent what to whom, what the browser decided in between, and where it ended.

mod gates;
mod messages;
mod transcript;
mod types;

use cors_engine::Scenario;
use cors_engine::origin::Origin;
use cors_engine::rules::Rule;
use cors_engine::scenario::Api;
use cors_engine::trace::{Exchange, ExchangeKind, Outcome, Step, StepOutcome, Trace};
use cors_engine::url::Url;

use super::StepName;
use gates::{gate_after, gate_before, gate_stop, gate_visible};
pub(crate) use messages::status_line;
use messages::{answer_message, call, forwarded, never_sent, request_message, result};
pub use types::{
    Client, Gate, LineView, Lit, MessageView, Reach, Travel, What, When, WireRow, WireView,
};

/// The wire of a trace, with the step at index `focus` looked at.
pub(super) fn wire(scenario: &Scenario, trace: &Trace, focus: usize) -> WireView {
    let client = match scenario.request.api {
        Api::Curl => Client::Curl,
        _ => Client::Browser,
    };
    let third_party = third_party(trace);
    let mut origins = origins(trace);
    let mut rows = Rows {
        trace,
        client,
        third_party: 0,
        focus,
        rows: Vec::new(),
    };
    if let Some(origin) = &third_party {
        rows.third_party = position(&origins, Some(origin)).unwrap_or(origins.len());
        if rows.third_party == origins.len() {
            origins.push(origin);
        }
    }
    if trace.outcome != Outcome::Invalid {
        rows.fill(scenario);
    }
    WireView {
        page: match client {
            Client::Browser => trace.page_origin.as_ref().map_or("?".into(), host),
            Client::Curl => "Terminal".into(),
        },
        client,
        servers: origins.into_iter().map(host).collect(),
        rows: rows.rows,
    }
}

/// The origins that the client asks, each once, in order.
fn origins(trace: &Trace) -> Vec<&Origin> {
    let mut origins: Vec<&Origin> = Vec::new();
    for url in &trace.urls {
        if !origins.contains(&&url.origin) || url.origin == Origin::Opaque {
            origins.push(&url.origin);
        }
    }
    origins
}

/// The origin that the page's own server asks in turn, if it does.
fn third_party(trace: &Trace) -> Option<Origin> {
    let mut forwarded = trace.exchanges.iter();
    let url = forwarded.find_map(|it| it.forwarded_to.as_deref())?;
    Url::parse(url).map(|url| Origin::of_url(&url))
}

fn position(origins: &[&Origin], origin: Option<&Origin>) -> Option<usize> {
    origins.iter().position(|it| Some(*it) == origin)
}

fn host(origin: &Origin) -> String {
    match origin {
        Origin::Opaque => "null".into(),
        Origin::Tuple(tuple) => match tuple.port {
            None => tuple.host.clone(),
            Some(port) => format!("{}:{port}", tuple.host),
        },
    }
}

/// The lifeline of the server that an exchange went to.
fn lifeline(trace: &Trace, exchange: &Exchange) -> usize {
    let asked = trace.urls.get(exchange.hop).map(|url| &url.origin);
    position(&origins(trace), asked).unwrap_or_default()
}

/// The rows in the making. Each stands for some of the steps, by their indexes.
struct Rows<'a> {
    trace: &'a Trace,
    client: Client,
    /// The lifeline of whom the page's own server asks.
    third_party: usize,
    focus: usize,
    rows: Vec<WireRow>,
}

impl Rows<'_> {
    fn push(&mut self, from: usize, to: usize, what: What) {
        let when = match self.focus {
            focus if from > focus => When::Coming,
            focus if focus < to => When::Current,
            _ => When::Past,
        };
        self.rows.push(WireRow {
            what,
            when,
            goes_to: telling_step(self.trace, from, to),
        });
    }

    fn push_some(&mut self, from: usize, to: usize, what: Option<What>) {
        // Nothing decides what curl may have.
        let is_gate = matches!(what, Some(What::Gate(_)));
        if let Some(what) = what.filter(|_| !is_gate || self.client == Client::Browser) {
            self.push(from, to, what);
        }
    }

    fn fill(&mut self, scenario: &Scenario) {
        let trace = self.trace;
        self.push(0, 0, call(scenario));
        let mut from = 0;
        for (index, exchange) in trace.exchanges.iter().enumerate() {
            let sent = exchange.after_steps;
            let before = &trace.steps[from..sent];
            self.push_some(from, sent, gate_before(before, exchange));
            let next = trace.exchanges.get(index + 1);
            let until = next.map_or(trace.steps.len(), |next| next.after_steps);
            from = sent + about_answer(&trace.steps[sent..until]);
            self.exchange(scenario, exchange, from);
        }
        if trace.exchanges.is_empty() {
            self.push_some(0, trace.steps.len(), gate_stop(&trace.steps));
        }
        let decided = trace.deciding;
        self.push_some(decided, decided + 1, never_sent(trace).map(What::Message));
        self.push_some(from, trace.steps.len(), gate_visible(trace));
        self.push(
            decided.max(from),
            trace.steps.len(),
            result(trace, self.client),
        );
    }

    /// A request, its answer, and what the browser made of it, in the steps before `end`.
    fn exchange(&mut self, scenario: &Scenario, exchange: &Exchange, end: usize) {
        let (trace, sent) = (self.trace, exchange.after_steps);
        let server = lifeline(trace, exchange);
        let is_answered = |step: &Step| step.rule == Rule::ServerAnswered;
        let answered = trace.steps[sent..end].iter().position(is_answered);
        let answered = sent + answered.map_or(0, |index| index + 1);
        let mut request = request_message(scenario, trace, exchange);
        request.server = server;
        // What handles it is the third party.
        let mut note = request.note;
        if exchange.forwarded_to.is_some() {
            request.note = Some("forwarded");
        }
        self.push(sent, answered, What::Message(request));
        if exchange.forwarded_to.is_some() {
            for travel in [Travel::ServerToThirdParty, Travel::ThirdPartyToServer] {
                let mut message = forwarded(trace, exchange, travel);
                message.server = server;
                message.third_party = self.third_party;
                message.note = note.take();
                self.push(sent, answered, What::Message(message));
            }
        }
        let after = &trace.steps[answered..end];
        let about = (answered, end);
        if let Some(mut answer) = answer_message(exchange, &trace.steps, about, self.focus) {
            answer.server = server;
            self.push(answered, end, What::Message(answer));
        }
        let failed_on_its_way = exchange.status.is_none();
        let about = if failed_on_its_way {
            &trace.steps[sent..end]
        } else {
            after
        };
        self.push_some(answered.min(end), end, gate_after(about));
    }
}

/// The step that tells most of some: the one that failed, else the last that a screen shows.
fn telling_step(trace: &Trace, from: usize, to: usize) -> Option<StepName> {
    let steps = trace.steps.get(from..to)?;
    let failed = |step: &Step| step.outcome == StepOutcome::Failed;
    let is_shown = |step: &Step| !step.is_routine() && step.outcome != StepOutcome::NotReached;
    let index = steps.iter().position(failed);
    let index = index.or_else(|| steps.iter().rposition(is_shown))?;
    Some(StepName::of(&trace.steps, from + index))
}

/// How many of the steps after a request are about its answer. Those of the next hop, and those about
/// what script sees, come later.
fn about_answer(after: &[Step]) -> usize {
    let is_later = |step: &Step| matches!(step.rule, Rule::SameOrigin | Rule::ResponseVisible);
    after.iter().position(is_later).unwrap_or(after.len())
}

/// Whether a request was answered, and by whom: the last actual one.
fn is_actual(exchange: &Exchange) -> bool {
    exchange.kind == ExchangeKind::Actual
}
