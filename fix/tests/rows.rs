//! The failures that people meet most, and the first fix of each.

use std::path::Path;

use cors_course::Course;
use cors_fix::{Fix, fixes, fixes_of_fragment};

/// A fix in lines: its title, then what is taken out and put in.
fn told(scenario: &cors_engine::Scenario, fix: &Fix) -> String {
    let mut lines = vec![fix.title()];
    for change in fix.changes.iter().chain(&fix.recommended) {
        let place = format!("{:?}", change.place).to_lowercase();
        lines.extend(change.before(scenario).map(|it| format!("{place} - {it}")));
        lines.extend(change.after().map(|it| format!("{place} + {it}")));
    }
    lines.join("\n")
}

#[test]
fn the_first_fix_is_the_safest() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../course/content");
    let course = Course::read(&folder).expect("its own test says what is wrong");
    let first = |name: &str| {
        let (_, scenario) = course
            .scenarios()
            .find(|(slug, _)| *slug == name)
            .unwrap_or_else(|| panic!("no {name}"));
        let found = fixes(scenario);
        match found.proposals.first() {
            Some(fix) => told(scenario, fix),
            None => found.advice.join("\n"),
        }
    };
    for (name, wanted) in ROWS {
        assert_eq!(first(name), *wanted, "{name}");
    }
}

const ROWS: &[(&str, &str)] = &[];

#[test]
fn a_page_gets_json_whatever_is_typed() {
    for fragment in [
        "",
        "v=1&url=%22%5C%0A%01",
        "v=1&method=PUT",
        "&&&",
        "v=1&api=curl",
    ] {
        let text = fixes_of_fragment(fragment);
        let json: serde_json::Value = serde_json::from_str(&text).expect(&text);
        assert!(json["proposals"].is_array() && json["advice"].is_array());
    }
    let opening = fixes_of_fragment("");
    assert!(
        opening.contains("\"after\":\"Access-Control-Allow-Origin: https://frontend.com\""),
        "{opening}"
    );
}
