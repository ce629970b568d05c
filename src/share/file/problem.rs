//! What is wrong with a file: where, and what to type instead.

/// Something that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Line and column, both from 1; `None`: it is about all of the file.
    pub place: Option<(usize, usize)>,
    /// What is wrong, and what to type instead.
    pub sentence: String,
}

impl Problem {
    pub(super) fn of_all(sentence: &str) -> Problem {
        Problem {
            place: None,
            sentence: sentence.to_owned(),
        }
    }

    /// The place and the sentence.
    pub fn in_words(&self) -> String {
        let Some((line, column)) = self.place else {
            return self.sentence.clone();
        };
        let (line, column) = (line.to_string(), column.to_string());
        ["Line ", &line, ", column ", &column, ": ", &self.sentence].concat()
    }
}

/// The problems of a text, as they are found.
#[derive(Debug)]
pub(super) struct Problems<'a> {
    text: &'a str,
    pub(super) found: Vec<Problem>,
}

impl<'a> Problems<'a> {
    pub(super) fn of(text: &'a str) -> Problems<'a> {
        Problems {
            text,
            found: Vec::new(),
        }
    }

    /// A problem at a byte of the text.
    pub(super) fn add(&mut self, at: usize, sentence: String) {
        let (mut line, mut column) = (1, 1);
        for (index, character) in self.text.char_indices() {
            if index >= at {
                break;
            }
            column += 1;
            if character == '\n' {
                (line, column) = (line + 1, 1);
            }
        }
        self.found.push(Problem {
            place: Some((line, column)),
            sentence,
        });
    }
}
