//! Further sends: one at a time is looked at, in the place of the first.

use std::mem::swap;

use cors_engine::scenario::HeaderLines;
use cors_engine::{PreflightCache, Scenario, evaluate};

/// Lets a send and the first one change places; done twice, it is undone.
pub(crate) fn turn_to(scenario: &mut Scenario, send: usize) {
    let Scenario {
        request,
        hops,
        then,
        ..
    } = scenario;
    if let Some(further) = send.checked_sub(1).and_then(|index| then.get_mut(index)) {
        swap(request, &mut further.request);
        swap(hops, &mut further.hops);
    }
}

/// A scenario without the blank lines at the end of its lists.
pub(crate) fn finished(mut scenario: Scenario) -> Scenario {
    drop_blank_end(&mut scenario.request.headers);
    for hop in &mut scenario.hops {
        if let Some(answer) = &mut hop.preflight {
            drop_blank_end(&mut answer.headers);
        }
        if let Some(answer) = &mut hop.response {
            drop_blank_end(&mut answer.headers);
        }
    }
    scenario
}

/// Whether nothing is typed in a header line.
fn is_blank((name, value): &(String, String)) -> bool {
    name.is_empty() && value.is_empty()
}

fn drop_blank_end(lines: &mut HeaderLines) {
    while lines.last().is_some_and(is_blank) {
        lines.pop();
    }
}

/// What the cache has become of `cache` when the sends before number `send` are over, and the time between
/// them.
pub(crate) fn cache_before(
    scenario: &Scenario,
    cache: &PreflightCache,
    send: usize,
) -> PreflightCache {
    let trace = evaluate(scenario, cache);
    let earlier = send.checked_sub(2).and_then(|index| trace.then.get(index));
    let mut cache = earlier.unwrap_or(&trace).cache.clone();
    if let Some(further) = scenario.then.get(send - 1) {
        cache.wait(further.wait_s.into());
    }
    cache
}
