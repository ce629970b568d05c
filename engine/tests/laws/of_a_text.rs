//! What holds for every text that may be a scenario. The fuzz target judges by these as well.

use cors_engine::fetch_api::exception;
use cors_engine::format::{MOST_BYTES, result};
use cors_engine::scenario::{FurtherSend, Hop, MOST_HOPS, MOST_LINES, MOST_SENDS};
use cors_engine::trace::Outcome;
use cors_engine::{PreflightCache, Rule, Scenario, Trace, evaluate};

use super::of_a_send::LAWS;

/// Judges what `text` says, if it is a scenario. Panics where a law does not hold.
pub(crate) fn check(text: &[u8]) -> Option<Trace> {
    if text.len() > MOST_BYTES {
        return None;
    }
    let scenario: Scenario = serde_json::from_slice(text).ok()?;
    what_is_written_is_read_as_it_was(&scenario);
    let trace = same_input_same_trace(&scenario);
    for send in std::iter::once(&trace).chain(&trace.then) {
        for (name, law) in LAWS {
            if let Err(problem) = law(send) {
                panic!("{name}: {problem}");
            }
        }
        // Nothing to compare with: what is asked for is that it ends without a panic.
        let _ = (format!("{send:#}"), exception(&scenario, send));
    }
    serde_json::to_vec(&result(&scenario, &trace)).expect("every result can be written");
    further_sends_share_the_cache(&scenario, &trace);
    what_is_too_large_is_refused(scenario);
    Some(trace)
}

fn what_is_written_is_read_as_it_was(scenario: &Scenario) {
    let text = serde_json::to_string(scenario).expect("statuses that were read are whole numbers");
    let read: Scenario = serde_json::from_str(&text).expect(&text);
    assert_eq!(&read, scenario, "written as {text}");
}

fn same_input_same_trace(scenario: &Scenario) -> Trace {
    let cache = PreflightCache::new();
    let trace = evaluate(scenario, &cache);
    assert_eq!(trace, evaluate(scenario, &cache));
    assert_eq!(cache, PreflightCache::new());
    trace
}

/// A further send is as if it were sent alone, with the cache that the one before it left behind.
fn further_sends_share_the_cache(scenario: &Scenario, trace: &Trace) {
    if trace.outcome != Outcome::Invalid {
        assert_eq!(trace.then.len(), scenario.then.len());
    }
    let mut cache = trace.cache.clone();
    for (further, send) in scenario.then.iter().zip(&trace.then) {
        cache.wait(u64::from(further.wait_s));
        let alone = Scenario {
            request: further.request.clone(),
            hops: further.hops.clone(),
            then: Vec::new(),
            ..scenario.clone()
        };
        let alone = evaluate(&alone, &cache);
        assert_eq!(alone.outcome, send.outcome);
        assert_eq!(alone.exchanges, send.exchanges);
        assert_eq!(alone.visible, send.visible);
        assert_eq!(alone.cache, send.cache);
        cache = alone.cache;
    }
}

/// Whoever reads refuses what is over a limit. Where it comes from elsewhere, each is a problem.
fn what_is_too_large_is_refused(mut scenario: Scenario) {
    let line = ("X-A".to_owned(), "1".to_owned());
    let further = FurtherSend {
        wait_s: 0,
        request: scenario.request.clone(),
        hops: Vec::new(),
    };
    scenario.hops.resize(MOST_HOPS + 1, Hop::default());
    scenario.request.headers.resize(MOST_LINES + 1, line);
    scenario.then.resize(MOST_SENDS + 1, further);
    let trace = evaluate(&scenario, &PreflightCache::new());
    assert_eq!(trace.outcome, Outcome::Invalid);
    assert!(trace.steps_of(Rule::WithinLimits).count() >= 3);
    let text = serde_json::to_string(&scenario).expect("only its size is wrong");
    assert!(serde_json::from_str::<Scenario>(&text).is_err());
}
