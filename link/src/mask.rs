//! What a link leaves out: the values of request headers that are a secret of whoever types them.

use cors_engine::Scenario;
use cors_engine::cut::cut;
use cors_engine::infrastructure::headers::{is_header_value, normalize};

use crate::key::place_of;
use crate::percent::{KEPT, decode, encode};

/// The names of these headers, in any case.
const SECRET: &[&str] = &["authorization", "cookie", "proxy-authorization"];

/// What stays of a value: it says how a token is sent, not which.
const SCHEMES: &[&str] = &["basic", "bearer"];

/// The scenario as a link keeps it: with `***` in the place of secrets. The engine says the same of both.
///
/// Secret are the values of `Authorization`, `Proxy-Authorization` and `Cookie` in all requests.
pub fn with_masks(scenario: &Scenario) -> Scenario {
    let mut scenario = scenario.clone();
    let further = scenario.then.iter_mut().map(|send| &mut send.request);
    for request in std::iter::once(&mut scenario.request).chain(further) {
        for (name, value) in &mut request.headers {
            *value = kept(name, value);
        }
    }
    scenario
}

/// The names of the headers whose values a link leaves out, as they are typed, each once.
pub fn masked(scenario: &Scenario) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let requests = (0..).map_while(|send| scenario.request_of(send));
    for (name, value) in requests.flat_map(|request| &request.headers) {
        let is_left_out = kept(name, value) != *value;
        let name = normalize(name);
        let is_known = names.iter().any(|known| known.eq_ignore_ascii_case(name));
        if is_left_out && !is_known {
            names.push(name.to_owned());
        }
    }
    names
}

/// Appends what a link has of the value of a request header.
pub(crate) fn push_value(out: &mut String, name: &str, value: &str) {
    let text = normalize(value);
    // `Authorization : x` is no header, but may well be somebody's token.
    if text.is_empty() || place_of(normalize(name), SECRET) == SECRET.len() {
        return encode(out, value, KEPT);
    }
    if let (scheme, Some(_)) = cut(text, b' ')
        && is_scheme(scheme)
    {
        out.push_str(scheme);
        out.push_str("%20");
    }
    out.push_str("***");
    // A value that no header can have stays one, or the engine would say otherwise: it gets a character of
    // the same kind as those that make it so. Script is told of one beyond U+00FF first.
    if !is_header_value(text) {
        let is_beyond = text.bytes().any(|byte| byte > 0xC3);
        out.push_str(if is_beyond { "%EF%BF%BD" } else { "%00" });
    }
}

/// Whether this, in any case, says how a token is sent: `Basic` or `Bearer`.
pub fn is_scheme(text: &str) -> bool {
    place_of(text, SCHEMES) < SCHEMES.len()
}

/// That value, decoded.
fn kept(name: &str, value: &str) -> String {
    let mut encoded = String::new();
    push_value(&mut encoded, name, value);
    decode(&encoded).expect("what is encoded here is whole")
}
