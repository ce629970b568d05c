//! axe-core, which looks for what keeps people with disabilities from using a page.

use std::path::PathBuf;

use anyhow::Result;

use super::{announce, cache, npm};

/// The version of the npm package.
const VERSION: &str = "4.14.1";

/// The script that a test puts into the page; none if it cannot be had.
pub(crate) fn script() -> Result<Option<PathBuf>> {
    let folder = cache::folder("axe-core", VERSION)?;
    let script = folder.join("node_modules/axe-core/axe.min.js");
    let why = "axe-core checks that the page is accessible.";
    if script.is_file()
        || (npm::install("axe-core", VERSION, why, &folder).is_ok() && script.is_file())
    {
        return Ok(Some(script));
    }
    announce(
        "axe-core cannot be had, so the journeys that look for barriers with it are SKIPPED. To run \
         them, install Node.js (https://nodejs.org) with npm and try again.",
    );
    Ok(None)
}
