//! A request as a [`form`](https://html.spec.whatwg.org/multipage/forms.html#the-form-element) element.

use cors_engine::cut::cut;
use cors_engine::scenario::ScenarioRequest;

use super::escape::{push_address, push_attribute};
use super::named;
use cors_link::decode;

/// The element, with a button that sends it.
pub(super) fn form(request: &ScenarioRequest) -> String {
    let mut out = String::new();
    if let Some(policy) = named(request.referrer_policy) {
        // A form has no policy of its own, so the page gets one.
        out.push_str("<meta name=\"referrer\"");
        push_attribute(&mut out, "content", policy);
        out.push_str(">\n");
    }
    let enctype = request.headers.first().map(|(_, value)| value.as_str());
    out.push_str("<form");
    push_address(&mut out, "action", &request.url);
    push_attribute(&mut out, "method", &request.method);
    if let Some(enctype) = enctype {
        push_attribute(&mut out, "enctype", enctype);
    }
    out.push_str(">\n");
    let body = request.body.as_deref().unwrap_or_default();
    // A GET puts its data into the URL, whatever the type.
    let is_get = request.method.eq_ignore_ascii_case("GET");
    match enctype == Some("text/plain") && !is_get {
        true => push_lines(&mut out, body),
        false => push_pairs(&mut out, body),
    }
    out.push_str("  <button>Send</button>\n</form>");
    out
}

/// Data as [URL-encoded](https://url.spec.whatwg.org/#urlencoded-parsing) pairs.
fn push_pairs(out: &mut String, body: &str) {
    let mut rest = Some(body);
    while let Some(pairs) = rest {
        let (pair, after) = cut(pairs, b'&');
        let (name, value) = cut(pair, b'=');
        push_field(out, &decoded(name), &decoded(value.unwrap_or_default()));
        rest = after;
    }
}

/// Data as [plain text](https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#text/plain-encoding-algorithm):
/// a pair a line.
fn push_lines(out: &mut String, body: &str) {
    let mut rest = Some(body);
    while let Some(lines) = rest {
        let (line, after) = cut(lines, b'\n');
        let (name, value) = cut(line.strip_suffix('\r').unwrap_or(line), b'=');
        push_field(out, name, value.unwrap_or_default());
        rest = after;
    }
}

/// A text without its encoding; what is broken in it stays as it is.
fn decoded(encoded: &str) -> String {
    let mut text = String::new();
    for character in encoded.chars() {
        text.push(match character {
            '+' => ' ',
            other => other,
        });
    }
    decode(&text).unwrap_or_else(|text| text)
}

/// A form sends no field without a name.
fn push_field(out: &mut String, name: &str, value: &str) {
    if name.is_empty() {
        return;
    }
    out.push_str("  <input type=\"hidden\"");
    push_attribute(out, "name", name);
    push_attribute(out, "value", value);
    out.push_str(">\n");
}
