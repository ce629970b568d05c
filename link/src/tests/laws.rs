//! Laws that hold for every scenario and every text.

use std::cell::RefCell;
use std::collections::BTreeSet;

use cors_engine::Rule;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use url::Url;

use super::generate::{KEYS, fragment, scenario};
use crate::{LinkStep, StepName, read, write};

/// As many cases as a second is enough for; always the same, so that a red run can be run again.
fn check<T: Strategy>(
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
fn what_is_written_is_read_as_it_was() {
    let step = (proptest::sample::select(Rule::ALL), 1..u32::MAX);
    let step = step.prop_map(|(rule, occurrence)| StepName { rule, occurrence });
    let written = RefCell::<BTreeSet<String>>::default();
    check(
        1000,
        &(scenario(), proptest::option::of(step)),
        |(scenario, step)| {
            let fragment = write(&scenario, step.as_ref());
            let link = read(&fragment).expect("it has its version");
            prop_assert_eq!(&link.problems, &[], "{}", fragment);
            prop_assert_eq!(&link.scenario, &scenario, "{}", fragment);
            prop_assert_eq!(link.step, step.map(LinkStep::Named), "{}", fragment);
            a_browser_leaves_it_as_it_is(&fragment)?;
            for pair in fragment.split('&') {
                let end = pair.find('=').map_or(pair.len(), |place| place + 1);
                written.borrow_mut().insert(pair[..end].to_owned());
            }
            Ok(())
        },
    );
    // Nothing is proven for a key that was never written.
    let mut wanted: BTreeSet<String> = KEYS[..KEYS.len() - 3]
        .iter()
        .map(|key| format!("{key}="))
        .collect();
    let none = [
        "header",
        "body",
        "hop",
        "pre",
        "pre-header",
        "status",
        "res-header",
    ];
    wanted.extend(none.map(String::from));
    assert_eq!(written.into_inner(), wanted);
}

fn a_browser_leaves_it_as_it_is(fragment: &str) -> Result<(), TestCaseError> {
    let mut url = Url::parse("https://playground.example/").expect("a URL");
    url.set_fragment(Some(fragment));
    prop_assert_eq!(url.fragment(), Some(fragment));
    Ok(())
}

#[test]
fn whatever_is_typed_gives_a_scenario_that_can_be_written() {
    let links = RefCell::new(0);
    check(1000, &fragment(), |typed| {
        let Some(link) = read(&typed) else {
            return Ok(());
        };
        *links.borrow_mut() += 1;
        let again = read(&write(&link.scenario, None)).expect("it has its version");
        prop_assert_eq!(&again.problems, &[], "{}", typed);
        prop_assert_eq!(&again.scenario, &link.scenario, "{}", typed);
        Ok(())
    });
    assert!(links.into_inner() > 500);
}
