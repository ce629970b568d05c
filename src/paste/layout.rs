//! How the lines of a paste are set: with marks before them, or indented.

use cors_engine::cut::cut;
use cors_engine::infrastructure::headers::normalize;

/// What stands before each line and is not part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// As many spaces and tabs.
    Indented(usize),
    /// The mark with which curl tells headers from its own notes: `<` for an answer, `>` for a request.
    Marked(u8),
}

/// One line, taken out of its layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Laid<'a> {
    /// A line of the message.
    Line(&'a str),
    /// A line of the request, in a paste that has an answer.
    OfRequest,
    /// A note of curl's.
    Note,
    /// A line without a mark, among others that have one.
    Unmarked,
}

impl Layout {
    /// The layout of the first paragraph: a body may begin with any character.
    pub(super) fn of(text: &str) -> Layout {
        let mut indent = None;
        let mut mark = None;
        for line in lines(text) {
            match (normalize(line).is_empty(), indent) {
                (true, Some(_)) => break,
                (false, None) => indent = Some(indent_of(line)),
                _ => {}
            }
            match marked(line) {
                Some((b'<', _)) => mark = Some(b'<'),
                Some((b'>', _)) if mark.is_none() => mark = Some(b'>'),
                _ => {}
            }
        }
        match mark {
            Some(mark) => Layout::Marked(mark),
            None => Layout::Indented(indent.unwrap_or_default()),
        }
    }

    /// What a line says.
    pub(super) fn take(self, line: &str) -> Laid<'_> {
        let mark = match self {
            Layout::Indented(indent) => return Laid::Line(without_indent(line, indent)),
            Layout::Marked(mark) => mark,
        };
        match (marked(line), line.as_bytes().first()) {
            (Some((found, content)), _) if found == mark => Laid::Line(content),
            (Some((b'>', _)), _) => Laid::OfRequest,
            (_, None | Some(b'*' | b'{' | b'}')) => Laid::Note,
            _ => Laid::Unmarked,
        }
    }
}

/// The lines of a text, without their ends.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let (line, after) = cut(rest?, b'\n');
        // What follows the last line's end is no line.
        rest = after.filter(|after| !after.is_empty());
        Some(line.strip_suffix('\r').unwrap_or(line))
    })
}

/// A line's mark and what follows it: nothing, or a space and the line itself.
fn marked(line: &str) -> Option<(u8, &str)> {
    let mark = *line.as_bytes().first()?;
    if !matches!(mark, b'<' | b'>') {
        return None;
    }
    let content = line.get(1..)?;
    match content.as_bytes().first() {
        None => Some((mark, content)),
        Some(b' ') => Some((mark, content.get(1..)?)),
        Some(_) => None,
    }
}

/// A line without at most as many spaces and tabs before it.
fn without_indent(line: &str, most: usize) -> &str {
    line.get(indent_of(line).min(most)..).unwrap_or_default()
}

/// How many spaces and tabs a line begins with.
fn indent_of(line: &str) -> usize {
    let is_text = |byte| !matches!(byte, b' ' | b'\t');
    line.bytes().position(is_text).unwrap_or(line.len())
}
