//! `cargo xtask fuzz`: libFuzzer against the laws of the engine and of links, on stable Rust.

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

/// What is fuzzed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Target {
    /// Texts that may be scenarios.
    Scenario,
    /// Texts that may be links.
    Link,
}

impl Target {
    /// The target of that name, if there is one.
    pub(crate) fn from_name(name: &str) -> Option<Target> {
        let all = [Target::Scenario, Target::Link];
        all.into_iter().find(|target| target.name() == name)
    }

    /// The name of its program and its dictionary.
    fn name(self) -> &'static str {
        match self {
            Target::Scenario => "scenario",
            Target::Link => "link",
        }
    }

    /// Where the texts are that it begins with, and the ending of their names.
    fn seeds(self) -> (&'static str, &'static str) {
        match self {
            Target::Scenario => ("engine/fuzz/seeds", "json"),
            Target::Link => ("engine/fuzz/link_seeds", "txt"),
        }
    }

    /// The test that all of them pass.
    fn test(self) -> &'static str {
        match self {
            Target::Scenario => "cargo test -p cors-engine --all-features seeds",
            Target::Link => "cargo test -p cors-link seeds",
        }
    }
}

/// Builds the fuzzer and runs it; inputs that earlier runs found useful are where it begins.
pub(crate) fn run_for(target: Target, minutes: u32) -> Result<()> {
    let name = target.name();
    let program = build()?.join(name);
    let corpus = folder(&format!("{name}/corpus"))?;
    let findings = folder(&format!("{name}/findings"))?;
    let known = files(&findings);
    let dictionary = root().join(format!("engine/fuzz/{name}.dict"));
    let mut command = Command::new(&program);
    command
        .arg(&corpus)
        .arg(root().join(target.seeds().0))
        .arg(format!("-dict={}", dictionary.display()))
        .arg(format!("-artifact_prefix={}/", findings.display()))
        .arg(format!("-max_total_time={}", minutes * 60))
        .arg(format!("-max_len={MOST_BYTES}"))
        .arg(format!("-timeout={SECONDS_A_TEXT}"))
        .arg("-print_final_stats=1");
    let ended = run(&mut command);
    // libFuzzer may end well although it kept an input: one that was slow, for example.
    match (ended, files(&findings).difference(&known).next()) {
        (_, Some(input)) => Err(anyhow!("{}", what_to_do(target, &program, input))),
        (ended, None) => ended,
    }
}

/// Builds the fuzzers and gives their folder.
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
    run(&mut command).context("the fuzzers were not built (libFuzzer needs a C++ compiler)")?;
    Ok(folder.join(host).join("release"))
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

fn what_to_do(target: Target, program: &Path, input: &Path) -> String {
    let mut again = Command::new(program);
    again.arg(input);
    let mut smaller = Command::new(program);
    smaller
        .args(["-minimize_crash=1", "-max_total_time=60"])
        .arg(input);
    let (seeds, ending) = target.seeds();
    format!(
        "\
A text breaks a law, or takes too long:
  {input}
see it again:     {again}
make it smaller:  {smaller}
make it a test:   cp {input} {seeds}/WHAT-IS-SPECIAL.{ending}
                  {test}",
        test = target.test(),
        input = input.display(),
        again = line_of(&again),
        smaller = line_of(&smaller),
    )
}
