//! A step in a link: `allow-origin-matches`, or `allow-origin-matches.2` for the second of that rule.

use cors_engine::Rule;
use cors_engine::cut::cut;

use super::number;

/// The name of a step, which stays the same when rules are added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepName {
    /// The rule that is asked.
    pub rule: Rule,
    /// Which of the steps that ask it, from 1.
    pub occurrence: u32,
}

/// The step that a link asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkStep {
    /// By name.
    Named(StepName),
    /// By its number, from 1. People may type one; nobody writes one, for numbers change.
    Numbered(u32),
}

impl LinkStep {
    /// The step that a text names, if it does.
    pub(super) fn from_text(text: &str) -> Option<LinkStep> {
        let (rule, occurrence) = match cut(text, b'.') {
            (rule, None) => (rule, 1),
            (rule, Some(occurrence)) => (rule, counted(occurrence)?),
        };
        match Rule::from_name(rule) {
            Some(rule) => Some(LinkStep::Named(StepName { rule, occurrence })),
            None => counted(text).map(LinkStep::Numbered),
        }
    }
}

impl StepName {
    /// Appends it.
    pub(super) fn push(self, out: &mut String) {
        out.push_str(self.rule.name());
        if self.occurrence > 1 {
            out.push('.');
            number::push(out, self.occurrence);
        }
    }
}

/// A number from 1.
fn counted(text: &str) -> Option<u32> {
    number::read(text).filter(|number| *number > 0)
}
