//! A request as a call of [`fetch()`](https://fetch.spec.whatwg.org/#fetch-method), with what differs from its defaults.

use cors_engine::scenario::{HeaderLines, ScenarioRequest};

use super::escape::push_literal;

/// The call.
pub(super) fn fetch(request: &ScenarioRequest) -> String {
    let mut options = String::new();
    push_option(&mut options, "method", &request.method, "GET");
    push_headers(&mut options, &request.headers);
    if let Some(body) = &request.body {
        push_member(&mut options, "body", body);
    }
    for (name, value, default) in [
        ("mode", request.mode.as_str(), "cors"),
        ("credentials", request.credentials.as_str(), "same-origin"),
        ("redirect", request.redirect.as_str(), "follow"),
        ("referrerPolicy", request.referrer_policy.as_str(), ""),
    ] {
        push_option(&mut options, name, value, default);
    }

    let mut out = String::from("await fetch(");
    push_literal(&mut out, &request.url);
    if !options.is_empty() {
        out.push_str(", {\n");
        out.push_str(&options);
        out.push('}');
    }
    out.push_str(");");
    out
}

fn push_option(out: &mut String, name: &str, value: &str, default: &str) {
    if value != default {
        push_member(out, name, value);
    }
}

fn push_member(out: &mut String, name: &str, value: &str) {
    out.push_str("  ");
    out.push_str(name);
    out.push_str(": ");
    push_literal(out, value);
    out.push_str(",\n");
}

/// Headers are an object where it keeps all lines, in their order; pairs otherwise.
fn push_headers(out: &mut String, lines: &HeaderLines) {
    if lines.is_empty() {
        return;
    }
    let is_object = can_be_members(lines);
    out.push_str(match is_object {
        true => "  headers: {\n",
        false => "  headers: [\n",
    });
    for (name, value) in lines {
        out.push_str("    ");
        match is_object {
            true => {
                push_name(out, name);
                out.push_str(": ");
                push_literal(out, value);
            }
            false => {
                out.push('[');
                push_literal(out, name);
                out.push_str(", ");
                push_literal(out, value);
                out.push(']');
            }
        }
        out.push_str(",\n");
    }
    out.push_str(match is_object {
        true => "  },\n",
        false => "  ],\n",
    });
}

/// Whether an object can have these members: no name twice, none that begins with a digit, for numbers
/// go first, and not `__proto__`, which is no member but the prototype.
fn can_be_members(lines: &HeaderLines) -> bool {
    lines.iter().enumerate().all(|(index, (name, _))| {
        let first = name.bytes().next().unwrap_or_default();
        let mut earlier = lines.iter().take(index);
        first.is_ascii_alphabetic()
            && name.bytes().all(|byte| is_word(byte) || byte == b'-')
            && !earlier.any(|(earlier, _)| earlier.eq_ignore_ascii_case(name))
    })
}

/// A member's name. One with a hyphen needs quotes.
fn push_name(out: &mut String, name: &str) {
    match name.bytes().all(is_word) {
        true => out.push_str(name),
        false => push_literal(out, name),
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}
