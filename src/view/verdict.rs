//! The verdict: one sentence, and the three outcomes that people mix up.

use std::borrow::Cow;

use cors_engine::rules::Rule;
use cors_engine::trace::{Exchange, ExchangeKind, Message, Outcome, Step, Trace};

use super::StepName;

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictView {
    /// One short sentence.
    pub headline: &'static str,
    /// Whether that is what the page wanted.
    pub tone: Tone,
    /// Sent? Reached the server? Readable by the page?
    pub lanes: [LaneView; 3],
}

/// How good an outcome is for the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As wanted.
    Allow,
    /// Not as wanted.
    Deny,
    /// Neither: it did not come to that, or nobody can tell.
    Open,
}

impl Tone {
    /// Its text in attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            Tone::Allow => "allow",
            Tone::Deny => "deny",
            Tone::Open => "open",
        }
    }

    /// Its sign, beside every word that it colours.
    pub fn sign(self) -> &'static str {
        match self {
            Tone::Allow => "✓",
            Tone::Deny => "✕",
            Tone::Open => "–",
        }
    }
}

/// One of the three outcomes.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneView {
    /// What is asked.
    pub question: &'static str,
    /// Whether that is what the page wanted.
    pub tone: Tone,
    /// The answer, a word or two.
    pub answer: &'static str,
    /// What more there is to say.
    pub detail: Cow<'static, str>,
    /// The step that decided it, if one did.
    pub step: Option<StepName>,
}

/// The verdict of a trace.
pub(super) fn verdict(trace: &Trace) -> VerdictView {
    let (headline, tone) = headline(trace);
    VerdictView {
        headline,
        tone,
        lanes: [sent(trace), reached(trace), readable(trace)],
    }
}

fn last_request(trace: &Trace) -> Option<&Exchange> {
    trace.requests().last()
}

fn headline(trace: &Trace) -> (&'static str, Tone) {
    let sentence = match trace.outcome {
        Outcome::Readable if !trace.is_of_browser() => {
            return ("curl shows the answer: no browser, no CORS", Tone::Allow);
        }
        Outcome::Readable => return ("The page reads the answer", Tone::Allow),
        Outcome::Opaque => return ("Answered, but opaque to the page", Tone::Open),
        Outcome::OpaqueRedirect => {
            return ("Redirected, and script is not told where", Tone::Open);
        }
        Outcome::ScriptThrows => "Never sent: script gets an exception",
        Outcome::Invalid => "No browser can play this yet",
        Outcome::NetworkError => network_error_headline(trace),
    };
    (sentence, Tone::Deny)
}

fn network_error_headline(trace: &Trace) -> &'static str {
    let Some(step) = trace.failed_step() else {
        return "Blocked";
    };
    match (step.evidence.message, last_request(trace)) {
        (Message::PreflightRequest, None) => "Never sent: nobody answered the preflight",
        (Message::PreflightRequest, Some(_)) => {
            "Redirected, and nobody answered the next preflight"
        }
        (Message::Preflight, None) => "Never sent: the preflight failed",
        (Message::Preflight, Some(_)) => "Redirected, and stopped by a failed preflight",
        (Message::Response, _) if step.rule.algorithm().title() == "CORS check" => {
            "Answered, but withheld from the page"
        }
        (Message::Response, _) => "Answered, but the redirect leads nowhere",
        (Message::Request, Some(exchange)) if !exchange.reached_server() => {
            match trace.requests().count() {
                1 => "No server answered",
                _ => "Redirected, and nobody answered there",
            }
        }
        (Message::Request, Some(_)) => "Redirected, and stopped there",
        (Message::Request, None) => "Never sent: stopped in the browser",
    }
}

/// The first step of which that holds, if a screen shows it.
fn find(trace: &Trace, is_it: impl Fn(&Step) -> bool) -> Option<StepName> {
    let is_wanted = |step: &Step| !step.is_routine() && is_it(step);
    let index = trace.steps.iter().position(is_wanted)?;
    Some(StepName::of(&trace.steps, index))
}

fn deciding(trace: &Trace) -> Option<StepName> {
    Some(StepName::deciding(trace))
}

fn sent(trace: &Trace) -> LaneView {
    let question = "Sent?";
    if last_request(trace).is_some() {
        let preflighted = trace.preflights().count() > 0;
        let cached = trace
            .steps_of(Rule::PreflightCached)
            .any(|step| step.outcome == yes());
        return LaneView {
            question,
            tone: Tone::Allow,
            answer: "Sent",
            detail: match (preflighted, cached) {
                _ if !trace.is_of_browser() => "curl asks nobody first",
                (true, _) => "after a preflight",
                (false, true) => "an earlier preflight covers it",
                (false, false) => "no preflight needed",
            }
            .into(),
            step: find(trace, |step| {
                matches!(step.rule, Rule::SameOrigin | Rule::ClientIsBrowser)
            }),
        };
    }
    let detail = match trace.outcome {
        Outcome::ScriptThrows => "script gets an exception",
        Outcome::Invalid => "see the marked field",
        _ if trace.preflights().count() > 0 => "only the preflight was",
        _ => "stopped in the browser",
    };
    LaneView {
        question,
        tone: Tone::Deny,
        answer: "Never sent",
        detail: detail.into(),
        step: deciding(trace),
    }
}

fn yes() -> cors_engine::trace::StepOutcome {
    cors_engine::trace::StepOutcome::Decided(cors_engine::trace::Choice::Yes)
}

fn reached(trace: &Trace) -> LaneView {
    let question = "Reached the server?";
    let Some(exchange) = last_request(trace) else {
        return LaneView {
            question,
            tone: Tone::Open,
            answer: "No",
            detail: match trace.preflights().next() {
                Some(_) => "only the preflight did",
                None => "no server heard of it",
            }
            .into(),
            step: deciding(trace),
        };
    };
    let step = find(trace, |step| {
        step.rule == Rule::ServerAnswered && step.evidence.message == Message::Request
    });
    let Some(status) = exchange.status else {
        return LaneView {
            question,
            tone: Tone::Deny,
            answer: "No",
            detail: "the connection failed".into(),
            step,
        };
    };
    let (answer, detail) = server_says(status, &exchange.method);
    LaneView {
        question,
        tone: Tone::Allow,
        answer,
        detail,
        step,
    }
}

/// What a status tells of the handler: only 2xx says that it ran.
pub(super) fn server_says(status: u16, method: &str) -> (&'static str, Cow<'static, str>) {
    let is_safe = matches!(method, "GET" | "HEAD" | "OPTIONS" | "TRACE");
    match (status, is_safe) {
        (200..=299, true) => ("Ran", format!("answered {status}").into()),
        (200..=299, false) => (
            "Ran",
            format!("answered {status}; may have changed data").into(),
        ),
        _ => (
            "Answered",
            format!("{status}: only the server knows what it did").into(),
        ),
    }
}

fn readable(trace: &Trace) -> LaneView {
    let question = match trace.is_of_browser() {
        true => "May the page read it?",
        false => "Is it shown?",
    };
    let step = deciding(trace);
    let lane = |tone, answer, detail: Cow<'static, str>| LaneView {
        question,
        tone,
        answer,
        detail,
        step,
    };
    match trace.outcome {
        Outcome::Readable => lane(Tone::Allow, "Yes", readable_because(trace)),
        Outcome::Opaque => lane(Tone::Open, "No", "it gets an opaque response".into()),
        Outcome::OpaqueRedirect => lane(Tone::Open, "No", "it gets an opaque redirect".into()),
        Outcome::ScriptThrows | Outcome::Invalid => lane(Tone::Open, "Nothing to read", "".into()),
        Outcome::NetworkError => no(trace, lane),
    }
}

fn no(trace: &Trace, lane: impl Fn(Tone, &'static str, Cow<'static, str>) -> LaneView) -> LaneView {
    let answered = trace
        .exchanges
        .last()
        .is_some_and(|exchange| exchange.kind == ExchangeKind::Actual && exchange.reached_server());
    let step = trace.deciding_step();
    match answered {
        true => {
            let title = step.rule.algorithm().title();
            lane(Tone::Deny, "No", format!("stopped by the {title}").into())
        }
        false => lane(Tone::Deny, "No", "there is no answer to read".into()),
    }
}

fn readable_because(trace: &Trace) -> Cow<'static, str> {
    use cors_engine::trace::ResponseType;
    let forwarded = last_request(trace).and_then(|it| it.forwarded_to.as_ref());
    match trace.response_type {
        None => "to curl nothing is withheld",
        _ if forwarded.is_some() => "same origin: its own server asked the other",
        Some(ResponseType::Cors) => "the server allows its origin",
        _ => "same origin: CORS plays no part",
    }
    .into()
}
