//! The fuzz target: any text, read as a link, judged, and written anew.
#![no_main]

#[path = "../../../link/tests/frozen/of_a_text.rs"]
mod of_a_text;

use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    match of_a_text::check(&String::from_utf8_lossy(bytes)) {
        Some(_) => Corpus::Keep,
        None => Corpus::Reject,
    }
});
