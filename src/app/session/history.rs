//! What can be undone, and done again.

use std::rc::Rc;

use cors_engine::Scenario;

use super::Place;

/// How many edits can be undone.
const DEPTH: usize = 200;

/// The scenarios before and after the present one.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    past: Vec<Rc<Scenario>>,
    future: Vec<Rc<Scenario>>,
    /// The field that is being typed in: what comes next there is the same edit.
    typing: Option<Place>,
}

impl History {
    pub(super) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub(super) fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Keeps what was there before an edit, unless it is part of the one before.
    pub(super) fn keep(&mut self, before: Rc<Scenario>, place: Option<Place>) {
        self.future.clear();
        let is_same_edit = place.is_some() && place == self.typing && self.can_undo();
        self.typing = place;
        if is_same_edit {
            return;
        }
        if self.past.len() == DEPTH {
            self.past.remove(0);
        }
        self.past.push(before);
    }

    /// What was there before; `present` if there was nothing.
    pub(super) fn undo(&mut self, present: Rc<Scenario>) -> Rc<Scenario> {
        self.typing = None;
        let Some(before) = self.past.pop() else {
            return present;
        };
        self.future.push(present);
        before
    }

    /// What was undone last; `present` if nothing was.
    pub(super) fn redo(&mut self, present: Rc<Scenario>) -> Rc<Scenario> {
        self.typing = None;
        let Some(after) = self.future.pop() else {
            return present;
        };
        self.past.push(present);
        after
    }
}
