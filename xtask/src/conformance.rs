//! `cargo xtask conformance`: the lab's long run, with the browser that it needs.

use std::process::Command;

use anyhow::Result;

use crate::browser::Browser;
use crate::process;
use crate::project;

/// Hands `words` to `cors-lab conformance`. Paths in them count from the project's folder.
pub(crate) fn run(words: &[String]) -> Result<()> {
    // The lab finds the same browser by itself; this only sees to it that there is one.
    Browser::find_or_install()?;
    let mut command = Command::new("cargo");
    command.current_dir(project::root());
    command.args([
        "run",
        "--quiet",
        "--package",
        "cors-lab",
        "--",
        "conformance",
    ]);
    process::run(command.args(words))
}
