//! The template of a stack: code with places for a policy's values.
//!
//! - `{{origins}}`: the values of a list as literals, with commas between. A text is one literal, a
//!   number is its digits.
//! - `{{methods|joined}}`: a list as one literal, with commas in it. `|lower`: in lower case.
//!   `|expression`: as a word within an expression of Apache's.
//! - `{{#exposed}}…{{/exposed}}`: only where the list is not empty, or the flag is set. `{{^exposed}}`:
//!   only where it is not.
//! - `{{*origins}}…{{.}}…{{/origins}}`: once for each value of the list, which is `{{.}}`.
//!
//! A tag of the last two kinds that stands alone in its line takes the line with it.

use cors_engine::cut::{cut, split};

use crate::problem::Problems;
use crate::stack::Kind;

/// A template, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Template {
    pub(crate) pieces: Vec<Piece>,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Code as it stands.
    Code(String),
    /// A value, written as literals.
    Place(Name, Filters),
    /// The value of the list that is gone through.
    Item(Filters),
    /// What is there only if the value is, or only if it is not.
    Section(Name, Wanted, Vec<Piece>),
    /// What is there once for each value of a list.
    Each(Name, Vec<Piece>),
}

/// Whether a section wants its value to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    Set,
    Unset,
}

/// How a value is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filters {
    pub(crate) joined: bool,
    pub(crate) lower: bool,
    pub(crate) expression: bool,
}

/// A value of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    Origins,
    Any,
    Methods,
    Headers,
    Exposed,
    Credentials,
    MaxAge,
    Target,
    Prefix,
    /// Both in one.
    Address,
}

const NAMES: [(&str, Name); 10] = [
    ("origins", Name::Origins),
    ("any", Name::Any),
    ("methods", Name::Methods),
    ("headers", Name::Headers),
    ("exposed", Name::Exposed),
    ("credentials", Name::Credentials),
    ("max_age", Name::MaxAge),
    ("target", Name::Target),
    ("prefix", Name::Prefix),
    ("address", Name::Address),
];

impl Name {
    fn from_text(text: &str) -> Option<Name> {
        let found = NAMES.iter().find(|(name, _)| *name == text);
        found.map(|(_, name)| *name)
    }

    const fn is_flag(self) -> bool {
        matches!(self, Name::Any | Name::Credentials)
    }

    const fn is_list(self) -> bool {
        matches!(
            self,
            Name::Origins | Name::Methods | Name::Headers | Name::Exposed
        )
    }

    /// A value is checked only for the kind of stack that needs it.
    const fn is_of(self, kind: Kind) -> bool {
        let is_of_proxy = matches!(self, Name::Target | Name::Prefix | Name::Address);
        is_of_proxy == matches!(kind, Kind::Proxy)
    }
}

impl Template {
    /// Reads the code of a file from line `line` on. What is wrong goes to `problems`.
    pub(crate) fn read(
        code: &str,
        line: usize,
        kind: Option<Kind>,
        problems: &mut Problems,
    ) -> Template {
        let mut reader = Reader {
            line,
            kind,
            problems,
            open: Vec::new(),
            pieces: Vec::new(),
        };
        // Where the part of the code begins that is not read yet.
        let mut place = 0;
        while let Some(found) = code[place..].find("{{") {
            // Of three braces the first is code: `[]string{{{origins}}}`.
            let start = place + found + usize::from(code[place + found..].starts_with("{{{"));
            reader.line = line + code[..start].matches('\n').count();
            let Some(end) = code[start..].find("}}").map(|found| start + found) else {
                reader.problem("`{{` without `}}`");
                return Template::default();
            };
            let tag = &code[start + 2..end];
            let before = &code[place..start];
            place = end + 2;
            let is_block = tag.starts_with(['#', '^', '*', '/']);
            if is_block && stands_alone(code, start, place) {
                reader.code(before.trim_end_matches(' '));
                place += 1;
            } else {
                reader.code(before);
            }
            reader.tag(tag);
        }
        reader.code(&code[place..]);
        reader.finish()
    }
}

/// Whether only spaces stand before `start` in its line, and the line ends at `end`.
fn stands_alone(code: &str, start: usize, end: usize) -> bool {
    let before = code[..start].rsplit('\n').next().unwrap_or_default();
    before.bytes().all(|byte| byte == b' ') && code[end..].starts_with('\n')
}

struct Reader<'a, 'b> {
    line: usize,
    kind: Option<Kind>,
    problems: &'a mut Problems<'b>,
    /// The blocks that are open: their tags, and the pieces before them.
    open: Vec<(Block, Vec<Piece>)>,
    pieces: Vec<Piece>,
}

#[derive(Clone, Copy)]
struct Block {
    name: Name,
    /// `None`: for each value.
    wanted: Option<Wanted>,
    line: usize,
}

impl Reader<'_, '_> {
    fn problem(&mut self, sentence: impl Into<String>) {
        self.problems.add(self.line, sentence);
    }

    fn code(&mut self, code: &str) {
        if !code.is_empty() {
            self.pieces.push(Piece::Code(code.to_owned()));
        }
    }

    fn tag(&mut self, tag: &str) {
        let (sign, rest) = match tag.as_bytes().first() {
            Some(sign @ (b'#' | b'^' | b'*' | b'/')) => (*sign, tag.get(1..).unwrap_or_default()),
            _ => (b' ', tag),
        };
        match sign {
            b'#' => self.open(rest, Some(Wanted::Set)),
            b'^' => self.open(rest, Some(Wanted::Unset)),
            b'*' => self.open(rest, None),
            b'/' => self.close(rest),
            _ => self.place(rest),
        }
    }

    fn name(&mut self, text: &str) -> Option<Name> {
        let Some(name) = Name::from_text(text) else {
            let names: Vec<&str> = NAMES.iter().map(|(name, _)| *name).collect();
            self.problem(format!(
                "`{text}` is no value: known are {}",
                names.join(", ")
            ));
            return None;
        };
        if let Some(kind) = self.kind.filter(|kind| !name.is_of(*kind)) {
            let kind = kind.as_str();
            self.problem(format!("`{text}` is no value for a {kind}"));
            return None;
        }
        Some(name)
    }

    fn open(&mut self, text: &str, wanted: Option<Wanted>) {
        let Some(name) = self.name(text) else { return };
        if wanted.is_none() && !name.is_list() {
            self.problem(format!("`{text}` is no list"));
            return;
        }
        let line = self.line;
        let block = Block { name, wanted, line };
        self.open.push((block, std::mem::take(&mut self.pieces)));
    }

    fn close(&mut self, text: &str) {
        let is_last = |(block, _): &(Block, _)| Name::from_text(text) == Some(block.name);
        if !self.open.last().is_some_and(is_last) {
            self.problem(format!("`{text}` is not what was opened last"));
            return;
        }
        if let Some((block, before)) = self.open.pop() {
            let inner = std::mem::replace(&mut self.pieces, before);
            self.pieces.push(match block.wanted {
                Some(wanted) => Piece::Section(block.name, wanted, inner),
                None => Piece::Each(block.name, inner),
            });
        }
    }

    fn place(&mut self, text: &str) {
        let (value, filters) = cut(text, b'|');
        let filters = self.filters(filters);
        if value == "." {
            match self.open.iter().any(|(block, _)| block.wanted.is_none()) {
                true => self.pieces.push(Piece::Item(filters)),
                false => self.problem("`.` stands in no `{{*list}}`"),
            }
            return;
        }
        match self.name(value) {
            None => {}
            Some(name) if name.is_flag() => {
                self.problem(format!("`{value}` is no text: write `{{{{#{value}}}}}`"));
            }
            Some(name) => self.pieces.push(Piece::Place(name, filters)),
        }
    }

    fn filters(&mut self, text: Option<&str>) -> Filters {
        let mut filters = Filters::default();
        for word in text.into_iter().flat_map(|text| split(text, b'|')) {
            match word {
                "joined" => filters.joined = true,
                "lower" => filters.lower = true,
                "expression" => filters.expression = true,
                _ => self.problem(format!(
                    "`{word}` is no way to write a value: known are joined, lower, expression"
                )),
            }
        }
        filters
    }

    fn finish(self) -> Template {
        for (block, _) in &self.open {
            self.problems.add(block.line, "this block is never closed");
        }
        Template {
            pieces: self.pieces,
        }
    }
}
