//! Scenarios made up for practice, from easy to hard, each with what the engine says of it.

mod chance;
mod request;
mod server;

use std::collections::BTreeMap;

use cors_engine::trace::Outcome;
use cors_engine::{PreflightCache, Scenario, evaluate};

use chance::Chance;
use cors_predict::{Answer, Ask, answers};

/// How hard they get.
pub const LEVELS: [Level; 5] = [
    Level::OneOrigin,
    Level::Permission,
    Level::Preflight,
    Level::Credentials,
    Level::Chains,
];

/// How hard a scenario is; each level has all that the one before has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A GET, and whether two addresses are one origin.
    OneOrigin,
    /// Permission that is nearly right, and requests that need none.
    Permission,
    /// Preflights, and their answers.
    Preflight,
    /// Credentials, and answers that fail.
    Credentials,
    /// Redirects, and pages without an origin.
    Chains,
}

impl Level {
    /// Its number, from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }
}

/// A scenario made up for practice.
#[derive(Clone, Debug)]
pub struct Made {
    /// How hard it is.
    pub level: Level,
    /// The scenario.
    pub scenario: Scenario,
    /// The stable name of the rule that decides it.
    pub rule: &'static str,
    /// What that rule asks.
    pub question: &'static str,
    /// The answers to all three predictions.
    pub answers: Vec<Answer>,
}

/// How many are tried, to choose from.
const TRIED: usize = 600;

/// The same `count` scenarios of a level every time, in which every combination of answers that the level
/// has, and every rule that decides, comes about equally often.
pub fn made(level: Level, count: usize) -> Vec<Made> {
    let mut chance = Chance::new(level as u64);
    let mut kinds: BTreeMap<(Vec<bool>, &str), Vec<Made>> = BTreeMap::new();
    for _ in 0..TRIED {
        let Some(made) = one(level, &mut chance) else {
            continue;
        };
        let answers = made.answers.iter().map(|it| it.is_yes).collect();
        let kind = kinds.entry((answers, made.rule)).or_default();
        if !kind.iter().any(|it| it.scenario == made.scenario) {
            kind.push(made);
        }
    }
    // From each combination of answers in turn, and within one from each rule in turn.
    let mut combinations: BTreeMap<Vec<bool>, Vec<Vec<Made>>> = BTreeMap::new();
    for ((answers, _), kind) in kinds {
        combinations.entry(answers).or_default().push(kind);
    }
    // What may be read comes first: one begins with something that works.
    let rows = combinations.into_values().rev().map(in_turn);
    in_turn(rows.collect()).into_iter().take(count).collect()
}

/// The first of each list, then the second of each, and so on.
fn in_turn(lists: Vec<Vec<Made>>) -> Vec<Made> {
    let longest = lists.iter().map(Vec::len).max().unwrap_or_default();
    (0..longest)
        .flat_map(|place| lists.iter().filter_map(move |list| list.get(place)))
        .cloned()
        .collect()
}

/// A scenario of a level; `None` if it came out as something that nobody should have to guess.
fn one(level: Level, chance: &mut Chance) -> Option<Made> {
    let scenario = scenario(level, chance);
    let trace = evaluate(&scenario, &PreflightCache::new());
    let is_fair = !matches!(trace.outcome, Outcome::Invalid | Outcome::OpaqueRedirect);
    let rule = trace.deciding_step().rule;
    let answers = answers(&scenario, 1, &Ask::ALL)?;
    is_fair.then_some(Made {
        level,
        scenario,
        rule: rule.name(),
        question: rule.words().question(),
        answers,
    })
}

fn scenario(level: Level, chance: &mut Chance) -> Scenario {
    let (page, url) = request::addresses(level, chance);
    let mut scenario = Scenario::new(&url);
    scenario.page = page;
    scenario.request = request::request(level, chance, url);
    scenario.hops = server::hops(level, chance, &scenario);
    scenario
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const COUNT: usize = 20;

    #[test]
    fn they_are_the_same_every_time_and_no_two_are_alike() {
        for level in LEVELS {
            let all = made(level, COUNT);
            assert_eq!(all.len(), COUNT, "{level:?}");
            let again = made(level, COUNT);
            for (place, it) in all.iter().enumerate() {
                assert_eq!(it.scenario, again[place].scenario, "{level:?}");
                let earlier = &all[..place];
                assert!(!earlier.iter().any(|other| other.scenario == it.scenario));
            }
        }
    }

    #[test]
    fn nobody_can_always_say_the_same() {
        for level in LEVELS {
            let all = made(level, COUNT);
            for (place, ask) in Ask::ALL.iter().enumerate() {
                let yes = all.iter().filter(|it| it.answers[place].is_yes).count();
                // Of the easiest none has a preflight: that is what makes them easy.
                if *ask != Ask::Preflight || level >= Level::Preflight {
                    assert!(
                        (4..=16).contains(&yes),
                        "{level:?} {ask:?}: {yes} of {COUNT}"
                    );
                }
            }
            let rules: BTreeSet<&str> = all.iter().map(|it| it.rule).collect();
            assert!(rules.len() > level as usize + 2, "{level:?}: {rules:?}");
        }
    }

    #[test]
    fn harder_ones_have_what_their_level_is_about() {
        let any = |level, is_so: fn(&Scenario) -> bool| {
            made(level, COUNT).iter().any(|it| is_so(&it.scenario))
        };
        let with_chain = |it: &Scenario| it.hops.len() > 1;
        assert!(any(Level::Chains, with_chain));
        assert!(!any(Level::Credentials, with_chain));
        assert!(any(Level::Chains, |it| it.page.opaque));
        let with_handler = |it: &Scenario| it.hops[0].preflight.is_some();
        assert!(any(Level::Preflight, with_handler));
        assert!(!any(Level::Permission, with_handler));
    }
}
