//! Header lines as people paste them: from curl, from a browser's developer tools, from a document.
//!
//! - `Name: value`, or `Name:` and the value on the next line, as developer tools copy their tables.
//! - A status line or `:status` gives the status. Request lines and the other pseudo headers are
//!   skipped, for they say nothing about headers.
//! - What `curl -v` prints: lines with `<` are the answer, lines with `>` the request. Notes with `*`
//!   are skipped.
//! - A line that begins with more space than the first one goes on with the value before it.
//! - A blank line ends the headers. An interim answer, and a proxy's without headers, gives way to
//!   the answer after it.

use cors_engine::infrastructure::headers::normalize;
use cors_engine::scenario::{HeaderLines, MOST_LINES};

use super::layout::{Laid, Layout, lines};
use super::line::{self, Line};
use super::problem::{PasteProblem, Reason};

/// As many bytes of a paste are read.
pub const MOST_BYTES: usize = 32_768;

/// As many problems are worth reading.
const MOST_PROBLEMS: usize = 20;

/// What a paste says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The status, if it says one, as typed.
    pub status: Option<String>,
    /// The header lines, in their order.
    pub lines: HeaderLines,
    /// What could not be taken.
    pub problems: Vec<PasteProblem>,
}

/// Reads pasted header lines.
pub fn headers(text: &str) -> Pasted {
    let mut reader = Reader::default();
    let (text, rest) = capped(text);
    let layout = Layout::of(text);
    for line in lines(text) {
        if reader.read(layout, line) == Flow::Stop {
            return reader.pasted;
        }
    }
    if !rest.is_empty() && reader.place != Place::After {
        reader.refuse(rest, Reason::TooLong);
    }
    reader.pasted
}

/// The whole lines that are read, and what follows them.
fn capped(text: &str) -> (&str, &str) {
    if text.len() <= MOST_BYTES {
        return (text, "");
    }
    let mut end = MOST_BYTES;
    while end > 0 && text.as_bytes().get(end - 1) != Some(&b'\n') {
        end -= 1;
    }
    text.split_at_checked(end).unwrap_or_default()
}

/// Where in a paste a line stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    /// Nothing but blank lines stand before it.
    #[default]
    Before,
    /// Among the headers.
    Within,
    /// After the blank line that ends them.
    After,
}

/// What the next line may go on with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Open {
    /// With nothing.
    #[default]
    Nothing,
    /// With the value of the last header.
    Value,
    /// With the value of the last header, even without space before it.
    MissingValue,
    /// With the status.
    Status,
    /// With the value of a pseudo header that is skipped.
    Skipped,
}

/// Whether to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flow {
    GoOn,
    Stop,
}

/// What has been read so far.
#[derive(Default)]
struct Reader {
    pasted: Pasted,
    place: Place,
    open: Open,
}

impl Reader {
    fn read(&mut self, layout: Layout, whole: &str) -> Flow {
        match layout.take(whole) {
            Laid::Line(line) if normalize(line).is_empty() => {
                if self.place == Place::Within {
                    self.place = Place::After;
                    self.open = Open::Nothing;
                }
                Flow::GoOn
            }
            Laid::Line(line) if self.place == Place::After => self.read_after(line),
            Laid::Line(line) => self.read_line(line),
            Laid::OfRequest => self.refuse_once(whole, Reason::RequestBesideAnswer),
            Laid::Unmarked if self.place != Place::After => self.refuse(whole, Reason::NoMark),
            Laid::Unmarked | Laid::Note => Flow::GoOn,
        }
    }

    /// A body is no business of ours, but another answer may follow.
    fn read_after(&mut self, line: &str) -> Flow {
        if !line::is_status_line(line) {
            return Flow::GoOn;
        }
        let status = self.pasted.status.as_deref().unwrap_or_default();
        let is_interim = status.len() == 3 && status.as_bytes().first() == Some(&b'1');
        if !is_interim && !self.pasted.lines.is_empty() {
            self.refuse(line, Reason::SecondAnswer);
            return Flow::Stop;
        }
        self.pasted.status = None;
        self.pasted.lines.clear();
        self.read_line(line)
    }

    fn read_line(&mut self, line: &str) -> Flow {
        self.place = Place::Within;
        let open = std::mem::take(&mut self.open);
        let is_indented = matches!(line.as_bytes().first(), Some(b' ' | b'\t'));
        let is_value = open != Open::Value && !line::has_a_name(line);
        if open != Open::Nothing && (is_indented || is_value) {
            return self.go_on(open, normalize(line));
        }
        match line::read(line) {
            Line::Header(name, value) => return self.push(line, name, value),
            Line::Status("") => self.open = Open::Status,
            Line::Status(status) => return self.set_status(line, status),
            Line::OfRequest if line::ends_in_a_colon(line) => self.open = Open::Skipped,
            Line::OfRequest => {}
            Line::Unreadable(reason) => return self.refuse(line, reason),
        }
        Flow::GoOn
    }

    /// The line goes on with what the line before it left open.
    fn go_on(&mut self, open: Open, more: &str) -> Flow {
        match open {
            Open::Status => return self.set_status(more, more),
            Open::Value | Open::MissingValue => {
                if let Some((_, value)) = self.pasted.lines.last_mut() {
                    value.push_str(if value.is_empty() { "" } else { " " });
                    value.push_str(more);
                }
                self.open = Open::Value;
            }
            Open::Nothing | Open::Skipped => {}
        }
        Flow::GoOn
    }

    fn push(&mut self, line: &str, name: &str, value: &str) -> Flow {
        if self.pasted.lines.len() == MOST_LINES {
            self.refuse(line, Reason::TooManyLines);
            return Flow::Stop;
        }
        self.pasted.lines.push((name.to_owned(), value.to_owned()));
        self.open = match value.is_empty() {
            true => Open::MissingValue,
            false => Open::Value,
        };
        Flow::GoOn
    }

    fn set_status(&mut self, line: &str, status: &str) -> Flow {
        if self.pasted.status.is_some() {
            self.refuse(line, Reason::SecondAnswer);
            return Flow::Stop;
        }
        self.pasted.status = Some(status.to_owned());
        Flow::GoOn
    }

    /// Records a problem of which one is enough.
    fn refuse_once(&mut self, line: &str, reason: Reason) -> Flow {
        let mut problems = self.pasted.problems.iter();
        match problems.any(|problem| problem.reason == reason) {
            true => Flow::GoOn,
            false => self.refuse(line, reason),
        }
    }

    fn refuse(&mut self, line: &str, reason: Reason) -> Flow {
        let is_last = self.pasted.problems.len() + 1 == MOST_PROBLEMS;
        let (reason, flow) = match is_last {
            true => (Reason::TooManyProblems, Flow::Stop),
            false => (reason, Flow::GoOn),
        };
        let problem = PasteProblem::new(normalize(line), reason);
        self.pasted.problems.push(problem);
        flow
    }
}
