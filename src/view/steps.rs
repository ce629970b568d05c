//! The steps: question, answer, evidence, why, and what would pass.

use cors_engine::trace::{
    Choice, Evidence, ExchangeKind, Message, Outcome, Step, StepOutcome, Trace,
};

use super::{StepName, words};

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct StepView {
    /// Its name.
    pub name: StepName,
    /// The rule's stable name.
    pub rule: &'static str,
    /// The sign of its answer.
    pub sign: Sign,
    /// The question.
    pub question: &'static str,
    /// Which message or header it is about.
    pub about: String,
    /// The answer in a word.
    pub answer: &'static str,
    /// What the answer means.
    pub meaning: &'static str,
    /// What followed, for the step that ended the fetch.
    pub consequence: Option<String>,
    /// What the answer rests on.
    pub evidence: Vec<EvidenceRow>,
    /// Why browsers ask.
    pub why: &'static str,
    /// Algorithm and step in the standard.
    pub source: String,
    /// Its anchor.
    pub anchor: Option<&'static str>,
    /// It decided the outcome.
    pub is_deciding: bool,
}

impl StepView {
    /// The answer, in words also where there is none.
    pub fn said(&self) -> &'static str {
        match self.answer {
            "" => "Not reached.",
            answer => answer,
        }
    }
}

/// The sign of a step's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Yes, and the fetch goes on.
    Passed,
    /// No, and the fetch ends.
    Failed,
    /// Either answer lets the fetch go on.
    Decided,
    /// Never asked.
    NotReached,
}

impl Sign {
    /// Its text in attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            Sign::Passed => "passed",
            Sign::Failed => "failed",
            Sign::Decided => "decided",
            Sign::NotReached => "not-reached",
        }
    }

    /// The sign itself.
    pub fn sign(self) -> &'static str {
        match self {
            Sign::Passed => "✓",
            Sign::Failed => "✕",
            Sign::Decided => "→",
            Sign::NotReached => "·",
        }
    }
}

/// A line of evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceRow {
    /// What the value is.
    pub label: &'static str,
    /// The value.
    pub text: Text,
}

/// A value on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Text {
    /// Something that is not there.
    Absent(String),
    /// A value.
    Plain(String),
    /// A sentence about values.
    Sentence(&'static str),
    /// A value with the deciding characters apart: before, they, after.
    Marked(String, String, String),
}

/// The steps that a screen shows: all but the routine ones. With them, which of them is looked at:
/// the one called `focus`, or the deciding one if there is none of that name.
pub(super) fn steps(trace: &Trace, focus: StepName) -> (Vec<StepView>, usize) {
    let steps: Vec<StepView> = shown(trace)
        .map(|(index, step)| step_view(trace, index, step))
        .collect();
    let position = |name: StepName| steps.iter().position(|step| step.name == name);
    let focused = focus.find(&trace.steps);
    let current = focused
        .and_then(|index| position(StepName::of(&trace.steps, index)))
        .or_else(|| position(StepName::deciding(trace)))
        .unwrap_or_default();
    (steps, current)
}

/// The name of the step with this number, from 1, among those that a screen shows.
pub fn step_numbered(trace: &Trace, number: u32) -> Option<StepName> {
    let mut left = number;
    for (index, _) in shown(trace) {
        left = left.checked_sub(1)?;
        if left == 0 {
            return Some(StepName::of(&trace.steps, index));
        }
    }
    None
}

/// The steps that a screen shows, with their indexes.
pub(super) fn shown(trace: &Trace) -> impl Iterator<Item = (usize, &Step)> {
    let steps = trace.steps.iter().enumerate();
    steps.filter(|(index, step)| !step.is_routine() || *index == trace.deciding)
}

fn step_view(trace: &Trace, index: usize, step: &Step) -> StepView {
    let words = words::of(step.rule);
    let algorithm = step.rule.algorithm();
    let is_yes = matches!(
        step.outcome,
        StepOutcome::Passed | StepOutcome::Decided(Choice::Yes)
    );
    let (answer, meaning) = match (step.outcome, is_yes) {
        (StepOutcome::NotReached, _) => ("", "Never asked: the fetch had ended."),
        (_, true) => ("Yes.", words.yes()),
        (_, false) => ("No.", words.no()),
    };
    let is_failed = step.outcome == StepOutcome::Failed;
    StepView {
        name: StepName::of(&trace.steps, index),
        rule: step.rule.name(),
        sign: sign(step.outcome),
        question: words.question(),
        about: about(step),
        answer,
        meaning,
        consequence: is_failed.then(|| consequence(trace)).flatten(),
        evidence: match step.outcome {
            StepOutcome::NotReached => Vec::new(),
            _ => evidence(&step.evidence, is_failed.then_some(words.passes())),
        },
        why: words.why(),
        source: match step.rule.step() {
            "" => algorithm.title().into(),
            step => format!("{}, step {step}", algorithm.title()),
        },
        anchor: algorithm.anchor(),
        is_deciding: index == trace.deciding,
    }
}

fn sign(outcome: StepOutcome) -> Sign {
    match outcome {
        StepOutcome::Passed => Sign::Passed,
        StepOutcome::Failed => Sign::Failed,
        StepOutcome::Decided(_) => Sign::Decided,
        StepOutcome::NotReached => Sign::NotReached,
    }
}

fn about(step: &Step) -> String {
    let header = match step.evidence.message {
        Message::Request => step.evidence.header.as_deref(),
        _ => step.evidence.asked_for.as_deref(),
    };
    let message = match step.evidence.message {
        Message::Request => "request",
        Message::PreflightRequest => "preflight",
        Message::Preflight => "preflight's answer",
        Message::Response => "answer",
    };
    match header {
        Some(header) => format!("{message}, {header}"),
        None => message.into(),
    }
}

/// What the end of the fetch meant for the request: the three outcomes again, in words.
fn consequence(trace: &Trace) -> Option<String> {
    if trace.outcome != Outcome::NetworkError || !trace.is_of_browser() {
        return None;
    }
    let last = trace.exchanges.last()?;
    let earlier = match trace.requests().count() {
        0 => "",
        _ => " The requests before the redirect were sent.",
    };
    Some(match (last.kind, last.status) {
        (ExchangeKind::Preflight, Some(status)) => format!(
            "The server answered the preflight with {status}. The request itself was never sent.{earlier}"
        ),
        (ExchangeKind::Preflight, None) => {
            format!("The request itself was never sent.{earlier}")
        }
        (ExchangeKind::Actual, Some(status)) => format!(
            "The request reached the server, which answered {status}. The browser keeps the answer from the page."
        ),
        (ExchangeKind::Actual, None) => "Nobody answered the request.".into(),
    })
}

fn evidence(evidence: &Evidence, would_pass: Option<&'static str>) -> Vec<EvidenceRow> {
    let mut rows = Vec::new();
    let mut row = |label, text| rows.push(EvidenceRow { label, text });
    if let (Some(header), Some(_)) = (&evidence.header, &evidence.found) {
        row("header", Text::Plain(header.clone()));
    }
    if let Some(asked_for) = &evidence.asked_for {
        row("asked for", Text::Plain(asked_for.clone()));
    }
    match (&evidence.found, &evidence.header) {
        (Some(found), _) if evidence.header.as_ref() != Some(found) => {
            row("found", mark(found, evidence.bytes));
        }
        (None, Some(header)) => row("found", Text::Absent(format!("no {header} line"))),
        _ => {}
    }
    if let Some(wanted) = &evidence.wanted {
        let label = match would_pass {
            Some(_) => "needed",
            None => "against",
        };
        row(label, Text::Plain(wanted.clone()));
    }
    if let Some(would_pass) = would_pass {
        row("to pass", Text::Sentence(would_pass));
    }
    rows
}

fn mark(text: &str, bytes: Option<(usize, usize)>) -> Text {
    let Some((from, to)) = bytes else {
        return Text::Plain(text.into());
    };
    let part = |from: usize, to: usize| text.chars().skip(from).take(to - from).collect();
    Text::Marked(part(0, from), part(from, to), part(to, usize::MAX))
}
