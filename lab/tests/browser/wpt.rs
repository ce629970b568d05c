//! Some of the cases of the public web-platform-tests, which stand beside the engine's tests.

use std::fs;
use std::path::Path;

use cors_engine::scenario::Scenario;
use cors_lab::verify::{Verdict, verify_all};
use serde_json::Value;

/// Every so many cases are run, so that all files have their share and a run stays within a minute.
const EVERY: usize = 12;

/// What the cases are called, and their scenarios. Those with which the standard does otherwise are
/// left out.
fn cases() -> Vec<(String, Scenario)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../engine/tests/wpt");
    let entries = fs::read_dir(&folder).expect("the engine's tests stand beside the lab");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    files.sort();
    let tables: String = files
        .iter()
        .map(|file| fs::read_to_string(file).expect("it is text"))
        .collect();
    tables
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("a line is JSON"))
        .filter(|case| case.get("otherwise").is_none())
        .step_by(EVERY)
        .map(|mut case| {
            let scenario = serde_json::from_value(case["scenario"].take());
            let name = format!("{}, {}", case["wpt"], case["case"]);
            (name, scenario.expect("the engine's tests read it"))
        })
        .collect()
}

#[test]
fn cases_of_web_platform_tests_go_as_the_engine_says() {
    let cases = cases();
    assert!(cases.len() > 100, "only {} cases", cases.len());
    let mut problems = Vec::new();
    let scenarios = cases.iter().map(|(_, scenario)| scenario.clone());
    let report = |number: usize, _: &Scenario, verdict: Verdict| {
        let name = &cases[number].0;
        if let Verdict::NotRun(reason) | Verdict::Failed(reason) = &verdict {
            problems.push(format!("{name}: not run, {reason}"));
        }
        problems.extend(verdict.unexplained().map(|it| format!("{name}: {it}")));
    };
    verify_all(scenarios, 2, report).unwrap_or_else(|error| panic!("{error}"));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
