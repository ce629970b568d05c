//! What stands in a paste that could not be taken, and the words for it.

use cors_engine::cut::beginning;
use cors_engine::scenario::MOST_LINES;

use super::headers::MOST_BYTES;

/// Something in a paste that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasteProblem {
    /// The line, as it was pasted; its beginning, if it is long.
    pub found: String,
    /// What is the matter with it.
    pub reason: Reason,
}

/// What is the matter with a line of a paste. It is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It has no colon.
    NotAHeaderLine,
    /// What stands before its colon is no header name.
    NotAName,
    /// It is a member of a JSON or JavaScript object.
    Json,
    /// It is a directive of a server's configuration.
    Configuration,
    /// A status line without a status.
    NoStatus,
    /// A pseudo header that HTTP does not have.
    UnknownPseudoHeader,
    /// It has no mark, while other lines have `<` or `>` before them.
    NoMark,
    /// A line of the request, beside an answer. All such lines are left out.
    RequestBesideAnswer,
    /// A further answer begins here. It is left out as a whole.
    SecondAnswer,
    /// One header line too many. So is what follows.
    TooManyLines,
    /// It ends beyond the [`MOST_BYTES`] that are read. So does what follows.
    TooLong,
    /// So much could not be read that the rest was not tried.
    TooManyProblems,
}

impl PasteProblem {
    /// As much of the text as a notice can show.
    const MOST_SHOWN: usize = 80;

    pub(super) fn new(found: &str, reason: Reason) -> PasteProblem {
        PasteProblem {
            found: beginning(found, PasteProblem::MOST_SHOWN).to_owned(),
            reason,
        }
    }
}

// The sentences have these numbers in them.
const _: () = assert!(MOST_BYTES == 32_768 && MOST_LINES == 100);

impl Reason {
    /// A sentence that says what to do instead.
    pub fn advice(self) -> &'static str {
        match self {
            Reason::NotAHeaderLine => {
                "Type a name, a colon and a value, such as Access-Control-Allow-Origin: *."
            }
            Reason::NotAName => {
                "Before the colon, type a header's name: letters, digits and hyphens, no spaces."
            }
            Reason::Json => {
                "Type each header on a line of its own, without braces, quotes and commas."
            }
            Reason::Configuration => {
                "Paste what the server answers, not how it is set up: a name, a colon and a value."
            }
            Reason::NoStatus => "Type the status after the version, such as HTTP/1.1 200.",
            Reason::UnknownPseudoHeader => {
                "Of the names that begin with a colon, type :status alone."
            }
            Reason::NoMark => "Begin the line with < or > as the others do, or none of them.",
            Reason::RequestBesideAnswer => {
                "Only the answer is taken. Paste the lines with > by themselves for the request."
            }
            Reason::SecondAnswer => "Only the first answer is taken. Paste one at a time.",
            Reason::TooManyLines => "Keep to 100 header lines a message.",
            Reason::TooLong => "Paste less at once: only the first 32,768 bytes are read.",
            Reason::TooManyProblems => {
                "The rest is not read. Paste header lines only: a name, a colon and a value each."
            }
        }
    }
}
