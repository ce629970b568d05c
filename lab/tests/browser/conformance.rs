//! `cors-lab conformance`: a run, and the run after it.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs eight cases in one shard, and gives what it told of its progress.
fn run(state: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_cors-lab"))
        .args(["conformance", "--cases", "8", "--state"])
        .arg(state)
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let found = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}{found}");
    said
}

#[test]
fn what_is_done_is_not_run_again_and_the_page_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join("CONFORMANCE.md");
    let first = run(folder.path());
    assert!(first.contains("0 of 1 shards are done"), "{first}");
    assert!(first.contains("shard 0: 8 of 8 cases"), "{first}");
    let is_written = || {
        fs::read_to_string(&page)
            .expect("it is there")
            .contains("| made up | 8 |")
    };
    assert!(is_written());

    fs::remove_file(&page).expect("it is there");
    let second = run(folder.path());
    assert!(second.contains("1 of 1 shards are done"), "{second}");
    assert!(!second.contains("shard 0:"), "{second}");
    assert!(is_written());
}
