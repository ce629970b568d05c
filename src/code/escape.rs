//! Texts as literals of JavaScript, as attributes of HTML and as words of a shell.

use cors_engine::cut::trim;

/// Appends a [string literal](https://tc39.es/ecma262/#prod-StringLiteral) in double quotes.
pub(super) fn push_literal(out: &mut String, text: &str) {
    out.push('"');
    let mut before = ' ';
    for character in text.chars() {
        match character {
            '"' | '\\' => out.push('\\'),
            // Markup ends a script at `</script`, and reads one differently after `<!--`.
            '/' | '!' if before == '<' => out.push('\\'),
            _ => {}
        }
        match character {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if is_hidden(character) => push_number(out, "\\u{", character, '}'),
            _ => out.push(character),
        }
        before = character;
    }
    out.push('"');
}

/// Appends a blank, the name and the value of an [attribute](https://html.spec.whatwg.org/multipage/syntax.html#attributes-2).
///
/// HTML has no way to write a NUL: it becomes U+FFFD, as a parser would have it.
pub(super) fn push_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    for character in value.chars() {
        match character {
            '"' => out.push_str("&quot;"),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '\0' => out.push('\u{FFFD}'),
            // A parser takes a reference to one of these for a character of Windows-1252.
            '\u{80}'..='\u{9F}' => out.push(character),
            _ if is_hidden(character) => push_number(out, "&#x", character, ';'),
            _ => out.push(character),
        }
    }
    out.push('"');
}

/// Appends an attribute that is an address. The URL parser drops what stands at its ends, and writes
/// a NUL in it as `%00`.
pub(super) fn push_address(out: &mut String, name: &str, url: &str) {
    let mut address = String::new();
    for character in trimmed(url).chars() {
        match character {
            '\0' => address.push_str("%00"),
            _ => address.push(character),
        }
    }
    push_attribute(out, name, &address);
}

/// Appends a word in single quotes, in which a shell reads everything as it is; where something in it
/// is no ASCII that can be seen, in the [quotes with backslashes](https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_04)
/// of bash, zsh and others, which let it say every byte.
///
/// No argument of a program has a NUL in it: it becomes U+FFFD.
pub(super) fn push_word(out: &mut String, bytes: &[u8]) {
    let is_seen = |byte: &u8| matches!(byte, b' '..=b'~');
    let is_plain = bytes.iter().all(is_seen);
    out.push_str(if is_plain { "'" } else { "$'" });
    for byte in bytes {
        match byte {
            b'\'' if is_plain => out.push_str("'\\''"),
            b'\n' => out.push_str("\\n"),
            0 => out.push_str("\\357\\277\\275"),
            // At a prompt a shell looks for its history behind an exclamation mark.
            b'\'' | b'\\' | b'!' if !is_plain => push_octal(out, *byte),
            _ if is_seen(byte) => out.push(char::from(*byte)),
            _ => push_octal(out, *byte),
        }
    }
    out.push('\'');
}

/// Appends a byte in three octal digits, so that no digit behind it counts.
fn push_octal(out: &mut String, byte: u8) {
    out.push('\\');
    for shift in [6, 3, 0] {
        out.push(char::from(b'0' + (byte >> shift & 7)));
    }
}

/// A URL without the control characters and spaces at its ends, which its parser drops.
pub(super) fn trimmed(url: &str) -> &str {
    trim(url, |byte| byte <= b' ')
}

/// Whether a character cannot be seen, ends a line, or changes how the text around it is shown.
pub(crate) fn is_hidden(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{1F}'
            | '\u{7F}'..='\u{A0}'
            | '\u{AD}'
            | '\u{61C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Appends a character's number in hexadecimal digits.
fn push_number(out: &mut String, before: &str, character: char, after: char) {
    let number = u32::from(character);
    out.push_str(before);
    let mut shift = 20;
    while shift > 0 && number >> shift == 0 {
        shift -= 4;
    }
    loop {
        let digit = char::from_digit(number >> shift & 15, 16);
        out.push(digit.expect("four bits are one digit"));
        if shift == 0 {
            break;
        }
        shift -= 4;
    }
    out.push(after);
}
