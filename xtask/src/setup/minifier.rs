//! esbuild, which takes white space and long names out of scripts and styles.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::{announce, cache, npm};
use crate::process::{answer, on_path};

/// The version of the npm package.
const VERSION: &str = "0.28.2";

/// The folder to put on PATH; none if PATH has an esbuild, or none can be had.
pub(crate) fn folder() -> Result<Option<PathBuf>> {
    if on_path("esbuild").is_some() {
        return Ok(None);
    }
    let folder = cache::folder("esbuild", VERSION)?;
    let bin = folder.join("node_modules/.bin");
    let is_there = || answer(Command::new(bin.join("esbuild")).arg("--version")).is_ok();
    if is_there() || (install(&folder).is_ok() && is_there()) {
        return Ok(Some(bin));
    }
    announce(
        "esbuild cannot be had, so scripts and styles keep their white space and are 3 KB larger to \
         download. To mend it, install Node.js (https://nodejs.org) with npm and try again.",
    );
    Ok(None)
}

fn install(folder: &Path) -> Result<()> {
    let why = "esbuild makes scripts and styles smaller to download.";
    npm::install("esbuild", VERSION, why, folder)
}
