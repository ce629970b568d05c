//! What is wrong with a file of the course.

use std::fmt;
use std::path::PathBuf;

/// Something in a file that cannot be used, or that the engine contradicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: PathBuf,
    /// What is wrong with it, and what to write instead where that can be said.
    pub sentence: String,
}

impl Problem {
    pub(crate) fn new(file: impl Into<PathBuf>, sentence: impl fmt::Display) -> Problem {
        Problem {
            file: file.into(),
            sentence: sentence.to_string(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.file.display(), self.sentence)
    }
}

impl std::error::Error for Problem {}
