//! A step in a link: `allow-origin-matches`, or `allow-origin-matches.2` for the second of that rule.

use cors_engine::Rule;
use cors_engine::cut::cut;
use cors_engine::trace::{Step, Trace};

use crate::number;

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
    pub(crate) fn from_text(text: &str) -> Option<LinkStep> {
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
    /// The name of the step that decided.
    pub fn deciding(trace: &Trace) -> StepName {
        StepName::of(&trace.steps, trace.deciding)
    }

    /// The name of step number `index`.
    pub fn of(steps: &[Step], index: usize) -> StepName {
        let rule = steps[index].rule;
        let earlier = steps[..index].iter().filter(|step| step.rule == rule);
        StepName {
            rule,
            occurrence: earlier.count() as u32 + 1,
        }
    }

    /// The index of the step with this name: the last of its rule, if there are fewer than that.
    pub fn find(self, steps: &[Step]) -> Option<usize> {
        let mut last = None;
        let mut left = self.occurrence;
        for (index, step) in steps.iter().enumerate() {
            if step.rule == self.rule && left > 0 {
                last = Some(index);
                left -= 1;
            }
        }
        last
    }

    /// Appends it.
    pub(crate) fn push(self, out: &mut String) {
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
