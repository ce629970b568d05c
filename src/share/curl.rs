//! A curl command for each request that went out, and for the one that a preflight has stopped.

use cors_engine::scenario::{Api, RedirectMode, Scenario, ScenarioRequest};
use cors_engine::trace::{Exchange, ExchangeKind};

use super::markdown::sent_body;
use super::told::Told;
use crate::code::code;

/// The text, for a POSIX shell.
pub(super) fn curl(told: &Told) -> String {
    let mut out = String::new();
    push_comment(
        &mut out,
        "curl shows what a server answers. It is no browser: it asks nobody first, and keeps nothing from you.",
    );
    push_comment(
        &mut out,
        "A browser sends more header lines, and its cookies.",
    );
    if let Some(about) = told.about_masks() {
        push_comment(&mut out, &about);
    }
    if told.trace.exchanges.is_empty() {
        out.push('\n');
        push_comment(&mut out, "Nothing was sent, so there is no command.");
    }
    for exchange in &told.trace.exchanges {
        push_command(&mut out, told, exchange, "");
    }
    if let Some(request) = &told.unsent {
        let remark = ": the browser did not send it, for its preflight failed. curl sends it, and the server may act on it.";
        push_command(&mut out, told, request, remark);
    }
    out
}

/// Appends the command of a request, below a line that says which it is, and the remark.
fn push_command(out: &mut String, told: &Told, exchange: &Exchange, remark: &str) {
    let mut comment = String::from(match exchange.kind {
        ExchangeKind::Preflight => "The preflight",
        ExchangeKind::Actual => "The request",
    });
    if exchange.hop > 0 {
        comment.push_str(", address ");
        comment.push_str(&(exchange.hop + 1).to_string());
    }
    comment.push_str(remark);
    out.push('\n');
    push_comment(out, &comment);
    let mut scenario = Scenario::new("");
    scenario.request = ScenarioRequest {
        api: Api::Curl,
        url: exchange.url.clone(),
        method: exchange.method.clone(),
        headers: exchange.headers.clone(),
        body: sent_body(told, exchange).map(str::to_owned),
        // Each address of a chain has a command of its own.
        redirect: RedirectMode::Manual,
        ..scenario.request
    };
    out.push_str(&code(&scenario));
    out.push('\n');
}

/// Appends a line that a shell does not read. At a prompt some do, so it holds nothing that was typed.
fn push_comment(out: &mut String, words: &str) {
    out.push_str("# ");
    out.push_str(words);
    out.push('\n');
}
