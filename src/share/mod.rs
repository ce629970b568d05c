//! What leaves the playground: a link, texts to paste, a picture, a file; and the file coming back.
//!
//! Everything typed is text in the notation of each format: it ends no code block, no quotes, no element, and
//! is no directive. Secrets that are known by their header stay here: see [`cors_link::with_masks`]. What else may be
//! one goes along, and people are told.

mod along;
mod curl;
mod file;
mod key_name;
mod link;
mod markdown;
mod md;
mod mermaid;
mod plain;
mod script;
mod secrets;
mod svg;
mod told;
mod transcript;
mod unsent;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub use file::{Problem, open, open_in_words, read, write};
pub use link::about;
pub use script::script_ending;

use told::Told;

/// A form in which a scenario leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For an issue or a chat: verdict, link, messages, the step that decided.
    Markdown,
    /// Everything that the screen tells, as Markdown.
    Transcript,
    /// A curl command for each request that went out, and for the one that a preflight has stopped.
    Curl,
    /// The script or the markup that makes the request.
    Script,
    /// The wire as a sequence diagram of [Mermaid](https://mermaid.js.org/syntax/sequenceDiagram.html).
    Mermaid,
    /// The wire as a picture.
    Svg,
    /// The scenario in the public format.
    File,
}

impl Format {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Format; 7] = [
        Format::Markdown,
        Format::Transcript,
        Format::Curl,
        Format::Script,
        Format::Mermaid,
        Format::Svg,
        Format::File,
    ];

    /// Its name, for scripts.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Markdown => "markdown",
            Format::Transcript => "transcript",
            Format::Curl => "curl",
            Format::Script => "script",
            Format::Mermaid => "mermaid",
            Format::Svg => "svg",
            Format::File => "file",
        }
    }

    /// The format of this name, if there is one.
    pub fn from_name(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|it| it.as_str() == name)
    }
}

/// What is shared, and where it can be looked at.
#[derive(Clone, Copy, Debug)]
pub struct Shared<'a> {
    /// The scenario of a link, without `#`.
    pub fragment: &'a str,
    /// The address that shows a scenario, without a fragment; empty, where others cannot open it.
    pub address: &'a str,
    /// The send that is looked at: 0 the scenario's own, 1 its first further one.
    pub send: usize,
}

/// The text that leaves.
///
/// # Errors
/// The scenario cannot be said in that format: a sentence that says why.
pub fn shared(format: Format, it: Shared) -> Result<String, String> {
    let told = Told::of(it);
    Ok(match format {
        Format::Markdown => markdown::markdown(&told),
        Format::Transcript => transcript::transcript(&told),
        Format::Curl => curl::curl(&told),
        Format::Script => script::script(&told),
        Format::Mermaid => mermaid::mermaid(&told),
        Format::Svg => svg::svg(&told),
        Format::File => return file::write(&told.scenario),
    })
}
