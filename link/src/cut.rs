//! Cuts texts at ASCII texts.

use cors_engine::cut::cut_at;

/// The text before the first `at` and the text after it, if it is there at all. `at` is ASCII.
pub(crate) fn cut_around<'a>(text: &'a str, at: &[u8]) -> Option<(&'a str, &'a str)> {
    let mut windows = text.as_bytes().windows(at.len());
    let (before, rest) = cut_at(text, windows.position(|it| it == at)?);
    Some((before, cut_at(rest, at.len()).1))
}
