//! The scenario for an issue or a chat: verdict, link, messages, and the step that decided.

use cors_engine::scenario::HeaderLines;
use cors_engine::trace::{Exchange, ExchangeKind};

use super::md::{block, code, prose};
use super::told::Told;
use crate::view::{StepView, Text, status_line};

/// The text.
pub(super) fn markdown(told: &Told) -> String {
    let mut out = String::from("### CORS: ");
    prose(&mut out, told.view.verdict.headline);
    out.push_str("\n\n");
    push_where(&mut out, told);
    push_lanes(&mut out, told);
    for exchange in &told.trace.exchanges {
        push_exchange(&mut out, told, exchange);
    }
    if told.trace.exchanges.is_empty() {
        out.push_str("\nNothing was sent. The request would be:\n");
        let request = crate::code::code(&told.stage);
        block(&mut out, "", [&*request].into_iter());
    }
    if let Some(request) = &told.unsent {
        out.push_str(match request.hop {
            0 => "\nThe request itself was not sent. It would be:\n",
            _ => "\nAfter the redirect the request was not sent. It would be:\n",
        });
        push_request(&mut out, told, request);
    }
    if let Some(step) = told.deciding() {
        out.push_str("\nWhat decides: ");
        push_step(&mut out, step);
    }
    out
}

/// Title and link, and what is not in them.
pub(super) fn push_where(out: &mut String, told: &Told) {
    if !told.scenario.title.is_empty() {
        code(out, &told.scenario.title);
        out.push_str("\n\n");
    }
    match &told.link {
        // Of a file on somebody's disk others know no address.
        Some(end) if end.starts_with('#') => {
            out.push_str("To play it, put this behind the address of a CORS Playground: ");
            code(out, end);
        }
        Some(link) => {
            out.push_str("To play it: <");
            out.push_str(link);
            out.push('>');
        }
        None => out
            .push_str("It is too long for a link: open its scenario file in the CORS Playground."),
    }
    out.push('\n');
    if let Some(about) = told.about_masks() {
        out.push('\n');
        prose(out, &about);
        out.push('\n');
    }
}

/// The three outcomes.
pub(super) fn push_lanes(out: &mut String, told: &Told) {
    out.push('\n');
    for lane in &told.view.verdict.lanes {
        out.push_str("- ");
        prose(out, lane.question);
        out.push_str(" **");
        prose(out, lane.answer);
        out.push_str("**");
        if !lane.detail.is_empty() {
            out.push_str(", ");
            prose(out, &lane.detail);
        }
        out.push('\n');
    }
}

fn push_exchange(out: &mut String, told: &Told, exchange: &Exchange) {
    let (who, to) = match exchange.kind {
        ExchangeKind::Preflight => ("The browser asks first, with a preflight", "preflight"),
        ExchangeKind::Actual if told.trace.is_of_browser() => ("The browser asks", "request"),
        ExchangeKind::Actual => ("curl asks", "request"),
    };
    out.push('\n');
    out.push_str(who);
    out.push_str(":\n");
    push_request(out, told, exchange);
    out.push('\n');
    let Some(status) = exchange.status else {
        out.push_str("No server answers the ");
        out.push_str(to);
        out.push_str(".\n");
        return;
    };
    out.push_str("The server answers the ");
    out.push_str(to);
    out.push_str(":\n");
    let mut lines = vec![status_line(status)];
    push_lines(&mut lines, &exchange.answer_headers);
    block(out, "", lines.iter().map(String::as_str));
}

fn push_request(out: &mut String, told: &Told, exchange: &Exchange) {
    let mut lines = vec![format!("{} {}", exchange.method, exchange.url)];
    push_lines(&mut lines, &exchange.headers);
    if let Some(body) = sent_body(told, exchange) {
        lines.push(String::new());
        lines.push(body.to_owned());
    }
    block(out, "", lines.iter().map(String::as_str));
}

fn push_lines(lines: &mut Vec<String>, headers: &HeaderLines) {
    for (name, value) in headers {
        lines.push(format!("{name}: {value}"));
    }
}

/// The body that went along: none with a preflight, nor where a redirect made a GET of the request.
pub(super) fn sent_body<'a>(told: &'a Told, exchange: &Exchange) -> Option<&'a str> {
    let has_none = matches!(exchange.method.as_str(), "GET" | "HEAD") && told.trace.is_of_browser();
    match exchange.kind {
        ExchangeKind::Actual if !has_none => told.stage.request.body.as_deref(),
        _ => None,
    }
}

/// A step: question, answer, what that means, evidence, and its place in the standard.
pub(super) fn push_step(out: &mut String, step: &StepView) {
    out.push_str("**");
    prose(out, step.question);
    out.push_str("** ");
    prose(out, step.said());
    out.push(' ');
    prose(out, step.meaning);
    if let Some(consequence) = &step.consequence {
        out.push(' ');
        prose(out, consequence);
    }
    out.push_str("\n\n");
    for row in &step.evidence {
        out.push_str("- ");
        prose(out, row.label);
        out.push_str(": ");
        match &row.text {
            Text::Absent(words) => prose(out, words),
            Text::Sentence(words) => prose(out, words),
            Text::Plain(value) => code(out, value),
            Text::Marked(before, marked, after) => {
                code(out, &[&**before, marked, after].concat());
                if !marked.is_empty() {
                    out.push_str(", to look at: ");
                    code(out, marked);
                }
            }
        }
        out.push('\n');
    }
    out.push_str("- in the standard: ");
    match step.anchor {
        Some(anchor) => {
            out.push('[');
            prose(out, &step.source);
            out.push_str("](");
            out.push_str(anchor);
            out.push_str(")\n");
        }
        None => {
            prose(out, &step.source);
            out.push('\n');
        }
    }
}
