//! Laws that hold for every fix of every scenario.

use std::path::Path;

use cors_engine::scenario::CredentialsMode;
use cors_engine::trace::Outcome;
use cors_engine::{PreflightCache, Scenario, evaluate};
use cors_fix::{Change, Fix, Fixes, Kind, fixes};
use cors_lab::generate;

/// Always the same ones, so that a red run can be run again.
const SEED: u64 = 7;
const BLOCKED: usize = 10_000;

fn is_readable(scenario: &Scenario) -> bool {
    let mut first = scenario.clone();
    first.then.clear();
    evaluate(&first, &PreflightCache::new()).outcome == Outcome::Readable
}

fn with<'a>(scenario: &Scenario, changes: impl Iterator<Item = &'a Change>) -> Scenario {
    let mut scenario = scenario.clone();
    changes.for_each(|it| it.apply(&mut scenario));
    scenario
}

fn check(name: &str, scenario: &Scenario, fix: &Fix) {
    assert!(
        is_readable(&fix.scenario),
        "{name}: {:?} does not help",
        fix.changes
    );
    for left_out in 0..fix.changes.len() {
        let changes = fix.changes.iter().enumerate();
        let fewer = changes
            .filter(|(index, _)| *index != left_out)
            .map(|(_, it)| it);
        assert!(
            !is_readable(&with(scenario, fewer)),
            "{name}: {:?} goes without {left_out}",
            fix.changes
        );
    }
    let has_credentials = fix.scenario.request.credentials == CredentialsMode::Include;
    for change in fix.changes.iter().chain(&fix.recommended) {
        if let Kind::Header("Access-Control-Allow-Origin", value) = &change.kind {
            assert_ne!(value, "null", "{name}");
            assert!(!(value == "*" && has_credentials), "{name}");
        }
    }
}

#[test]
fn every_fix_works_and_goes_without_nothing() {
    let (mut blocked, mut fixed) = (0, 0);
    for number in 0.. {
        let scenario = generate::scenario(SEED, number);
        if is_readable(&scenario) {
            continue;
        }
        let Fixes { proposals, advice } = fixes(&scenario);
        let name = format!("seed {SEED}, number {number}");
        assert!(
            !proposals.is_empty() || !advice.is_empty(),
            "{name}: nothing is said"
        );
        for fix in &proposals {
            check(&name, &scenario, fix);
        }
        fixed += usize::from(!proposals.is_empty());
        blocked += 1;
        if blocked == BLOCKED {
            break;
        }
    }
    assert!(
        fixed > BLOCKED / 4,
        "only {fixed} of {blocked} can be fixed"
    );
}

#[test]
fn what_can_be_read_needs_no_fix() {
    for number in 0..2_000 {
        let scenario = generate::scenario(SEED, number);
        if is_readable(&scenario) {
            assert_eq!(fixes(&scenario), Fixes::default(), "number {number}");
        }
    }
}

#[test]
fn something_is_said_of_every_blocked_scenario_of_the_course() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../course/content");
    let course = cors_course::Course::read(&folder).expect("its own test says what is wrong");
    for (name, scenario) in course.scenarios() {
        let found = fixes(scenario);
        let is_said = !found.proposals.is_empty() || !found.advice.is_empty();
        assert_eq!(is_said, !is_readable(scenario), "{name}");
        for fix in &found.proposals {
            check(name, scenario, fix);
        }
    }
}
