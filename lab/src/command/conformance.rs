//! `cors-lab conformance`: thousands of made-up cases, and the page that says what came out.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use cors_engine::Scenario;
use cors_lab::conformance::{
    Found, Plan, Progress, Results, Shard, State, Tally, Version, page, pending, run_shards, today,
};
use cors_lab::verify::{Lab, verify_all};
use cors_lab::{generate, ledger};

use super::Status;
use super::options::Options;
use super::verify::{WORKERS, shrunk};

/// As many cases as the page in the documents stands for.
const CASES: u64 = 10_000;
/// More would take weeks.
const MOST_CASES: u64 = 10_000_000;
const SEED: u64 = 1;

/// Runs what is not done yet, and writes the page once all is.
pub(super) fn conformance(options: &Options) -> Result<Status, String> {
    if let Some(file) = options.files.first() {
        return Err(format!(
            "conformance makes its own scenarios: leave `{file}` out"
        ));
    }
    let plan = Plan {
        seed: options.seed.unwrap_or(SEED),
        cases: options.cases.unwrap_or(CASES),
    };
    if !(1..=MOST_CASES).contains(&plan.cases) {
        return Err(format!("--cases wants a number from 1 to {MOST_CASES}"));
    }
    let chosen = match &options.shards {
        Some(text) => plan.choose(text)?,
        None => plan.shards(),
    };
    let browser = Lab::start().map_err(in_words)?.version().to_owned();
    let folder = options.state.as_deref().unwrap_or("target/conformance");
    let state = State::new(PathBuf::from(folder), Version::of(&browser));
    sit(options, plan, &chosen, &state)?;
    shrink_findings(plan, &state)?;
    conclude(options, plan, &state)
}

/// Runs those of the `chosen` shards that no run before has finished.
fn sit(options: &Options, plan: Plan, chosen: &[Shard], state: &State) -> Result<(), String> {
    let found = state.read().map_err(in_words)?;
    tell(plan, &found, state);
    let shards = pending(chosen, &found.shards, options.sitting);
    if shards.is_empty() {
        return Ok(());
    }
    let cases = shards.iter().map(|shard| shard.count).sum();
    let mut progress = Progress::new(plan.cases, &of_plan(plan, &found).1, cases);
    let workers = options.workers.unwrap_or(WORKERS);
    let begun = Instant::now();
    run_shards(
        &shards,
        |scenarios, report| verify_all(scenarios, workers, report),
        |shard, tally| {
            state.record(shard, &tally)?;
            progress.add(&tally);
            eprintln!("{}", progress.line(shard, begun.elapsed()));
            Ok(())
        },
    )
    .map_err(in_words)
}

/// Says what is done already, and what does not count.
fn tell(plan: Plan, found: &Found, state: &State) {
    let folder = state.folder().display();
    let all = plan.shards().len();
    eprintln!(
        "{}: {} of {all} shards are done in {folder}",
        state.version().browser,
        of_plan(plan, found).0
    );
    if found.foreign > 0 {
        let foreign = found.foreign;
        eprintln!("{foreign} there are of another browser or other sources, and do not count");
    }
    for file in &found.unreadable {
        eprintln!("{} is no finished shard: left aside", file.display());
    }
}

/// How many of a plan's shards are done, and what they found together.
fn of_plan(plan: Plan, found: &Found) -> (usize, Tally) {
    let mut sum = Tally::default();
    let shards = plan.shards();
    let done = shards.iter().filter_map(|shard| found.shards.get(shard));
    let count = done.map(|tally| sum.add(tally)).count();
    (count, sum)
}

/// Prints all findings, shrunk. That takes long, so what is shrunk is kept as well.
fn shrink_findings(plan: Plan, state: &State) -> Result<(), String> {
    let found = state.read().map_err(in_words)?;
    let mut lab = None;
    for shard in plan.shards() {
        let Some(mut tally) = found.shards.get(&shard).cloned() else {
            continue;
        };
        for index in 0..tally.findings.len() {
            let finding = &mut tally.findings[index];
            let name = format!("seed {}, number {}", shard.seed, finding.number);
            println!("{name}: differs\n{}", finding.differences.join("\n"));
            if finding.shrunk.is_none() {
                let scenario = generate::scenario(shard.seed, finding.number);
                finding.shrunk = Some(shrink(&mut lab, scenario, &state.file(shard))?);
                state.record(shard, &tally).map_err(in_words)?;
            }
            let scenario = &tally.findings[index].shrunk;
            let json = serde_json::to_string(scenario).map_err(in_words)?;
            println!("{name}, shrunk: {json}");
        }
    }
    Ok(())
}

/// The smallest scenario that differs, or the one given where nothing smaller is found.
fn shrink(lab: &mut Option<Lab>, scenario: Scenario, file: &Path) -> Result<Scenario, String> {
    let lab = match lab {
        Some(lab) => lab,
        None => lab.insert(Lab::start().map_err(in_words)?),
    };
    match lab.verify(&scenario) {
        Ok(verdict) if verdict.is_well() => {
            println!(
                "This did not show a second time. To run its shard again, delete {}",
                file.display()
            );
            Ok(scenario)
        }
        Ok(verdict) => Ok(shrunk(lab, &scenario, &verdict)),
        Err(_) => {
            *lab = Lab::start().map_err(in_words)?;
            Ok(scenario)
        }
    }
}

/// Writes the page if all shards are done, and says how it stands.
fn conclude(options: &Options, plan: Plan, state: &State) -> Result<Status, String> {
    // Read anew: another machine's shards may have come meanwhile.
    let (done, tally) = of_plan(plan, &state.read().map_err(in_words)?);
    let status = match tally.findings.is_empty() {
        true => Status::Well,
        false => Status::Unexpected,
    };
    let all = plan.shards().len();
    if done < all {
        println!("{done} of {all} shards are done: run the others, and the page is written");
        return Ok(status);
    }
    let file = page_file(options, plan, state.folder());
    let results = Results {
        date: today(),
        version: state.version().clone(),
        plan,
        tally,
    };
    let entries: Vec<(&str, &str)> = ledger::ALL.iter().map(|it| (it.name, it.reason)).collect();
    fs::write(&file, page(&results, &entries))
        .map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    println!(
        "{} agree, {} differ as the ledger says, {} differ otherwise; all of it is in {}",
        results.tally.agreeing,
        results.tally.known,
        results.tally.findings.len(),
        file.display()
    );
    Ok(status)
}

/// The page in the documents is about many cases: a smaller run has one of its own.
fn page_file(options: &Options, plan: Plan, state: &Path) -> PathBuf {
    match &options.page {
        Some(file) => PathBuf::from(file),
        None if plan.cases >= CASES => PathBuf::from("docs/CONFORMANCE.md"),
        None => state.join("CONFORMANCE.md"),
    }
}

fn in_words(error: impl std::fmt::Display) -> String {
    error.to_string()
}
