//! What holds for every text that may be a link. The fuzz target judges by these as well.

use cors_engine::scenario::{HeaderLines, Hop, MOST_HOPS, MOST_LINES, MOST_SENDS};
use cors_engine::trace::StepOutcome;
use cors_engine::{PreflightCache, Rule, Scenario, Trace, evaluate};
use cors_link::{Link, LinkStep, MOST_BYTES, Reason, StepName, masked, read, with_masks, write};

/// Reads and judges what `text` says, if it is a link. Panics where a law does not hold.
pub(crate) fn check(text: &str) -> Option<Link> {
    let link = read(text)?;
    let sentences = Reason::sentences();
    for problem in &link.problems {
        let advice = problem.reason.advice(&sentences);
        assert!(advice.ends_with('.'), "{problem:?}");
        assert!(text.contains(&problem.found), "{problem:?}");
    }
    is_within_limits(&link.scenario);
    let trace = evaluate(&link.scenario, &PreflightCache::new());
    assert_eq!(trace.steps_of(Rule::WithinLimits).count(), 0);
    what_is_written_is_read_with_masks(&link.scenario, StepName::deciding(&trace));
    masks_change_no_verdict(&link.scenario, &trace);
    Some(link)
}

/// A trace and those of the further sends.
pub(crate) fn sends(trace: &Trace) -> impl Iterator<Item = &Trace> {
    std::iter::once(trace).chain(&trace.then)
}

fn is_within_limits(scenario: &Scenario) {
    let is_short = |lines: &HeaderLines| assert!(lines.len() <= MOST_LINES);
    let check = |headers: &HeaderLines, hops: &[Hop]| {
        is_short(headers);
        assert!(hops.len() <= MOST_HOPS);
        for hop in hops {
            hop.preflight.iter().for_each(|it| is_short(&it.headers));
            hop.response.iter().for_each(|it| is_short(&it.headers));
        }
    };
    check(&scenario.request.headers, &scenario.hops);
    assert!(scenario.then.len() <= MOST_SENDS);
    for send in &scenario.then {
        check(&send.request.headers, &send.hops);
    }
}

fn what_is_written_is_read_with_masks(scenario: &Scenario, step: StepName) {
    let written = write(scenario, Some(&step));
    let again = read(&written).expect("it has its version");
    // What is typed as it is may be short, and long when it is encoded.
    if written.len() <= MOST_BYTES {
        assert_eq!(again.problems, [], "{written}");
        assert_eq!(again.scenario, with_masks(scenario), "{written}");
        assert_eq!(again.step, Some(LinkStep::Named(step)), "{written}");
    }
}

/// With masks a scenario has the verdict that it has without them, and nothing more to mask.
pub(crate) fn masks_change_no_verdict(scenario: &Scenario, trace: &Trace) {
    let kept = with_masks(scenario);
    assert_eq!(with_masks(&kept), kept);
    assert_eq!(masked(&kept), [""; 0]);
    assert_eq!(masked(scenario).is_empty(), kept == *scenario);
    let after = evaluate(&kept, &PreflightCache::new());
    assert_eq!(trace.then.len(), after.then.len());
    for (before, after) in sends(trace).zip(sends(&after)) {
        assert_eq!(before.outcome, after.outcome, "{scenario:?}");
        assert_eq!(steps(before), steps(after), "{scenario:?}");
        assert_eq!(before.deciding, after.deciding, "{scenario:?}");
        let exchanges = (before.exchanges.len(), after.exchanges.len());
        assert_eq!(exchanges.0, exchanges.1, "{scenario:?}");
    }
}

fn steps(trace: &Trace) -> Vec<(Rule, StepOutcome)> {
    trace.steps.iter().map(|it| (it.rule, it.outcome)).collect()
}
