//! What is laid down about a rule: facts for code, words for people.

use super::Algorithm;
#[cfg(feature = "words")]
use super::Words;

/// All there is to know of one rule.
pub(super) struct Definition {
    /// The stable name.
    pub(super) name: &'static str,
    /// The algorithm that asks.
    pub(super) algorithm: Algorithm,
    /// The step in it; empty where there is none.
    pub(super) step: &'static str,
    /// The answer is nearly always yes.
    pub(super) is_routine: bool,
    /// What there is to say about it.
    #[cfg(feature = "words")]
    pub(super) words: Words,
}

/// Defines a rule. One without all of its words does not compile, whether they are compiled in or not.
macro_rules! define {
    (
        name: $name:literal,
        algorithm: $algorithm:expr,
        step: $step:literal,
        question: $question:literal,
        yes: $yes:literal,
        no: $no:literal,
        why: $why:literal,
        passes: $passes:literal,
        routine: $routine:literal,
    ) => {
        $crate::rules::definition::Definition {
            name: $name,
            algorithm: $algorithm,
            step: $step,
            is_routine: $routine,
            #[cfg(feature = "words")]
            words: $crate::rules::Words(concat!(
                $question, "\n", $yes, "\n", $no, "\n", $why, "\n", $passes
            )),
        }
    };
}
pub(super) use define;
