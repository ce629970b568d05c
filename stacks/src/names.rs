//! Lists of header names.

use cors_engine::cut::{split, trim};
use cors_engine::infrastructure::headers::{
    is_cors_safelisted_response_header_name, is_forbidden_response_header_name, is_token,
};

/// Headers about the connection, the server and the browser's own business: no script asks for them.
const OF_NO_USE: [&str; 18] = [
    "alt-svc",
    "connection",
    "content-encoding",
    "content-security-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "date",
    "keep-alive",
    "permissions-policy",
    "referrer-policy",
    "server",
    "strict-transport-security",
    "timing-allow-origin",
    "transfer-encoding",
    "vary",
    "via",
    "x-content-type-options",
    "x-powered-by",
];

/// Adds a name unless it is there in this or another case.
pub(crate) fn add(names: &mut Vec<String>, name: &str) {
    let is_there = names.iter().any(|there| there.eq_ignore_ascii_case(name));
    if !is_there {
        names.push(name.to_owned());
    }
}

/// Whether script might want to read a response header, and only may when the server exposes it.
pub(crate) fn is_worth_exposing(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    is_token(name)
        && !lower.starts_with("access-control-")
        && !OF_NO_USE.contains(&lower.as_str())
        && !is_cors_safelisted_response_header_name(name)
        && !is_forbidden_response_header_name(name)
}

/// The names in a header's value, which lists them.
pub(crate) fn listed(value: &str) -> impl Iterator<Item = &str> {
    split(value, b',')
        .map(|name| trim(name, |byte| byte == b' ' || byte == b'\t'))
        .filter(|name| !name.is_empty())
}
