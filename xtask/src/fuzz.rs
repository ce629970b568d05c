//! `cargo xtask fuzz`: libFuzzer against the laws of the engine, on stable Rust.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};

use crate::process::{answer, line_of, run};
use crate::project::root;

/// What libFuzzer needs to see which branches an input takes, from the compiler of every day.
const FLAGS: &str = "--cfg fuzzing \
    -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// The longest text that is tried. A scenario may be four times as long; what it could do then, it
/// can do in this as well, and be judged four times as often.
const MOST_BYTES: u32 = 8 * 1024;

/// The seconds that one text may take; the slowest take a small part of one.
const SECONDS_A_TEXT: u32 = 5;

/// Builds the fuzzer and runs it; inputs that earlier runs found useful are where it begins.
pub(crate) fn run_for(minutes: u32) -> Result<()> {
    let program = build()?;
    let corpus = folder("corpus")?;
    let findings = folder("findings")?;
    let known = files(&findings);
    let fuzz = root().join("engine/fuzz");
    let mut command = Command::new(&program);
    command
        .arg(&corpus)
        .arg(fuzz.join("seeds"))
        .arg(format!("-dict={}", fuzz.join("scenario.dict").display()))
        .arg(format!("-artifact_prefix={}/", findings.display()))
        .arg(format!("-max_total_time={}", minutes * 60))
        .arg(format!("-max_len={MOST_BYTES}"))
        .arg(format!("-timeout={SECONDS_A_TEXT}"))
        .arg("-print_final_stats=1");
    let ended = run(&mut command);
    // libFuzzer may end well although it kept an input: one that was slow, for example.
    match (ended, files(&findings).difference(&known).next()) {
        (_, Some(input)) => Err(anyhow!("{}", what_to_do(&program, input))),
        (ended, None) => ended,
    }
}

/// Builds the fuzzer and gives its path.
fn build() -> Result<PathBuf> {
    // With a target named, the flags are not those of build scripts and macros, which would not link.
    let host = host()?;
    let folder = root().join("target/fuzz/build");
    let mut command = Command::new("cargo");
    command
        .current_dir(root().join("engine/fuzz"))
        .args(["build", "--release", "--target", &host])
        .arg("--target-dir")
        .arg(&folder)
        .env("RUSTFLAGS", FLAGS);
    run(&mut command).context("the fuzzer was not built (libFuzzer needs a C++ compiler)")?;
    Ok(folder.join(host).join("release/scenario"))
}

/// The target that the compiler builds for when none is named.
fn host() -> Result<String> {
    let said = answer(Command::new("rustc").arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc does not say its host")?.to_owned())
}

fn folder(name: &str) -> Result<PathBuf> {
    let folder = root().join("target/fuzz").join(name);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

fn what_to_do(program: &Path, input: &Path) -> String {
    let mut again = Command::new(program);
    again.arg(input);
    let mut smaller = Command::new(program);
    smaller
        .args(["-minimize_crash=1", "-max_total_time=60"])
        .arg(input);
    format!(
        "\
A text breaks a law of the engine, or takes too long:
  {input}
see it again:     {again}
make it smaller:  {smaller}
make it a test:   cp {input} engine/fuzz/seeds/WHAT-IS-SPECIAL.json
                  cargo test -p cors-engine --all-features seeds",
        input = input.display(),
        again = line_of(&again),
        smaller = line_of(&smaller),
    )
}
