//! What there is to say beside the fields: what is wrong and what to type instead, and what is lit.

use cors_engine::scenario::Field;
use cors_engine::trace::{Message, Outcome, StepOutcome, Trace};

/// What there is to say beside the fields of the editors.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields {
    /// What is wrong with a field, and what to type instead.
    pub problems: Vec<(Field, String)>,
    /// The field that decided a failure.
    pub guilty: Option<Field>,
    /// The header line whose absence decided it.
    pub missing: Option<MissingLine>,
}

impl Fields {
    /// What is wrong with a field, and what to type instead.
    pub fn problem(&self, field: Field) -> Option<String> {
        let problem = self.problems.iter().find(|(place, _)| *place == field);
        problem.map(|(_, sentence)| sentence.clone())
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
pub(super) fn fields(trace: &Trace) -> Fields {
    let mut fields = Fields::default();
    let failed = trace
        .steps
        .iter()
        .filter(|step| step.outcome == StepOutcome::Failed);
    for step in failed {
        let words = step.rule.words();
        let is_typed_wrong = matches!(trace.outcome, Outcome::Invalid | Outcome::ScriptThrows);
        match step.evidence.field {
            Some(field) if is_typed_wrong => {
                let sentence = format!("{} {}", words.no(), words.passes());
                fields.problems.push((field, sentence));
            }
            Some(field) => fields.guilty = Some(field),
            None => fields.missing = missing(step.evidence.clone()),
        }
    }
    fields
}

fn missing(evidence: cors_engine::trace::Evidence) -> Option<MissingLine> {
    Some(MissingLine {
        hop: evidence.hop,
        message: evidence.message,
        name: evidence.header.filter(|_| evidence.found.is_none())?,
        value: evidence.wanted?,
    })
}
