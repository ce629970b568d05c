//! The fuzz target: any text, read as a scenario, judged, and its result written.
#![no_main]

mod mutate;
#[path = "../../tests/laws/of_a_send.rs"]
mod of_a_send;
#[path = "../../tests/laws/of_a_text.rs"]
mod of_a_text;
#[path = "../../tests/support/vocabulary.rs"]
mod vocabulary;

use cors_engine::Scenario;
use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|text: &[u8]| -> Corpus {
    match of_a_text::check(text) {
        Some(_) => Corpus::Keep,
        // What only leads to another way of being no scenario teaches nothing about the engine.
        None => Corpus::Reject,
    }
});

// Bytes alone are too shallow: a second preflight, or a cache that covers it, needs several right
// changes at once. With changes of the scenario's parts among them, the same minutes reach twice as
// many combinations of rule, answer and evidence.
fuzz_mutator!(|text: &mut [u8], size: usize, max_size: usize, seed: u32| {
    // Half of the changes are of bytes nevertheless: they find odd URLs, escapes and numbers.
    let scenario = match seed % 2 {
        0 => None,
        _ => serde_json::from_slice::<Scenario>(&text[..size]).ok(),
    };
    let Some(mut scenario) = scenario else {
        return fuzzer_mutate(text, size, max_size);
    };
    mutate::mutate(&mut scenario, seed);
    match serde_json::to_vec(&scenario) {
        Ok(changed) if changed.len() <= max_size => {
            text[..changed.len()].copy_from_slice(&changed);
            changed.len()
        }
        _ => fuzzer_mutate(text, size, max_size),
    }
});
