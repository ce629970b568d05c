//! `cors-lab check`: what goes in, what comes out, and the exit status.

use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const MINIMAL: &str = r#"{"request":{"url":"https://api.example/"}}"#;
const READABLE: &str = r#"{"request":{"url":"/same"}}"#;

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cors-lab"));
    command
        .args(args)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs `check` with this standard input.
fn with_input(args: &[&str], input: &[u8]) -> Output {
    let mut child = command(args)
        .stdin(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("it was asked for");
    // It may refuse its arguments before it reads anything.
    let _ = stdin.write_all(input);
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).expect("it writes UTF-8");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("a line is JSON"))
        .collect()
}

#[test]
fn each_line_gives_a_line_and_a_bad_one_stops_nothing() {
    let too_long = format!(r#"{{"title":"{}"}}"#, "x".repeat(33 * 1024));
    let input = format!("{MINIMAL}\n{{\"a\":\n\n{too_long}\n{READABLE}\r\n{READABLE}");
    let output = with_input(&["check", "--ndjson"], input.as_bytes());
    let lines = lines(&output);
    assert_eq!(lines.len(), 6);
    assert_eq!(lines[0]["outcome"], "network-error");
    for (line, bad) in lines.iter().enumerate().take(4).skip(1) {
        assert!(bad["error"].is_string(), "line {line}: {bad}");
    }
    assert_eq!(lines[4]["outcome"], "readable");
    assert_eq!(lines[5]["outcome"], "readable");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn an_error_names_its_place() {
    let input =
        b"{\"request\":{\"url\":\"/\"},\"hops\":[{\"response\":{\"status\":\"x\"}}]}\n\xFF\n";
    let lines = lines(&with_input(&["check", "--ndjson"], input));
    assert_eq!(lines[0]["path"], "/hops/0/response/status");
    assert_eq!(lines[0]["line"], 1);
    assert!(lines[0]["column"].as_u64().is_some_and(|column| column > 1));
    assert!(lines[1]["error"].is_string());
}

#[test]
fn expectations_decide_the_exit_status() {
    let status = |args: &[&str], input: &str| with_input(args, input.as_bytes()).status.code();
    let expect = ["check", "--ndjson", "--expect", "readable"];
    assert_eq!(status(&expect, READABLE), Some(0));
    assert_eq!(status(&expect, &format!("{READABLE}\n{MINIMAL}")), Some(1));
    assert_eq!(status(&expect, &format!("{MINIMAL}\nnonsense")), Some(2));
    assert_eq!(
        status(&["check", "--ndjson", "--expect", "perhaps"], ""),
        Some(2)
    );
    assert_eq!(status(&["check"], ""), Some(2));
    assert_eq!(status(&["chekc"], ""), Some(2));
}

#[test]
fn files_give_json_or_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("scenario.json");
    fs::write(&file, MINIMAL).expect("it is writable");
    let file = file.to_str().expect("its path is ASCII");

    let output = command(&["check", file, "no-such-file"])
        .output()
        .expect("it runs");
    let results = lines(&output);
    assert_eq!(results[0]["rule"], "allow-origin-present");
    assert!(results[1]["error"].is_string());
    assert_eq!(output.status.code(), Some(2));

    let output = command(&["check", "--format", "text", file])
        .output()
        .expect("it runs");
    let text = String::from_utf8(output.stdout).expect("it writes UTF-8");
    assert!(
        text.starts_with("network-error, says the standard\n"),
        "{text}"
    );
    assert!(
        text.contains("No 'Access-Control-Allow-Origin' header is present"),
        "{text}"
    );
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn text_marks_console_lines_that_no_run_has_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let text_of = |hops: &str| {
        let file = folder.path().join("scenario.json");
        let scenario = format!(
            r#"{{"version":1,"request":{{"url":"https://api.example/"}},"profile":"safari","hops":[{hops}]}}"#
        );
        fs::write(&file, scenario).expect("it is writable");
        let file = file.to_str().expect("its path is ASCII");
        let output = command(&["check", "--format", "text", file])
            .output()
            .expect("it runs");
        String::from_utf8(output.stdout).expect("it writes UTF-8")
    };

    let refused = text_of(r#"{"response":null}"#);
    let wanted = "    (not run) Failed to load resource: Could not connect to the server.\n";
    assert!(refused.contains(wanted), "{refused}");

    let unshared = text_of("{}");
    assert!(unshared.contains("as read in WebKitGTK"), "{unshared}");
    let wanted = "    Origin https://frontend.com is not allowed by Access-Control-Allow-Origin.";
    assert!(unshared.contains(wanted), "{unshared}");
}
