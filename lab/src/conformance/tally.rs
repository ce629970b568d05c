//! What became of many scenarios, as numbers that can be added up.

use std::collections::{BTreeMap, BTreeSet};

use cors_engine::scenario::{Profile, Scenario};
use cors_engine::trace::{Choice, StepOutcome};
use cors_engine::{PreflightCache, Rule, Trace, evaluate};
use serde::{Deserialize, Serialize};

use crate::verify::Verdict;

/// What became of many scenarios.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// How many were not run, by reason.
    pub not_run: BTreeMap<String, u64>,
    /// How many agree in all that is compared.
    pub agreeing: u64,
    /// How many differ, but only as the ledger says.
    pub known: u64,
    /// For each entry of the ledger, how many scenarios it explains a difference of.
    pub entries: BTreeMap<String, u64>,
    /// How the sends of those that were run end, says the engine.
    pub outcomes: BTreeMap<String, u64>,
    /// What their rules answered.
    pub rules: BTreeMap<String, Answers>,
    /// The scenarios with a difference that nothing explains.
    pub findings: Vec<Finding>,
}

/// What a rule answered, in numbers of sends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// It was asked.
    pub asked: u64,
    /// It answered no, once at least.
    pub no: u64,
    /// It decided how the send ends.
    pub decided: u64,
}

/// A scenario with a difference that nothing explains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// Its number.
    pub number: u64,
    /// Its differences, in words.
    pub differences: Vec<String>,
    /// The smallest scenario that shows one of them, once that has been looked for.
    pub shrunk: Option<Scenario>,
}

impl Tally {
    /// Counts one scenario.
    pub fn count(&mut self, number: u64, scenario: &Scenario, verdict: &Verdict) {
        if let Verdict::NotRun(reason) = verdict {
            *self.not_run.entry(reason.clone()).or_default() += 1;
            return;
        }
        self.count_answers(scenario);
        let known: BTreeSet<&str> = verdict.differences().filter_map(|it| it.known).collect();
        for name in &known {
            *self.entries.entry((*name).to_owned()).or_default() += 1;
        }
        match (verdict.is_well(), known.is_empty()) {
            (false, _) => self.findings.push(Finding {
                number,
                differences: unexplained(verdict),
                shrunk: None,
            }),
            (true, true) => self.agreeing += 1,
            (true, false) => self.known += 1,
        }
    }

    fn count_answers(&mut self, scenario: &Scenario) {
        let mut scenario = scenario.clone();
        scenario.profile = Profile::Chromium;
        let trace = evaluate(&scenario, &PreflightCache::new());
        for send in [&trace].into_iter().chain(&trace.then) {
            let outcome = send.outcome.as_str().to_owned();
            *self.outcomes.entry(outcome).or_default() += 1;
            for (rule, answered_no) in answers(send) {
                let answers = self.rules.entry(rule.name().to_owned()).or_default();
                answers.asked += 1;
                answers.no += u64::from(answered_no);
                answers.decided += u64::from(rule == send.deciding_step().rule);
            }
        }
    }

    /// Adds another one.
    pub fn add(&mut self, other: &Tally) {
        self.agreeing += other.agreeing;
        self.known += other.known;
        add_each(&mut self.not_run, &other.not_run);
        add_each(&mut self.entries, &other.entries);
        add_each(&mut self.outcomes, &other.outcomes);
        for (name, more) in &other.rules {
            let answers = self.rules.entry(name.clone()).or_default();
            answers.asked += more.asked;
            answers.no += more.no;
            answers.decided += more.decided;
        }
        self.findings.extend(other.findings.iter().cloned());
    }

    /// How many scenarios were run.
    pub fn run(&self) -> u64 {
        self.agreeing + self.known + self.findings.len() as u64
    }

    /// How many scenarios it counts.
    pub fn cases(&self) -> u64 {
        self.run() + self.not_run.values().sum::<u64>()
    }
}

/// The rules that a send asked, and whether one of their answers was no.
fn answers(send: &Trace) -> BTreeMap<Rule, bool> {
    let mut answers = BTreeMap::new();
    for step in &send.steps {
        let is_no = match step.outcome {
            StepOutcome::Passed | StepOutcome::Decided(Choice::Yes) => false,
            StepOutcome::Failed | StepOutcome::Decided(Choice::No) => true,
            StepOutcome::NotReached => continue,
        };
        *answers.entry(step.rule).or_default() |= is_no;
    }
    answers
}

fn add_each(numbers: &mut BTreeMap<String, u64>, more: &BTreeMap<String, u64>) {
    for (name, number) in more {
        *numbers.entry(name.clone()).or_default() += number;
    }
}

fn unexplained(verdict: &Verdict) -> Vec<String> {
    match verdict {
        Verdict::Failed(error) => vec![format!("the browser failed twice: {error}")],
        _ => verdict.unexplained().map(ToString::to_string).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::{Observed, Ran};
    use crate::verify::{Aspect, Difference, Report};

    fn counted(verdicts: &[Verdict]) -> Tally {
        let mut tally = Tally::default();
        for (number, verdict) in verdicts.iter().enumerate() {
            tally.count(number as u64, &Scenario::opening(), verdict);
        }
        tally
    }

    #[test]
    fn scenarios_that_are_not_run_count_for_their_reason_only() {
        let tally = counted(&[Verdict::NotRun("too long".to_owned())]);
        assert_eq!((tally.cases(), tally.run()), (1, 0));
        assert_eq!(tally.not_run["too long"], 1);
        assert!(tally.rules.is_empty() && tally.outcomes.is_empty());
    }

    /// A scenario that was run, with a difference for each entry that explains it or not.
    fn differing(entries: &[Option<&'static str>]) -> Verdict {
        let difference = |known: &Option<&'static str>| Difference {
            send: 0,
            rule: Rule::SameOrigin,
            aspect: Aspect::Status,
            engine: "200".to_owned(),
            browser: "0".to_owned(),
            known: *known,
        };
        Verdict::Ran(vec![Report {
            ran: Ran {
                end: "answered".to_owned(),
                response_type: None,
                status: None,
                headers: None,
                exception: None,
            },
            observed: Observed::default(),
            received: Vec::new(),
            forwarded: Vec::new(),
            differences: entries.iter().map(difference).collect(),
        }])
    }

    #[test]
    fn an_entry_counts_once_for_a_scenario() {
        let tally = counted(&[differing(&[Some("status-407"), Some("status-407")])]);
        assert_eq!((tally.agreeing, tally.known), (0, 1));
        assert_eq!(tally.entries["status-407"], 1);
    }

    #[test]
    fn what_no_entry_explains_is_a_finding() {
        let tally = counted(&[differing(&[Some("status-407"), None])]);
        assert_eq!((tally.known, tally.findings.len()), (0, 1));
        assert_eq!(tally.entries["status-407"], 1);
        let wanted = "send 0, Status (rule same-origin)\n  engine:  200\n  browser: 0";
        assert_eq!(tally.findings[0].differences, [wanted]);
    }

    #[test]
    fn a_browser_that_fails_is_a_finding() {
        let tally = counted(&[Verdict::Ran(vec![]), Verdict::Failed("gone".to_owned())]);
        assert_eq!((tally.agreeing, tally.run()), (1, 2));
        assert_eq!(tally.findings[0].number, 1);
        assert_eq!(
            tally.findings[0].differences,
            ["the browser failed twice: gone"]
        );
    }

    #[test]
    fn rules_count_by_what_they_answered() {
        let tally = counted(&[Verdict::Ran(vec![]), Verdict::Ran(vec![])]);
        assert_eq!(tally.outcomes["network-error"], 2);
        let answers = |asked, no, decided| Answers { asked, no, decided };
        assert_eq!(tally.rules["allow-origin-present"], answers(2, 2, 2));
        assert_eq!(tally.rules["port-not-blocked"], answers(2, 0, 0));
        assert!(!tally.rules.contains_key("allow-origin-matches"));
    }

    #[test]
    fn the_sum_of_two_is_what_both_counted_together() {
        let verdicts = [
            Verdict::NotRun("too long".to_owned()),
            Verdict::Ran(vec![]),
            differing(&[Some("status-407")]),
            Verdict::NotRun("too long".to_owned()),
            differing(&[Some("status-407"), None]),
            Verdict::Failed("gone".to_owned()),
        ];
        let mut sum = counted(&verdicts[..1]);
        for (number, verdict) in verdicts.iter().enumerate().skip(1) {
            let mut one = Tally::default();
            one.count(number as u64, &Scenario::opening(), verdict);
            sum.add(&one);
        }
        assert_eq!(sum, counted(&verdicts));
        assert_eq!(sum.cases(), 6);
    }
}
