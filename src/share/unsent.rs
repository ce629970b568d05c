//! The request that a preflight has stopped: what would have been sent.

use cors_engine::scenario::{Hop, PreflightAnswer, Scenario, lines};
use cors_engine::trace::{Exchange, ExchangeKind, Trace};
use cors_engine::{PreflightCache, evaluate};

/// That request, unanswered; `None` where no preflight has stopped one.
///
/// It is asked of the engine, which plays the scenario once more, with a server that allows what the preflight
/// asked for. So it has what a redirect leaves of it, and the lines that a browser adds.
pub(super) fn unsent(stage: &Scenario, cache: &PreflightCache, trace: &Trace) -> Option<Exchange> {
    let preflight = trace.exchanges.last()?;
    if preflight.kind != ExchangeKind::Preflight {
        return None;
    }
    let asked = |name| preflight.header(name).unwrap_or_default();
    let allowing = PreflightAnswer {
        status: "204".to_owned(),
        headers: lines(&[
            ("Access-Control-Allow-Origin", asked("Origin")),
            ("Access-Control-Allow-Credentials", "true"),
            (
                "Access-Control-Allow-Methods",
                asked("Access-Control-Request-Method"),
            ),
            (
                "Access-Control-Allow-Headers",
                asked("Access-Control-Request-Headers"),
            ),
        ]),
    };
    let mut scenario = stage.clone();
    // A redirect may lead to where the scenario has nobody who answers.
    scenario.hops.truncate(preflight.hop);
    scenario.hops.push(Hop {
        preflight: Some(allowing),
        response: None,
    });
    let mut exchanges = evaluate(&scenario, cache).exchanges.into_iter();
    exchanges.find(|it| it.hop == preflight.hop && it.kind == ExchangeKind::Actual)
}
