//! Laws that hold for every scenario, whatever is typed.

use std::cell::RefCell;
use std::collections::BTreeMap;

use cors_engine::fetch_api::exception;
use cors_engine::rules::console;
use cors_engine::scenario::Browser;
use cors_engine::trace::{ExchangeKind, Outcome, ResponseType, StepOutcome};
use cors_engine::{PreflightCache, Scenario, Trace, evaluate};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::support::generate::scenario;

/// How many scenarios are judged; always the same ones, so that a red run can be run again.
const CASES: u32 = 2500;

/// What holds for a send.
type Law = fn(&Trace) -> Result<(), TestCaseError>;

const LAWS: &[(&str, Law)] = &[
    (
        "same-origin without redirects never preflights",
        same_origin_without_redirects,
    ),
    (
        "what fails has one failed step with evidence, and it decides",
        one_failed_step,
    ),
    (
        "after a failure nothing is asked or sent",
        nothing_after_a_failure,
    ),
    (
        "a failed preflight means no request at that hop",
        no_request_after_a_failed_preflight,
    ),
    (
        "script sees what the outcome says, and never Set-Cookie",
        what_script_sees,
    ),
    (
        "only http(s) is sent, preflights have an Origin, and nothing forbidden goes along",
        what_is_sent,
    ),
];

#[test]
fn laws_hold_for_every_scenario() {
    let outcomes: RefCell<BTreeMap<&str, u32>> = RefCell::default();
    let result = runner().run(&scenario(), |scenario| {
        let first = same_input_same_trace(&scenario)?;
        for send in std::iter::once(&first).chain(&first.then) {
            for (name, law) in LAWS {
                law(send).map_err(|error| TestCaseError::fail(format!("{name}: {error}")))?;
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
        let _ = console(scenario, send, *browser);
    }
}

#[cfg(feature = "serde")]
fn what_is_written_is_read_as_it_was(scenario: &Scenario) -> Result<(), TestCaseError> {
    let text = serde_json::to_string(scenario).expect("statuses are whole numbers");
    let read: Scenario = serde_json::from_str(&text).expect(&text);
    prop_assert_eq!(&read, scenario);
    Ok(())
}

fn same_origin_without_redirects(trace: &Trace) -> Result<(), TestCaseError> {
    let Some(page) = &trace.page_origin else {
        return Ok(());
    };
    let is_home = matches!(trace.urls.as_slice(), [url] if page.is_same_origin(&url.origin));
    if is_home {
        prop_assert_eq!(trace.preflights().count(), 0);
    }
    Ok(())
}

fn one_failed_step(trace: &Trace) -> Result<(), TestCaseError> {
    let failed: Vec<usize> = (0..trace.steps.len())
        .filter(|index| trace.steps[*index].outcome == StepOutcome::Failed)
        .collect();
    match trace.outcome {
        Outcome::NetworkError | Outcome::ScriptThrows => {
            prop_assert_eq!(&failed, &[trace.deciding]);
        }
        Outcome::Invalid => {
            prop_assert_eq!(failed.len(), trace.steps.len());
            prop_assert_eq!(trace.deciding, 0);
        }
        _ => prop_assert!(failed.is_empty()),
    }
    for index in failed {
        let evidence = &trace.steps[index].evidence;
        let is_there =
            evidence.field.is_some() || evidence.header.is_some() || evidence.found.is_some();
        prop_assert!(is_there, "no evidence: {:?}", trace.steps[index]);
    }
    Ok(())
}

fn nothing_after_a_failure(trace: &Trace) -> Result<(), TestCaseError> {
    let failed = trace
        .steps
        .iter()
        .position(|step| step.outcome == StepOutcome::Failed);
    let Some(failed) = failed.filter(|_| trace.outcome != Outcome::Invalid) else {
        let missed = trace
            .steps
            .iter()
            .filter(|step| step.outcome == StepOutcome::NotReached);
        prop_assert_eq!(missed.count(), 0);
        return Ok(());
    };
    let after = &trace.steps[failed + 1..];
    prop_assert!(
        after
            .iter()
            .all(|step| step.outcome == StepOutcome::NotReached)
    );
    prop_assert!(trace.exchanges.iter().all(|it| it.after_steps <= failed));
    Ok(())
}

fn no_request_after_a_failed_preflight(trace: &Trace) -> Result<(), TestCaseError> {
    let mut kinds: BTreeMap<usize, Vec<ExchangeKind>> = BTreeMap::new();
    for exchange in &trace.exchanges {
        kinds.entry(exchange.hop).or_default().push(exchange.kind);
    }
    for (hop, kinds) in &kinds {
        let is_last = *hop == trace.urls.len() - 1;
        match kinds.as_slice() {
            [ExchangeKind::Actual] | [ExchangeKind::Preflight, ExchangeKind::Actual] => {}
            // A preflight alone is one that failed, and the end of the chain.
            [ExchangeKind::Preflight] => {
                prop_assert_eq!(trace.outcome, Outcome::NetworkError);
                prop_assert!(is_last);
            }
            other => prop_assert!(false, "{other:?} at hop {hop}"),
        }
    }
    Ok(())
}

fn what_script_sees(trace: &Trace) -> Result<(), TestCaseError> {
    prop_assert_eq!(trace.visible.is_some(), trace.outcome == Outcome::Readable);
    let wanted: &[Option<ResponseType>] = match trace.outcome {
        Outcome::Readable => &[Some(ResponseType::Basic), Some(ResponseType::Cors)],
        Outcome::Opaque => &[Some(ResponseType::Opaque)],
        Outcome::OpaqueRedirect => &[Some(ResponseType::OpaqueRedirect)],
        Outcome::NetworkError => &[Some(ResponseType::Error)],
        Outcome::ScriptThrows | Outcome::Invalid => &[None],
    };
    prop_assert!(wanted.contains(&trace.response_type));
    let headers: Vec<&String> = trace
        .visible
        .iter()
        .flat_map(|it| &it.headers)
        .map(|(name, _)| name)
        .collect();
    prop_assert!(headers.is_sorted());
    prop_assert!(headers.iter().all(|name| !name.starts_with("set-cookie")));
    Ok(())
}

fn what_is_sent(trace: &Trace) -> Result<(), TestCaseError> {
    if matches!(trace.outcome, Outcome::ScriptThrows | Outcome::Invalid) {
        prop_assert!(trace.exchanges.is_empty());
    }
    for exchange in &trace.exchanges {
        let is_preflight = exchange.kind == ExchangeKind::Preflight;
        prop_assert!(!is_preflight || exchange.method == "OPTIONS");
        prop_assert!(!is_preflight || exchange.header("Origin").is_some());
        prop_assert!(exchange.header("Cookie").is_none());
        prop_assert!(exchange.url.starts_with("http"));
    }
    Ok(())
}
