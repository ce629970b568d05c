//! [MIME types](https://mimesniff.spec.whatwg.org/#mime-type), as far as requests need them.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{is_http_whitespace, is_token};
use crate::cut::{cut, cut_at, cut_before, trim, trim_end, trim_start};

/// A [MIME type](https://mimesniff.spec.whatwg.org/#mime-type).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MimeType {
    /// Type and subtype, in lower case.
    pub(crate) essence: String,
    parameters: Vec<(String, String)>,
}

impl MimeType {
    /// [Parses a MIME type](https://mimesniff.spec.whatwg.org/#parse-a-mime-type); `None` is failure.
    pub(crate) fn parse(value: &str) -> Option<MimeType> {
        let value = trim(value, is_http_whitespace);
        let (kind, rest) = cut(value, b'/');
        let (subtype, rest) = cut_before(rest?, b";");
        let subtype = trim_end(subtype, is_http_whitespace);
        if !is_token(kind) || !is_token(subtype) {
            return None;
        }
        Some(MimeType {
            essence: format!("{kind}/{subtype}").to_ascii_lowercase(),
            parameters: parse_parameters(rest),
        })
    }

    /// The value of a parameter, whose name is in lower case.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        let mut parameters = self.parameters.iter();
        let (_, value) = parameters.find(|(other, _)| other == name)?;
        Some(value)
    }

    /// Sets a parameter that is there.
    pub(crate) fn set_parameter(&mut self, name: &str, value: &str) {
        for (_, old) in self
            .parameters
            .iter_mut()
            .filter(|(other, _)| other == name)
        {
            *old = value.to_owned();
        }
    }

    /// [Serializes](https://mimesniff.spec.whatwg.org/#serialize-a-mime-type) it.
    pub(crate) fn serialize(&self) -> String {
        let mut text = self.essence.clone();
        for (name, value) in &self.parameters {
            text.push_str(&format!(";{name}="));
            match is_token(value) {
                true => text.push_str(value),
                false => text.push_str(&quoted(value)),
            }
        }
        text
    }
}

/// Steps 10 and 11 of the parser: whatever is wrong with a parameter, only that one is left out.
fn parse_parameters(mut rest: &str) -> Vec<(String, String)> {
    let mut parameters: Vec<(String, String)> = Vec::new();
    while let Some(parameter) = rest.strip_prefix(';') {
        let parameter = trim_start(parameter, is_http_whitespace);
        let (name, after_name) = cut_before(parameter, b";=");
        let name = name.to_ascii_lowercase();
        rest = after_name;
        let Some(assigned) = rest.strip_prefix('=') else {
            continue;
        };
        let (value, after) = match assigned.starts_with('"') {
            true => quoted_string(assigned),
            false => {
                let (value, after) = cut_before(assigned, b";");
                (trim_end(value, is_http_whitespace).to_owned(), after)
            }
        };
        rest = after;
        let is_empty = value.is_empty() && !assigned.starts_with('"');
        let is_new = parameters.iter().all(|(other, _)| *other != name);
        if is_token(&name) && is_new && !is_empty && value.chars().all(is_quotable) {
            parameters.push((name, value));
        }
    }
    parameters
}

/// The value of an [HTTP quoted string](https://fetch.spec.whatwg.org/#collect-an-http-quoted-string),
/// and what follows the next `;` inclusive.
fn quoted_string(text: &str) -> (String, &str) {
    let mut value = String::new();
    let mut characters = text.char_indices().skip(1);
    let mut end = text.len();
    while let Some((position, character)) = characters.next() {
        match character {
            '"' => {
                end = position;
                break;
            }
            // A backslash at the end stands for itself.
            '\\' => value.push(characters.next().map_or('\\', |(_, escaped)| escaped)),
            _ => value.push(character),
        }
    }
    (value, cut_before(cut_at(text, end).1, b";").1)
}

fn quoted(value: &str) -> String {
    let mut text = String::from("\"");
    for character in value.chars() {
        if matches!(character, '"' | '\\') {
            text.push('\\');
        }
        text.push(character);
    }
    text.push('"');
    text
}

/// Whether a character is an [HTTP quoted-string token code point](https://mimesniff.spec.whatwg.org/#http-quoted-string-token-code-point).
fn is_quotable(character: char) -> bool {
    matches!(character, '\t' | ' '..='~' | '\u{80}'..='\u{FF}')
}

/// Puts UTF-8 where a text has `charset=`, as Chromium does, which does not parse the type for it.
pub(crate) fn replace_charset_in_text(text: &str) -> String {
    const NAME: &[u8] = b"charset";
    let is_name = |bytes: &[u8]| bytes.eq_ignore_ascii_case(NAME);
    let mut replaced = String::new();
    let mut rest = text;
    while let Some(position) = rest.as_bytes().windows(NAME.len()).position(is_name) {
        let place = text.len() - rest.len() + position;
        let before = text.as_bytes().get(place.wrapping_sub(1));
        let is_word = before.is_some_and(|it| is_blank(*it) || *it == b';');
        let (through_name, after_name) = cut_at(rest, position + NAME.len());
        replaced.push_str(through_name);
        rest = after_name;
        if !is_word {
            continue;
        }
        let Some(value) = trim_start(rest, is_blank).strip_prefix('=') else {
            continue;
        };
        let value = trim_start(value, |it| is_blank(it) || is_quote(it));
        let after_value = trim_start(value, |it| !(is_blank(it) || is_quote(it) || it == b';'));
        replaced.push_str(cut_at(rest, rest.len() - value.len()).0);
        if after_value.len() < value.len() {
            replaced.push_str("UTF-8");
        }
        rest = after_value;
    }
    replaced.push_str(rest);
    replaced
}

fn is_blank(byte: u8) -> bool {
    byte <= b' '
}

fn is_quote(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'')
}
