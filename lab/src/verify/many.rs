//! Many scenarios, several at a time: each worker has servers and a browser of its own.

use std::sync::{Mutex, PoisonError};
use std::thread;

use cors_engine::scenario::Scenario;

use super::{Lab, Verdict};
use crate::browser::BrowserError;

/// Runs all `scenarios` on `workers` browsers and hands each verdict to `report`, with the
/// scenario's number. They come in no particular order.
///
/// # Errors
/// A browser does not start.
pub fn verify_all(
    scenarios: impl Iterator<Item = Scenario> + Send,
    workers: usize,
    report: impl FnMut(usize, &Scenario, Verdict) + Send,
) -> Result<(), BrowserError> {
    let queue = Mutex::new(scenarios.enumerate());
    let report = Mutex::new(report);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..workers.max(1))
            .map(|_| scope.spawn(|| work(&queue, &report)))
            .collect();
        let mut joined = workers.into_iter().map(|worker| worker.join());
        joined.try_for_each(|end| end.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

fn work<F: FnMut(usize, &Scenario, Verdict)>(
    queue: &Mutex<impl Iterator<Item = (usize, Scenario)>>,
    report: &Mutex<F>,
) -> Result<(), BrowserError> {
    let mut lab = Lab::start()?;
    while let Some((number, scenario)) = next(queue) {
        let verdict = match lab.verify(&scenario) {
            Ok(verdict) => verdict,
            // A browser may fall over; that says nothing about the scenario unless it does so again.
            Err(_) => {
                lab = Lab::start()?;
                again(&mut lab, &scenario)?
            }
        };
        let mut report = report.lock().unwrap_or_else(PoisonError::into_inner);
        report(number, &scenario, verdict);
    }
    Ok(())
}

/// A scenario that a browser fails with twice is not run; the others still are.
fn again(lab: &mut Lab, scenario: &Scenario) -> Result<Verdict, BrowserError> {
    match lab.verify(scenario) {
        Ok(verdict) => Ok(verdict),
        Err(error) => {
            *lab = Lab::start()?;
            Ok(Verdict::Failed(error.to_string()))
        }
    }
}

/// The lock is free again before the scenario is run.
fn next(queue: &Mutex<impl Iterator<Item = (usize, Scenario)>>) -> Option<(usize, Scenario)> {
    queue.lock().unwrap_or_else(PoisonError::into_inner).next()
}
