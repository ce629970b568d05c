//! Short keys: the headers by which a server answers CORS, each as a key of its own.
//!
//! `allow-origin=*` is the line `Access-Control-Allow-Origin: *` of the answer, and `pre-allow-origin=*` that of the
//! answer to the preflight: what most links are about stays short enough to be read.

use crate::key::Key;
use crate::problem::Reason;

/// The headers by which a server answers [the CORS protocol](https://fetch.spec.whatwg.org/#http-responses), as they
/// are written in full. In its key each is without the beginning that all have.
pub const CORS_HEADERS: [&str; 6] = [
    "Access-Control-Allow-Origin",
    "Access-Control-Allow-Credentials",
    "Access-Control-Allow-Methods",
    "Access-Control-Allow-Headers",
    "Access-Control-Expose-Headers",
    "Access-Control-Max-Age",
];

const BEGINNING: &str = "Access-Control-";

/// What a short key begins with if it is about the answer to a preflight.
const PREFLIGHT: &str = "pre-";

/// The list of lines that a short key is about, and the header that it names.
pub(crate) fn from_text(text: &str) -> Result<(Key, &'static str), Reason> {
    for name in CORS_HEADERS {
        for key in [Key::ResponseHeader, Key::PreflightHeader] {
            let mut short = String::new();
            push(&mut short, key, name);
            if short == text {
                return Ok((key, name));
            }
            if short.eq_ignore_ascii_case(text) {
                return Err(Reason::NotInSmallLetters);
            }
        }
    }
    Err(Reason::UnknownKey)
}

/// Appends the short key for a line with this name; appends nothing and says no, where there is none.
pub(crate) fn push(out: &mut String, key: Key, name: &str) -> bool {
    if key == Key::Header || !CORS_HEADERS.contains(&name) {
        return false;
    }
    if key == Key::PreflightHeader {
        out.push_str(PREFLIGHT);
    }
    for byte in name.bytes().skip(BEGINNING.len()) {
        out.push(char::from(byte.to_ascii_lowercase()));
    }
    true
}
