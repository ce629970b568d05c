//! Which cases there are, and how they are divided.

use std::ops::Range;

use cors_engine::Scenario;
use serde::{Deserialize, Serialize};

use crate::generate;

/// Cases a shard: half a minute's work, so that little is lost when a run is interrupted.
const SHARD: u64 = 250;

/// The first so many scenarios that a seed stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The seed.
    pub seed: u64,
    /// How many.
    pub cases: u64,
}

/// Scenarios that are run together: the least that is kept of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Shard {
    /// Their seed.
    pub seed: u64,
    /// The number of the first.
    pub first: u64,
    /// How many.
    pub count: u64,
}

impl Plan {
    /// All shards, in order; the last one may be smaller.
    pub fn shards(&self) -> Vec<Shard> {
        let shard = |index: u64| Shard {
            seed: self.seed,
            first: index * SHARD,
            count: SHARD.min(self.cases - index * SHARD),
        };
        (0..self.cases.div_ceil(SHARD)).map(shard).collect()
    }

    /// The shards that a text such as `0..20` names: from the first one to before the last.
    ///
    /// # Errors
    /// It names none; a sentence says what to type instead.
    pub fn choose(&self, text: &str) -> Result<Vec<Shard>, String> {
        let shards = self.shards();
        let last = shards.len();
        let range = range(text).ok_or_else(|| {
            format!(
                "`{text}` names no shards: type the first and the one after the last, for \
                 example `--shards 0..{last}`."
            )
        })?;
        match range {
            Range { start, end } if start >= end => Err(format!(
                "`{text}` holds no shard: type the smaller number first, for example \
                 `--shards {end}..{}`.",
                start.max(end + 1)
            )),
            Range { end, .. } if end > last => Err(format!(
                "`{text}` asks for more shards than there are: type numbers within \
                 `--shards 0..{last}`."
            )),
            range => Ok(shards[range].to_vec()),
        }
    }
}

fn range(text: &str) -> Option<Range<usize>> {
    let (start, end) = text.split_once("..")?;
    Some(start.parse().ok()?..end.parse().ok()?)
}

impl Shard {
    /// Its number among the shards of its plan.
    pub fn number(self) -> u64 {
        self.first / SHARD
    }

    /// The numbers of its scenarios.
    pub fn numbers(self) -> Range<u64> {
        self.first..self.first + self.count
    }

    /// Its scenarios.
    pub fn scenarios(self) -> impl Iterator<Item = Scenario> + Send {
        self.numbers()
            .map(move |number| generate::scenario(self.seed, number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: Plan = Plan {
        seed: 7,
        cases: 600,
    };

    #[test]
    fn shards_hold_all_cases_once() {
        let numbers: Vec<u64> = PLAN.shards().into_iter().flat_map(Shard::numbers).collect();
        assert_eq!(numbers, (0..600).collect::<Vec<_>>());
        assert_eq!(PLAN.shards()[2].count, 100);
        assert_eq!(PLAN.shards()[2].number(), 2);
    }

    #[test]
    fn shards_are_chosen_by_their_numbers() {
        assert_eq!(PLAN.choose("0..3"), Ok(PLAN.shards()));
        assert_eq!(PLAN.choose("1..2"), Ok(vec![PLAN.shards()[1]]));
    }

    #[test]
    fn bad_choices_are_answered_with_what_to_type() {
        let unreadable = |text: &str| {
            format!(
                "`{text}` names no shards: type the first and the one after the last, for \
                 example `--shards 0..3`."
            )
        };
        for text in ["", "1", "a..b", "-1..2", "0..", "0-2", "0..=2", "0, 1"] {
            assert_eq!(PLAN.choose(text), Err(unreadable(text)));
        }
        let rows = [
            (
                "2..1",
                "`2..1` holds no shard: type the smaller number first, for example `--shards 1..2`.",
            ),
            (
                "2..2",
                "`2..2` holds no shard: type the smaller number first, for example `--shards 2..3`.",
            ),
            (
                "1..4",
                "`1..4` asks for more shards than there are: type numbers within `--shards 0..3`.",
            ),
        ];
        for (text, wanted) in rows {
            assert_eq!(PLAN.choose(text), Err(wanted.to_owned()));
        }
    }
}
