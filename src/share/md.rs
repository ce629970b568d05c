//! Markdown: prose, code and code blocks out of texts that may hold its signs.

use super::plain::plain;

/// Appends words; their signs stand for themselves.
pub(super) fn prose(out: &mut String, words: &str) {
    for character in plain(words) {
        if matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#'
        ) {
            out.push('\\');
        }
        out.push(character);
    }
}

/// Appends a text as code, between more backticks than it has in a row.
pub(super) fn code(out: &mut String, text: &str) {
    let text: String = plain(text).collect();
    if text.is_empty() {
        return out.push_str("(empty)");
    }
    let ticks = longest_row(&text) + 1;
    let edges = [text.bytes().next(), text.bytes().last()];
    let needs_room = edges.iter().any(|edge| matches!(edge, Some(b'`' | b' ')));
    let room = if needs_room { " " } else { "" };
    push_ticks(out, ticks);
    out.push_str(room);
    out.push_str(&text);
    out.push_str(room);
    push_ticks(out, ticks);
}

/// Appends a code block of lines; `indent` is what stands before each line of it, in a list.
pub(super) fn block<'a>(
    out: &mut String,
    indent: &str,
    lines: impl Iterator<Item = &'a str> + Clone,
) {
    let ticks = lines.clone().map(longest_row).max().unwrap_or(0).max(2) + 1;
    out.push('\n');
    out.push_str(indent);
    push_ticks(out, ticks);
    out.push('\n');
    for line in lines {
        for part in line.split('\n') {
            out.push_str(indent);
            out.extend(plain(part));
            out.push('\n');
        }
    }
    out.push_str(indent);
    push_ticks(out, ticks);
    out.push('\n');
}

fn push_ticks(out: &mut String, count: usize) {
    for _ in 0..count {
        out.push('`');
    }
}

/// The most backticks in a row.
fn longest_row(text: &str) -> usize {
    let (mut longest, mut row) = (0, 0);
    for byte in text.bytes() {
        row = if byte == b'`' { row + 1 } else { 0 };
        longest = longest.max(row);
    }
    longest
}
