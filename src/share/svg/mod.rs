//! The wire as a picture that stands alone: no script, no style sheet, nothing from elsewhere, in light colours on a
//! ground of its own. The same scenario gives the same picture.

mod colour;
mod head;
mod place;
mod rows;
mod xml;

use super::told::Told;
use crate::view::{Client, WireView};
use place::{HALF, MARGIN, PAGE, WALL, WIDTH};
use xml::Svg;

/// The picture.
pub(super) fn svg(told: &Told) -> String {
    let wire = &told.view.wire;
    // What stands on the lifelines is drawn after them, though it says how long they are.
    let mut front = Svg::default();
    let top = head::draw(&mut front, told);
    let end = rows::draw(&mut front, wire, top) + 8;
    let height = head::decided(&mut front, told, end + 18) + MARGIN;

    let mut out = Svg::default();
    out.rect((0, 0), (WIDTH, height), colour::PAPER, None);
    if !wire.rows.is_empty() {
        lifelines(&mut out, wire, top, end);
    }
    out.append(front);
    let description = wire.transcript().join(" ");
    out.finish((WIDTH, height), told.view.verdict.headline, &description)
}

fn lifelines(out: &mut Svg, wire: &WireView, top: usize, end: usize) {
    let upright = |out: &mut Svg, x, colour| out.line((x, top), (x, end), colour, 1, "3 4");
    upright(out, PAGE, colour::PAGE);
    for server in 0..wire.servers.len() {
        upright(out, place::server(wire, server), colour::SERVER);
    }
    match wire.client {
        Client::Browser => {
            out.rect(
                (WALL - HALF, top),
                (2 * HALF, end - top),
                colour::WALL,
                None,
            );
        }
        Client::Curl => upright(out, WALL, colour::PAGE),
    }
}
