//! A header line in a link: `Name:%20value`.

use crate::cut::cut_around;
use crate::key::Key;
use crate::mask::push_value;
use crate::percent::{KEPT, KEPT_IN_A_NAME, encode};

/// Appends a line. A colon in the name is encoded, so that it does not end the name.
pub(crate) fn push(out: &mut String, key: Key, name: &str, value: &str) {
    encode(out, name, KEPT_IN_A_NAME);
    out.push_str(":%20");
    match key {
        Key::Header => push_value(out, name, value),
        _ => encode(out, value, KEPT),
    }
}

/// A line's name and value, still encoded: the first `: ` is between them.
///
/// Or else the first colon, for people do type `X-A:1`, and programs do encode colons.
pub(crate) fn split(line: &str) -> Option<(&str, &str)> {
    let separators: [&[u8]; 5] = [b":%20", b": ", b":", b"%3A%20", b"%3A"];
    separators
        .iter()
        .find_map(|separator| cut_around(line, separator))
}
