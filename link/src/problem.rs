//! What a link says that could not be taken as it stands, and the words for it.

use cors_engine::cut::{beginning, split};

use crate::key::Key;

/// Something in a link that was left out or guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkProblem {
    /// The text, as it stands in the link; its beginning, if it is long.
    pub found: String,
    /// What is the matter with it.
    pub reason: Reason,
}

/// What is the matter with a part of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The link does not begin with its version. It is read as version 1.
    NoVersion,
    /// A version from the future, or none that ever was. It is read as version 1.
    UnknownVersion,
    /// The link is too long. What follows [`MOST_BYTES`](crate::MOST_BYTES) is left out.
    TooLong,
    /// No key has this name. The pair is left out.
    UnknownKey,
    /// A key or a word, but for letters that should be small. The pair is left out.
    NotInSmallLetters,
    /// The key has stood before. The first value counts.
    Repeated,
    /// A key that needs a value stands alone. It is left out.
    NoValue,
    /// A `%` without two digits, or bytes that are no UTF-8. What could be read is kept.
    BrokenEncoding,
    /// Not one of the words of this key. The pair is left out.
    NotAWordOf(Key),
    /// Not a header line. It is left out.
    NotAHeaderLine,
    /// Not a number of seconds. It is taken for 0.
    NotSeconds,
    /// Not the number of a hop that can follow. It is taken for the next one.
    NotTheNextHop,
    /// Not the name of a rule, nor a number. It is left out.
    NotAStep,
    /// More header lines than a message may have. The line is left out.
    TooManyLines,
    /// More hops than a scenario may have. The hop is left out.
    TooManyHops,
    /// More further sends than a scenario may have. The send is left out.
    TooManySends,
}

impl LinkProblem {
    /// As much of the text as a notice can show.
    const MOST_SHOWN: usize = 80;

    pub(crate) fn new(found: &str, reason: Reason) -> LinkProblem {
        LinkProblem {
            found: beginning(found, LinkProblem::MOST_SHOWN).to_owned(),
            reason,
        }
    }
}

impl Reason {
    /// All but those whose sentence has to be composed.
    const WITH_A_SENTENCE: &[Reason] = &[
        Reason::NoVersion,
        Reason::UnknownVersion,
        Reason::TooLong,
        Reason::UnknownKey,
        Reason::NotInSmallLetters,
        Reason::Repeated,
        Reason::NoValue,
        Reason::BrokenEncoding,
        Reason::NotAHeaderLine,
        Reason::NotSeconds,
        Reason::NotTheNextHop,
        Reason::NotAStep,
        Reason::TooManyLines,
        Reason::TooManyHops,
        Reason::TooManySends,
    ];

    /// A sentence that says what to type instead, out of [`Reason::sentences`]: the page brings them, so that
    /// they are no part of the wasm.
    pub fn advice(self, sentences: &str) -> String {
        if let Reason::NotAWordOf(key) = self {
            return one_of(key.words());
        }
        let mut reasons = Reason::WITH_A_SENTENCE.iter();
        let number = reasons.position(|it| *it == self).unwrap_or_default();
        let sentence = split(sentences, b'\t').nth(number);
        sentence.unwrap_or_default().to_owned()
    }

    /// The sentences of all reasons, on one line, with tabs between them.
    pub fn sentences() -> String {
        let sentences = Reason::WITH_A_SENTENCE.iter().map(|it| it.sentence());
        cors_engine::cut::join(sentences, "\t")
    }

    fn sentence(self) -> &'static str {
        match self {
            Reason::NoVersion => "Begin the link with v=1& to fix its meaning.",
            Reason::UnknownVersion => "Reload the page: the link may be newer. Or type v=1.",
            Reason::TooLong => "Keep to 32,768 characters: shorten bodies and headers.",
            Reason::UnknownKey => {
                "Type a key such as page, url, method, header, status or allow-origin."
            }
            Reason::NotInSmallLetters => {
                "Type the key, or the word behind it, in small letters: method=PUT, mode=cors."
            }
            Reason::Repeated => "The first one counts. Remove the other.",
            Reason::NoValue => "Type = and a value after it.",
            Reason::BrokenEncoding => {
                "It was cut off here, or has a stray percent sign: type %25 for that."
            }
            Reason::NotAWordOf(_) => "",
            Reason::NotAHeaderLine => {
                "Type a name, a colon and a value, such as header=Accept:%20text/html."
            }
            Reason::NotSeconds => "Type a whole number of seconds, such as then=5.",
            Reason::NotTheNextHop => "Number the hops one after the other: hop=2, then hop=3.",
            Reason::NotAStep => {
                "Type the name of a rule, such as step=allow-origin-matches, or a number from 1."
            }
            Reason::TooManyLines => "Keep to 100 header lines a message.",
            Reason::TooManyHops => "Keep to 22 hops.",
            Reason::TooManySends => "Keep to 20 further sends.",
        }
    }
}

fn one_of(texts: &[&str]) -> String {
    let mut words = String::from("Type one of these: ");
    for (index, text) in texts.iter().enumerate() {
        words.push_str(if index == 0 { "" } else { ", " });
        words.push_str(if text.is_empty() { "nothing" } else { text });
    }
    words.push('.');
    words
}
