//! How far a run is: a line for each finished shard.

use std::time::Duration;

use super::plan::Shard;
use super::tally::Tally;

/// How far a run is.
#[derive(Clone, Debug)]
pub struct Progress {
    /// All cases of the plan.
    pub total: u64,
    /// Those that are done, in this sitting or before.
    pub done: u64,
    /// Those of this sitting.
    pub sitting: u64,
    /// Those of this sitting that are done.
    pub sat: u64,
    /// Cases that differ as the ledger says.
    pub known: u64,
    /// Cases that differ otherwise.
    pub unexplained: u64,
}

impl Progress {
    /// Before a sitting of so many cases, where all of a plan's results so far are in `tally`.
    pub fn new(total: u64, tally: &Tally, sitting: u64) -> Progress {
        Progress {
            total,
            done: tally.cases(),
            sitting,
            sat: 0,
            known: tally.known,
            unexplained: tally.findings.len() as u64,
        }
    }

    /// Counts a finished shard.
    pub fn add(&mut self, tally: &Tally) {
        self.done += tally.cases();
        self.sat += tally.cases();
        self.known += tally.known;
        self.unexplained += tally.findings.len() as u64;
    }

    /// The line for a finished shard, so long after the sitting began.
    pub fn line(&self, shard: Shard, since: Duration) -> String {
        let a_second = self.sat as f64 / since.as_secs_f64().max(0.001);
        let left = (self.sitting - self.sat) as f64 / a_second.max(0.001);
        format!(
            "shard {}: {} of {} cases, {a_second:.1} a second, {} known differences, \
             {} unexplained, {} left",
            shard.number(),
            self.done,
            self.total,
            self.known,
            self.unexplained,
            in_words(left),
        )
    }
}

/// A time that is not known any better.
fn in_words(seconds: f64) -> String {
    match seconds.round() as u64 {
        seconds @ 0..100 => format!("{seconds} s"),
        seconds => format!("{} min", seconds.div_ceil(60)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conformance::plan::Plan;

    #[test]
    fn a_line_says_what_is_done_and_what_is_left() {
        let tally = |agreeing, known| Tally {
            agreeing,
            known,
            ..Tally::default()
        };
        let plan = Plan {
            seed: 1,
            cases: 1000,
        };
        let shards = plan.shards();
        let mut progress = Progress::new(1000, &tally(240, 10), 750);
        progress.add(&tally(230, 20));
        assert_eq!(
            progress.line(shards[1], Duration::from_secs(50)),
            "shard 1: 500 of 1000 cases, 5.0 a second, 30 known differences, 0 unexplained, \
             2 min left"
        );
        progress.add(&tally(250, 0));
        progress.add(&tally(250, 0));
        assert_eq!(
            progress.line(shards[3], Duration::from_secs(100)),
            "shard 3: 1000 of 1000 cases, 7.5 a second, 30 known differences, 0 unexplained, \
             0 s left"
        );
    }
}
