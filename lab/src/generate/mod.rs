//! Made-up scenarios, most of them a step away from working or from failing.
//!
//! All are for a page in a browser: curl and development proxies have written cases only.

mod answers;
mod random;
mod requests;
mod shrink;

use cors_engine::scenario::{FurtherSend, Page, Profile, Scenario};
use cors_engine::trace::Outcome;
use cors_engine::{PreflightCache, evaluate};

use random::Random;
pub use shrink::shrink;

/// Makes scenario number `number` of the ones that `seed` stands for, so that runs can be divided
/// and taken up again. No page can do what some draws say; those are drawn again.
pub fn scenario(seed: u64, number: u64) -> Scenario {
    let mut random = Random::new(seed, number);
    loop {
        let scenario = draw(&mut random);
        if evaluate(&scenario, &PreflightCache::new()).outcome != Outcome::Invalid {
            return scenario;
        }
    }
}

const PAGES: &[&str] = &[
    "https://app.example/",
    "https://app.example/",
    "https://app.example/",
    "http://app.example/",
    "https://app.example:8443/deep/page?query",
    "http://localhost:3000/",
    "http://127.0.0.1:5173/",
    "file:///home/me/index.html",
    "data:text/html,page",
];

fn draw(random: &mut Random) -> Scenario {
    let page = Page {
        url: random.one_of(PAGES).to_owned(),
        opaque: random.one_in(10),
        // The written cases have one.
        proxy: String::new(),
    };
    let request = requests::draw(random);
    let hops = answers::draw(random, &page, &request);
    let mut scenario = Scenario {
        title: String::new(),
        page,
        request,
        hops,
        then: Vec::new(),
        profile: Profile::Chromium,
    };
    for _ in 0..random.one_of(&[0, 0, 0, 0, 0, 0, 1, 1, 2, 3]) {
        // The same again asks the preflight cache; another request shows what it does not cover.
        let request = match random.one_in(2) {
            true => scenario.request.clone(),
            false => requests::draw_like(random, &scenario.request),
        };
        let hops = answers::draw(random, &scenario.page, &request);
        answers::make_temporary(&mut scenario.hops);
        scenario.then.push(FurtherSend {
            // Waiting takes the time that it says.
            wait_s: if random.one_in(40) { 6 } else { 0 },
            request,
            hops,
        });
    }
    scenario
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use cors_engine::rules::Algorithm;
    use cors_engine::trace::{Choice, StepOutcome};
    use cors_engine::{Rule, Trace};

    use super::*;

    #[test]
    fn a_seed_stands_for_the_same_scenarios_for_ever() {
        assert_eq!(scenario(7, 3), scenario(7, 3));
        assert_ne!(scenario(7, 3), scenario(7, 4));
        assert_ne!(scenario(7, 3), scenario(8, 3));
    }

    fn traces(count: u64) -> impl Iterator<Item = Trace> {
        (0..count).map(|number| evaluate(&scenario(1, number), &PreflightCache::new()))
    }

    #[test]
    fn the_scenarios_are_near_misses() {
        let is_readable = |trace: &Trace| trace.outcome == Outcome::Readable;
        let readable = traces(2000).filter(is_readable).count();
        assert!((300..1200).contains(&readable), "{readable} of 2000");
    }

    #[test]
    fn every_rule_is_answered_with_yes_and_with_no() {
        let mut answers = BTreeSet::new();
        for trace in traces(4000) {
            let sends = [&trace].into_iter().chain(&trace.then);
            for step in sends.flat_map(|send| &send.steps) {
                match step.outcome {
                    StepOutcome::Passed | StepOutcome::Decided(Choice::Yes) => {
                        answers.insert((step.rule, true));
                    }
                    StepOutcome::Failed | StepOutcome::Decided(Choice::No) => {
                        answers.insert((step.rule, false));
                    }
                    StepOutcome::NotReached => {}
                }
            }
        }
        // Scenarios that no page and no server can act out are not made up, and one rule is not Chromium's.
        let rules = Rule::ALL.iter().filter(|rule| {
            rule.algorithm() != Algorithm::Scenario && **rule != Rule::SafelistedBeforeRedirect
        });
        let missing: Vec<(Rule, bool)> = rules
            .flat_map(|rule| [(*rule, true), (*rule, false)])
            .filter(|answer| !answers.contains(answer))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn shrinking_keeps_what_fails_and_nothing_else() {
        let has_put = |scenario: &Scenario| scenario.request.method == "PUT";
        let big = (0..).map(|number| scenario(1, number)).find(has_put);
        let small = shrink(&big.expect("PUT is drawn often"), has_put);
        assert_eq!(
            small.request.headers.len() + small.hops.len() + small.then.len(),
            0
        );
        assert_eq!(small.request.method, "PUT");
    }
}
