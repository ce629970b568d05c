//! One sitting: some of the shards that are not done, each recorded when its last case is.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use cors_engine::Scenario;

use super::plan::Shard;
use super::tally::Tally;
use crate::browser::BrowserError;
use crate::verify::Verdict;

/// What ends a sitting early.
#[derive(Debug)]
pub enum SittingError {
    /// A browser does not start.
    Browser(BrowserError),
    /// A finished shard cannot be recorded.
    State(io::Error),
}

impl fmt::Display for SittingError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SittingError::Browser(error) => error.fmt(formatter),
            SittingError::State(error) => {
                write!(formatter, "a finished shard cannot be recorded: {error}")
            }
        }
    }
}

impl Error for SittingError {}

/// Those of the `chosen` shards that are not `done`, until they hold `most` cases or more.
pub fn pending(chosen: &[Shard], done: &BTreeMap<Shard, Tally>, most: Option<u64>) -> Vec<Shard> {
    let mut cases = 0;
    let is_within = |shard: &&Shard| {
        let is_within = most.is_none_or(|most| cases < most);
        cases += shard.count;
        is_within
    };
    chosen
        .iter()
        .filter(|shard| !done.contains_key(shard))
        .take_while(is_within)
        .copied()
        .collect()
}

/// Hands each verdict on, with the number of its scenario, in any order.
type Report<'a> = &'a mut (dyn FnMut(usize, &Scenario, Verdict) + Send);

/// Runs `shards` and hands each over as soon as its last case is done. `verify` is
/// [`verify_all`](crate::verify::verify_all) with a number of browsers, or what stands in for it.
///
/// # Errors
/// A browser does not start, or `finished` fails; nothing further is begun then.
pub fn run_shards(
    shards: &[Shard],
    verify: impl FnOnce(&mut (dyn Iterator<Item = Scenario> + Send), Report) -> Result<(), BrowserError>,
    mut finished: impl FnMut(Shard, Tally) -> io::Result<()> + Send,
) -> Result<(), SittingError> {
    let cases: Vec<(Shard, u64)> = shards
        .iter()
        .flat_map(|shard| shard.numbers().map(|number| (*shard, number)))
        .collect();
    let has_failed = AtomicBool::new(false);
    let mut scenarios = shards
        .iter()
        .flat_map(|shard| shard.scenarios())
        .take_while(|_| !has_failed.load(Ordering::Relaxed));
    let mut tallies: BTreeMap<Shard, Tally> = BTreeMap::new();
    let mut failure = None;
    let mut report = |index: usize, scenario: &Scenario, verdict: Verdict| {
        let (shard, number) = cases[index];
        let tally = tallies.entry(shard).or_default();
        tally.count(number, scenario, &verdict);
        if tally.cases() < shard.count {
            return;
        }
        let mut tally = tallies.remove(&shard).unwrap_or_default();
        tally.findings.sort_by_key(|finding| finding.number);
        if let Err(error) = finished(shard, tally) {
            has_failed.store(true, Ordering::Relaxed);
            failure = Some(error);
        }
    };
    verify(&mut scenarios, &mut report).map_err(SittingError::Browser)?;
    failure.map_or(Ok(()), |error| Err(SittingError::State(error)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conformance::plan::Plan;

    const PLAN: Plan = Plan {
        seed: 3,
        cases: 1000,
    };

    fn done(shards: &[Shard]) -> BTreeMap<Shard, Tally> {
        let done = |shard: &Shard| (*shard, Tally::default());
        shards.iter().map(done).collect()
    }

    /// Stands in for browsers that find nothing, and finish in another order than they began.
    fn all_agree(
        scenarios: &mut (dyn Iterator<Item = Scenario> + Send),
        report: Report,
    ) -> Result<(), BrowserError> {
        let mut waiting: Vec<(usize, Scenario)> = Vec::new();
        for (index, scenario) in scenarios.enumerate() {
            waiting.push((index, scenario));
            if waiting.len() == 3 {
                for (index, scenario) in waiting.drain(..).rev() {
                    report(index, &scenario, Verdict::Ran(vec![]));
                }
            }
        }
        for (index, scenario) in waiting {
            report(index, &scenario, Verdict::Ran(vec![]));
        }
        Ok(())
    }

    #[test]
    fn a_sitting_runs_only_what_is_not_done() {
        let shards = PLAN.shards();
        let left = pending(&shards, &done(&[shards[0], shards[2]]), None);
        assert_eq!(left, [shards[1], shards[3]]);
        let mut finished = Vec::new();
        run_shards(&left, all_agree, |shard, tally| {
            finished.push((shard, tally.agreeing));
            Ok(())
        })
        .expect("nothing fails");
        assert_eq!(finished, [(shards[1], 250), (shards[3], 250)]);
    }

    #[test]
    fn a_sitting_ends_with_the_shard_in_which_it_has_enough() {
        let shards = PLAN.shards();
        let held = |most| pending(&shards, &done(&shards[..1]), Some(most)).len();
        assert_eq!([0, 1, 250, 251, 750, 9999].map(held), [0, 1, 1, 2, 3, 3]);
    }

    #[test]
    fn a_shard_counts_the_cases_of_its_own_numbers() {
        let shards = PLAN.shards();
        let verify = |scenarios: &mut (dyn Iterator<Item = Scenario> + Send), report: Report| {
            for (index, scenario) in scenarios.enumerate() {
                let verdict = match index {
                    7 => Verdict::Failed("gone".to_owned()),
                    _ => Verdict::NotRun("too long".to_owned()),
                };
                report(index, &scenario, verdict);
            }
            Ok(())
        };
        let mut numbers = Vec::new();
        run_shards(&shards[2..3], verify, |_, tally| {
            numbers.extend(tally.findings.iter().map(|finding| finding.number));
            assert_eq!(tally.not_run["too long"], 249);
            Ok(())
        })
        .expect("nothing fails");
        assert_eq!(numbers, [507]);
    }

    #[test]
    fn nothing_is_begun_once_a_shard_cannot_be_recorded() {
        let mut finished = 0;
        let end = run_shards(&PLAN.shards(), all_agree, |_, _| {
            finished += 1;
            Err(io::Error::other("no space"))
        });
        assert_eq!(finished, 1);
        let error = end.expect_err("it failed");
        assert_eq!(
            error.to_string(),
            "a finished shard cannot be recorded: no space"
        );
    }
}
