//! A header line in a link: `res-header=Name:%20value`, or a short key such as `allow-origin=value`.

use crate::cut::cut_around;
use crate::key::Key;
use crate::mask::push_value;
use crate::percent::{KEPT, KEPT_IN_A_NAME, encode};
use crate::short_key;

/// Appends the pair of a line. A colon in the name is encoded, so that it does not end the name.
pub(crate) fn push(out: &mut String, key: Key, name: &str, value: &str) {
    out.push('&');
    if short_key::push(out, key, name) {
        out.push('=');
    } else {
        out.push_str(key.text());
        out.push('=');
        encode(out, name, KEPT_IN_A_NAME);
        out.push_str(":%20");
    }
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
