//! What people do.

use std::rc::Rc;

use super::{AnswerPlace, HeaderPlace, Place};
use crate::view::StepName;

/// What somebody did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Typed in a field, chose from it, or ticked it.
    Typed(Place, String),
    /// Added a header line.
    AddedHeader(HeaderPlace, String, String),
    /// Did something to a header line.
    ChangedHeader(HeaderPlace, usize, LineChange),
    /// Opened or closed the field to paste headers in.
    ToggledPasting(HeaderPlace),
    /// Took the OPTIONS handler away; let the connection fail, or not any more.
    ToggledAnswer(AnswerPlace),
    /// Added the answer of the next address of a chain.
    AddedHop,
    /// Removed the last one.
    RemovedHop,
    /// Put a part back as the opened scenario has it.
    Reset(Part),
    /// Sent the request, so that the preflight cache keeps what it learns.
    Sent,
    /// Looked at another send: 0 the first, 1 the first further one.
    LookedAtSend(usize),
    /// Let seconds pass.
    Waited(u32),
    /// Emptied the preflight cache.
    ClearedCache,
    /// Went back to the scenario as it was opened.
    StartedOver,
    /// Took the last edit back.
    Undid,
    /// Did again what was taken back.
    Redid,
    /// Went to a step.
    WentTo(StepName),
    /// Let the steps follow one another, from this one on.
    Started(StepName),
    /// The next step's turn came.
    PlayedOn(StepName),
    /// Stopped them, or they have all been shown.
    Stopped,
    /// Followed a link, or went back to an earlier address.
    Opened(Rc<str>),
    /// Read what was wrong with a link.
    ClosedNotice,
}

/// What becomes of a header line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineChange {
    /// It goes.
    Removed,
    /// Another one like it follows.
    Duplicated,
    /// It changes places with the one before.
    MovedUp,
    /// It changes places with the one after.
    MovedDown,
}

/// What can be put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The page.
    Page,
    /// Its request.
    Request,
    /// The server's answers.
    Answers,
}

impl Action {
    /// Where it types: all that is typed in one field in a row is undone at once.
    pub(super) fn typed_place(&self) -> Option<Place> {
        match *self {
            Action::Typed(place, _) => Some(place),
            _ => None,
        }
    }
}
