//! Cases of the public [web-platform-tests](https://github.com/web-platform-tests/wpt), as scenarios.
//!
//! The tables stand in `tests/wpt/`, one case a line: the file of web-platform-tests, the case in our
//! words, a scenario, and what that file asserts of it. Only facts are taken over: what is asked, what
//! the server answers, what comes of it. Hosts have other names here. (The tests themselves are under
//! the 3-Clause BSD License, copyright web-platform-tests contributors.)
//!
//! `wanted` has those fields of the result that the file asserts, and five more. About the last request:
//! `method`, `url`, and `sends`, its headers. About the last preflight: `asks`, its headers. About the
//! answer: `sees`, the headers that script sees. A header that must not be there is null.
//!
//! `otherwise` says why the standard, or the engine, does not do as wanted. Such a case must differ.

use std::fs;
use std::path::Path;

use cors_engine::{PreflightCache, Scenario, evaluate, format};
use serde_json::{Map, Value};

/// All cases, file by file.
fn cases() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wpt");
    let entries = fs::read_dir(&folder).expect("the folder stands beside this file");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    files.sort();
    let tables = files
        .iter()
        .map(|file| fs::read_to_string(file).expect("it is text"));
    tables
        .flat_map(|table| table.lines().map(case).collect::<Vec<_>>())
        .collect()
}

fn case(line: &str) -> Value {
    serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
}

#[test]
fn every_case_goes_as_web_platform_tests_say() {
    let cases = cases();
    assert!(cases.len() > 1000, "only {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let differences = differences(&case["wanted"], &result(&case["scenario"]));
        let what = match (differences.as_slice(), case.get("otherwise")) {
            ([], Some(_)) => "goes as wanted, and not otherwise".to_owned(),
            ([_, ..], None) => differences.join("; "),
            _ => continue,
        };
        wrong.push(format!("{}, {}: {what}", case["wpt"], case["case"]));
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// What the engine says of a scenario, as the format writes it.
fn result(scenario: &Value) -> Value {
    let scenario: Scenario = serde_json::from_value(scenario.clone())
        .unwrap_or_else(|error| panic!("{error}: {scenario}"));
    let trace = evaluate(&scenario, &PreflightCache::new());
    serde_json::to_value(format::result(&scenario, &trace)).expect("a result can be written")
}

/// Where a result is not as wanted.
fn differences(wanted: &Value, found: &Value) -> Vec<String> {
    let wanted = wanted.as_object().expect("an object of what is wanted");
    let last_request = &found["requests"].as_array().and_then(|all| all.last());
    let of_request = |field: &str| last_request.map_or(Value::Null, |it| it[field].clone());
    let mut differences = Vec::new();
    for (field, wanted) in wanted {
        let found = match field.as_str() {
            "method" | "url" => of_request(field),
            "sends" => headers(wanted, &of_request("headers")),
            "asks" => {
                let preflights = found["preflight_headers"].as_array();
                headers(
                    wanted,
                    preflights
                        .and_then(|all| all.last())
                        .unwrap_or(&Value::Null),
                )
            }
            "sees" => headers(wanted, &found["visible_headers"]),
            "then" => {
                differences.extend(further(wanted, &found["then"]));
                continue;
            }
            _ => found[field].clone(),
        };
        if found != *wanted {
            differences.push(format!("{field}: wanted {wanted}, found {found}"));
        }
    }
    differences
}

fn further(wanted: &Value, found: &Value) -> Vec<String> {
    let wanted = wanted.as_array().expect("a list of further sends");
    let each = wanted.iter().enumerate().flat_map(|(index, wanted)| {
        let differences = differences(wanted, &found[index]);
        differences
            .into_iter()
            .map(move |it| format!("send {}, {it}", index + 2))
    });
    each.collect()
}

/// The values in `lines` of the names in `wanted`, several lines joined.
fn headers(wanted: &Value, lines: &Value) -> Value {
    let lines = lines.as_array().map_or(&[][..], Vec::as_slice);
    let value = |name: &String| {
        let of_name = lines.iter().filter(|line| {
            let found = line[0].as_str().unwrap_or_default();
            found.eq_ignore_ascii_case(name)
        });
        let values: Vec<&str> = of_name.filter_map(|line| line[1].as_str()).collect();
        match values.is_empty() {
            true => Value::Null,
            false => Value::String(values.join(", ")),
        }
    };
    let names = wanted.as_object().expect("headers by name").keys();
    Value::Object(
        names
            .map(|name| (name.clone(), value(name)))
            .collect::<Map<_, _>>(),
    )
}
