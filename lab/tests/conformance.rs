//! `cors-lab conformance`: what it refuses before it starts a browser.

use std::process::Command;

/// What it writes to standard error, and its exit status.
fn refused(args: &[&str]) -> (String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_cors-lab"))
        .arg("conformance")
        .args(args)
        .env("CHROME", "no-browser-is-started")
        .output()
        .expect("it runs");
    let said = String::from_utf8(output.stderr).expect("it writes UTF-8");
    (said, output.status.code())
}

#[test]
fn bad_words_are_answered_with_what_to_type() {
    let rows: [(&[&str], &str); 6] = [
        (
            &["--shards", "3"],
            "`3` names no shards: type the first and the one after the last, for example \
             `--shards 0..40`.",
        ),
        (
            &["--shards=30..50"],
            "`30..50` asks for more shards than there are: type numbers within `--shards 0..40`.",
        ),
        (
            &["--cases", "500", "--shards", "2..1"],
            "`2..1` holds no shard: type the smaller number first, for example `--shards 1..2`.",
        ),
        (
            &["--cases", "0"],
            "--cases wants a number from 1 to 10000000",
        ),
        (&["--sitting", "all"], "--sitting wants a number, not all"),
        (
            &["scenario.json"],
            "conformance makes its own scenarios: leave `scenario.json` out",
        ),
    ];
    for (args, wanted) in rows {
        let wanted = (format!("cors-lab: {wanted}\n"), Some(2));
        assert_eq!(refused(args), wanted, "{args:?}");
    }
}
