//! The built page: its files, their sizes, its security policy, and a server for it.

mod address;
mod budgets;
mod course;
mod element;
mod finish;
mod first_load;
mod folder;
mod frame;
pub(crate) mod hosts;
mod http;
mod later;
mod markup;
mod oembed;
mod paths;
mod policy;
pub(crate) mod server;
mod short_names;
mod single;
mod styles;
mod whole;
mod words;

pub(crate) use finish::finish_page;

use std::process::Command;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};

use crate::process::run;
use crate::setup::Environment;

/// Says that this process has built the page: two stages need it, and Trunk never finds nothing to do.
static BUILT: Mutex<bool> = Mutex::new(false);

/// Builds the release into `dist/`, once.
pub(crate) fn build() -> Result<()> {
    let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    if !*built {
        // Said before minutes of building, not after.
        address::of_environment()?;
        let mut command = trunk(&Environment::for_release()?, "build");
        run(command.arg("--release")).context("the page was not built")?;
        *built = true;
    }
    Ok(())
}

/// Builds the release, and says where it is.
pub(crate) fn build_for_a_host() -> Result<()> {
    build()?;
    let dist = crate::project::dist();
    println!("\nThe site is in {}.", dist.display());
    if address::of_environment()?.is_none() {
        println!(
            "It works at any address. With SITE_URL its pages also name themselves to others."
        );
    }
    Ok(())
}

/// A command for Trunk.
pub(crate) fn trunk(environment: &Environment, task: &str) -> Command {
    let mut command = environment.command("trunk");
    // A failed build should end in rustc's words, not in Trunk's stack.
    command.env_remove("RUST_BACKTRACE");
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
    budgets::check(&html)?;
    element::check(&crate::project::dist())
}
