//! [CORS-safelisted request-headers](https://fetch.spec.whatwg.org/#cors-safelisted-request-header), and those that are not.

use alloc::string::String;
use alloc::vec::Vec;

use super::mime_type::MimeType;
use super::range::is_simple_range;
use super::{HeaderList, byte_lowercase, convert_header_names_to_a_sorted_lowercase_set};
use crate::scenario::Profile;

/// Why a header is not safelisted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unsafe {
    /// The value is longer than 128 bytes.
    TooLong,
    /// The name is not on the list.
    Name,
    /// The value has a byte that is not safelisted, there.
    Byte(usize),
    /// A `Content-Type` that no form could send.
    ContentType,
    /// A `Range` that is not one simple range.
    Range,
}

/// The bytes that a safelisted value may have.
pub const VALUE_LIMIT: usize = 128;

/// Whether a header is a [CORS-safelisted request-header](https://fetch.spec.whatwg.org/#cors-safelisted-request-header).
///
/// # Errors
/// Why it is not.
pub fn cors_safelisted_request_header(
    profile: Profile,
    name: &str,
    value: &str,
) -> Result<(), Unsafe> {
    // 1. A value of more than 128 bytes is not.
    if value.chars().count() > VALUE_LIMIT {
        return Err(Unsafe::TooLong);
    }
    // 2. The rest depends on the name.
    match byte_lowercase(name).as_str() {
        "accept" => no_byte(value, is_cors_unsafe_request_header_byte),
        "accept-language" | "content-language" => no_byte(value, is_not_a_language_byte),
        "content-type" => {
            no_byte(value, is_cors_unsafe_request_header_byte)?;
            let mime_type = MimeType::parse(value);
            match mime_type.as_ref().map(|it| it.essence.as_str()) {
                Some(
                    "application/x-www-form-urlencoded" | "multipart/form-data" | "text/plain",
                ) => Ok(()),
                _ => Err(Unsafe::ContentType),
            }
        }
        "range" => match is_simple_range(value) {
            true => Ok(()),
            false => Err(Unsafe::Range),
        },
        hint if profile.safelists_client_hint(hint, value) => Ok(()),
        _ => Err(Unsafe::Name),
    }
}

fn no_byte(value: &str, is_unsafe: fn(char) -> bool) -> Result<(), Unsafe> {
    match value.chars().position(is_unsafe) {
        None => Ok(()),
        Some(position) => Err(Unsafe::Byte(position)),
    }
}

/// Whether a byte is a [CORS-unsafe request-header byte](https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte).
fn is_cors_unsafe_request_header_byte(byte: char) -> bool {
    match byte {
        '\t' => false,
        '\0'..='\x1F' | '\x7F' => true,
        '"' | '(' | ')' | ':' | '<' | '>' | '?' | '@' | '[' | '\\' | ']' | '{' | '}' => true,
        _ => false,
    }
}

fn is_not_a_language_byte(byte: char) -> bool {
    !(byte.is_ascii_alphanumeric() || matches!(byte, ' ' | '*' | ',' | '-' | '.' | ';' | '='))
}

/// Whether a header is a [no-CORS-safelisted request-header](https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header).
pub fn is_no_cors_safelisted_request_header(name: &str, value: &str) -> bool {
    let is_no_cors_name = [
        "accept",
        "accept-language",
        "content-language",
        "content-type",
    ]
    .iter()
    .any(|safelisted| name.eq_ignore_ascii_case(safelisted));
    // No profile differs in these four.
    is_no_cors_name && cors_safelisted_request_header(Profile::Standard, name, value).is_ok()
}

/// The bytes of safelisted values that a request may have in all before none of them counts as safe.
pub const SAFELISTED_VALUES_LIMIT: usize = 1024;

/// The [CORS-unsafe request-header names](https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names)
/// of a list: in lower case, sorted, each once.
pub(crate) fn cors_unsafe_request_header_names(
    profile: Profile,
    headers: &HeaderList,
) -> Vec<String> {
    // 1. to 3. Names that are unsafe, names that may become so, and the size of the latter's values.
    let mut unsafe_names = Vec::new();
    let mut potentially_unsafe_names = Vec::new();
    let mut size = 0;
    // 4. Each header is one of the two.
    for header in &headers.0 {
        match cors_safelisted_request_header(profile, &header.name, &header.value) {
            Err(_) => unsafe_names.push(header.name.as_str()),
            Ok(()) => {
                potentially_unsafe_names.push(header.name.as_str());
                size += header.value.chars().count();
            }
        }
    }
    // 5. Above the limit, all of the latter are unsafe, too.
    if size > SAFELISTED_VALUES_LIMIT && profile.limits_safelisted_values() {
        unsafe_names.append(&mut potentially_unsafe_names);
    }
    // 6. Sorted, in lower case, each once.
    convert_header_names_to_a_sorted_lowercase_set(unsafe_names.into_iter())
}
