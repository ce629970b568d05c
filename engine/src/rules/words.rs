//! What there is to say about a rule.

use super::Algorithm;

/// A rule's name, its place in the standard, and its words. All sentences are complete ones.
///
/// They are one text with a line for each, for a pointer to each would add 2 KB to the download.
pub struct Words {
    /// What the methods below give, a line each, in their order.
    pub(super) lines: &'static str,
    /// The algorithm that asks.
    pub algorithm: Algorithm,
    /// The answer is nearly always yes: a screen shows it only when it is no.
    pub routine: bool,
}

impl Words {
    /// The stable name.
    pub fn name(&self) -> &'static str {
        self.line(0)
    }

    /// The step in the algorithm, as of [`FETCH_COMMIT`](super::FETCH_COMMIT); empty where there is none.
    pub fn step(&self) -> &'static str {
        self.line(1)
    }

    /// The question, in plain words.
    pub fn question(&self) -> &'static str {
        self.line(2)
    }

    /// What a yes means.
    pub fn yes(&self) -> &'static str {
        self.line(3)
    }

    /// What a no means.
    pub fn no(&self) -> &'static str {
        self.line(4)
    }

    /// Why browsers ask.
    pub fn why(&self) -> &'static str {
        self.line(5)
    }

    /// What would make the answer yes.
    pub fn passes(&self) -> &'static str {
        self.line(6)
    }

    fn line(&self, number: usize) -> &'static str {
        self.lines.split('\n').nth(number).unwrap_or_default()
    }
}

/// Makes the words of a rule; one that is left out does not compile.
macro_rules! words {
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
        $crate::rules::Words {
            lines: concat!(
                $name, "\n", $step, "\n", $question, "\n", $yes, "\n", $no, "\n", $why, "\n",
                $passes
            ),
            algorithm: $algorithm,
            routine: $routine,
        }
    };
}
pub(super) use words;
