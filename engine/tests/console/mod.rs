//! The console lines of Firefox and Safari: letter for letter what Firefox 153.7 and WebKitGTK 2.50.6
//! printed in a run of the same scenarios, but for the words of a failed connection in Safari.

mod cors;
mod others;

use std::collections::BTreeSet;

use cors_engine::rules::{ConsoleLine, TextSource, Texts, Words, observed_in};
use cors_engine::scenario::{Browser, Profile};
use cors_engine::trace::{Outcome, Trace};
use cors_engine::{Rule, Scenario};

use crate::all_rows;
use crate::support::{API, Build, fetch, trace};

/// A scenario, and the lines of it.
struct ConsoleRow {
    name: &'static str,
    scenario: Scenario,
    firefox: &'static [&'static str],
    safari: &'static [&'static str],
}

/// Rows: `"name": scenario => firefox [lines], safari [lines];`.
macro_rules! console_rows {
    ($($name:literal: $scenario:expr => firefox [$($firefox:literal),* $(,)?], safari [$($safari:literal),* $(,)?];)*) => {
        vec![$($crate::console::ConsoleRow {
            name: $name,
            scenario: $scenario,
            firefox: &[$($firefox),*],
            safari: &[$($safari),*],
        }),*]
    };
}
use console_rows;

const BROWSERS: [(Browser, Profile); 3] = [
    (Browser::Chromium, Profile::Chromium),
    (Browser::Firefox, Profile::Firefox),
    (Browser::Safari, Profile::Safari),
];

fn console(scenario: &Scenario, trace: &Trace, browser: Browser) -> Vec<ConsoleLine> {
    cors_engine::rules::console(scenario, trace, browser, Texts::compiled_in())
}

fn rows() -> Vec<ConsoleRow> {
    let mut rows = cors::rows();
    rows.extend(others::rows());
    rows
}

#[test]
fn every_row() {
    let mut wrong = Vec::new();
    for row in rows() {
        for (browser, profile) in BROWSERS {
            let wanted = match browser {
                Browser::Chromium => continue,
                Browser::Firefox => row.firefox,
                Browser::Safari => row.safari,
            };
            let scenario = row.scenario.clone().profile(profile);
            let lines = console(&scenario, &trace(&scenario), browser);
            let found: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
            if found != wanted {
                let name = row.name;
                wrong.push(format!(
                    "{name}, {browser:?}:\n  wanted {wanted:#?}\n  found {found:#?}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_text_of_all_says_what_is_compiled_in() {
    let text = Words::text_of_all();
    for row in all_rows() {
        for (browser, profile) in BROWSERS {
            let scenario = row.scenario.clone().profile(profile);
            let trace = trace(&scenario);
            let read = cors_engine::rules::console(&scenario, &trace, browser, Texts::of(&text));
            assert_eq!(read, console(&scenario, &trace, browser), "{}", row.name);
        }
    }
}

#[test]
fn what_is_typed_is_no_gap() {
    let scenario = fetch(API).answer("200", &[("Access-Control-Allow-Origin", "{}")]);
    let lines = console(&scenario, &trace(&scenario), Browser::Chromium);
    let wanted = "has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header contains the invalid value '{}'. Have the server send the header with a valid value.";
    assert!(lines[0].text.ends_with(wanted), "{}", lines[0].text);
}

#[test]
fn a_text_that_ends_early_leaves_lines_empty() {
    let scenario = fetch(API);
    let trace = trace(&scenario);
    for (browser, _) in BROWSERS {
        let lines = cors_engine::rules::console(&scenario, &trace, browser, Texts::of("A?\nB."));
        assert!(lines.iter().all(|line| line.text.is_empty()), "{lines:?}");
    }
}

/// The rules that end a request in a network error of which a browser prints nothing at all.
fn silent(browser: Browser) -> BTreeSet<Rule> {
    match browser {
        Browser::Chromium => {
            BTreeSet::from([Rule::RequestUrlParses, Rule::SubresourceWithoutPassword])
        }
        Browser::Firefox => {
            BTreeSet::from([Rule::NoCorsFollowsRedirects, Rule::RedirectModeFollows])
        }
        Browser::Safari => BTreeSet::from([Rule::RequestUrlParses]),
    }
}

#[test]
fn every_network_error_prints_something_or_is_listed_as_silent() {
    let scenarios: Vec<Scenario> = all_rows()
        .into_iter()
        .map(|row| row.scenario)
        .chain(rows().into_iter().map(|row| row.scenario))
        .collect();
    for (browser, profile) in BROWSERS {
        let (mut ends, mut printed) = (BTreeSet::new(), BTreeSet::new());
        for scenario in &scenarios {
            let scenario = scenario.clone().profile(profile);
            let trace = trace(&scenario);
            if trace.outcome != Outcome::NetworkError {
                continue;
            }
            let rule = trace.deciding_step().rule;
            ends.insert(rule);
            if !console(&scenario, &trace, browser).is_empty() {
                printed.insert(rule);
            }
        }
        assert!(ends.len() > 20, "{browser:?}: {} rules", ends.len());
        let found: BTreeSet<Rule> = ends.difference(&printed).copied().collect();
        assert_eq!(found, silent(browser), "{browser:?}");
    }
}

#[test]
fn only_the_words_of_a_failed_connection_in_safari_are_not_of_a_run() {
    for row in rows() {
        for (browser, profile) in BROWSERS {
            let scenario = row.scenario.clone().profile(profile);
            let trace = trace(&scenario);
            let is_connection = trace.deciding_step().rule == Rule::ServerAnswered
                && trace.outcome == Outcome::NetworkError;
            let wanted = match browser {
                Browser::Safari if is_connection => TextSource::Unrun,
                _ => TextSource::Run,
            };
            for line in console(&scenario, &trace, browser) {
                assert_eq!(line.source, wanted, "{}: {}", row.name, line.text);
            }
        }
    }
}

#[test]
fn every_browser_says_where_its_lines_were_read() {
    let programs: BTreeSet<&str> = Browser::ALL.iter().copied().map(observed_in).collect();
    assert_eq!(programs.len(), Browser::ALL.len());
}
