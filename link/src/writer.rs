//! Writes pairs: those whose value differs from what a reader has by then.

use crate::key::Key;
use crate::{header_line, number, percent};

/// A fragment in the making.
pub(crate) struct Writer(pub(crate) String);

/// Each writes a value where it differs from `base`.
impl Writer {
    pub(crate) fn text(&mut self, key: Key, text: &str, base: &str) {
        self.optional(key, Some(text), Some(base));
    }

    pub(crate) fn optional(&mut self, key: Key, text: Option<&str>, base: Option<&str>) {
        match text {
            _ if text == base => {}
            Some(text) => percent::encode(self.pair(key), text, percent::KEPT),
            None => self.none(key),
        }
    }

    /// One of the words of a key.
    pub(crate) fn word(&mut self, key: Key, word: usize, base: usize) {
        self.text(key, key.words()[word], key.words()[base]);
    }

    pub(crate) fn lines(
        &mut self,
        key: Key,
        lines: &[(String, String)],
        base: &[(String, String)],
    ) {
        if lines == base {
            return;
        }
        if lines.is_empty() {
            self.none(key);
        }
        for (name, value) in lines {
            header_line::push(&mut self.0, key, name, value);
        }
    }
}

/// Each writes in any case.
impl Writer {
    pub(crate) fn number(&mut self, key: Key, value: u32) {
        number::push(self.pair(key), value);
    }

    /// The key alone, which means none.
    pub(crate) fn none(&mut self, key: Key) {
        self.0.push('&');
        self.0.push_str(key.text());
    }

    /// The key and `=`, for the value to follow.
    pub(crate) fn pair(&mut self, key: Key) -> &mut String {
        self.none(key);
        self.0.push('=');
        &mut self.0
    }
}
