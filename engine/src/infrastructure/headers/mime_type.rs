//! The [essence](https://mimesniff.spec.whatwg.org/#mime-type-essence) of a MIME type.

use alloc::format;
use alloc::string::String;

use super::{is_http_whitespace, is_token};

/// [Parses a MIME type](https://mimesniff.spec.whatwg.org/#parse-a-mime-type) and gives its essence,
/// in lower case. Parameters cannot make the parse fail, so they are not looked at.
pub(super) fn essence(value: &str) -> Option<String> {
    let value = value.trim_matches(is_http_whitespace);
    let (kind, rest) = value.split_once('/')?;
    let subtype = rest
        .split(';')
        .next()
        .unwrap_or_default()
        .trim_end_matches(is_http_whitespace);
    (is_token(kind) && is_token(subtype)).then(|| format!("{kind}/{subtype}").to_ascii_lowercase())
}
