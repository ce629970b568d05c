//! The engine beside the installed Chromium: `cargo test -p cors-lab --test browser`.

mod build;
mod cases;
mod conformance;
mod course;
mod isolation;
mod wpt;

use std::collections::BTreeSet;

use cors_engine::rules::Texts;
use cors_engine::scenario::{Browser, Profile, Scenario};
use cors_engine::{PreflightCache, Rule, evaluate, rules};
use cors_lab::verify::{Lab, Verdict, verify_all};
use cors_lab::{curl, generate, ledger};

/// The made-up cases that run beside the written ones: the same every time.
const SEED: u64 = 1;
const GENERATED: u64 = 120;

fn lab() -> Lab {
    Lab::start().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn the_opening_scenario_gives_the_line_that_chromium_prints() {
    let scenario = Scenario::opening();
    let verdict = lab().verify(&scenario).expect("Chromium runs");
    let Verdict::Ran(reports) = verdict else {
        panic!("not run");
    };
    let trace = evaluate(&scenario, &PreflightCache::new());
    let lines = rules::console(&scenario, &trace, Browser::Chromium, Texts::compiled_in());
    let wanted = "Access to fetch at 'https://api.backend.com/users' from origin 'https://frontend.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.";
    assert_eq!(lines[0].text, wanted);
    assert_eq!(reports[0].observed.console[0], wanted);
    assert_eq!(reports[0].differences, []);
}

#[test]
fn every_case_goes_as_the_engine_says() {
    let cases = cases::all();
    let mut problems = Vec::new();
    for case in &cases {
        let mut scenario = case.build.0.clone();
        scenario.profile = Profile::Chromium;
        let trace = evaluate(&scenario, &PreflightCache::new());
        let found = (trace.outcome, trace.deciding_step().rule);
        if found != (case.outcome, case.rule) {
            problems.push(format!("{}: the engine says {found:?}", case.name));
        }
    }
    let generated = (0..GENERATED).map(|number| generate::scenario(SEED, number));
    let scenarios = cases.iter().map(|case| case.build.0.clone());
    let report = |number: usize, _: &Scenario, verdict: Verdict| {
        let (name, may_be_left_out) = match cases.get(number) {
            Some(case) => (case.name.to_owned(), false),
            // What is made up may be something that no browser can be made to do.
            None => (
                format!("seed {SEED}, number {}", number - cases.len()),
                true,
            ),
        };
        match &verdict {
            Verdict::NotRun(_) if may_be_left_out => {}
            Verdict::NotRun(reason) if reason == curl::NOT_INSTALLED => {
                eprintln!("skipped: {name}: {reason}");
            }
            Verdict::NotRun(reason) | Verdict::Failed(reason) => {
                problems.push(format!("{name}: not run, {reason}"));
            }
            Verdict::Ran(_) => {}
        }
        problems.extend(verdict.unexplained().map(|it| format!("{name}: {it}")));
    };
    verify_all(scenarios.chain(generated), 2, report).unwrap_or_else(|error| panic!("{error}"));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_entry_of_the_ledger_still_applies() {
    let stale = ledger::stale(&mut lab()).expect("Chromium runs");
    let names: Vec<&str> = stale.iter().map(|entry| entry.name).collect();
    assert!(names.is_empty(), "no longer needed: {names:?}");
}

#[test]
fn every_rule_that_chromium_can_show_decides_a_case() {
    let decided: BTreeSet<Rule> = cases::all().iter().map(|case| case.rule).collect();
    let missing: Vec<&str> = Rule::ALL
        .iter()
        .filter(|rule| !decided.contains(rule) && decides(**rule))
        .map(|rule| rule.name())
        .collect();
    assert!(missing.is_empty(), "no case for {missing:?}");
}

/// Whether a rule can decide how a scenario ends that a browser can run.
fn decides(rule: Rule) -> bool {
    let is_about_the_scenario = rule.algorithm() == rules::Algorithm::Scenario;
    // These choose a way on which other rules decide.
    let only_leads_on = matches!(
        rule,
        Rule::RequestHeaderNotForbidden
            | Rule::NoCorsRequestHeaderSafelisted
            | Rule::NoUploadListener
            | Rule::MethodSafelisted
            | Rule::RequestHeaderSafelisted
            | Rule::SafelistedValuesWithin1024
            | Rule::SafelistedBeforeRedirect
            | Rule::PreflightCached
            | Rule::OriginNamesThePage
            | Rule::PreflightKept
            | Rule::AnswerIsFinal
            | Rule::RedirectKeepsMethod
            | Rule::RedirectKeepsAuthorization
            | Rule::ExposeHeadersParses
            | Rule::HeaderExposed
    );
    !is_about_the_scenario && !only_leads_on
}
