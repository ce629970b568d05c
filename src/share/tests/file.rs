//! Files: what is wrong with one is told, and what is written is read.

use expect_test::{Expect, expect};

use super::*;
use crate::share::{open, open_in_words, read, write};

#[track_caller]
fn check(text: &str, wanted: Expect) {
    let problems = open_in_words(text).expect_err("it is wrong");
    wanted.assert_eq(&problems);
}

/// A file that is right but for its request.
fn with_request(members: &str) -> String {
    format!("{{\n  \"request\": {{ \"url\": \"/\", {members} }}\n}}")
}

#[test]
fn a_file_of_a_chain() {
    expect![[r#"
        {
          "version": 1,
          "title": "Led on",
          "page": {
            "url": "https://frontend.com/app"
          },
          "request": {
            "url": "https://api.backend.com/users",
            "method": "PUT",
            "headers": [
              ["Authorization", "Bearer ***"]
            ],
            "body": "{}"
          },
          "hops": [
            {
              "preflight": {
                "status": 204,
                "headers": [
                  ["Access-Control-Allow-Origin", "*"],
                  ["Access-Control-Allow-Methods", "PUT"],
                  ["Access-Control-Allow-Headers", "Authorization"]
                ]
              },
              "response": {
                "status": 307,
                "headers": [
                  ["Access-Control-Allow-Origin", "*"],
                  ["Location", "https://cdn.example/x"]
                ]
              }
            },
            {
              "preflight": {
                "status": 403
              },
              "response": {
                "status": 200,
                "headers": [
                  ["Access-Control-Allow-Origin", "*"]
                ]
              }
            }
          ]
        }
    "#]]
    .assert_eq(&in_format(Format::File, LED_ON, 0));
    expect![[r#"
        {
          "version": 1,
          "page": {
            "url": "https://frontend.com/app"
          },
          "request": {
            "url": "https://api.backend.com/users",
            "method": "PUT"
          },
          "hops": [
            {
              "preflight": {
                "status": 204,
                "headers": [
                  ["Access-Control-Allow-Origin", "*"],
                  ["Access-Control-Allow-Methods", "PUT"]
                ]
              },
              "response": {
                "status": 200,
                "headers": [
                  ["Access-Control-Allow-Origin", "*"]
                ]
              }
            }
          ],
          "then": [
            {
              "wait_s": 3
            }
          ]
        }
    "#]]
    .assert_eq(&in_format(Format::File, TWICE, 0));
}

#[test]
fn what_is_no_json_is_told_with_its_place() {
    let texts = [
        "{\n  \"request\": {\n    \"url\": \"/\"\n    \"method\": \"PUT\"\n  }\n}",
        "{ \"request\" { } }",
        "{ request: {} }",
        "{ \"title\": \"é\" , }",
        "{ \"title\": \"a",
        "{ \"title\": \"a\nb\" }",
        "{ \"title\": \"a\\x\" }",
        "{ \"title\": \"\\ud800\" }",
        "{ \"title\": \"a\tb\" }",
        "{ \"hops\": [1 2] }",
        "{ \"hops\": [01] }",
        "{ \"hops\": [+1] }",
        "{} {}",
    ];
    let mut told = String::new();
    for text in texts {
        told += &open_in_words(text).expect_err("it is wrong");
        told += "\n";
    }
    told += &open_in_words(&"[".repeat(1000)).expect_err("it is wrong");
    expect![[r#"
        Line 4, column 5: This is no JSON here. Type a comma, or } at the end of the object.
        Line 1, column 13: This is no JSON here. Type a colon after the name of a field.
        Line 1, column 3: This is no JSON here. Type the name of a field in double quotes.
        Line 1, column 18: This is no JSON here. Type the name of a field in double quotes.
        Line 1, column 12: This is no JSON here. Type a double quote at the end of this text.
        Line 1, column 12: This is no JSON here. Type a double quote at the end of this text.
        Line 1, column 14: This is no JSON here. Type \\ for a backslash; after one of them only " \ / b f n r t and u with four hexadecimal digits may follow.
        Line 1, column 13: This is no JSON here. Type \\ for a backslash; after one of them only " \ / b f n r t and u with four hexadecimal digits may follow.
        Line 1, column 14: This is no JSON here. Type \t for a tab in a text, and \u with its number for others of its kind.
        Line 1, column 14: This is no JSON here. Type a comma, or ] at the end of the list.
        Line 1, column 12: This is no JSON here. Type a number such as 200, without zeros before it and without a plus.
        Line 1, column 12: This is no JSON here. Type a value: a text in double quotes, a number, true, false, null, [ or {.
        Line 1, column 4: This is no JSON here. Remove what follows the end of the scenario.
        Line 1, column 34: This is no JSON here. Lists and objects are too deep within each other."#]].assert_eq(&told);
}

#[test]
fn what_is_another_kind_of_file_is_told_as_such() {
    for text in ["", "\u{FEFF}", " \n\t "] {
        check(
            text,
            expect![
                "The file is empty. Choose a scenario file: Share gives one, with a name that ends in .json."
            ],
        );
    }
    let picture = String::from_utf8_lossy(b"\xFF\xD8\xFF\xE0\0\x10JFIF").repeat(9000);
    for text in [&picture, "PK\u{3}\u{4}\u{14}\0"] {
        check(
            text,
            expect![
                "The file is no text in UTF-8, but perhaps a picture or an archive. Choose a scenario file: Share gives one, with a name that ends in .json."
            ],
        );
    }
    let prose = "2 is a number, { is none. ".repeat(2000);
    for text in [&prose, "hello"] {
        check(
            text,
            expect![
                "The file is a text, but no scenario file, which is JSON and begins with {. Share gives one, with a name that ends in .json."
            ],
        );
    }
}

#[test]
fn what_is_no_scenario_is_told_all_at_once() {
    check(
        "[]",
        expect![
            "Line 1, column 1: `scenario` is a list. Type an object, which stands between { and }."
        ],
    );
    check(
        "{}",
        expect![[
            r#"Line 1, column 1: The scenario has no request. Type "request": { "url": "https://api.example/" }."#
        ]],
    );
    check(
        r#"{
          "version": 2,
          "titel": "a",
          "title": 1,
          "page": { "url": null, "opaque": "yes" },
          "request": { "method": "GET", "mode": "corss", "headers": [["A"], "b"], "url": "/", "url": "/" },
          "hops": [{ "response": { "status": "200" } }],
          "then": [{ "wait_s": 1.5 }]
        }"#,
        expect![[r#"
            Line 3, column 11: `scenario` has no field `titel`. Type one of these: version, title, page, request, hops, then, profile.
            Line 2, column 22: `version` is 2. Reload the page if the file is newer than it. Otherwise type 1.
            Line 4, column 20: `title` is 1. Type a text in double quotes.
            Line 5, column 28: `url` is null. Type a text in double quotes.
            Line 5, column 44: `opaque` is the text `yes`. Type true or false, without quotes.
            Line 6, column 95: `url` stands twice. Remove one of the two.
            Line 6, column 49: `mode` is the text `corss`. Type one of these: "cors", "no-cors", "same-origin".
            Line 6, column 70: A line of `headers` is no list of two texts. Type it so: ["Accept", "text/html"]."#]],
    );
    check(
        &with_request("\"mode\": \"\""),
        expect![[
            r#"Line 2, column 36: `mode` is the text ``. Type one of these: "cors", "no-cors", "same-origin"."#
        ]],
    );
    check(
        &with_request("\"body\": 1"),
        expect!["Line 2, column 36: `body` is 1. Type a text in double quotes."],
    );
    check(
        &with_request("\"referrer_policy\": \"none\""),
        expect![[
            r#"Line 2, column 47: `referrer_policy` is the text `none`. Type one of these: "", "no-referrer", "no-referrer-when-downgrade", "same-origin", "origin", "strict-origin", "origin-when-cross-origin", "strict-origin-when-cross-origin", "unsafe-url"."#
        ]],
    );
    let lines = vec!["[\"A\", \"1\"]"; 101].join(",");
    check(
        &with_request(&format!("\"headers\": [{lines}]")),
        expect!["Line 2, column 39: `headers` has 101 items. Keep to 100."],
    );
}

#[test]
fn what_is_too_long_is_told() {
    check(
        &with_request(&format!("\"body\": \"{}\"", "a".repeat(33_000))),
        expect![
            "The file is too long: a scenario file may have 32,768 bytes. Shorten bodies and headers, or choose another file."
        ],
    );
    check(
        &with_request(&format!("\"body\": \"{}\"", "é".repeat(12_000))),
        expect![
            "As a link the scenario would be longer than 32,768 characters, so it cannot be opened. Shorten bodies and headers."
        ],
    );
    let mut scenario = Scenario::opening();
    scenario.request.body = Some("a".repeat(33_000));
    expect!["The scenario is too long for a file, which may have 32,768 bytes. Shorten bodies and headers."].assert_eq(&write(&scenario).expect_err("it is too long"));
}

#[test]
fn a_status_that_is_no_number_is_told_when_a_file_is_written() {
    let mut scenario = Scenario::opening();
    for status in ["", "abc", "0200", "-0", "2e2", "99999999999999999999"] {
        answer_status(&mut scenario, status);
        write(&scenario).expect_err("no number");
    }
    answer_status(&mut scenario, "two");
    expect![
        "The status `two` is no whole number, so no file can hold it. Type a number, such as 200."
    ]
    .assert_eq(&write(&scenario).expect_err("no number"));
    for status in ["0", "-1", "200", "123456789012345678"] {
        answer_status(&mut scenario, status);
        let text = write(&scenario).expect("a number");
        assert_eq!(read(&text).as_ref(), Ok(&scenario), "{status}");
    }
}

fn answer_status(scenario: &mut Scenario, status: &str) {
    let answer = scenario.hops[0].response.as_mut().expect("it has one");
    answer.status = status.into();
}

#[test]
fn a_mark_at_the_beginning_is_no_part_of_the_text() {
    let text = "\u{FEFF}{ \"request\": { \"url\": \"/a\" } }";
    expect!["v=1&url=/a"].assert_eq(&open(text).expect("it is right"));
}

#[test]
fn the_files_of_the_course_are_read_as_the_format_has_it() {
    for (name, text) in files() {
        let wanted: Scenario = serde_json::from_str(&text).expect("the course has read it");
        assert_eq!(read(&text), Ok(wanted), "{name}");
    }
}
