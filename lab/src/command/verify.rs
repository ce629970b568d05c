//! `cors-lab verify`: scenarios in an installed Chromium, beside the engine.

use std::fmt;
use std::fs;

use cors_engine::Scenario;
use cors_lab::verify::{Lab, Verdict, verify_all};
use cors_lab::{generate, ledger};

use super::options::Options;
use super::{Status, USAGE, read};

/// Browsers that run side by side, unless the command says otherwise: each keeps about a core busy.
pub(super) const WORKERS: usize = 2;

/// Runs all scenarios, and says where Chromium does otherwise.
pub(super) fn verify(options: &Options) -> Result<Status, String> {
    match (options.generate, options.files.as_slice()) {
        (Some(count), []) => verify_generated(options, count),
        (Some(_), _) => Err(format!("--generate makes its own scenarios\n{USAGE}")),
        (None, []) => Err(format!("a file is missing\n{USAGE}")),
        (None, files) => verify_files(options, files),
    }
}

fn verify_files(options: &Options, files: &[String]) -> Result<Status, String> {
    let mut scenarios: Vec<Scenario> = Vec::new();
    let mut names = Vec::new();
    let mut worst = Status::Well;
    for file in files {
        let text = fs::read(file).map_err(|error| read::unusable(&error.to_string()));
        match text.and_then(|text| read::scenario(&text)) {
            Ok(scenario) => {
                scenarios.push(scenario);
                names.push(file);
            }
            Err(error) => {
                println!("{file}: not a scenario: {error}");
                worst = Status::Unusable;
            }
        }
    }
    let report = |number: usize, _: &Scenario, verdict: Verdict| {
        println!("{}: {}", names[number], in_words(&verdict));
        if !verdict.is_well() {
            worst = worst.max(Status::Unexpected);
        }
    };
    let workers = options.workers.unwrap_or(WORKERS).min(scenarios.len());
    if workers > 0 {
        verify_all(scenarios.into_iter(), workers, report).map_err(|error| error.to_string())?;
    }
    Ok(worst)
}

/// Makes scenarios up, runs them, and prints those that differ, shrunk, as JSON. Then asks whether
/// every entry of the ledger still applies.
fn verify_generated(options: &Options, count: usize) -> Result<Status, String> {
    let seed = options.seed.unwrap_or_default();
    let first = options.first.unwrap_or_default();
    let numbers = first..first + count as u64;
    let scenarios = numbers.map(|number| generate::scenario(seed, number));
    let mut tally = Tally::default();
    let report = |number: usize, scenario: &Scenario, verdict: Verdict| {
        tally.count(&verdict);
        let number = first + number as u64;
        if !verdict.is_well() {
            println!("seed {seed}, number {number}: {}", in_words(&verdict));
            tally.differing.push((number, scenario.clone(), verdict));
        }
        if tally.total().is_multiple_of(100) {
            eprintln!("{} of {count}", tally.total());
        }
    };
    let workers = options.workers.unwrap_or(WORKERS);
    verify_all(scenarios, workers, report).map_err(|error| error.to_string())?;
    let mut lab = Lab::start().map_err(|error| error.to_string())?;
    for (number, scenario, verdict) in &tally.differing {
        let smallest = shrunk(&mut lab, scenario, verdict);
        let json = serde_json::to_string(&smallest).map_err(|error| error.to_string())?;
        println!("seed {seed}, number {number}, shrunk: {json}");
    }
    let stale = ledger::stale(&mut lab).map_err(|error| error.to_string())?;
    for entry in &stale {
        println!(
            "the ledger's {} no longer applies: {}",
            entry.name, entry.reason
        );
    }
    println!("{}: {tally}", lab.version());
    Ok(match tally.differing.is_empty() && stale.is_empty() {
        true => Status::Well,
        false => Status::Unexpected,
    })
}

/// The smallest scenario that shows the first of the differences.
pub(super) fn shrunk(lab: &mut Lab, scenario: &Scenario, verdict: &Verdict) -> Scenario {
    let Some(wanted) = verdict.unexplained().next().map(|it| it.aspect) else {
        return scenario.clone();
    };
    generate::shrink(scenario, |candidate| match lab.verify(candidate) {
        Ok(verdict) => verdict.unexplained().any(|it| it.aspect == wanted),
        // A browser that fails says nothing about the candidate.
        Err(_) => {
            if let Ok(fresh) = Lab::start() {
                *lab = fresh;
            }
            false
        }
    })
}

/// What became of made-up scenarios.
#[derive(Default)]
struct Tally {
    agree: usize,
    known: usize,
    not_run: usize,
    differing: Vec<(u64, Scenario, Verdict)>,
}

impl Tally {
    /// Counts all but those with a difference that nothing explains.
    fn count(&mut self, verdict: &Verdict) {
        match verdict {
            Verdict::NotRun(_) => self.not_run += 1,
            _ if !verdict.is_well() => {}
            Verdict::Ran(_) if verdict.differences().next().is_some() => self.known += 1,
            _ => self.agree += 1,
        }
    }

    fn total(&self) -> usize {
        self.agree + self.known + self.not_run + self.differing.len()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} agree, {} differ as the ledger says, {} differ otherwise, {} were not run",
            self.agree,
            self.known,
            self.differing.len(),
            self.not_run,
        )
    }
}

fn in_words(verdict: &Verdict) -> String {
    let differences: Vec<String> = verdict.differences().map(ToString::to_string).collect();
    match verdict {
        Verdict::NotRun(reason) => format!("not run, {reason}"),
        Verdict::Failed(error) => format!("failed, {error}"),
        Verdict::Ran(_) if differences.is_empty() => "agrees".to_owned(),
        Verdict::Ran(_) => format!("differs\n{}", differences.join("\n")),
    }
}
