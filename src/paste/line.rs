//! One line of a message: what kind it is, and its parts.

use cors_engine::cut::cut;
use cors_engine::infrastructure::headers::{is_header_name, normalize};

use super::problem::Reason;

/// One line of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// A header. Its value is trimmed.
    Header(&'a str, &'a str),
    /// A status line, or the pseudo header in its place.
    Status(&'a str),
    /// A request line, or a pseudo header in its place: nothing that a header list has.
    OfRequest,
    /// None of these.
    Unreadable(Reason),
}

/// Reads a line that is not blank.
pub(super) fn read(line: &str) -> Line<'_> {
    let line = normalize(line);
    if is_status_line(line) {
        return match words(line).nth(1) {
            Some(status) => Line::Status(status),
            None => Line::Unreadable(Reason::NoStatus),
        };
    }
    if is_request_line(line) {
        return Line::OfRequest;
    }
    if let Some(pseudo) = line.strip_prefix(':') {
        let (name, value) = cut(pseudo, b':');
        let value = normalize(value.unwrap_or_default());
        return match name {
            "status" => Line::Status(value),
            "method" | "scheme" | "authority" | "path" | "protocol" => Line::OfRequest,
            _ => Line::Unreadable(Reason::UnknownPseudoHeader),
        };
    }
    if matches!(
        line.as_bytes().first(),
        Some(b'{' | b'}' | b'[' | b']' | b'"' | b'\'')
    ) {
        return Line::Unreadable(Reason::Json);
    }
    match cut(line, b':') {
        (name, Some(value)) if is_header_name(name) => Line::Header(name, normalize(value)),
        _ if is_directive(line) => Line::Unreadable(Reason::Configuration),
        (_, Some(_)) => Line::Unreadable(Reason::NotAName),
        (_, None) => Line::Unreadable(Reason::NotAHeaderLine),
    }
}

/// Whether a line ends where its value should begin, so that the value may be the next line.
pub(super) fn ends_in_a_colon(line: &str) -> bool {
    normalize(line).as_bytes().last() == Some(&b':')
}

/// Whether a line cannot be the value of the line before it: it has a name, a colon and a space, or
/// a name and a colon only. `https://app.example` has no space.
pub(super) fn has_a_name(line: &str) -> bool {
    let line = normalize(line);
    let (name, value) = cut(line.strip_prefix(':').unwrap_or(line), b':');
    let value = value.map(|value| value.as_bytes().first());
    is_header_name(name) && matches!(value, Some(None | Some(b' ' | b'\t')))
}

/// Whether a line begins as a [status line](https://httpwg.org/specs/rfc9112.html#status.line) does.
pub(super) fn is_status_line(line: &str) -> bool {
    is_version(line)
}

/// Whether a line is a method, an address and a version.
fn is_request_line(line: &str) -> bool {
    let mut words = words(line);
    let method = words.next().unwrap_or_default();
    is_header_name(method) && words.nth(1).is_some_and(is_version) && words.next().is_none()
}

fn is_version(text: &str) -> bool {
    text.get(..5)
        .is_some_and(|start| start.eq_ignore_ascii_case("HTTP/"))
}

/// Whether a line looks like `add_header X-A 1;` or `Header set X-A 1`.
fn is_directive(line: &str) -> bool {
    let first = words(line).next().unwrap_or_default();
    line.as_bytes().last() == Some(&b';')
        || ["add_header", "header", "set"]
            .iter()
            .any(|word| first.eq_ignore_ascii_case(word))
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split_ascii_whitespace()
}
