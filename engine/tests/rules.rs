//! The rules: each has its name and its place in the standard, decides at least one row, and lets at least one through.

use std::collections::BTreeSet;

use cors_engine::rules::Algorithm;
use cors_engine::trace::{Choice, Outcome, StepOutcome};
use cors_engine::{Rule, Trace};

use crate::all_rows;
use crate::support::trace;

/// The traces of all rows, further sends as well.
fn all_traces() -> Vec<Trace> {
    all_rows()
        .iter()
        .map(|row| trace(&row.scenario))
        .flat_map(|mut trace| {
            let then = std::mem::take(&mut trace.then);
            then.into_iter().chain([trace])
        })
        .collect()
}

/// The names of the rules that are not in `rules`.
fn missing(rules: &BTreeSet<Rule>) -> Vec<&'static str> {
    let missing = Rule::ALL.iter().filter(|rule| !rules.contains(rule));
    missing.map(|rule| rule.name()).collect()
}

#[test]
fn every_rule_decides_a_row() {
    let decided: BTreeSet<Rule> = all_traces()
        .iter()
        .flat_map(|trace| &trace.steps)
        .filter(|step| {
            matches!(
                step.outcome,
                StepOutcome::Failed | StepOutcome::Decided(Choice::No)
            )
        })
        .map(|step| step.rule)
        .collect();
    let missing = missing(&decided);
    assert!(
        missing.is_empty(),
        "no row fails, or is decided with no, by: {missing:?}"
    );
}

#[test]
fn every_rule_lets_a_row_through() {
    let traces = all_traces();
    let passes = |trace: &Trace, rule: Rule| match rule.algorithm() {
        // Rules about the scenario record problems only: without any, all have let it through.
        Algorithm::Scenario => trace.outcome != Outcome::Invalid,
        _ => trace.steps_of(rule).any(|step| {
            matches!(
                step.outcome,
                StepOutcome::Passed | StepOutcome::Decided(Choice::Yes)
            )
        }),
    };
    let through: BTreeSet<Rule> = Rule::ALL
        .iter()
        .copied()
        .filter(|rule| traces.iter().any(|trace| passes(trace, *rule)))
        .collect();
    let missing = missing(&through);
    assert!(
        missing.is_empty(),
        "no row passes, or is decided with yes, by: {missing:?}"
    );
}

#[test]
fn every_rule_that_can_be_missed_is_listed_as_not_reached() {
    let listed: BTreeSet<Rule> = all_traces()
        .iter()
        .flat_map(|trace| &trace.steps)
        .filter(|step| step.outcome == StepOutcome::NotReached)
        .map(|step| step.rule)
        .collect();
    let wanted = BTreeSet::from([
        Rule::ServerAnswered,
        Rule::AllowOriginPresent,
        Rule::AllowOriginMatches,
        Rule::AllowCredentialsTrue,
        Rule::PreflightStatusOk,
        Rule::MethodAllowed,
        Rule::RequestHeaderAllowed,
        Rule::ResponseVisible,
    ]);
    assert_eq!(listed, wanted);
}

#[test]
fn names_are_unique_and_in_kebab_case() {
    let mut names = BTreeSet::new();
    for rule in Rule::ALL {
        let name = rule.name();
        assert!(names.insert(name), "{name} stands twice");
        assert_eq!(Rule::from_name(name), Some(*rule));
        let is_kebab = name.split('-').all(|word| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        assert!(is_kebab, "{name} is not in kebab case");
    }
    assert_eq!(Rule::from_name("no-such-rule"), None);
}

#[test]
fn steps_have_an_algorithm_of_the_living_standard() {
    for rule in Rule::ALL {
        let name = rule.name();
        let anchor = rule.algorithm().anchor();
        assert_eq!(
            anchor.is_none(),
            rule.algorithm() == Algorithm::Scenario,
            "{name}"
        );
        assert!(anchor.is_none_or(|url| url.starts_with("https://fetch.spec.whatwg.org/#")));
        assert!(!rule.algorithm().title().is_empty());
        let is_number = rule
            .step()
            .split('.')
            .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        assert!(is_number, "{name}: step {:?}", rule.step());
    }
}

#[test]
fn names_of_rows_are_unique() {
    let mut names = BTreeSet::new();
    for row in all_rows() {
        assert!(names.insert(row.name), "two rows are named {:?}", row.name);
        assert!(
            row.name.contains(": "),
            "{:?} begins with no step",
            row.name
        );
    }
    // Should a section's rows get lost, this is where it shows.
    assert!(names.len() > 300, "only {} rows", names.len());
}
