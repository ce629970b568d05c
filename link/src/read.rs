//! From a fragment to a scenario: total, whatever is typed.

use cors_engine::Scenario;
use cors_engine::cut::cut;

use crate::cut::cut_around;
use crate::problem::{LinkProblem, Reason};
use crate::reader::Reader;
use crate::step::LinkStep;

/// The most bytes of a fragment that are read.
pub const MOST_BYTES: usize = 32 * 1024;

/// What a link says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The scenario, with defaults for what is left out or could not be read.
    pub scenario: Scenario,
    /// The step that it opens at.
    pub step: Option<LinkStep>,
    /// What could not be taken as it stands, in the order of the link. There may be thousands.
    pub problems: Vec<LinkProblem>,
}

/// Reads a fragment, which is given without its `#`.
///
/// `None`: it holds no pair, so it is no link, but empty, or the name of a place in the page.
pub fn read(fragment: &str) -> Option<Link> {
    let fragment = without_secret(fragment);
    let is_of_a_pair = |byte| matches!(byte, b'=' | b'&' | b'%');
    if !fragment.bytes().any(is_of_a_pair) {
        return None;
    }
    let mut reader = Reader::new();
    let mut left = MOST_BYTES;
    let mut rest = Some(fragment);
    while let Some(pairs) = rest {
        let (pair, after) = cut(pairs, b'&');
        if pair.len() > left {
            reader.problem(pairs, Reason::TooLong);
            break;
        }
        reader.pair(pair);
        left = left.saturating_sub(pair.len() + 1);
        rest = after;
    }
    Some(reader.finish(fragment))
}

/// The fragment without what WordPress appends to the address of everything that it frames: `?secret=…`
/// as the fragment, or after a `#` of its own, which a link has only encoded.
fn without_secret(fragment: &str) -> &str {
    if fragment.starts_with("?secret=") {
        return "";
    }
    cut_around(fragment, b"#?secret=").map_or(fragment, |(before, _)| before)
}
