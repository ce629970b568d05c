//! The scenarios of the course: what its lessons, cases and cards say is what Chromium does.

use std::path::Path;

use cors_course::Course;
use cors_engine::scenario::Scenario;
use cors_lab::verify::{Verdict, verify_all};

#[test]
fn every_scenario_of_the_course_goes_as_the_engine_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../course/content");
    let course = Course::read(&folder).expect("its own test says what is wrong");
    let scenarios: Vec<(&str, &Scenario)> = course.scenarios().collect();
    assert!(scenarios.len() > 100, "only {} scenarios", scenarios.len());
    let mut problems = Vec::new();
    let all = scenarios.iter().map(|(_, scenario)| (*scenario).clone());
    let report = |number: usize, _: &Scenario, verdict: Verdict| {
        let name = scenarios[number].0;
        if let Verdict::NotRun(reason) | Verdict::Failed(reason) = &verdict {
            problems.push(format!("{name}: not run, {reason}"));
        }
        problems.extend(verdict.unexplained().map(|it| format!("{name}: {it}")));
    };
    verify_all(all, 2, report).unwrap_or_else(|error| panic!("{error}"));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
