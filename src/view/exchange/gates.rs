//! The gates: what the browser decided before a request left it, and what it made of an answer.

use std::borrow::Cow;

use cors_engine::rules::Rule;
use cors_engine::trace::{Choice, Exchange, ExchangeKind, Message, Step, StepOutcome};

use super::{ExchangeRow, Gate};
use crate::view::verdict::Tone;

fn is_no(step: &Step, rule: Rule) -> bool {
    step.rule == rule && step.outcome == StepOutcome::Decided(Choice::No)
}

fn is_yes(step: &Step, rule: Rule) -> bool {
    step.rule == rule && step.outcome == StepOutcome::Decided(Choice::Yes)
}

/// What the browser decided before a request left it.
pub(super) fn gate_before(steps: &[Step], exchange: &Exchange) -> Option<ExchangeRow> {
    let open = |text: Cow<'static, str>| gate(Tone::Open, text);
    if exchange.kind == ExchangeKind::Preflight {
        return open(format!("Preflight needed: {}", causes(steps).join(", ")).into());
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

/// What the browser made of an answer.
pub(super) fn gate_after(after: &[Step]) -> Option<ExchangeRow> {
    if let Some(gate) = gate_stop(after) {
        return Some(gate);
    }
    let allow = |text: &'static str| gate(Tone::Allow, text.into());
    let answer = after
        .iter()
        .rfind(|step| step.outcome == StepOutcome::Passed && step.rule != Rule::ServerAnswered)?;
    match answer.evidence.message {
        Message::Preflight => allow("The preflight's answer allows the request"),
        Message::Response => allow("CORS check: the answer is for this page"),
        _ => None,
    }
}

pub(super) fn gate_stop(steps: &[Step]) -> Option<ExchangeRow> {
    let failed = steps
        .iter()
        .find(|step| step.outcome == StepOutcome::Failed)?;
    let title = failed.rule.words().algorithm.title();
    let text = match failed.evidence.message {
        Message::Preflight => format!("{title}: the request stops here").into(),
        Message::Response => format!("{title}: the answer stops here").into(),
        _ => failed.rule.words().no().into(),
    };
    gate(Tone::Deny, text)
}

fn gate(tone: Tone, text: Cow<'static, str>) -> Option<ExchangeRow> {
    Some(ExchangeRow::Gate(Gate { tone, text }))
}
