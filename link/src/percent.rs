//! Percent-encoding: as much as a fragment must have, and no more, so that it stays readable.

use cors_engine::cut::{cut, cut_at};

/// What stands for itself in a text, besides letters and digits.
///
/// Not `&`, `#` and `%`, which mean something here. Not a space, a double quote, `<`, `>`, a backtick
/// and what is no ASCII, which a browser encodes by itself. Not braces and the like, where programs
/// that look for addresses in a text think that one ends.
pub(crate) const KEPT: &[u8] = b":/@?,;=!$'()*~-._+";

/// What stands for itself in the name of a header line, which ends at a colon.
pub(crate) const KEPT_IN_A_NAME: &[u8] = b"/@?,;=!$'()*~-._+";

/// What may be the last character. Programs that look for addresses in a text leave a full stop, an asterisk
/// or a bracket at the end of one to the sentence around it.
const KEPT_AT_THE_END: &[u8] = b"/=-";

const DIGITS: &[u8; 16] = b"0123456789ABCDEF";

/// Appends a text in which letters, digits and what is in `kept` stand for themselves.
pub(crate) fn encode(out: &mut String, text: &str, kept: &[u8]) {
    for byte in text.bytes() {
        match byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            true => out.push(char::from(byte)),
            false => escape(out, byte),
        }
    }
}

/// Appends the three characters that stand for a byte.
fn escape(out: &mut String, byte: u8) {
    out.push('%');
    out.push(char::from(DIGITS[usize::from(byte >> 4)]));
    out.push(char::from(DIGITS[usize::from(byte & 15)]));
}

/// Encodes the last character where it could get lost. What is encoded is ASCII.
pub(crate) fn protect_the_end(out: &mut String) {
    let Some(&last) = out.as_bytes().last() else {
        return;
    };
    if !last.is_ascii_alphanumeric() && !KEPT_AT_THE_END.contains(&last) {
        out.truncate(out.len() - 1);
        escape(out, last);
    }
}

/// The text that is encoded here.
///
/// # Errors
/// The encoding is broken: a `%` without two hexadecimal digits, or bytes that are not UTF-8. The text
/// has these as they stand, and all others decoded.
pub fn decode(encoded: &str) -> Result<String, String> {
    let mut text = String::new();
    let mut is_whole = true;
    let mut rest = encoded;
    loop {
        let (plain, escaped) = cut(rest, b'%');
        text.push_str(plain);
        let Some(escaped) = escaped else { break };
        // The rest as it was, with its `%`, for the parts of a character begin with one each.
        let coded = cut_at(rest, plain.len()).1;
        rest = match character(coded.as_bytes()) {
            Some(character) => {
                text.push(character);
                cut_at(escaped, 3 * character.len_utf8() - 1).1
            }
            None => {
                is_whole = false;
                text.push('%');
                escaped
            }
        };
    }
    match is_whole {
        true => Ok(text),
        false => Err(text),
    }
}

/// The character whose UTF-8 bytes are encoded at the beginning of `bytes`.
fn character(bytes: &[u8]) -> Option<char> {
    let lead = byte(bytes)?;
    // The ones that it begins with count the bytes; a single one marks a byte that cannot lead.
    let length = lead.leading_ones() as usize;
    let mut code = u32::from(lead) & 0x7F >> length;
    for index in 1..length {
        let next = byte(bytes.get(3 * index..)?)?;
        if next.leading_ones() != 1 {
            return None;
        }
        code = code << 6 | u32::from(next & 0x3F);
    }
    // What could be said with fewer bytes is no UTF-8.
    char::from_u32(code).filter(|it| length != 1 && it.len_utf8() == length.max(1))
}

/// The byte that is encoded at the beginning of `bytes`.
fn byte(bytes: &[u8]) -> Option<u8> {
    match bytes {
        [b'%', high, low, ..] => Some(digit(*high)? << 4 | digit(*low)?),
        _ => None,
    }
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}
