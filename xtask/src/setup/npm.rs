//! Programs that come as packages of npm.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::announce;
use crate::process::{answer, run};

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Installs a package into a folder, after saying why.
///
/// # Errors
/// npm is not there, or fails.
pub(super) fn install(package: &str, version: &str, why: &str, folder: &Path) -> Result<()> {
    install_all(&[format!("{package}@{version}")], why, folder)
}

/// Installs packages, each written `name@version`, into a folder, after saying why.
///
/// # Errors
/// npm is not there, or fails.
pub(crate) fn install_all(packages: &[String], why: &str, folder: &Path) -> Result<()> {
    if answer(Command::new(NPM).arg("--version")).is_err() {
        bail!("npm is not there");
    }
    announce(&format!(
        "{why} Installing {} with npm into {} (seconds).",
        packages.join(", "),
        folder.display()
    ));
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut npm = Command::new(NPM);
    npm.args([
        "install",
        "--no-audit",
        "--no-fund",
        "--no-save",
        "--prefix",
    ])
    .arg(folder);
    run(npm.args(packages).current_dir(folder))
}
