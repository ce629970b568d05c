//! What script gets thrown before anything is sent, and what is dropped in silence.

use cors_engine::Rule::*;
use cors_engine::scenario::{Api, Mode};
use cors_engine::trace::Outcome::*;

use super::{ANYBODY, API, Case, case};
use crate::build::{api, get, send};

// One row a case, however wide.
#[rustfmt::skip]
pub(super) fn all() -> Vec<Case> {
    vec![
        case("URL does not parse", ScriptThrows, RequestUrlParses, get("https://")),
        case("URL with a password", ScriptThrows, RequestUrlWithoutCredentials, get("https://u:p@api.example/")),
        case("method with a space", ScriptThrows, MethodIsToken, send("GE T", API)),
        case("forbidden method", ScriptThrows, MethodNotForbidden, send("trace", API)),
        case("no-cors PUT", ScriptThrows, NoCorsMethodSafelisted, send("PUT", API).mode(Mode::NoCors)),
        case("header name with a space", ScriptThrows, RequestHeaderNameIsToken, get(API).header("X A", "1")),
        case("header value with a line break", ScriptThrows, RequestHeaderValueValid, get(API).header("X-A", "1\n2")),
        case("header value above U+00FF", ScriptThrows, RequestHeaderValueValid, get(API).header("X-A", "\u{100}")),
        case("body on GET", ScriptThrows, MethodTakesBody, get(API).body("x")),
        case("xhr, URL does not parse", ScriptThrows, RequestUrlParses, api(Api::Xhr, "https://")),
        case("xhr, forbidden method", ScriptThrows, MethodNotForbidden, api(Api::Xhr, API).method("CONNECT")),
        case("xhr, header name", ScriptThrows, RequestHeaderNameIsToken, api(Api::Xhr, API).header("", "1")),
        case("xhr, body on GET", Readable, WildcardWithoutCredentials, api(Api::Xhr, API).body("x").answers("200", ANYBODY)),
        case("forbidden header", Readable, WildcardWithoutCredentials, get(API).header("Origin", "https://b.example").header("Cookie", "a=b").header("Sec-X", "1").header("X-Method-Override", "TRACE").answers("200", ANYBODY)),
    ]
}
