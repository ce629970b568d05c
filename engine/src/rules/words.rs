//! What there is to say about a rule.

use super::Algorithm;
use super::console::Blocked;
use alloc::string::String;

/// A rule's name, its place in the standard, and its words. All sentences are complete ones.
pub struct Words {
    /// The stable name.
    pub name: &'static str,
    /// The algorithm that asks.
    pub algorithm: Algorithm,
    /// The step in it, as of [`FETCH_COMMIT`](super::FETCH_COMMIT); empty where there is none.
    pub step: &'static str,
    /// The question, in plain words.
    pub question: &'static str,
    /// What a yes means.
    pub yes: &'static str,
    /// What a no means.
    pub no: &'static str,
    /// Why browsers ask.
    pub why: &'static str,
    /// What would make the answer yes.
    pub passes: &'static str,
    /// The answer is nearly always yes: a screen shows it only when it is no.
    pub routine: bool,
    /// What Chromium prints after its prefix when the answer is no; `None` where it prints nothing.
    pub chromium: fn(&Blocked) -> Option<String>,
}

/// For rules whose no is not a failure, or prints nothing.
pub(super) fn silent(_: &Blocked) -> Option<String> {
    None
}
