//! Everything that the screen tells, as Markdown.

use super::markdown::{push_lanes, push_step, push_where};
use super::md::{block, code, prose};
use super::told::Told;
use crate::view::{Gate, Lit, MessageView, Reach, What};

/// The text.
pub(super) fn transcript(told: &Told) -> String {
    let mut out = String::from("# ");
    prose(&mut out, told.view.verdict.headline);
    out.push_str("\n\n");
    push_where(&mut out, told);
    push_lanes(&mut out, told);
    out.push_str("\n## On the wire\n\n");
    for row in &told.view.wire.rows {
        match &row.what {
            What::Message(message) => push_message(&mut out, told, message),
            What::Gate(gate) => push_gate(&mut out, gate),
        }
    }
    out.push_str("## Step by step\n");
    for (index, step) in told.view.steps.iter().enumerate() {
        out.push_str("\n### ");
        out.push_str(&(index + 1).to_string());
        out.push_str(". ");
        out.push_str(step.sign.sign());
        out.push(' ');
        prose(&mut out, &step.about);
        out.push_str(if step.is_deciding {
            ": this decides\n\n"
        } else {
            "\n\n"
        });
        push_step(&mut out, step);
        if !step.why.is_empty() {
            out.push_str("- why: ");
            prose(&mut out, step.why);
            out.push('\n');
        }
    }
    push_console(&mut out, told);
    out
}

fn push_message(out: &mut String, told: &Told, message: &MessageView) {
    let wire = &told.view.wire;
    out.push_str("1. ");
    prose(out, message.travel.in_words(wire.client));
    code(out, &message.title);
    let server = message.server_of(wire);
    if let Some(server) = server.filter(|_| wire.servers.len() > 1) {
        out.push_str(" at ");
        code(out, server);
    }
    let withheld = (message.reach == Reach::Withheld).then_some("it stops in the browser");
    for note in [message.note, message.cookies, withheld]
        .into_iter()
        .flatten()
    {
        out.push_str("; ");
        prose(out, note);
    }
    out.push('\n');
    let shown = message.lines.iter().filter(|line| line.lit != Lit::Missing);
    let lines = shown
        .map(|line| &*line.text)
        .chain(message.folded.iter().map(|line| &**line));
    if lines.clone().next().is_some() {
        block(out, "   ", lines);
    }
    for line in message.lines.iter().filter(|line| line.lit == Lit::Missing) {
        out.push_str("\n   There is no ");
        code(out, &line.text);
        out.push_str(" in it.\n");
    }
    out.push('\n');
}

fn push_gate(out: &mut String, gate: &Gate) {
    out.push_str("1. Browser decides. ");
    prose(out, gate.name);
    out.push(' ');
    out.push_str(gate.tone.sign());
    out.push(' ');
    prose(out, &gate.text);
    out.push_str("\n\n");
}

fn push_console(out: &mut String, told: &Told) {
    let console = &told.view.console;
    out.push_str("\n## Console");
    if !console.browser.is_empty() {
        out.push_str(", ");
        prose(out, console.browser);
    }
    out.push('\n');
    if !console.lines.is_empty() {
        block(out, "", console.lines.iter().map(String::as_str));
    }
    out.push('\n');
    prose(out, console.who_sees);
    code(out, &console.script_sees);
    out.push_str(". ");
    prose(out, console.meaning);
    out.push('\n');
    if !console.visible_headers.is_empty() {
        block(out, "", console.visible_headers.iter().map(String::as_str));
    }
}
