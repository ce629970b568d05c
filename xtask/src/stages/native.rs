//! The stages that need nothing but Rust.

use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{answer, run};
use crate::project;

pub(crate) fn format() -> Result<()> {
    needs_component("fmt", "rustfmt")?;
    run(cargo().args(["fmt", "--all", "--check"]))
        .context("the code is not formatted, which `cargo fmt --all` mends")
}

pub(crate) fn clippy() -> Result<()> {
    needs_component("clippy", "clippy")?;
    // `--all-targets` leaves out the tests that plain `cargo test` leaves alone; `--test *` has them.
    for targets in [&["--all-targets"][..], &["--test", "*"]] {
        let mut command = cargo();
        command
            .args(["clippy", "--workspace", "--all-features"])
            .args(targets);
        run(command.args(["--", "-D", "warnings"]))?;
    }
    // As the app compiles it: everything else here asks for the words as well.
    let mut command = cargo();
    command.args([
        "clippy",
        "--package",
        "cors-engine",
        "--no-default-features",
    ]);
    run(command.args(["--", "-D", "warnings"]))
}

pub(crate) fn docs() -> Result<()> {
    let mut command = cargo();
    command.args([
        "doc",
        "--workspace",
        "--no-deps",
        "--document-private-items",
    ]);
    run(command.env("RUSTDOCFLAGS", "-D warnings"))
}

pub(crate) fn engine() -> Result<()> {
    run(cargo().args(["test", "--package", "cors-engine", "--all-features"]))
}

pub(crate) fn all_but_engine() -> Result<()> {
    run(cargo().args(["test", "--workspace", "--exclude", "cors-engine"]))
}

fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(project::root());
    command
}

/// A minimal Rust lacks these.
fn needs_component(task: &str, component: &str) -> Result<()> {
    answer(cargo().args([task, "--version"]))
        .with_context(|| {
            format!("`cargo {task}` is not there: type `rustup component add {component}`")
        })
        .map(drop)
}
