//! Why a policy cannot be written, or should not be.

use std::fmt;

use cors_engine::cut::{beginning, cut_at};
use cors_engine::infrastructure::headers::is_token;

use crate::policy::{Api, Origins, Policy};
use crate::stack::{Kind, Stack};

/// A sentence that says why there is no code, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(String);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}

impl Refusal {
    pub(crate) fn not_printable(text: &str) -> Refusal {
        let text = shown(text);
        Refusal(format!(
            "{text} has a character that is not printable ASCII, and is not written into code."
        ))
    }

    pub(crate) fn impossible(text: &str, part: &str) -> Refusal {
        let text = shown(text);
        Refusal(format!(
            "{text} cannot be written here: `{part}` has a meaning of its own, and there is no way around it."
        ))
    }
}

fn refuse<T>(sentence: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal(sentence.into()))
}

/// A text as it can be shown in a sentence: in one line, not too long, between backticks.
fn shown(text: &str) -> String {
    let start = beginning(text, 60);
    let more = if start.len() < text.len() { "…" } else { "" };
    let visible = start.chars().map(|it| match it {
        ' '..='~' => it.to_string(),
        it => it.escape_default().to_string(),
    });
    format!("`{}{more}`", visible.collect::<String>())
}

/// Refuses what no server of this kind should get.
pub(crate) fn check(stack: &Stack, policy: &Policy) -> Result<(), Refusal> {
    match stack.kind {
        Kind::Proxy => check_api(policy.api.as_ref()),
        Kind::Server => {
            check_origins(stack, policy)?;
            policy.methods.iter().try_for_each(|it| check_method(it))?;
            let names = policy.headers.iter().chain(&policy.exposed);
            names.map(String::as_str).try_for_each(check_name)
        }
    }
}

fn check_origins(stack: &Stack, policy: &Policy) -> Result<(), Refusal> {
    let origins = match &policy.origins {
        Origins::Any if policy.credentials => {
            return refuse(
                "A server that takes credentials has to name each origin that may read; it cannot allow any.",
            );
        }
        Origins::Any => return Ok(()),
        Origins::Only(origins) => origins,
    };
    if origins.is_empty() {
        return refuse("The page's address cannot be read, so there is no origin to allow.");
    }
    for origin in origins {
        if origin == "null" {
            return refuse(
                "The page's origin is `null`, which every sandboxed frame and every local file has: a server \
                 that allows it with credentials trusts them all. Serve the page over http or https.",
            );
        }
        if !is_origin(origin) {
            let origin = shown(origin);
            return refuse(format!(
                "{origin} is no origin: write scheme, host and port only, as in https://app.example."
            ));
        }
        let mark = origin.chars().find(|it| stack.origins_without.contains(it));
        if let Some(mark) = mark {
            let (origin, name) = (shown(origin), &stack.name);
            return refuse(format!(
                "{name} would take {origin} for a pattern, because of its `{mark}`."
            ));
        }
    }
    Ok(())
}

/// Whether a text is an origin as browsers send it. No star: some servers take one for a pattern.
fn is_origin(text: &str) -> bool {
    let after = |scheme: &str| text.strip_prefix(scheme);
    let Some(host) = after("https://").or_else(|| after("http://")) else {
        return false;
    };
    let is_of_origin = |byte: u8| {
        matches!(byte, b'!'..=b'~')
            && !matches!(byte, b'/' | b'?' | b'#' | b'@' | b'\\' | b'*' | b',')
            && !byte.is_ascii_uppercase()
    };
    !host.is_empty() && host.bytes().all(is_of_origin)
}

fn check_method(method: &str) -> Result<(), Refusal> {
    if !is_token(method) || method == "*" {
        return refuse(format!("{} is no method.", shown(method)));
    }
    if method.bytes().any(|it| it.is_ascii_lowercase()) {
        let (method, capitals) = (shown(method), shown(&method.to_ascii_uppercase()));
        return refuse(format!(
            "Methods are compared letter by letter, and servers expect capitals: let the page send {capitals}, not {method}."
        ));
    }
    Ok(())
}

fn check_name(name: &str) -> Result<(), Refusal> {
    match is_token(name) && name != "*" {
        true => Ok(()),
        false => refuse(format!("{} is no name of a header.", shown(name))),
    }
}

fn check_api(api: Option<&Api>) -> Result<(), Refusal> {
    let Some(Api { target, prefix }) = api else {
        return refuse(
            "The address of the request cannot be read, so there is nothing to forward.",
        );
    };
    if !is_origin(target) {
        let target = shown(target);
        return refuse(format!(
            "{target} is no origin that a proxy could forward to."
        ));
    }
    if prefix == "/" {
        return refuse(
            "The request asks for the root of the API. A proxy that forwards it would forward the page itself: \
             give the addresses of the API a beginning of their own, such as /api.",
        );
    }
    match is_prefix(prefix) {
        true => Ok(()),
        false => refuse(format!(
            "{} has a character that proxies read as a pattern: forward another part of the path.",
            shown(prefix)
        )),
    }
}

/// Whether a path means the same to every proxy: some take `*`, `:`, `(` and their like for patterns.
fn is_prefix(text: &str) -> bool {
    let is_plain = |byte: u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.' | b'~' | b'%')
    };
    let (slash, rest) = cut_at(text, 1);
    slash == "/" && !rest.starts_with('/') && rest.bytes().all(is_plain)
}
