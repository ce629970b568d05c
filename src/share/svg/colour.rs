//! The light colours of the screen: see static/css/tokens.css.

use crate::view::Tone;

pub(super) const INK: &str = "#1b1f24";
pub(super) const SOFT: &str = "#57606a";
pub(super) const PAPER: &str = "#faf9f7";
pub(super) const CARD: &str = "#ffffff";
pub(super) const LINE: &str = "#dedbd5";
pub(super) const WALL: &str = "#e7e4de";
pub(super) const PAGE: &str = "#4a3fc4";
pub(super) const SERVER: &str = "#0d766b";
pub(super) const DENY: &str = "#b92318";
pub(super) const DENY_WASH: &str = "#fdeceb";

/// The colour of a verdict.
pub(super) fn of(tone: Tone) -> &'static str {
    match tone {
        Tone::Allow => "#14752f",
        Tone::Deny => DENY,
        Tone::Open => "#7a5200",
    }
}
