//! The result format: every field, for every outcome.

use std::collections::BTreeSet;

use cors_engine::Scenario;
use cors_engine::format::result;
use cors_engine::scenario::{Api, Mode, RedirectMode};
use expect_test::expect;
use serde_json::{Value, json};

use crate::support::*;

fn written(scenario: &Scenario) -> Value {
    serde_json::to_value(result(scenario, &trace(scenario))).expect("results are plain data")
}

#[test]
fn the_whole_result_of_the_opening_scenario() {
    let scenario = Scenario::opening();
    let trace = trace(&scenario);
    let mut text = serde_json::to_string_pretty(&result(&scenario, &trace)).expect("plain data");
    text.push('\n');
    expect![[r#"
        {
          "outcome": "network-error",
          "response_type": "error",
          "preflights": 0,
          "preflight_headers": [],
          "actual_sent": true,
          "requests": [
            {
              "url": "https://api.backend.com/users",
              "method": "GET",
              "headers": [
                [
                  "Accept",
                  "application/json"
                ],
                [
                  "Origin",
                  "https://frontend.com"
                ]
              ]
            }
          ],
          "origin_header": [
            "https://frontend.com"
          ],
          "visible_headers": [],
          "status": null,
          "rule": "allow-origin-present",
          "steps": [
            {
              "rule": "request-url-parses",
              "algorithm": "new Request()",
              "step": "5.2",
              "anchor": "https://fetch.spec.whatwg.org/#dom-request",
              "outcome": "passed",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": "/request/url",
                "bytes": null,
                "found": "https://api.backend.com/users",
                "wanted": null
              }
            },
            {
              "rule": "request-url-without-credentials",
              "algorithm": "new Request()",
              "step": "5.3",
              "anchor": "https://fetch.spec.whatwg.org/#dom-request",
              "outcome": "passed",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": "/request/url",
                "bytes": null,
                "found": "https://api.backend.com/users",
                "wanted": null
              }
            },
            {
              "rule": "method-is-token",
              "algorithm": "new Request()",
              "step": "25.2",
              "anchor": "https://fetch.spec.whatwg.org/#dom-request",
              "outcome": "passed",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": "/request/method",
                "bytes": null,
                "found": "GET",
                "wanted": null
              }
            },
            {
              "rule": "method-not-forbidden",
              "algorithm": "new Request()",
              "step": "25.2",
              "anchor": "https://fetch.spec.whatwg.org/#dom-request",
              "outcome": "passed",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": "/request/method",
                "bytes": null,
                "found": "GET",
                "wanted": null
              }
            },
            {
              "rule": "request-header-name-is-token",
              "algorithm": "Headers, append",
              "step": "2",
              "anchor": "https://fetch.spec.whatwg.org/#concept-headers-append",
              "outcome": "passed",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": "/request/headers/0",
                "bytes": null,
                "found": "Accept",
                "wanted": null
              }
            },
            {
              "rule": "request-header-value-valid",
              "algorithm": "Headers, append",
              "step": "2",
              "anchor": "https://fetch.spec.whatwg.org/#concept-headers-append",
              "outcome": "passed",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": "/request/headers/0",
                "bytes": null,
                "found": "application/json",
                "wanted": null
              }
            },
            {
              "rule": "request-header-not-forbidden",
              "algorithm": "Headers, append",
              "step": "2",
              "anchor": "https://fetch.spec.whatwg.org/#concept-headers-append",
              "outcome": "decided",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": "/request/headers/0",
                "bytes": null,
                "found": "application/json",
                "wanted": null
              }
            },
            {
              "rule": "port-not-blocked",
              "algorithm": "Main fetch",
              "step": "7",
              "anchor": "https://fetch.spec.whatwg.org/#concept-main-fetch",
              "outcome": "passed",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": null,
                "bytes": null,
                "found": null,
                "wanted": null
              }
            },
            {
              "rule": "not-mixed-content",
              "algorithm": "Main fetch",
              "step": "7",
              "anchor": "https://fetch.spec.whatwg.org/#concept-main-fetch",
              "outcome": "passed",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": null,
                "bytes": null,
                "found": null,
                "wanted": null
              }
            },
            {
              "rule": "same-origin",
              "algorithm": "Main fetch",
              "step": "12",
              "anchor": "https://fetch.spec.whatwg.org/#concept-main-fetch",
              "outcome": "decided",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": "/request/url",
                "bytes": null,
                "found": "https://api.backend.com",
                "wanted": "https://frontend.com"
              }
            },
            {
              "rule": "mode-allows-cross-origin",
              "algorithm": "Main fetch",
              "step": "12",
              "anchor": "https://fetch.spec.whatwg.org/#concept-main-fetch",
              "outcome": "passed",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": "/request/mode",
                "bytes": null,
                "found": "cors",
                "wanted": null
              }
            },
            {
              "rule": "scheme-is-http",
              "algorithm": "Main fetch",
              "step": "12",
              "anchor": "https://fetch.spec.whatwg.org/#concept-main-fetch",
              "outcome": "passed",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": "/request/url",
                "bytes": null,
                "found": "https",
                "wanted": null
              }
            },
            {
              "rule": "no-upload-listener",
              "algorithm": "Main fetch",
              "step": "12",
              "anchor": "https://fetch.spec.whatwg.org/#concept-main-fetch",
              "outcome": "decided",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": null,
                "bytes": null,
                "found": null,
                "wanted": null
              }
            },
            {
              "rule": "method-safelisted",
              "algorithm": "Main fetch",
              "step": "12",
              "anchor": "https://fetch.spec.whatwg.org/#concept-main-fetch",
              "outcome": "decided",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": "/request/method",
                "bytes": null,
                "found": "GET",
                "wanted": "GET, HEAD or POST"
              }
            },
            {
              "rule": "request-header-safelisted",
              "algorithm": "CORS-safelisted request-header",
              "step": "2",
              "anchor": "https://fetch.spec.whatwg.org/#cors-safelisted-request-header",
              "outcome": "decided",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": "/request/headers/0",
                "bytes": null,
                "found": "application/json",
                "wanted": null
              }
            },
            {
              "rule": "safelisted-values-within-1024",
              "algorithm": "CORS-unsafe request-header names",
              "step": "5",
              "anchor": "https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names",
              "outcome": "decided",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": null,
                "bytes": null,
                "found": "16",
                "wanted": "at most 1024"
              }
            },
            {
              "rule": "origin-names-the-page",
              "algorithm": "Append a request Origin header",
              "step": "3",
              "anchor": "https://fetch.spec.whatwg.org/#append-a-request-origin-header",
              "outcome": "decided",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": null,
                "bytes": null,
                "found": "https://frontend.com",
                "wanted": null
              }
            },
            {
              "rule": "server-answered",
              "algorithm": "HTTP-network fetch",
              "step": "",
              "anchor": "https://fetch.spec.whatwg.org/#concept-http-network-fetch",
              "outcome": "passed",
              "evidence": {
                "hop": 0,
                "message": "request",
                "path": "/hops/0/response/status",
                "bytes": null,
                "found": "200",
                "wanted": null
              }
            },
            {
              "rule": "allow-origin-present",
              "algorithm": "CORS check",
              "step": "2",
              "anchor": "https://fetch.spec.whatwg.org/#concept-cors-check",
              "outcome": "failed",
              "evidence": {
                "hop": 0,
                "message": "response",
                "path": null,
                "bytes": null,
                "found": null,
                "wanted": "https://frontend.com"
              }
            },
            {
              "rule": "allow-origin-matches",
              "algorithm": "CORS check",
              "step": "4",
              "anchor": "https://fetch.spec.whatwg.org/#concept-cors-check",
              "outcome": "not-reached",
              "evidence": {
                "hop": 0,
                "message": "response",
                "path": null,
                "bytes": null,
                "found": null,
                "wanted": null
              }
            },
            {
              "rule": "response-visible",
              "algorithm": "Main fetch",
              "step": "14.2",
              "anchor": "https://fetch.spec.whatwg.org/#concept-main-fetch",
              "outcome": "not-reached",
              "evidence": {
                "hop": 0,
                "message": "response",
                "path": null,
                "bytes": null,
                "found": null,
                "wanted": null
              }
            }
          ],
          "problems": [],
          "exception": null,
          "console": {
            "chromium": [
              "Access to fetch at 'https://api.backend.com/users' from origin 'https://frontend.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
              "GET https://api.backend.com/users net::ERR_FAILED 200 (OK)"
            ],
            "firefox": [
              "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.backend.com/users. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200."
            ],
            "safari": [
              "Origin https://frontend.com is not allowed by Access-Control-Allow-Origin. Status code: 200",
              "Fetch API cannot load https://api.backend.com/users due to access control checks.",
              "Failed to load resource: Origin https://frontend.com is not allowed by Access-Control-Allow-Origin. Status code: 200"
            ]
          },
          "then": []
        }
    "#]].assert_eq(&text);
}

#[test]
fn every_result_has_every_field() {
    let wanted = BTreeSet::from([
        "actual_sent",
        "console",
        "exception",
        "origin_header",
        "outcome",
        "preflight_headers",
        "preflights",
        "problems",
        "requests",
        "response_type",
        "rule",
        "status",
        "steps",
        "then",
        "visible_headers",
    ]);
    for row in crate::all_rows() {
        let result = written(&row.scenario);
        let fields = result.as_object().expect("an object").keys();
        let fields: BTreeSet<&str> = fields.map(String::as_str).collect();
        assert_eq!(fields, wanted, "{}", row.name);
        let is_problem = result["outcome"] == "invalid";
        assert_eq!(result["problems"] != json!([]), is_problem, "{}", row.name);
        assert_eq!(
            result["exception"].is_string(),
            result["outcome"] == "script-throws",
            "{}",
            row.name
        );
    }
}

#[test]
fn what_went_over_the_wire() {
    let scenario = fetch(API)
        .method("PUT")
        .header("X-A", "1")
        .preflight("204", &[(ACAO, "*"), (ACAM, "*"), (ACAH, "*")])
        .redirect("307", OTHER, ANYBODY)
        .preflight("204", &[(ACAO, "*"), (ACAM, "*"), (ACAH, "*")])
        .answer(
            "201",
            &[
                (ACAO, "*"),
                ("X-B", "2"),
                (ACEH, "x-b"),
                ("Set-Cookie", "a=b"),
            ],
        );
    let result = written(&scenario);
    assert_eq!(result["preflights"], 2);
    assert_eq!(
        result["preflight_headers"][1],
        json!([
            ["Accept", "*/*"],
            ["Access-Control-Request-Method", "PUT"],
            ["Access-Control-Request-Headers", "x-a"],
            ["Origin", "null"],
        ])
    );
    assert_eq!(
        result["requests"],
        json!([
            { "url": API, "method": "PUT", "headers": [["X-A", "1"], ["Origin", PAGE]] },
            { "url": OTHER, "method": "PUT", "headers": [["X-A", "1"], ["Origin", "null"]] },
        ])
    );
    assert_eq!(result["origin_header"], json!([PAGE, "null"]));
    assert_eq!(result["visible_headers"], json!([["x-b", "2"]]));
    assert_eq!(
        (&result["actual_sent"], &result["status"]),
        (&json!(true), &json!(201))
    );
}

#[test]
fn what_never_reached_a_server_is_not_among_the_requests() {
    let result = written(&fetch("/x").refused());
    assert_eq!(
        (&result["actual_sent"], &result["requests"]),
        (&json!(false), &json!([]))
    );
    assert_eq!(
        (&result["origin_header"], &result["status"]),
        (&json!([]), &Value::Null)
    );
    let without_origin = written(&fetch("/x"));
    assert_eq!(without_origin["origin_header"], json!([null]));
}

#[test]
fn outcomes_and_types() {
    let opaque_redirect =
        fetch("/x")
            .redirect_mode(RedirectMode::Manual)
            .redirect("302", "/y", &[]);
    let rows = [
        (fetch("/x"), json!(["readable", "basic", 200, null])),
        (
            fetch(API).answer("404", ANYBODY),
            json!(["readable", "cors", 404, null]),
        ),
        (
            fetch(API).mode(Mode::NoCors),
            json!(["opaque", "opaque", 0, null]),
        ),
        (
            fetch(API).api(Api::Form),
            json!(["opaque", "opaque", 0, null]),
        ),
        (
            opaque_redirect,
            json!(["opaqueredirect", "opaqueredirect", 0, null]),
        ),
        (fetch(API), json!(["network-error", "error", null, null])),
        (
            fetch(API).method("TRACE"),
            json!(["script-throws", null, null, "TypeError"]),
        ),
        (
            fetch(API).api(Api::Xhr).method("TRACE"),
            json!(["script-throws", null, null, "SecurityError"]),
        ),
        (
            fetch("/x").page("nowhere"),
            json!(["invalid", null, null, null]),
        ),
    ];
    for (scenario, wanted) in rows {
        let result = written(&scenario);
        let found = ["outcome", "response_type", "status", "exception"].map(|field| &result[field]);
        assert_eq!(json!(found), wanted);
    }
}

#[test]
fn problems_say_where_what_and_why() {
    let scenario = fetch("/x").then(
        0,
        fetch("/x")
            .api(Api::Xhr)
            .mode(Mode::NoCors)
            .answer("99", &[]),
    );
    assert_eq!(
        written(&scenario)["problems"],
        json!([
            { "path": "/then/0/request/mode", "found": "no-cors", "reason": "request-possible" },
            { "path": "/then/0/hops/0/response/status", "found": "99", "reason": "status-in-range" },
        ])
    );
}

#[test]
fn evidence_has_its_bytes() {
    let result = written(&fetch(API).answer("200", &[(ACAO, "https://page.example/")]));
    let steps = result["steps"].as_array().expect("a list");
    let failed: Vec<&Value> = steps
        .iter()
        .filter(|step| step["outcome"] == "failed")
        .collect();
    assert_eq!(
        json!(failed),
        json!([{
            "rule": "allow-origin-matches", "algorithm": "CORS check", "step": "4",
            "anchor": "https://fetch.spec.whatwg.org/#concept-cors-check", "outcome": "failed",
            "evidence": {
                "hop": 0, "message": "response", "path": "/hops/0/response/headers/0",
                "bytes": [20, 21], "found": "https://page.example/", "wanted": PAGE,
            },
        }])
    );
}

#[test]
fn further_sends_have_results_of_their_own() {
    let put = fetch(API)
        .method("PUT")
        .preflight("204", &[(ACAO, "*"), (ACAM, "*")])
        .answer("200", ANYBODY);
    let result = written(&put.clone().then(1, put));
    assert_eq!(result["preflights"], 1);
    assert_eq!(result["then"][0]["preflights"], 0);
    assert_eq!(result["then"][0]["then"], json!([]));
    let same_origin = &result["then"][0]["steps"].as_array().expect("a list");
    let paths: Vec<&Value> = same_origin
        .iter()
        .map(|step| &step["evidence"]["path"])
        .collect();
    assert!(paths.contains(&&json!("/then/0/request/url")), "{paths:?}");
}

#[test]
fn each_browser_prints_what_it_would_whatever_the_profile() {
    let authorized = fetch(API)
        .header("Authorization", "Bearer x")
        .preflight("204", &[(ACAO, "*"), (ACAH, "*")])
        .answer("200", ANYBODY);
    let standard = written(&authorized.then(0, fetch(API).answer("500", &[])));
    assert_eq!(standard["rule"], "authorization-listed");
    assert_eq!(standard["console"]["chromium"], json!([]));
    let printed = &standard["then"][0]["console"]["chromium"];
    assert!(
        printed[0]
            .as_str()
            .is_some_and(|line| line.contains("No 'Access-Control-Allow-Origin'")),
        "{printed}"
    );
}

#[test]
fn curl_sees_all_lines_as_they_came() {
    let asked = curl(API).method("put").header("Cookie", "a=b");
    let result =
        written(&asked.answer("201", &[("X-B", "1"), ("Set-Cookie", "c=d"), ("X-B", "2")]));
    assert_eq!(result["outcome"], "readable");
    assert_eq!(result["response_type"], Value::Null);
    assert_eq!(result["preflights"], 0);
    assert_eq!(result["actual_sent"], true);
    let request = json!({ "url": API, "method": "put", "headers": [["Cookie", "a=b"]] });
    assert_eq!(result["requests"], json!([request]));
    assert_eq!(result["origin_header"], json!([null]));
    let lines = json!([["X-B", "1"], ["Set-Cookie", "c=d"], ["X-B", "2"]]);
    assert_eq!(result["visible_headers"], lines);
    assert_eq!(result["status"], 201);
    assert_eq!(result["rule"], "client-is-browser");
    let console = json!({ "chromium": [], "firefox": [], "safari": [] });
    assert_eq!(result["console"], console);
}

#[test]
fn a_request_says_where_a_proxy_forwards_it() {
    let proxied = fetch("/users?a").proxy("https://api.example");
    let result = written(&proxied.redirect("302", API, &[]));
    let forwarded = &result["requests"][0]["forwarded_to"];
    assert_eq!(forwarded, "https://api.example/users?a");
    let direct = result["requests"][1].as_object().expect("a second request");
    assert!(!direct.contains_key("forwarded_to"), "{direct:?}");
}
