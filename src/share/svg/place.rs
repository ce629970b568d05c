//! Where things stand in the picture, in pixels.

use crate::view::{MessageView, Travel, WireView};

pub(super) const WIDTH: usize = 760;
pub(super) const MARGIN: usize = 24;

/// The page's lifeline.
pub(super) const PAGE: usize = 64;
/// The middle of the wall between page and servers, and half of its width.
pub(super) const WALL: usize = 232;
pub(super) const HALF: usize = 7;
/// The lifeline of a server that is the only one.
const ONE_SERVER: usize = 696;

/// How wide a letter of code is, in tenths of a pixel.
const LETTER: usize = 73;

/// A server's lifeline: one at the end, several side by side.
pub(super) fn server(wire: &WireView, server: usize) -> usize {
    match wire.servers.len() {
        0 | 1 => ONE_SERVER,
        count => {
            let left = WALL + 2 * MARGIN;
            left + (WIDTH - MARGIN - left) * (2 * server + 1) / (2 * count)
        }
    }
}

/// From where to where a message goes: at the wall its edge, which curl does not have.
pub(super) fn ends(wire: &WireView, message: &MessageView, half: usize) -> (usize, usize) {
    let asked = server(wire, message.server);
    let third_party = server(wire, message.third_party);
    match message.travel {
        Travel::PageToBrowser => (PAGE, WALL - half),
        Travel::BrowserToServer => (WALL + half, asked),
        Travel::ServerToBrowser => (asked, WALL + half),
        Travel::BrowserToPage => (WALL - half, PAGE),
        Travel::ServerToThirdParty => (asked, third_party),
        Travel::ThirdPartyToServer => (third_party, asked),
    }
}

/// Where the text of a message begins, and how many letters of code have room.
pub(super) fn text(message: &MessageView, (from, to): (usize, usize)) -> (usize, usize) {
    let left = from.min(to) + 12;
    let right = match message.travel {
        Travel::PageToBrowser | Travel::BrowserToPage => WALL - HALF,
        _ => WIDTH - MARGIN,
    };
    (left, letters(right.saturating_sub(left)))
}

/// How many letters of code have room.
pub(super) fn letters(width: usize) -> usize {
    (width * 10 / LETTER).max(8)
}

/// How wide so many letters of code are.
pub(super) fn width_of(letters: usize) -> usize {
    letters * LETTER / 10
}
