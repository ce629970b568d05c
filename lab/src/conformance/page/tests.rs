//! The page, written from given results.

use std::collections::BTreeMap;

use cors_engine::Scenario;
use expect_test::expect;

use super::*;
use crate::conformance::tally::{Answers, Finding};

const LEDGER: [(&str, &str); 2] = [
    ("status-407", "407 is a network error in Chromium."),
    ("empty-location", "An empty Location is none to Chromium."),
];

fn numbers(pairs: &[(&str, u64)]) -> BTreeMap<String, u64> {
    let owned = |(name, number): &(&str, u64)| ((*name).to_owned(), *number);
    pairs.iter().map(owned).collect()
}

fn results() -> Results {
    let answers = Answers {
        asked: 7_000,
        no: 1_500,
        decided: 1_400,
    };
    Results {
        date: "2026-03-09".to_owned(),
        version: Version {
            browser: "Chrome/156.0.1.2".to_owned(),
            sources: "0123456789abcdef".to_owned(),
        },
        plan: Plan {
            seed: 1,
            cases: 10_000,
        },
        tally: Tally {
            not_run: numbers(&[("it takes too long", 1), ("the form leads to no page", 499)]),
            agreeing: 9_000,
            known: 500,
            entries: numbers(&[("status-407", 500)]),
            outcomes: numbers(&[("network-error", 6_000), ("readable", 4_600)]),
            rules: BTreeMap::from([("allow-origin-present".to_owned(), answers)]),
            findings: Vec::new(),
        },
    }
}

#[test]
fn the_page_says_what_came_out() {
    let text = page(&results(), &LEDGER);
    // The long list of rules that this state never met is left to the next test.
    let (before, rules) = text.split_once("| `request-url-parses`").expect("a rule");
    let (_, ledger) = rules.split_once("## The ledger").expect("the ledger");
    expect![[r#"
        <!-- `cargo xtask conformance` writes this page. Do not edit it: the next run writes it anew. -->

        # The engine beside Chromium

        `cargo xtask conformance` makes scenarios up, most of them a step away from working or from failing.
        It lets Chromium act out each one, against servers that answer byte for byte as the scenario says, and
        compares what happened with what the engine says of it (profile `chromium`).

        Nothing that Chromium did is unexplained.

        | | |
        |---|---|
        | run on | 2026-03-09 |
        | browser | Chrome 156.0.1.2 |
        | scenarios | the first 10,000 of seed 1 |
        | fingerprint of the sources of engine and lab | `0123456789abcdef` |

        ## Result

        | scenarios | number |
        |---|---:|
        | made up | 10,000 |
        | not run | 500 |
        | run | 9,500 |
        | of these, agree in all that is compared | 9,000 |
        | differ only as the ledger says | 500 |
        | differ otherwise | none |

        ## What is compared

        …

        ## What cannot be compared

        …

        ## Why some were not run

        | reason | scenarios |
        |---|---:|
        | it takes too long | 1 |
        | the form leads to no page | 499 |

        ## How they end

        Some scenarios send twice: 10,600 sends in all.

        | outcome | sends |
        |---|---:|
        | `network-error` | 6,000 |
        | `readable` | 4,600 |

        ## The rules that they meet

        In how many sends the engine asks each rule, how many of them it answers with no, and how many it
        decides. The rules about scenarios that no page or no server can act out are not among them.

        | rule | asked | no | decides |
        |---|---:|---:|---:|
    "#]].assert_eq(&before.replace(COMPARED, "…\n").replace(NOT_COMPARED, "…\n"));
    expect![[r#"


        The known differences, each with the number of scenarios that it explains a difference of. Where that
        is 0, the scenario that keeps the entry in the [ledger](../lab/src/ledger/mod.rs) still shows it: CI
        runs that one, too.

        | entry | scenarios | reason |
        |---|---:|---|
        | `status-407` | 500 | 407 is a network error in Chromium. |
        | `empty-location` | 0 | An empty Location is none to Chromium. |
    "#]].assert_eq(ledger);
}

#[test]
fn every_rule_that_a_scenario_can_meet_has_its_line() {
    let text = page(&results(), &LEDGER);
    assert!(text.contains("| `allow-origin-present` | 7,000 | 1,500 | 1,400 |"));
    assert!(text.contains("| `redirects-within-20` | 0 | 0 | 0 |"));
    assert!(!text.contains("`page-url-usable`"));
}

#[test]
fn what_nothing_explains_stands_there_with_its_scenario() {
    let mut results = results();
    results.tally.findings.push(Finding {
        number: 4711,
        differences: vec!["send 0, Outcome".to_owned()],
        shrunk: Some(Scenario::opening()),
    });
    let text = page(&results, &LEDGER);
    assert!(text.contains("**One scenario has a difference that nothing explains.**"));
    assert!(text.contains("| differ otherwise | 1 |"));
    let json = serde_json::to_string(&Scenario::opening()).expect("JSON");
    let block = format!(
        "Number 4711:\n\n```text\nsend 0, Outcome\n```\n\n```json\n{json}\n```\n\n## What is"
    );
    assert!(text.contains(&block), "{text}");
}

#[test]
fn an_empty_ledger_needs_no_table() {
    let text = page(&results(), &[]);
    assert!(
        text.ends_with("## The ledger\n\nNo difference is known.\n"),
        "{text}"
    );
}

#[test]
fn thousands_have_commas() {
    let rows = [
        (0, "0"),
        (999, "999"),
        (1_000, "1,000"),
        (1_234_567, "1,234,567"),
    ];
    for (number, wanted) in rows {
        assert_eq!(grouped(number), wanted);
    }
}
