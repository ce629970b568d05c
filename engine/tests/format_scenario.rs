//! The scenario format: what is read, with which defaults, what is refused, and what is written.

use cors_engine::Scenario;
use cors_engine::format::{MOST_BYTES, VERSION};
use cors_engine::scenario::{Api, CredentialsMode, Mode, Profile, RedirectMode};
use expect_test::{Expect, expect};
use serde_json::{Value, json};

use crate::support::*;

fn read(value: Value) -> Scenario {
    serde_json::from_value(value).expect("a scenario")
}

/// A scenario with this request.
fn request(request: Value) -> Scenario {
    read(json!({ "request": request }))
}

#[test]
fn the_example_of_the_documentation_is_the_opening_scenario() {
    let text = r#"{
      "version": 1,
      "title": "No Access-Control-Allow-Origin header",
      "page": { "url": "https://frontend.com/app", "opaque": false, "proxy": "" },
      "request": {
        "api": "fetch", "url": "https://api.backend.com/users", "method": "GET",
        "headers": [["Accept", "application/json"]], "body": null,
        "mode": "cors", "credentials": "same-origin", "redirect": "follow",
        "referrer_policy": "", "upload_listener": false
      },
      "hops": [
        { "preflight": null,
          "response": { "status": 200, "headers": [["Content-Type", "application/json"]], "body": "[]" } }
      ],
      "then": [],
      "profile": "standard"
    }"#;
    let read: Scenario = serde_json::from_str(text).expect("a scenario");
    assert_eq!(read, Scenario::opening());
    let as_value: Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(
        serde_json::to_value(&read).expect("whole statuses"),
        as_value
    );
    assert!(text.len() < MOST_BYTES);
    assert_eq!(VERSION, 1);
}

#[test]
fn all_but_the_url_has_a_default() {
    let scenario = request(json!({ "url": "https://api.example/data" }));
    assert_eq!(scenario, Scenario::new("https://api.example/data"));
    assert_eq!(
        read(json!({ "request": { "url": "" }, "page": {} })),
        Scenario::new("")
    );
}

#[test]
fn mode_and_credentials_default_to_what_the_api_does() {
    use CredentialsMode::{Include, SameOrigin};
    let rows = [
        (json!({ "url": "/" }), Mode::Cors, SameOrigin),
        (
            json!({ "url": "/", "mode": "no-cors" }),
            Mode::NoCors,
            SameOrigin,
        ),
        (json!({ "url": "/", "api": "xhr" }), Mode::Cors, SameOrigin),
        (json!({ "url": "/", "api": "img" }), Mode::NoCors, Include),
        (
            json!({ "url": "/", "api": "img", "mode": "cors" }),
            Mode::Cors,
            SameOrigin,
        ),
        (
            json!({ "url": "/", "api": "script" }),
            Mode::NoCors,
            Include,
        ),
        (
            json!({ "url": "/", "api": "script", "credentials": "omit" }),
            Mode::NoCors,
            CredentialsMode::Omit,
        ),
        (json!({ "url": "/", "api": "form" }), Mode::NoCors, Include),
    ];
    for (value, mode, credentials) in rows {
        let scenario = request(value.clone());
        let found = (scenario.request.mode, scenario.request.credentials);
        assert_eq!(found, (mode, credentials), "{value}");
    }
}

#[test]
fn answers_are_left_out_in_parts_or_null() {
    let scenario = read(json!({
        "request": { "url": "/" },
        "hops": [{}, { "preflight": {}, "response": {} }, { "response": null }, { "response": { "status": 404 } }],
        "profile": "firefox",
    }));
    let ok = Scenario::new("/").hops.remove(0);
    assert_eq!(scenario.hops[0], ok);
    let preflight = scenario.hops[1]
        .preflight
        .as_ref()
        .expect("it stands there");
    assert_eq!(
        (preflight.status.as_str(), preflight.headers.len()),
        ("200", 0)
    );
    assert_eq!(scenario.hops[1].response, ok.response);
    assert_eq!(scenario.hops[2].response, None);
    assert_eq!(
        scenario.hops[3]
            .response
            .as_ref()
            .map(|it| it.status.as_str()),
        Some("404")
    );
    assert_eq!(scenario.profile, Profile::Firefox);
    assert_eq!(
        read(json!({ "request": { "url": "/" }, "hops": [] })).hops,
        []
    );
}

#[test]
fn a_further_send_is_as_the_one_before_it() {
    let scenario = read(json!({
        "request": { "url": "/a", "method": "PUT", "body": "x", "headers": [["X-A", "1"]], "redirect": "error" },
        "hops": [{ "response": { "status": 201 } }],
        "then": [
            { "wait_s": 3 },
            { "request": { "url": "/b", "body": null }, "hops": [{ "response": null }] },
            { "request": { "api": "xhr", "headers": [], "redirect": "follow" } },
        ],
    }));
    let [same, other, last] = scenario.then.as_slice() else {
        panic!("three further sends");
    };
    assert_eq!(
        (same.wait_s, &same.request, &same.hops),
        (3, &scenario.request, &scenario.hops)
    );
    assert_eq!(
        (
            other.wait_s,
            other.request.url.as_str(),
            &other.request.body
        ),
        (0, "/b", &None)
    );
    assert_eq!(
        (other.request.method.as_str(), other.request.redirect),
        ("PUT", RedirectMode::Error)
    );
    assert_eq!(other.hops[0].response, None);
    assert_eq!(
        (last.request.api, last.request.url.as_str()),
        (Api::Xhr, "/b")
    );
    assert_eq!(
        (last.request.headers.len(), last.request.redirect),
        (0, RedirectMode::Follow)
    );
    assert_eq!(last.hops, other.hops);
}

#[test]
fn statuses_are_numbers_that_stay_as_they_are() {
    for (status, text) in [
        (json!(200), "200"),
        (json!(99), "99"),
        (json!(1000), "1000"),
        (json!(-1), "-1"),
        (json!(u64::MAX), "18446744073709551615"),
        (json!(0), "0"),
    ] {
        let value =
            json!({ "request": { "url": "/" }, "hops": [{ "response": { "status": status } }] });
        let scenario = read(value);
        let found = scenario.hops[0]
            .response
            .as_ref()
            .map(|it| it.status.as_str());
        assert_eq!(found, Some(text));
        let written = serde_json::to_value(&scenario).expect("a whole number");
        assert_eq!(written["hops"][0]["response"]["status"], status);
    }
    for typed in [
        "",
        "two hundred",
        "0200",
        "+200",
        "200 ",
        "2e2",
        "-0",
        "99999999999999999999",
    ] {
        let error = serde_json::to_string(&fetch("/").answer(typed, &[])).expect_err(typed);
        assert_eq!(
            error.to_string(),
            format!("the status `{typed}` is no whole number")
        );
    }
}

#[test]
fn every_row_is_read_as_it_was_written() {
    for row in crate::all_rows() {
        // Rows about statuses that are no numbers are problems that only an editor can have.
        let Ok(text) = serde_json::to_string(&row.scenario) else {
            assert!(row.name.starts_with("Status: "), "{}", row.name);
            continue;
        };
        match serde_json::from_str::<Scenario>(&text) {
            Ok(read) => assert_eq!(read, row.scenario, "{}", row.name),
            Err(error) => assert!(row.name.starts_with("Limits: "), "{}: {error}", row.name),
        }
    }
}

fn refused(text: &str, wanted: Expect) {
    let error = serde_json::from_str::<Scenario>(text).expect_err(text);
    wanted.assert_eq(&error.to_string());
}

#[test]
fn what_is_no_scenario_is_refused_where_it_stands() {
    refused(
        "{",
        expect!["EOF while parsing an object at line 1 column 1"],
    );
    refused(
        "[]",
        expect!["invalid type: sequence, expected an object at line 1 column 0"],
    );
    refused(
        r#"{"request": ["fetch", "/"]}"#,
        expect!["invalid type: sequence, expected an object at line 1 column 12"],
    );
    refused(
        r#"{"request": {"url": "/"}, "page": ["https://page.example/", true]}"#,
        expect!["invalid type: sequence, expected an object at line 1 column 34"],
    );
    refused(
        r#"{"request": {"url": "/"}, "hops": [[null, null]]}"#,
        expect!["invalid type: sequence, expected an object at line 1 column 35"],
    );
    refused(
        r#"{"request": {"url": "/"}, "hops": [{"response": [200, [], ""]}]}"#,
        expect!["invalid type: sequence, expected an object at line 1 column 48"],
    );
    refused(
        r#"{"request": {"url": "/"}, "then": [[0]]}"#,
        expect!["invalid type: sequence, expected an object at line 1 column 35"],
    );
    refused("{}", expect!["missing field `request` at line 1 column 2"]);
    refused(
        r#"{"request": {}}"#,
        expect!["missing field `url` at line 1 column 15"],
    );
    refused(
        r#"{"request": {"url": null}}"#,
        expect!["invalid type: null, expected a string at line 1 column 24"],
    );
    refused(
        r#"{"request": {"url": "/"}, "version": 2}"#,
        expect!["invalid value: integer `2`, expected version 1 at line 1 column 39"],
    );
    refused(
        r#"{"request": {"url": "/"}, "version": "1"}"#,
        expect![[r#"invalid type: string "1", expected u64 at line 1 column 40"#]],
    );
    refused(
        r#"{"request": {"url": "/"}, "verison": 1}"#,
        expect![
            "unknown field `verison`, expected one of `version`, `title`, `page`, `request`, `hops`, `then`, `profile` at line 1 column 35"
        ],
    );
    refused(
        r#"{"request": {"url": "/", "Method": "GET"}}"#,
        expect![
            "unknown field `Method`, expected one of `api`, `url`, `method`, `headers`, `body`, `mode`, `credentials`, `redirect`, `referrer_policy`, `upload_listener` at line 1 column 33"
        ],
    );
    refused(
        r#"{"request": {"url": "/", "method": null}}"#,
        expect!["invalid type: null, expected a string at line 1 column 39"],
    );
    refused(
        r#"{"request": {"url": "/", "mode": "navigate"}}"#,
        expect![
            "unknown variant `navigate`, expected one of `cors`, `no-cors`, `same-origin` at line 1 column 44"
        ],
    );
    refused(
        r#"{"request": {"url": "/", "headers": {"X-A": "1"}}}"#,
        expect!["invalid type: map, expected a list of at most 100 at line 1 column 36"],
    );
    refused(
        r#"{"request": {"url": "/", "headers": [["X-A"]]}}"#,
        expect!["invalid length 1, expected a tuple of size 2 at line 1 column 44"],
    );
    refused(
        r#"{"request": {"url": "/", "headers": [["X-A", "1", "2"]]}}"#,
        expect!["trailing characters at line 1 column 51"],
    );
    refused(
        r#"{"request": {"url": "/"}, "hops": [{"response": {"status": "200"}}]}"#,
        expect![[r#"invalid type: string "200", expected a whole number at line 1 column 64"#]],
    );
    refused(
        r#"{"request": {"url": "/"}, "hops": [{"response": {"status": 200.5}}]}"#,
        expect![
            "invalid type: floating point `200.5`, expected a whole number at line 1 column 64"
        ],
    );
    refused(
        r#"{"request": {"url": "/"}, "hops": [{"preflight": {"body": ""}}]}"#,
        expect!["unknown field `body`, expected `status` or `headers` at line 1 column 56"],
    );
    refused(
        r#"{"request": {"url": "/"}, "then": [{"wait_s": -1}]}"#,
        expect!["invalid value: integer `-1`, expected u32 at line 1 column 48"],
    );
    refused(
        r#"{"request": {"url": "/"}, "then": [{"page": {}}]}"#,
        expect![
            "unknown field `page`, expected one of `wait_s`, `request`, `hops` at line 1 column 42"
        ],
    );
    refused(
        r#"{"request": {"url": "/"}, "profile": "edge"}"#,
        expect![
            "unknown variant `edge`, expected one of `standard`, `chromium`, `firefox`, `safari` at line 1 column 44"
        ],
    );
    refused(
        r#"{"request": {"url": "/"}, "title": "a", "title": "b"}"#,
        expect!["duplicate field `title` at line 1 column 47"],
    );
}

#[test]
fn what_is_over_a_limit_is_refused() {
    let with = |name: &str, item: &str, count: usize| {
        format!(
            r#"{{"request": {{"url": "/"}}, "{name}": [{}]}}"#,
            vec![item; count].join(",")
        )
    };
    let lines = |count| vec![r#"["X-A","1"]"#; count].join(",");
    let response = |count| {
        with(
            "hops",
            &format!(r#"{{"response": {{"headers": [{}]}}}}"#, lines(count)),
            1,
        )
    };
    let request = |count| {
        format!(
            r#"{{"request": {{"url": "/", "headers": [{}]}}}}"#,
            lines(count)
        )
    };
    for within in [
        with("hops", "{}", 22),
        with("then", "{}", 20),
        response(100),
        request(100),
    ] {
        assert!(
            serde_json::from_str::<Scenario>(&within).is_ok(),
            "{within}"
        );
    }
    refused(
        &with("hops", "{}", 23),
        expect!["invalid length 23, expected a list of at most 22 at line 1 column 104"],
    );
    refused(
        &with("then", "{}", 21),
        expect!["invalid length 21, expected a list of at most 20 at line 1 column 98"],
    );
    refused(
        &response(101),
        expect!["invalid length 101, expected a list of at most 100 at line 1 column 1273"],
    );
    refused(
        &request(101),
        expect!["invalid length 101, expected a list of at most 100 at line 1 column 1249"],
    );
}
