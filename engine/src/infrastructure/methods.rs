//! [Methods](https://fetch.spec.whatwg.org/#methods).

use alloc::string::String;

use super::headers::is_token;

/// Whether `text` is a [method](https://fetch.spec.whatwg.org/#concept-method): a token.
pub fn is_method(text: &str) -> bool {
    is_token(text)
}

/// Whether a method is a [CORS-safelisted method](https://fetch.spec.whatwg.org/#cors-safelisted-method).
pub fn is_cors_safelisted_method(method: &str) -> bool {
    matches!(method, "GET" | "HEAD" | "POST")
}

/// Whether a method is a [forbidden method](https://fetch.spec.whatwg.org/#forbidden-method).
pub fn is_forbidden_method(method: &str) -> bool {
    ["CONNECT", "TRACE", "TRACK"]
        .iter()
        .any(|forbidden| method.eq_ignore_ascii_case(forbidden))
}

/// [Normalizes](https://fetch.spec.whatwg.org/#concept-method-normalize) a method.
///
/// `patch` stays `patch`: only six methods are put into capitals.
pub fn normalize(method: &str) -> String {
    let normalized = ["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"]
        .into_iter()
        .find(|name| method.eq_ignore_ascii_case(name));
    String::from(normalized.unwrap_or(method))
}
