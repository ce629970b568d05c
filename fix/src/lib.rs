//! The smallest safe changes that make a blocked scenario readable, each tried by the engine before it is shown.
//!
//! A scenario is mended as somebody would do it: look at the rule that failed, change what it looked at, look
//! again. Each way of doing that, at the page or at the server, for one origin or for all, gives a set of
//! changes; what turns out not to be needed is left out again. In reading order: a change, what to change for a
//! rule, the search, the words, the way to a page.
//!
//! Beside that, [`mistakes()`] are what headers show to be wrong by themselves.
//!
//! Only the first send of a scenario is looked at. Never offered: allowing `null`, allowing any origin together
//! with credentials, answering with whatever origin asks.

mod advice;
mod change;
mod json;
mod mend;
mod mistakes;
mod search;
mod spelling;
mod words;

pub use change::{Change, Kind, Place};
pub use json::fixes_of_fragment;
pub use mistakes::{Mistake, mistakes};
pub use search::{Fix, Fixes, Way, fixes};
