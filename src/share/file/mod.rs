//! The scenario as a file in the public format of [`cors_engine`], JSON; and such a file read.
//!
//! Written and read by hand: `serde_json` and what is derived are 21 KB more to download, and say what is wrong with
//! a file in words for programmers. Tests compare the two.

mod json;
mod problem;
mod reader;
mod request;
mod writer;

pub use problem::Problem;
pub(super) use writer::push_text;

use cors_engine::Scenario;
use cors_link::MOST_BYTES;

use problem::Problems;

/// How many problems are told at once: a file may have thousands.
const MOST_TOLD: usize = 8;

/// The text of a file with this scenario; what has its default is left out.
///
/// # Errors
/// A sentence: a status is no whole number, which the format cannot say, or there is too much to be read again.
pub fn write(scenario: &Scenario) -> Result<String, String> {
    let text = writer::write(scenario)?;
    match text.len() <= MOST_BYTES {
        true => Ok(text),
        false => Err("The scenario is too long for a file, which may have 32,768 bytes. Shorten bodies and headers.".to_owned()),
    }
}

/// Reads the text of a file.
///
/// # Errors
/// All that is wrong with it; where it is no JSON, the first thing.
pub fn read(text: &str) -> Result<Scenario, Vec<Problem>> {
    // Some editors begin a file with a mark that is no part of its text.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if let Some(sentence) = about_all(text) {
        return Err(vec![Problem::of_all(sentence)]);
    }
    let mut problems = Problems::of(text);
    let scenario = match json::parse(text) {
        Ok(node) => reader::scenario(&mut problems, node),
        Err((at, sentence)) => {
            problems.add(at, ["This is no JSON here. ", sentence].concat());
            None
        }
    };
    scenario
        .filter(|_| problems.found.is_empty())
        .ok_or(problems.found)
}

/// What is the matter with a file of which it does not help to be told the first place that is no JSON.
fn about_all(text: &str) -> Option<&'static str> {
    let begun = text.trim_start();
    if begun.is_empty() {
        return Some(
            "The file is empty. Choose a scenario file: Share gives one, with a name that ends in .json.",
        );
    }
    if begun.starts_with(['{', '[']) {
        return (text.len() > MOST_BYTES).then_some(
            "The file is too long: a scenario file may have 32,768 bytes. Shorten bodies and headers, or choose another file.",
        );
    }
    // What is no UTF-8 has been read as the first of these; at the end it may be a character that was cut.
    match text
        .trim_end_matches('\u{FFFD}')
        .contains(['\u{FFFD}', '\0'])
    {
        true => Some(
            "The file is no text in UTF-8, but perhaps a picture or an archive. Choose a scenario file: Share gives one, with a name that ends in .json.",
        ),
        false => Some(
            "The file is a text, but no scenario file, which is JSON and begins with {. Share gives one, with a name that ends in .json.",
        ),
    }
}

/// The fragment that opens the scenario of a file.
///
/// # Errors
/// All that is wrong with it.
pub fn open(text: &str) -> Result<String, Vec<Problem>> {
    let fragment = cors_link::write(&read(text)?, None);
    match fragment.len() <= MOST_BYTES {
        true => Ok(fragment),
        false => Err(vec![Problem::of_all(
            "As a link the scenario would be longer than 32,768 characters, so it cannot be opened. Shorten bodies and headers.",
        )]),
    }
}

/// The same with the problems as lines.
///
/// # Errors
/// A line for each of the first problems.
pub fn open_in_words(text: &str) -> Result<String, String> {
    open(text).map_err(|problems| {
        let mut words = String::new();
        for problem in problems.iter().take(MOST_TOLD) {
            words.push_str(if words.is_empty() { "" } else { "\n" });
            words.push_str(&problem.in_words());
        }
        words
    })
}
