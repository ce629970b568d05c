//! A request as a command line of [curl](https://curl.se/docs/manpage.html).

use cors_engine::cut::trim;
use cors_engine::scenario::{RedirectMode, ScenarioRequest};

use super::escape::push_word;

/// The command. It prints the head of each answer, and the body of the last.
pub(super) fn curl(request: &ScenarioRequest) -> String {
    // Braces and brackets stand for themselves.
    let mut out = String::from("curl -g -i");
    if request.redirect == RedirectMode::Follow {
        out.push_str(" -L");
    }
    match (request.method.as_str(), &request.body) {
        // Left to itself, curl chooses these; another method than its own it keeps through redirects.
        ("GET", None) | ("POST", Some(_)) => {}
        // With -X it would wait for a body.
        ("HEAD", None) => out.push_str(" -I"),
        (method, _) => push_option(&mut out, " -X ", method.as_bytes()),
    }
    // What begins with a hyphen is no option.
    push_option(&mut out, " --url ", request.url.as_bytes());
    for (name, value) in &request.headers {
        // That would be the name of a file to read headers from.
        if name.starts_with('@') {
            continue;
        }
        // A colon with nothing behind it would take the header away.
        let value = trim(value, |byte| byte <= b' ');
        let separator = if value.is_empty() { ";" } else { ": " };
        // One character of a header line is one byte.
        let mut line = Vec::new();
        for part in [name, separator, value] {
            for byte in part.chars() {
                line.push(byte as u8);
            }
        }
        push_option(&mut out, " \\\n  -H ", &line);
    }
    if let Some(body) = &request.body {
        push_option(&mut out, " \\\n  --data-raw ", body.as_bytes());
    }
    out
}

fn push_option(out: &mut String, option: &str, value: &[u8]) {
    out.push_str(option);
    push_word(out, value);
}
