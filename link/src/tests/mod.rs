//! Links and scenarios, both ways.

mod notation;
mod problems;
mod tolerance;

use super::{Link, read};

/// What a fragment says that is a link.
fn link(fragment: &str) -> Link {
    read(fragment).unwrap_or_else(|| panic!("no link: {fragment}"))
}
