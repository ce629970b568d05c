//! Laws that hold for every scenario, whatever is typed.

mod of_a_send;
#[cfg(feature = "serde")]
mod of_a_text;

use std::cell::RefCell;
use std::collections::BTreeMap;

use cors_engine::fetch_api::exception;
use cors_engine::rules::{Texts, console};
use cors_engine::scenario::Browser;
use cors_engine::{PreflightCache, Scenario, Trace, evaluate};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::support::generate::scenario;
use of_a_send::LAWS;

/// How many scenarios are judged; always the same ones, so that a red run can be run again.
const CASES: u32 = 2500;

#[test]
fn laws_hold_for_every_scenario() {
    let outcomes: RefCell<BTreeMap<&str, u32>> = RefCell::default();
    let result = runner().run(&scenario(), |scenario| {
        let first = same_input_same_trace(&scenario)?;
        for send in std::iter::once(&first).chain(&first.then) {
            for (name, law) in LAWS {
                law(send).map_err(|problem| TestCaseError::fail(format!("{name}: {problem}")))?;
            }
            words_are_total(&scenario, send);
        }
        *outcomes
            .borrow_mut()
            .entry(first.outcome.as_str())
            .or_default() += 1;
        #[cfg(feature = "serde")]
        what_is_written_is_read_as_it_was(&scenario)?;
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    // Laws about what never happens would hold for nothing, too.
    let wanted = [
        ("readable", 250),
        ("opaque", 50),
        ("opaqueredirect", 5),
        ("network-error", 250),
        ("script-throws", 100),
        ("invalid", 100),
    ];
    let outcomes = outcomes.into_inner();
    for (outcome, least) in wanted {
        let count = outcomes.get(outcome).copied().unwrap_or_default();
        assert!(
            count >= least,
            "{outcome}: {count} of {CASES}, {outcomes:?}"
        );
    }
}

fn runner() -> TestRunner {
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, rng)
}

fn same_input_same_trace(scenario: &Scenario) -> Result<Trace, TestCaseError> {
    let cache = PreflightCache::new();
    let first = evaluate(scenario, &cache);
    prop_assert_eq!(&first, &evaluate(scenario, &cache));
    prop_assert_eq!(cache, PreflightCache::new());
    Ok(first)
}

/// None of the words may panic, whatever they are about.
fn words_are_total(scenario: &Scenario, send: &Trace) {
    let _ = (format!("{send:#}"), exception(scenario, send));
    for browser in Browser::ALL {
        let _ = console(scenario, send, *browser, Texts::compiled_in());
    }
}

#[cfg(feature = "serde")]
fn what_is_written_is_read_as_it_was(scenario: &Scenario) -> Result<(), TestCaseError> {
    let text = serde_json::to_string(scenario).expect("statuses are whole numbers");
    let read: Scenario = serde_json::from_str(&text).expect(&text);
    prop_assert_eq!(&read, scenario);
    Ok(())
}

/// The fuzzer begins with these texts; what it has found is among them.
#[cfg(feature = "serde")]
#[test]
fn laws_hold_for_the_seeds_of_the_fuzzer() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/seeds");
    let seeds = std::fs::read_dir(folder).expect("the folder of seeds");
    let mut count = 0;
    for seed in seeds {
        let path = seed.expect("a seed").path();
        // Where a law does not hold, this is the last line.
        println!("{}", path.display());
        let text = std::fs::read(&path).expect("a file");
        let trace = of_a_text::check(&text);
        assert!(trace.is_some(), "{} is no scenario", path.display());
        count += 1;
    }
    assert!(count >= 10, "only {count} seeds");
}
