//! What is wrong with a stack's file.

use std::fmt;

/// Something in a stack's file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The name of the file, as the caller gave it.
    pub file: String,
    /// The number of the line, from 1 on.
    pub line: usize,
    /// What is wrong, and what to write instead where that can be said.
    pub sentence: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.sentence)
    }
}

impl std::error::Error for Problem {}

/// Gathers the problems of one file.
pub(crate) struct Problems<'a> {
    pub(crate) file: &'a str,
    pub(crate) found: Vec<Problem>,
}

impl Problems<'_> {
    pub(crate) fn add(&mut self, line: usize, sentence: impl Into<String>) {
        self.found.push(Problem {
            file: self.file.to_owned(),
            line,
            sentence: sentence.into(),
        });
    }
}
