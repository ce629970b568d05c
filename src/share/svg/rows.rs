//! The rows of the picture: messages with their arrows, and gates on the wall.

use super::colour;
use super::head::{heavy, words};
use super::place::{self, HALF, WALL};
use super::xml::{Anchor, Family, Font, Point, Svg, Weight};
use crate::view::{Client, Gate, LineView, Lit, MessageView, Reach, Travel, What, WireView};

/// The height of a line of text.
const LINE: usize = 18;

/// Draws the rows from `y` on, and gives where they end.
pub(super) fn draw(out: &mut Svg, wire: &WireView, mut y: usize) -> usize {
    for row in &wire.rows {
        y = match &row.what {
            What::Message(message) => draw_message(out, wire, message, y),
            What::Gate(gate) => draw_gate(out, gate, y),
        };
    }
    y
}

fn draw_gate(out: &mut Svg, gate: &Gate, top: usize) -> usize {
    let y = top + 20;
    let colour = colour::of(gate.tone);
    out.circle((WALL, y), colour::CARD, colour);
    out.text(
        (WALL, y + 4),
        Anchor::Middle,
        heavy(12, colour),
        gate.tone.sign(),
        1,
    );
    let decision = [gate.name, " ", &gate.text].concat();
    let (x, most) = (WALL + 20, 62);
    let lines = wrapped(&decision, most);
    for (number, line) in lines.iter().enumerate() {
        let at = (x, y + 4 + number * LINE);
        cover(out, at, line.chars().count().min(most));
        out.text(at, Anchor::Start, heavy(12, colour::INK), line, most);
    }
    top + 38 + (lines.len() - 1) * LINE
}

/// The words of a text in at most three lines of so many letters; what is too long is cut where it is drawn.
fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        let letters = line.chars().count() + 1 + word.chars().count();
        if letters > most && lines.len() < 2 && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

fn draw_message(out: &mut Svg, wire: &WireView, message: &MessageView, top: usize) -> usize {
    let half = match wire.client {
        Client::Browser => HALF,
        Client::Curl => 0,
    };
    let ends = place::ends(wire, message, half);
    let (x, most) = place::text(message, ends);
    let code = |colour, weight| Font {
        size: 12,
        weight,
        family: Family::Code,
        colour,
    };
    let mut y = top + 6;
    let mut below = || {
        y += LINE;
        y
    };
    if !message.title.is_empty() {
        let font = code(colour_of(message), Weight::Heavy);
        let y = below();
        cover(out, (x, y), message.title.chars().count().min(most));
        out.text((x, y), Anchor::Start, font, &message.title, most);
    }
    for line in &message.lines {
        let (sign, colour) = match line.lit {
            Lit::Guilty => ("✕ ", colour::DENY),
            Lit::Missing => ("⌀ no ", colour::DENY),
            Lit::LookedAt | Lit::No => ("", colour::INK),
        };
        let text = [sign, &line.text].concat();
        let y = below();
        light(out, line, (x, y), text.chars().count().min(most));
        out.text(
            (x, y),
            Anchor::Start,
            code(colour, Weight::Plain),
            &text,
            most,
        );
    }
    let more = match message.folded.len() {
        0 => None,
        1 => Some("and 1 more header line".to_owned()),
        count => Some(format!("and {count} more header lines")),
    };
    for remark in [more.as_deref(), message.note].into_iter().flatten() {
        let y = below();
        cover(out, (x, y), remark.chars().count().min(most));
        out.text((x, y), Anchor::Start, words(12, colour::SOFT), remark, most);
    }
    y += 12;
    draw_arrow(out, message, ends, y);
    y + 6
}

/// Lets no lifeline run through a text.
fn cover(out: &mut Svg, (x, y): Point, letters: usize) {
    out.rect(
        (x - 2, y - 12),
        (place::width_of(letters) + 4, 16),
        colour::PAPER,
        None,
    );
}

/// The ground of a line: lit, if a step looks at it, or it decided.
fn light(out: &mut Svg, line: &LineView, (x, y): Point, letters: usize) {
    let (ground, edge) = match line.lit {
        Lit::No => return cover(out, (x, y), letters),
        Lit::LookedAt => (colour::WALL, colour::SOFT),
        Lit::Guilty | Lit::Missing => (colour::DENY_WASH, colour::DENY),
    };
    out.rect(
        (x - 6, y - 13),
        (place::width_of(letters) + 12, 17),
        ground,
        None,
    );
    out.rect((x - 6, y - 13), (3, 17), edge, None);
}

fn colour_of(message: &MessageView) -> &'static str {
    match message.travel {
        Travel::BrowserToPage if message.reach == Reach::Fails => colour::DENY,
        Travel::PageToBrowser | Travel::BrowserToServer | Travel::BrowserToPage => colour::PAGE,
        _ => colour::SERVER,
    }
}

fn draw_arrow(out: &mut Svg, message: &MessageView, (from, to): (usize, usize), y: usize) {
    let is_news = message.travel == Travel::BrowserToPage;
    let arrives = message.reach == Reach::Arrives || is_news;
    let (colour, dashes) = match message.reach {
        Reach::Arrives => (colour_of(message), ""),
        Reach::NeverSent => (colour::DENY, "4 4"),
        Reach::Withheld | Reach::Fails => (colour::DENY, ""),
    };
    out.line((from, y), (to, y), colour, 2, dashes);
    if arrives {
        let back = if from < to { to - 9 } else { to + 9 };
        return out.head((to, y), back, colour);
    }
    // It ends at a barrier: at the wall, or where nobody is.
    let barrier = match message.reach {
        Reach::NeverSent => from,
        _ => to,
    };
    out.line((barrier, y - 10), (barrier, y + 10), colour::DENY, 5, "");
}
