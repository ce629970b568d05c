//! The names of steps: what a link, a lesson and the player know them by.

use cors_engine::trace::{Step, Trace};

use crate::link::StepName;

impl StepName {
    /// The name of the step that decided.
    pub fn deciding(trace: &Trace) -> StepName {
        StepName::of(&trace.steps, trace.deciding)
    }

    /// The name of the step with this number, from 1, among those that a screen shows.
    pub fn numbered(trace: &Trace, number: u32) -> Option<StepName> {
        let mut left = number;
        for (index, _) in super::steps::shown(trace) {
            left = left.checked_sub(1)?;
            if left == 0 {
                return Some(StepName::of(&trace.steps, index));
            }
        }
        None
    }

    /// The name of step number `index`.
    pub(super) fn of(steps: &[Step], index: usize) -> StepName {
        let rule = steps[index].rule;
        let earlier = steps[..index].iter().filter(|step| step.rule == rule);
        StepName {
            rule,
            occurrence: earlier.count() as u32 + 1,
        }
    }

    /// The index of the step with this name: the last of its rule, if there are fewer than that.
    pub(super) fn find(self, steps: &[Step]) -> Option<usize> {
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
}
