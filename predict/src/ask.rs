//! What is asked.

/// What is asked before the answer is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Ask {
    /// Whether there will be a preflight.
    Preflight,
    /// Whether the request will reach its handler.
    Ran,
    /// Whether the page may read the answer.
    Readable,
}

impl Ask {
    /// All three.
    pub const ALL: [Ask; 3] = [Ask::Preflight, Ask::Ran, Ask::Readable];

    /// Its word in files and attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            Ask::Preflight => "preflight",
            Ask::Ran => "ran",
            Ask::Readable => "readable",
        }
    }

    /// The question, as it is put.
    pub fn question(self) -> &'static str {
        match self {
            Ask::Preflight => "Will the browser ask first, with a preflight?",
            Ask::Ran => "Will the request itself reach the server?",
            Ask::Readable => "May the page read the answer?",
        }
    }
}
