//! [Forbidden request-headers](https://fetch.spec.whatwg.org/#forbidden-request-header): those that the browser keeps for itself.

use super::is_http_tab_or_space;
use crate::cut::{split, trim};
use crate::infrastructure::methods::is_forbidden_method;
use crate::scenario::Profile;

const FORBIDDEN: [&str; 21] = [
    "accept-charset",
    "accept-encoding",
    "access-control-request-headers",
    "access-control-request-method",
    "connection",
    "content-length",
    "cookie",
    "cookie2",
    "date",
    "dnt",
    "expect",
    "host",
    "keep-alive",
    "origin",
    "referer",
    "set-cookie",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "via",
];

const METHOD_OVERRIDES: [&str; 3] = [
    "x-http-method",
    "x-http-method-override",
    "x-method-override",
];

/// Whether a header is a [forbidden request-header](https://fetch.spec.whatwg.org/#forbidden-request-header).
pub fn is_forbidden_request_header(profile: Profile, name: &str, value: &str) -> bool {
    let name = name.to_ascii_lowercase();
    if name == "user-agent" {
        return !profile.lets_script_set_user_agent();
    }
    if FORBIDDEN.contains(&name.as_str()) || name.starts_with("proxy-") || name.starts_with("sec-")
    {
        return true;
    }
    METHOD_OVERRIDES.contains(&name.as_str())
        && split(value, b',').any(|it| is_forbidden_method(trim(it, is_http_tab_or_space)))
}
