//! Laws that hold for every scenario and every text.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fs;

use cors_engine::{PreflightCache, Rule, evaluate};
use cors_link::{CORS_HEADERS, Key, LinkStep, StepName, masked, read, with_masks, write};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use url::Url;

use crate::accident::{Accident, PIECES, accident, after};
use crate::generate::{fragment, scenario};
use crate::golden::golden;
use crate::of_a_text::{check, masks_change_no_verdict};

/// As many cases as a second is enough for; always the same, so that a red run can be run again.
fn holds<T: Strategy>(
    cases: u32,
    strategy: &T,
    law: impl Fn(T::Value) -> Result<(), TestCaseError>,
) {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    if let Err(error) = TestRunner::new_with_rng(config, rng).run(strategy, law) {
        panic!("{error}");
    }
}

#[test]
fn what_is_written_is_read_as_it_was_but_for_secrets() {
    let step = (select(Rule::ALL), 1..u32::MAX);
    let step = step.prop_map(|(rule, occurrence)| StepName { rule, occurrence });
    let written = RefCell::<BTreeSet<String>>::default();
    let secrets = Cell::new(0);
    holds(1000, &(scenario(), option::of(step)), |(scenario, step)| {
        let fragment = write(&scenario, step.as_ref());
        let link = read(&fragment).expect("it has its version");
        prop_assert_eq!(&link.problems, &[], "{}", fragment);
        prop_assert_eq!(&link.scenario, &with_masks(&scenario), "{}", fragment);
        prop_assert_eq!(link.step, step.map(LinkStep::Named), "{}", fragment);
        let trace = evaluate(&scenario, &PreflightCache::new());
        masks_change_no_verdict(&scenario, &trace);
        secrets.set(secrets.get() + masked(&scenario).len());
        a_browser_leaves_it_as_it_is(&fragment)?;
        for pair in fragment.split('&') {
            let end = pair.find('=').map_or(pair.len(), |place| place + 1);
            written.borrow_mut().insert(pair[..end].to_owned());
        }
        Ok(())
    });
    assert!(secrets.get() > 100, "{} secrets", secrets.get());
    // Nothing is proven for a key that was never written.
    let keys = Key::ALL.iter().map(|key| format!("{}=", key.text()));
    let none = [
        "header",
        "body",
        "hop",
        "pre",
        "pre-header",
        "status",
        "res-header",
    ];
    let short = CORS_HEADERS.iter().flat_map(|name| {
        let short = name.replace("Access-Control-", "").to_lowercase();
        [format!("pre-{short}="), short + "="]
    });
    let none = none.map(String::from);
    let wanted: BTreeSet<String> = keys.chain(short).chain(none).collect();
    assert_eq!(written.into_inner(), wanted);
}

fn a_browser_leaves_it_as_it_is(fragment: &str) -> Result<(), TestCaseError> {
    let mut url = Url::parse("https://playground.example/").expect("a URL");
    url.set_fragment(Some(fragment));
    prop_assert_eq!(url.fragment(), Some(fragment));
    Ok(())
}

/// Judges so many texts, and gives how many of them are links.
fn links_among(cases: u32, texts: impl Strategy<Value = String>) -> u32 {
    let links = Cell::new(0);
    holds(cases, &texts, |text| {
        links.set(links.get() + u32::from(check(&text).is_some()));
        Ok(())
    });
    links.get()
}

#[test]
fn pairs_that_are_often_right() {
    assert!(links_among(1000, fragment()) > 500);
}

#[test]
fn bytes_in_any_order() {
    let bytes = vec(any::<u8>(), 0..200);
    let bytes = bytes.prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let piece = prop_oneof![
        6 => select(PIECES).prop_map(str::to_owned),
        1 => vec(any::<u8>(), 0..8).prop_map(|it| String::from_utf8_lossy(&it).into_owned()),
    ];
    let pieces = vec(piece, 0..60).prop_map(|pieces| pieces.concat());
    assert!(links_among(1000, prop_oneof![1 => bytes, 3 => pieces]) > 500);
}

/// Links that people have, after all that may happen to a text.
#[test]
fn golden_links_that_something_happened_to() {
    let all: Vec<&str> = golden().iter().map(|golden| golden.link).collect();
    let texts = (select(all), vec(accident(), 1..4)).prop_map(|(link, accidents)| {
        let happen = |link: String, accident: &Accident| after(&link, accident);
        accidents.iter().fold(link.to_owned(), happen)
    });
    assert!(links_among(1500, texts) > 1200);
}

/// The fuzzer begins with these texts; what it has found is among them.
#[test]
fn the_seeds_of_the_fuzzer() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../engine/fuzz/link_seeds");
    let mut count = 0;
    for seed in fs::read_dir(folder).expect("the folder of seeds") {
        let path = seed.expect("a seed").path();
        // Where a law does not hold, this is the last line.
        println!("{}", path.display());
        check(&String::from_utf8_lossy(&fs::read(&path).expect("a file")));
        count += 1;
    }
    assert!(count >= 10, "only {count} seeds");
}
