//! [MIME types](https://mimesniff.spec.whatwg.org/#mime-type), as far as requests need them.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{is_http_whitespace, is_token};

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
        let value = value.trim_matches(is_http_whitespace);
        let (kind, rest) = value.split_once('/')?;
        let (subtype, rest) = split_before(rest, ';');
        let subtype = subtype.trim_end_matches(is_http_whitespace);
        if !is_token(kind) || !is_token(subtype) {
            return None;
        }
        Some(MimeType {
            essence: [kind, "/", subtype].concat().to_ascii_lowercase(),
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
        let parameter = parameter.trim_start_matches(is_http_whitespace);
        let end = parameter.find([';', '=']).unwrap_or(parameter.len());
        let name = parameter[..end].to_ascii_lowercase();
        rest = &parameter[end..];
        let Some(assigned) = rest.strip_prefix('=') else {
            continue;
        };
        let (value, after) = match assigned.starts_with('"') {
            true => quoted_string(assigned),
            false => {
                let (value, after) = split_before(assigned, ';');
                (value.trim_end_matches(is_http_whitespace).to_owned(), after)
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
    (value, split_before(&text[end..], ';').1)
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

/// What stands before the first `mark`, and the rest from it on.
fn split_before(text: &str, mark: char) -> (&str, &str) {
    text.split_at(text.find(mark).unwrap_or(text.len()))
}

/// Puts UTF-8 where a text has `charset=`, as Chromium does, which does not parse the type for it.
pub(crate) fn replace_charset_in_text(text: &str) -> String {
    const NAME: &str = "charset";
    let in_lower_case = text.to_ascii_lowercase();
    let is_blank = |character| character <= ' ';
    let mut replaced = String::new();
    let mut start = 0;
    while let Some(position) = in_lower_case[start..].find(NAME) {
        let after_name = start + position + NAME.len();
        let before = text[..after_name - NAME.len()].chars().next_back();
        let is_word = before.is_some_and(|it| is_blank(it) || it == ';');
        replaced.push_str(&text[start..after_name]);
        start = after_name;
        if !is_word {
            continue;
        }
        let Some(value) = text[start..].trim_start_matches(is_blank).strip_prefix('=') else {
            continue;
        };
        let value = value.trim_start_matches(|it| is_blank(it) || matches!(it, '"' | '\''));
        let is_end = |it| is_blank(it) || matches!(it, '"' | '\'' | ';');
        let rest = value.trim_start_matches(|it| !is_end(it));
        replaced.push_str(&text[start..text.len() - value.len()]);
        if rest.len() < value.len() {
            replaced.push_str("UTF-8");
        }
        start = text.len() - rest.len();
    }
    replaced.push_str(&text[start..]);
    replaced
}
