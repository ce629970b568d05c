//! The schema in `docs/` says what the types say.

use std::collections::BTreeSet;

use cors_engine::Scenario;
use cors_engine::format::VERSION;
use cors_engine::scenario::{
    Api, CredentialsMode, MOST_HOPS, MOST_LINES, MOST_SENDS, Mode, Profile, RedirectMode,
    ReferrerPolicy,
};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::support::generate::scenario;
use crate::support::json_schema::{resolve, validate};
use crate::support::*;

fn schema() -> Value {
    serde_json::from_str(include_str!("../../docs/scenario.schema.json")).expect("it is JSON")
}

fn write(scenario: &Scenario) -> Value {
    serde_json::to_value(scenario).expect("statuses are whole numbers")
}

/// A scenario in which nothing is null or empty.
fn full() -> Value {
    let asked = fetch(API)
        .body("x")
        .header("X-A", "1")
        .preflight("204", ANYBODY)
        .answer("200", ANYBODY);
    write(&asked.clone().then(1, asked))
}

/// Whether fields that are written are in the schema and the other way round, down to the leaves.
fn same_fields(root: &Value, schema: &Value, written: &Value, at: &str) {
    let schema = resolve(root, schema);
    let schema = match schema.pointer("/anyOf/0") {
        Some(not_null) => resolve(root, not_null),
        None => schema,
    };
    if let Some(fields) = written.as_object() {
        let known = schema["properties"].as_object().expect(at);
        let written_names: BTreeSet<&String> = fields.keys().collect();
        let known_names: BTreeSet<&String> = known.keys().collect();
        assert_eq!(written_names, known_names, "at {at:?}");
        assert_eq!(schema["additionalProperties"], false, "at {at:?}");
        for (name, value) in fields {
            same_fields(root, &known[name], value, &format!("{at}/{name}"));
        }
    }
    if let Some(item) = written.get(0).filter(|item| item.is_object()) {
        same_fields(root, &schema["items"], item, &format!("{at}/0"));
    }
}

#[test]
fn fields_are_those_of_the_types() {
    let schema = schema();
    same_fields(&schema, &schema, &full(), "");
}

#[test]
fn keywords_are_those_of_the_types() {
    let schema = schema();
    let rows = [
        ("/properties/profile", Profile::TEXTS),
        ("/$defs/request/properties/api", Api::TEXTS),
        ("/$defs/request/properties/mode", Mode::TEXTS),
        (
            "/$defs/request/properties/credentials",
            CredentialsMode::TEXTS,
        ),
        ("/$defs/request/properties/redirect", RedirectMode::TEXTS),
        (
            "/$defs/request/properties/referrer_policy",
            ReferrerPolicy::TEXTS,
        ),
    ];
    for (place, texts) in rows {
        assert_eq!(
            schema.pointer(place).expect(place)["enum"],
            json!(texts),
            "{place}"
        );
    }
    assert_eq!(Api::TEXTS.len(), Api::ALL.len());
}

#[test]
fn limits_are_those_of_the_types() {
    let schema = schema();
    let rows = [
        ("/properties/version/const", VERSION as usize),
        ("/properties/then/maxItems", MOST_SENDS),
        ("/$defs/hops/maxItems", MOST_HOPS),
        ("/$defs/headers/maxItems", MOST_LINES),
        ("/$defs/send/properties/wait_s/maximum", u32::MAX as usize),
    ];
    for (place, wanted) in rows {
        assert_eq!(schema.pointer(place), Some(&json!(wanted)), "{place}");
    }
}

/// Each default of the schema is what is read where the field is left out.
#[test]
fn defaults_are_those_of_the_types() {
    let schema = schema();
    let least = json!({
        "request": { "url": "/" }, "hops": [{ "preflight": {}, "response": {} }],
    });
    let read: Scenario = serde_json::from_value(least).expect("a scenario");
    let written = write(&read);
    let rows = [
        ("", "/version"),
        ("", "/title"),
        ("", "/then"),
        ("", "/profile"),
        ("/$defs/page", "/url"),
        ("/$defs/page", "/opaque"),
        ("/$defs/request", "/api"),
        ("/$defs/request", "/method"),
        ("/$defs/request", "/body"),
        ("/$defs/request", "/redirect"),
        ("/$defs/request", "/referrer_policy"),
        ("/$defs/request", "/upload_listener"),
        ("/$defs/response", "/body"),
    ];
    for (part, field) in rows {
        let place = format!("{part}/properties{field}/default");
        let at = match part {
            "/$defs/response" => format!("/hops/0/response{field}"),
            part => format!("{}{field}", part.trim_start_matches("/$defs")),
        };
        assert_eq!(schema.pointer(&place), written.pointer(&at), "{place}");
    }
    for answer in ["preflight", "response"] {
        let found = &written["hops"][0][answer];
        assert_eq!(schema["$defs"]["status"]["default"], found["status"]);
        assert_eq!(schema["$defs"]["headers"]["default"], found["headers"]);
    }
}

#[test]
fn what_is_written_is_valid() {
    let schema = schema();
    let mut runner = TestRunner::deterministic();
    for _ in 0..300 {
        let scenario = scenario()
            .new_tree(&mut runner)
            .expect("a scenario")
            .current();
        let written = write(&scenario);
        assert_eq!(validate(&schema, &schema, &written), Ok(()), "{written}");
    }
    assert_eq!(validate(&schema, &schema, &full()), Ok(()));
    assert_eq!(
        validate(&schema, &schema, &json!({ "request": { "url": "/" } })),
        Ok(())
    );
}

#[test]
fn what_is_refused_is_not_valid() {
    let schema = schema();
    let with = |place: &str, value: Value| {
        let mut scenario = full();
        *scenario.pointer_mut(place).expect(place) = value;
        scenario
    };
    let unknown = |place: &str| {
        let mut scenario = full();
        scenario.pointer_mut(place).expect(place)["unknown"] = json!(1);
        scenario
    };
    let line = || json!(["X-A", "1"]);
    let rows = [
        with("", json!([])),
        with("/request", json!({})),
        with("/request/url", Value::Null),
        with("/version", json!(2)),
        with("/title", json!(1)),
        with("/page", json!([])),
        with("/page/opaque", json!("no")),
        with("/request/api", json!("FETCH")),
        with("/request/mode", json!("navigate")),
        with("/request/body", json!({})),
        with("/request/headers", json!([["X-A"]])),
        with("/request/headers", json!([["a", "b", "c"]])),
        with("/request/headers", json!([["a", 1]])),
        with("/request/headers", json!(vec![line(); 101])),
        with("/hops", json!(vec![json!({}); 23])),
        with("/then", json!(vec![json!({}); 21])),
        with("/hops/0/response/status", json!("200")),
        with("/hops/0/response/status", json!(200.5)),
        with("/hops/0/preflight/headers", Value::Null),
        with("/then/0/wait_s", json!(-1)),
        with("/then/0/wait_s", json!(4_294_967_296_u64)),
        with("/profile", json!("edge")),
        unknown(""),
        unknown("/page"),
        unknown("/request"),
        unknown("/hops/0"),
        unknown("/hops/0/preflight"),
        unknown("/hops/0/response"),
        unknown("/then/0"),
        unknown("/then/0/request"),
    ];
    for row in rows {
        assert!(
            validate(&schema, &schema, &row).is_err(),
            "the schema takes {row}"
        );
        assert!(
            serde_json::from_value::<Scenario>(row.clone()).is_err(),
            "the types take {row}"
        );
    }
}
