//! What there is to say about a rule, and the text that brings it to where it is not compiled in.

#[cfg(feature = "words")]
use alloc::string::String;
use alloc::vec::Vec;

use super::Rule;
#[cfg(feature = "words")]
use super::console;

/// The sentences about a rule, complete ones. Where they are missing, they are empty.
///
/// They are one text with a line each for question, yes, no, why and what passes: a pointer to each
/// would add 2 KB to a download. So that they need not be in it at all, [`Words::text_of_all`] puts
/// the lines of all rules behind one another, in the order of [`Rule::ALL`], and [`Words::all_in`]
/// finds them. Whoever reads such a text was built from the sources that wrote it, so there
/// are neither names nor a version in it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words(
    /// Begins with the lines of the rule; those of other rules may follow.
    pub(super) &'static str,
);

/// The lines of one rule.
const LINES: usize = 5;

/// The lines of all rules: what comes behind them is of the consoles.
pub(super) const LINES_OF_RULES: usize = Rule::ALL.len() * LINES;

impl Words {
    /// The words of a rule, if they are compiled in: the feature `words` does that.
    #[cfg(feature = "words")]
    pub fn compiled_in(rule: Rule) -> Option<Words> {
        Some(rule.words())
    }

    /// The words of a rule, if they are compiled in: without the feature `words` they are not.
    #[cfg(not(feature = "words"))]
    pub fn compiled_in(_: Rule) -> Option<Words> {
        None
    }

    /// The words of all rules, and behind them the texts of all consoles, as one text.
    #[cfg(feature = "words")]
    pub fn text_of_all() -> String {
        let mut text = String::new();
        for rule in Rule::ALL {
            text.push_str(rule.words().0);
            text.push('\n');
        }
        text.extend(console::ALL_TEXTS);
        text
    }

    /// The words of all rules in such a text, each where its rule stands in [`Rule::ALL`].
    pub fn all_in(text: &'static str) -> Vec<Words> {
        let mut rest = text;
        let next = |_| {
            let words = Words(rest);
            rest = after_lines(rest, LINES);
            words
        };
        Rule::ALL.iter().map(next).collect()
    }

    /// The question, in plain words.
    pub fn question(self) -> &'static str {
        self.line(0)
    }

    /// What a yes means.
    pub fn yes(self) -> &'static str {
        self.line(1)
    }

    /// What a no means.
    pub fn no(self) -> &'static str {
        self.line(2)
    }

    /// Why browsers ask.
    pub fn why(self) -> &'static str {
        self.line(3)
    }

    /// What would make the answer yes.
    pub fn passes(self) -> &'static str {
        self.line(4)
    }

    fn line(self, number: usize) -> &'static str {
        line(self.0, number)
    }
}

/// The line after the first `number` ones.
pub(super) fn line(text: &str, number: usize) -> &str {
    first_line(after_lines(text, number)).0
}

/// What follows the first `count` lines.
pub(super) fn after_lines(text: &str, count: usize) -> &str {
    (0..count).fold(text, |text, _| first_line(text).1)
}

/// The first line, and what follows it. Byte by byte: a search for a `char` is 1 KB of wasm.
fn first_line(text: &str) -> (&str, &str) {
    let end = text.bytes().position(|byte| byte == b'\n');
    let cut = end.and_then(|end| Some((text.get(..end)?, text.get(end + 1..)?)));
    cut.unwrap_or((text, ""))
}
