//! Texts on one line, in which nothing hides.

use crate::code::is_hidden;

/// What is shown for a character that cannot be seen.
const UNSEEN: char = '\u{FFFD}';

/// The characters of a text: a blank for the end of a line, and no hidden ones.
pub(super) fn plain(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter_map(|character| match character {
        '\n' | '\t' => Some(' '),
        '\r' => None,
        '\u{FFFE}' | '\u{FFFF}' => Some(UNSEEN),
        _ if is_hidden(character) => Some(UNSEEN),
        _ => Some(character),
    })
}

/// At most so many characters of a text; what is cut ends with an ellipsis.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let mut short = String::new();
    for (index, character) in plain(text).enumerate() {
        if index + 1 >= most && plain(text).nth(most).is_some() {
            short.push('…');
            break;
        }
        short.push(character);
    }
    short
}
