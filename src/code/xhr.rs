//! A request as an [`XMLHttpRequest`](https://xhr.spec.whatwg.org/).

use cors_engine::scenario::{CredentialsMode, ScenarioRequest};

use super::escape::push_literal;
use super::named;

/// The calls, in the order in which they throw.
pub(super) fn xhr(request: &ScenarioRequest) -> String {
    let mut out = String::new();
    if let Some(policy) = named(request.referrer_policy) {
        // There is no policy of the request's own, so the page gets one.
        out.push_str("const meta = document.createElement(\"meta\");\n");
        out.push_str("meta.name = \"referrer\";\nmeta.content = ");
        push_literal(&mut out, policy);
        out.push_str(";\ndocument.head.append(meta);\n");
    }
    out.push_str("const xhr = new XMLHttpRequest();\n");
    push_call(&mut out, "open", &request.method, &request.url);
    for (name, value) in &request.headers {
        push_call(&mut out, "setRequestHeader", name, value);
    }
    if request.credentials == CredentialsMode::Include {
        out.push_str("xhr.withCredentials = true;\n");
    }
    if request.upload_listener {
        out.push_str("xhr.upload.onprogress = () => {};\n");
    }
    out.push_str("xhr.send(");
    if let Some(body) = &request.body {
        push_literal(&mut out, body);
    }
    out.push_str(");");
    out
}

fn push_call(out: &mut String, method: &str, first: &str, second: &str) {
    out.push_str("xhr.");
    out.push_str(method);
    out.push('(');
    push_literal(out, first);
    out.push_str(", ");
    push_literal(out, second);
    out.push_str(");\n");
}
