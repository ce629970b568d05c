//! A request as a command line of [curl](https://curl.se/docs/manpage.html).

use cors_engine::infrastructure::headers::{is_header_name, is_header_value, normalize};
use cors_engine::scenario::{RedirectMode, ScenarioRequest};

use super::escape::{Encoding, push_word};

/// The command. It prints the head of each answer, and the body of the last.
pub(super) fn curl(request: &ScenarioRequest) -> String {
    let mut out = String::from("curl -i");
    match (request.method.as_str(), &request.body) {
        // Left to itself, curl chooses these; another method than its own it keeps through redirects.
        ("GET", None) | ("POST", Some(_)) => {}
        // With -X it would wait for a body.
        ("HEAD", None) => out.push_str(" --head"),
        (method, _) => {
            out.push_str(" -X ");
            push_word(&mut out, method, Encoding::Utf8);
        }
    }
    if request.redirect == RedirectMode::Follow {
        out.push_str(" -L");
    }
    // Braces and brackets stand for themselves, and what begins with a hyphen is no option.
    out.push_str(" -g --url ");
    push_word(&mut out, &request.url, Encoding::Utf8);
    for (name, value) in &request.headers {
        // What is no header line could be the name of a file to read some from.
        if !is_header_name(name) || !is_header_value(normalize(value)) {
            continue;
        }
        // A colon with nothing behind it would take the header away.
        let line = match normalize(value) {
            "" => format!("{name};"),
            value => format!("{name}: {value}"),
        };
        out.push_str(" \\\n  -H ");
        push_word(&mut out, &line, Encoding::Bytes);
    }
    if let Some(body) = &request.body {
        out.push_str(" \\\n  --data-raw ");
        push_word(&mut out, body, Encoding::Utf8);
    }
    out
}
