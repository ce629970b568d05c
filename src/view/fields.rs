//! What there is to say beside the fields: what is wrong and what to type instead, and what is lit.

use cors_engine::rules::Rule;
use cors_engine::scenario::{CredentialsMode, Field, Scenario};
use cors_engine::trace::{Message, Outcome, Step, StepOutcome, Trace};

use super::exchange::Lit;
use super::words;

/// What there is to say beside the fields of the editors.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields {
    /// What is wrong with a field, and what to type instead.
    pub problems: Vec<(Field, String)>,
    /// The field that decided a failure.
    pub guilty: Option<Field>,
    /// The header line whose absence decided it.
    pub missing: Option<MissingLine>,
    /// The field that the current step looks at.
    pub looked_at: Option<Field>,
}

impl Fields {
    /// What is wrong with a field, and what to type instead.
    pub fn problem(&self, field: Field) -> Option<&str> {
        let problem = self.problems.iter().find(|(place, _)| *place == field);
        problem.map(|(_, sentence)| sentence.as_str())
    }

    /// Whether a field decided a failure, or is looked at.
    pub fn lit(&self, field: Field) -> Lit {
        match Some(field) {
            it if it == self.guilty => Lit::Guilty,
            it if it == self.looked_at => Lit::LookedAt,
            _ => Lit::No,
        }
    }
}

/// A header line that is not there and should be.
#[derive(Clone, Debug, PartialEq)]
pub struct MissingLine {
    /// The index in the redirect chain.
    pub hop: usize,
    /// The answer in which it is missing.
    pub message: Message,
    /// Its name.
    pub name: String,
    /// A value that would pass.
    pub value: String,
}

/// What a trace has to say beside the fields.
pub(super) fn fields(scenario: &Scenario, trace: &Trace, focus: usize) -> Fields {
    let looked_at = trace.steps.get(focus);
    let mut fields = Fields {
        looked_at: looked_at.and_then(|step| step.evidence.field),
        ..Fields::default()
    };
    let failed = trace
        .steps
        .iter()
        .filter(|step| step.outcome == StepOutcome::Failed);
    for step in failed {
        let words = words::of(step.rule);
        let is_typed_wrong = matches!(trace.outcome, Outcome::Invalid | Outcome::ScriptThrows);
        match step.evidence.field {
            Some(field) if is_typed_wrong => {
                let sentence = format!("{} {}", words.no(), words.passes());
                fields.problems.push((field, sentence));
            }
            Some(field) => fields.guilty = Some(field),
            None => fields.missing = missing(scenario, trace, step),
        }
    }
    fields
}

fn missing(scenario: &Scenario, trace: &Trace, step: &Step) -> Option<MissingLine> {
    let evidence = &step.evidence;
    let is_public = scenario.request.credentials != CredentialsMode::Include;
    let value = match (step.rule, evidence.wanted.as_deref()?) {
        // The step asks for one name; where no line is there, all are missing.
        (Rule::AuthorizationListed | Rule::RequestHeaderAllowed, _) => {
            let preflight = trace.exchanges.last()?;
            preflight.header("Access-Control-Request-Headers")?
        }
        // To allow `null` is to allow every sandboxed frame; where * does, it says no more than that.
        (_, "null") if is_public => "*",
        (_, wanted) => wanted,
    };
    let header = evidence.header.as_ref();
    Some(MissingLine {
        hop: evidence.hop,
        message: evidence.message,
        name: header.filter(|_| evidence.found.is_none())?.clone(),
        value: value.to_owned(),
    })
}
