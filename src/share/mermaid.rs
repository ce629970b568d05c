//! The wire as a [sequence diagram](https://mermaid.js.org/syntax/sequenceDiagram.html) of Mermaid.

use super::plain::shortened;
use super::told::Told;
use crate::view::{Client, Gate, Lit, MessageView, Reach, Travel, What, WireView};

/// The most characters of a line.
const MOST: usize = 72;

/// The text.
pub(super) fn mermaid(told: &Told) -> String {
    let wire = &told.view.wire;
    let mut out = String::from("sequenceDiagram\n  accTitle: ");
    push_text(&mut out, told.view.verdict.headline);
    out.push_str("\n  participant P as ");
    push_text(&mut out, &wire.page);
    out.push_str("\n  participant B as ");
    out.push_str(wire.client.name());
    for (index, server) in wire.servers.iter().enumerate() {
        out.push_str("\n  participant S");
        out.push_str(&index.to_string());
        out.push_str(" as ");
        push_text(&mut out, server);
    }
    out.push('\n');
    for row in &wire.rows {
        match &row.what {
            What::Message(message) => push_message(&mut out, wire, message),
            What::Gate(gate) => push_gate(&mut out, gate),
        }
    }
    out
}

fn push_message(out: &mut String, wire: &WireView, message: &MessageView) {
    let server = || ["S", &message.server.to_string()].concat();
    let third_party = || ["S", &message.third_party.to_string()].concat();
    let (from, to) = match message.travel {
        Travel::PageToBrowser => ("P".to_owned(), "B".to_owned()),
        Travel::BrowserToServer => ("B".to_owned(), server()),
        Travel::ServerToBrowser => (server(), "B".to_owned()),
        Travel::BrowserToPage => ("B".to_owned(), "P".to_owned()),
        Travel::ServerToThirdParty => (server(), third_party()),
        Travel::ThirdPartyToServer => (third_party(), server()),
    };
    // A cross at the end: it gets no further.
    let arrow = match message.reach {
        Reach::Arrives => "->>",
        Reach::Fails if message.travel == Travel::BrowserToPage => "->>",
        Reach::Withheld | Reach::Fails => "-x",
        Reach::NeverSent => "--x",
    };
    out.push_str("  ");
    out.push_str(&from);
    out.push_str(arrow);
    out.push_str(&to);
    out.push_str(": ");
    push_text(out, &message.title);
    for line in &message.lines {
        out.push_str("<br/>");
        out.push_str(match line.lit {
            Lit::Missing => "⌀ no ",
            Lit::Guilty => "✕ ",
            Lit::LookedAt | Lit::No => "",
        });
        push_text(out, &line.text);
    }
    if let Some(note) = message.note {
        out.push_str("<br/>(");
        push_text(out, note);
        out.push(')');
    }
    // A message needs a text.
    if message.title.is_empty() && message.lines.is_empty() {
        out.push_str(match wire.client {
            Client::Browser => "nothing",
            Client::Curl => "an error",
        });
    }
    out.push('\n');
}

fn push_gate(out: &mut String, gate: &Gate) {
    out.push_str("  Note over B: ");
    push_text(out, gate.name);
    out.push(' ');
    out.push_str(gate.tone.sign());
    out.push(' ');
    push_text(out, &gate.text);
    out.push('\n');
}

/// Appends a text. Whatever could mean something to Mermaid, or to the HTML around it, is
/// [its number](https://mermaid.js.org/syntax/sequenceDiagram.html#entity-codes-to-escape-characters); and so is
/// the beginning of the word `end`, which ends a block.
fn push_text(out: &mut String, text: &str) {
    let text = shortened(text, MOST);
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        let is_end = !before.is_ascii_alphanumeric() && begins_with_end(&text.as_bytes()[at..]);
        match character {
            ' ' | '.' | ',' | '-' | '/' | '…' => out.push(character),
            _ if character.is_ascii_alphanumeric() && !is_end => out.push(character),
            _ => {
                out.push('#');
                out.push_str(&u32::from(character).to_string());
                out.push(';');
            }
        }
        before = character;
    }
}

fn begins_with_end(text: &[u8]) -> bool {
    let is_word = text
        .get(..3)
        .is_some_and(|word| word.eq_ignore_ascii_case(b"end"));
    is_word && !text.get(3).is_some_and(u8::is_ascii_alphanumeric)
}
