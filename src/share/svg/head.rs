//! The top of the picture: verdict, title, the three outcomes, the names of those who take part. And what decided.

use super::colour;
use super::place::{self, MARGIN, WALL, WIDTH};
use super::xml::{Anchor, Family, Font, Svg, Weight};
use crate::share::told::Told;

pub(super) const fn words(size: usize, colour: &'static str) -> Font {
    Font {
        size,
        weight: Weight::Plain,
        family: Family::Words,
        colour,
    }
}

pub(super) const fn heavy(size: usize, colour: &'static str) -> Font {
    Font {
        size,
        weight: Weight::Heavy,
        family: Family::Words,
        colour,
    }
}

/// Draws it, and gives where it ends.
pub(super) fn draw(out: &mut Svg, told: &Told) -> usize {
    let verdict = &told.view.verdict;
    let mut y = 42;
    let headline = [verdict.tone.sign(), " ", verdict.headline].concat();
    let font = heavy(20, colour::of(verdict.tone));
    out.text((MARGIN, y), Anchor::Start, font, &headline, 70);
    if !told.scenario.title.is_empty() {
        y += 24;
        out.text(
            (MARGIN, y),
            Anchor::Start,
            words(13, colour::SOFT),
            &told.scenario.title,
            100,
        );
    }
    y += 32;
    for (index, lane) in verdict.lanes.iter().enumerate() {
        let x = MARGIN + index * (WIDTH - 2 * MARGIN) / verdict.lanes.len();
        let answer = [lane.tone.sign(), " ", lane.answer].concat();
        out.text(
            (x, y),
            Anchor::Start,
            words(12, colour::SOFT),
            lane.question,
            40,
        );
        let font = heavy(14, colour::of(lane.tone));
        out.text((x, y + 19), Anchor::Start, font, &answer, 36);
        out.text(
            (x, y + 37),
            Anchor::Start,
            words(12, colour::SOFT),
            &lane.detail,
            40,
        );
    }
    y += 37;
    match told.view.wire.rows.is_empty() {
        true => y,
        false => parties(out, told, y + 40),
    }
}

fn parties(out: &mut Svg, told: &Told, y: usize) -> usize {
    let wire = &told.view.wire;
    out.line(
        (MARGIN, y - 24),
        (WIDTH - MARGIN, y - 24),
        colour::LINE,
        1,
        "",
    );
    // The first name begins and the last one ends at the margin, so that they have room.
    let room = |width: usize| width / 8;
    let font = heavy(13, colour::PAGE);
    out.text(
        (MARGIN, y),
        Anchor::Start,
        font,
        &wire.page,
        room(WALL - MARGIN - 48),
    );
    out.text(
        (WALL, y),
        Anchor::Middle,
        heavy(13, colour::INK),
        wire.client.name(),
        12,
    );
    let font = heavy(13, colour::SERVER);
    let count = wire.servers.len();
    for (index, host) in wire.servers.iter().enumerate() {
        match count {
            1 => out.text((WIDTH - MARGIN, y), Anchor::End, font, host, 50),
            _ => {
                let x = place::server(wire, index);
                out.text(
                    (x, y),
                    Anchor::Middle,
                    font,
                    host,
                    room((WIDTH - WALL - 72) / count),
                );
            }
        }
    }
    y + 10
}

/// Draws what decided, and gives where it ends.
pub(super) fn decided(out: &mut Svg, told: &Told, top: usize) -> usize {
    let Some(step) = told.deciding() else {
        return top;
    };
    let question = [step.sign.sign(), " ", step.question, " ", step.said()].concat();
    let source = ["This decides: ", &step.source].concat();
    let x = MARGIN + 14;
    out.rect(
        (MARGIN, top),
        (WIDTH - 2 * MARGIN, 58),
        colour::CARD,
        Some(colour::LINE),
    );
    out.text(
        (x, top + 25),
        Anchor::Start,
        heavy(13, colour::INK),
        &question,
        96,
    );
    out.text(
        (x, top + 44),
        Anchor::Start,
        words(12, colour::SOFT),
        &source,
        80,
    );
    let right = (WIDTH - MARGIN - 14, top + 44);
    out.text(
        right,
        Anchor::End,
        words(12, colour::SOFT),
        "CORS Playground",
        20,
    );
    top + 58
}
