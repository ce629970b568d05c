//! The built page: its files, their sizes, its security policy, and a server for it.

mod budgets;
mod first_load;
mod markup;
mod paths;
pub(crate) mod policy;
pub(crate) mod server;

use anyhow::{Context, Result};

use crate::process::run;
use crate::setup::Environment;

/// Builds the release into `dist/`.
pub(crate) fn build() -> Result<()> {
    run(trunk(&Environment::for_trunk()?, "build").arg("--release"))
        .context("the page was not built")
}

/// A command for Trunk.
pub(crate) fn trunk(environment: &Environment, task: &str) -> std::process::Command {
    let mut command = environment.command("trunk");
    // Trunk reads NO_COLOR as a boolean and stops at any other value, such as the usual `1`.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    command.arg(task);
    command
}

/// Checks the built page: its policy and its size budgets.
pub(crate) fn check() -> Result<()> {
    let html = std::fs::read_to_string(crate::project::dist().join("index.html"))
        .context("nothing is built: type `cargo xtask test build`")?;
    policy::check(&html)?;
    budgets::check(&html)
}
