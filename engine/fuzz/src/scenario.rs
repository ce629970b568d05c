//! The fuzz target: any text, read as a scenario, judged, and its result written.
#![no_main]

#[path = "../../tests/laws/of_a_send.rs"]
mod of_a_send;
#[path = "../../tests/laws/of_a_text.rs"]
mod of_a_text;

use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|text: &[u8]| -> Corpus {
    match of_a_text::check(text) {
        Some(_) => Corpus::Keep,
        // What only leads to another way of being no scenario teaches nothing about the engine.
        None => Corpus::Reject,
    }
});
