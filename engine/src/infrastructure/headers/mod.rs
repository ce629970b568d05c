//! [Headers](https://fetch.spec.whatwg.org/#terminology-headers): names, values and lists of them.

pub mod cors_safelisted_request_header;
pub mod forbidden_request_header;

mod header_list;
pub(crate) mod mime_type;
mod range;

use alloc::string::String;
use alloc::vec::Vec;

pub(crate) use header_list::{HeaderList, SetBy};

use crate::cut::trim;
use crate::scenario::Profile;

/// Whether `text` is a [token](https://httpwg.org/specs/rfc9110.html#rfc.section.5.6.2).
pub fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(is_token_byte)
}

fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// Where the first character stands that makes `text` no token; `None` also where there is none.
pub(crate) fn position_of_no_token(text: &str) -> Option<usize> {
    let is_not_of_token = |it: char| !u8::try_from(it).is_ok_and(is_token_byte);
    text.chars().position(is_not_of_token)
}

/// Whether `text` is a [header name](https://fetch.spec.whatwg.org/#header-name).
pub fn is_header_name(text: &str) -> bool {
    is_token(text)
}

/// Whether `text`, one code point a byte, is a [header value](https://fetch.spec.whatwg.org/#header-value)
/// once it is [normalized](normalize).
pub fn is_header_value(text: &str) -> bool {
    position_of_no_value(text).is_none()
}

/// Where the first character stands that makes `text` no header value.
pub(crate) fn position_of_no_value(text: &str) -> Option<usize> {
    text.chars()
        .position(|byte| byte > '\u{FF}' || matches!(byte, '\0' | '\n' | '\r'))
}

/// [Normalizes](https://fetch.spec.whatwg.org/#concept-header-value-normalize) a value: no HTTP
/// whitespace at its ends.
pub fn normalize(value: &str) -> &str {
    trim(value, is_http_whitespace)
}

/// Whether a byte is an [HTTP tab or space](https://fetch.spec.whatwg.org/#http-tab-or-space).
pub(crate) fn is_http_tab_or_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b' ')
}

pub(crate) fn is_http_whitespace(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\r' | b' ')
}

/// Whether a name is a [CORS non-wildcard request-header name](https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name).
pub fn is_cors_non_wildcard_request_header_name(name: &str) -> bool {
    name.eq_ignore_ascii_case("Authorization")
}

/// Whether `*` in a list of allowed header names stands for `name`, to the browser of `profile`.
pub(crate) fn wildcard_covers(profile: Profile, name: &str) -> bool {
    !(profile.wildcard_excludes_authorization() && is_cors_non_wildcard_request_header_name(name))
}

/// Whether a name is a [request-body-header name](https://fetch.spec.whatwg.org/#request-body-header-name).
pub fn is_request_body_header_name(name: &str) -> bool {
    [
        "Content-Encoding",
        "Content-Language",
        "Content-Location",
        "Content-Type",
    ]
    .iter()
    .any(|body_header| name.eq_ignore_ascii_case(body_header))
}

/// Whether a name is a [forbidden response-header name](https://fetch.spec.whatwg.org/#forbidden-response-header-name).
pub fn is_forbidden_response_header_name(name: &str) -> bool {
    name.eq_ignore_ascii_case("Set-Cookie") || name.eq_ignore_ascii_case("Set-Cookie2")
}

/// Whether a name is a [CORS-safelisted response-header name](https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name)
/// without counting those that the server exposes.
pub fn is_cors_safelisted_response_header_name(name: &str) -> bool {
    [
        "Cache-Control",
        "Content-Language",
        "Content-Length",
        "Content-Type",
        "Expires",
        "Last-Modified",
        "Pragma",
    ]
    .iter()
    .any(|safelisted| name.eq_ignore_ascii_case(safelisted))
}

/// A name or value in lower case, [byte-lowercased](https://infra.spec.whatwg.org/#byte-lowercase).
pub(crate) fn byte_lowercase(text: &str) -> String {
    text.to_ascii_lowercase()
}

/// [Converts header names to a sorted-lowercase set](https://fetch.spec.whatwg.org/#convert-header-names-to-a-sorted-lowercase-set).
pub(crate) fn convert_header_names_to_a_sorted_lowercase_set<'a>(
    names: impl Iterator<Item = &'a str>,
) -> Vec<String> {
    let mut set: Vec<String> = Vec::new();
    for name in names {
        let name = byte_lowercase(name);
        // Kept in order while it grows: the standard library's sort is large, the set is small.
        if let Err(place) = set.binary_search(&name) {
            set.insert(place, name);
        }
    }
    set
}
