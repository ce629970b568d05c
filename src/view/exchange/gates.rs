//! The gates: what the browser decided before a request left it, and what it made of an answer.

use std::borrow::Cow;

use cors_engine::cut::join;
use cors_engine::rules::{Algorithm, Rule};
use cors_engine::trace::{
    Choice, Exchange, ExchangeKind, Message, Outcome, Step, StepOutcome, Trace,
};

use super::{Gate, What, is_actual};
use crate::view::verdict::Tone;
use crate::view::words;

fn is_no(step: &Step, rule: Rule) -> bool {
    step.rule == rule && step.outcome == StepOutcome::Decided(Choice::No)
}

fn is_yes(step: &Step, rule: Rule) -> bool {
    step.rule == rule && step.outcome == StepOutcome::Decided(Choice::Yes)
}

/// What the browser decided before a request left it.
pub(super) fn gate_before(steps: &[Step], exchange: &Exchange) -> Option<What> {
    let open = |text: Cow<'static, str>| gate(Tone::Open, "Preflight needed?", text);
    if exchange.kind == ExchangeKind::Preflight {
        let causes = causes(steps);
        let causes = join(causes.iter().map(String::as_str), ", ");
        return open(format!("yes: {causes}").into());
    }
    if steps.iter().any(|step| is_yes(step, Rule::PreflightCached)) {
        return open("skipped: cached, an earlier answer covers this request".into());
    }
    if steps.iter().any(|step| is_yes(step, Rule::SameOrigin)) {
        return open("no: same origin".into());
    }
    let asks = steps.iter().any(|step| step.rule == Rule::MethodSafelisted);
    match asks {
        true => open("no: method and headers safelisted".into()),
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
pub(super) fn gate_after(after: &[Step]) -> Option<What> {
    if let Some(gate) = gate_stop(after) {
        return Some(gate);
    }
    // Of the steps about an answer, those of redirects come behind the CORS check, if there is one.
    let is_about_it = |step: &&Step| {
        step.outcome == StepOutcome::Passed
            && (step.evidence.message == Message::Preflight || is_cors_check(step))
    };
    let answer = after.iter().rfind(is_about_it)?;
    match answer.evidence.message {
        Message::Preflight => gate(
            Tone::Allow,
            PREFLIGHT_ANSWER,
            "the request may be sent".into(),
        ),
        Message::Response => gate(
            Tone::Allow,
            CORS_CHECK,
            "the answer is for this page".into(),
        ),
        _ => None,
    }
}

fn is_cors_check(step: &Step) -> bool {
    step.rule.algorithm() == Algorithm::CorsCheck
}

const PREFLIGHT_ANSWER: &str = "Preflight's answer:";
const CORS_CHECK: &str = "CORS check:";

/// Where the browser ended the fetch.
pub(super) fn gate_stop(steps: &[Step]) -> Option<What> {
    let failed = steps
        .iter()
        .find(|step| step.outcome == StepOutcome::Failed)?;
    let (name, text) = match failed.evidence.message {
        Message::Preflight => (PREFLIGHT_ANSWER, "no, the request stops here"),
        Message::Response if is_cors_check(failed) => (CORS_CHECK, "no, the answer stops here"),
        Message::Response => ("The answer", "stops here: it leads nowhere"),
        _ => ("Stopped:", words::of(failed.rule).no()),
    };
    gate(Tone::Deny, name, text.into())
}

/// What script gets to see of the last answer.
pub(super) fn gate_visible(trace: &Trace) -> Option<What> {
    let name = "What script may see:";
    match (trace.outcome, &trace.visible) {
        (Outcome::Readable, Some(visible)) => {
            let answer = trace.exchanges.iter().rfind(|it| is_actual(it));
            let mut names: Vec<&str> = Vec::new();
            for (name, _) in answer.map_or(&[][..], |it| &it.answer_headers) {
                if !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
                    names.push(name);
                }
            }
            let (seen, all) = (visible.headers.len(), names.len());
            let text = format!("status, body, and {seen} of {all} headers");
            gate(Tone::Allow, name, text.into())
        }
        (Outcome::Opaque, _) => gate(
            Tone::Open,
            name,
            "nothing: no status, no headers, no body".into(),
        ),
        (Outcome::OpaqueRedirect, _) => gate(Tone::Open, name, "that there was a redirect".into()),
        _ => None,
    }
}

fn gate(tone: Tone, name: &'static str, text: Cow<'static, str>) -> Option<What> {
    Some(What::Gate(Gate { tone, name, text }))
}
