//! A step: one question of the browser, and its answer.

use super::Evidence;
use crate::rules::Rule;

/// One question that the browser asks, and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is asked, with its words and its place in the standard.
    pub rule: Rule,
    /// The answer.
    pub outcome: StepOutcome,
    /// What the answer rests on.
    pub evidence: Evidence,
}

impl Step {
    /// True for a step whose rule nearly always says yes, and did so here.
    /// The trace keeps it; a screen need not show it.
    pub fn is_routine(&self) -> bool {
        let says_no = matches!(
            self.outcome,
            StepOutcome::Failed | StepOutcome::Decided(Choice::No)
        );
        self.rule.is_routine() && !says_no
    }
}

/// The answer to a step's question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepOutcome {
    /// Yes, and the fetch goes on.
    Passed,
    /// No, and the fetch ends here.
    Failed,
    /// The question chooses a way; neither answer is a failure.
    Decided(Choice),
    /// The fetch ended before this was asked.
    NotReached,
}

/// The answer to a question that chooses a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// The question's answer is yes.
    Yes,
    /// The question's answer is no.
    No,
}

impl From<bool> for Choice {
    fn from(is_yes: bool) -> Choice {
        match is_yes {
            true => Choice::Yes,
            false => Choice::No,
        }
    }
}

impl StepOutcome {
    /// Its text in the public format.
    pub const fn as_str(self) -> &'static str {
        match self {
            StepOutcome::Passed => "passed",
            StepOutcome::Failed => "failed",
            StepOutcome::Decided(_) => "decided",
            StepOutcome::NotReached => "not-reached",
        }
    }
}
