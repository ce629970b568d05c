//! Texts, cut at ASCII characters, byte by byte.
//!
//! The standard library's searches and slices know all of Unicode, and what to say when they fail:
//! 2 KB more to download.

use alloc::string::String;

/// The text before the first `mark` and the text after it, if there is one. `mark` is ASCII.
pub fn cut(text: &str, mark: u8) -> (&str, Option<&str>) {
    let place = text.bytes().position(|byte| byte == mark);
    let (before, rest) = cut_at(text, place.unwrap_or(text.len()));
    (before, rest.get(1..))
}

/// The text before the last `mark` and the text after it, if there is one. `mark` is ASCII.
pub fn cut_last(text: &str, mark: u8) -> Option<(&str, &str)> {
    let place = text.bytes().rposition(|byte| byte == mark)?;
    Some((text.get(..place)?, text.get(place + 1..)?))
}

/// The text before the first of `marks`, and the rest from it on. They are ASCII.
pub fn cut_before<'a>(text: &'a str, marks: &[u8]) -> (&'a str, &'a str) {
    let place = text.bytes().position(|byte| marks.contains(&byte));
    cut_at(text, place.unwrap_or(text.len()))
}

/// The text before `place` and the rest. All of it comes before a place that is none.
pub fn cut_at(text: &str, place: usize) -> (&str, &str) {
    text.split_at_checked(place).unwrap_or((text, ""))
}

/// The beginning of a text, of at most so many bytes, that ends with a whole character.
pub fn beginning(text: &str, most_bytes: usize) -> &str {
    let mut end = most_bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    cut_at(text, end).0
}

/// The parts between the marks. `mark` is ASCII.
pub fn split(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    core::iter::from_fn(move || {
        let (part, after) = cut(rest?, mark);
        rest = after;
        Some(part)
    })
}

/// The parts with `between` between them.
pub fn join<'a>(parts: impl Iterator<Item = &'a str>, between: &str) -> String {
    let mut text = String::new();
    for (index, part) in parts.enumerate() {
        text.push_str(if index == 0 { "" } else { between });
        text.push_str(part);
    }
    text
}

/// The text without what is blank at its ends. No part of a character outside ASCII is.
pub fn trim(text: &str, is_blank: fn(u8) -> bool) -> &str {
    trim_end(trim_start(text, is_blank), is_blank)
}

/// The text without what is blank before it. Of a character outside ASCII all parts are, or none.
pub fn trim_start(text: &str, is_blank: fn(u8) -> bool) -> &str {
    let start = text.bytes().position(|byte| !is_blank(byte));
    cut_at(text, start.unwrap_or(text.len())).1
}

/// The text without what is blank after it. No part of a character outside ASCII is.
pub fn trim_end(text: &str, is_blank: fn(u8) -> bool) -> &str {
    let last = text.bytes().rposition(|byte| !is_blank(byte));
    cut_at(text, last.map_or(0, |last| last + 1)).0
}
