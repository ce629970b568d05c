//! Tools that Cargo can install: Trunk and wasm-bindgen's command line.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{announce, cache, path_with};
use crate::process::{answer, on_path, run};
use crate::project::{locked_version, numbers, version_in_answer};

struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: String,
    why: &'static str,
    flags: &'static [&'static str],
    /// Light optimization is the quickest in all for tools that run for seconds.
    optimization: &'static str,
    fits: fn(found: &[u64], wanted: &[u64]) -> bool,
}

/// The folder to put on PATH for Trunk; none if PATH has it already.
pub(crate) fn trunk() -> Result<Option<PathBuf>> {
    CargoTool {
        package: "trunk",
        program: "trunk",
        // 0.22 needs a newer Rust than the project asks for.
        version: "0.21.14".to_owned(),
        why: "Trunk bundles the page",
        flags: &["--locked", "--no-default-features", "--features", "rustls"],
        optimization: "0",
        fits: |found, wanted| found[..2] == wanted[..2] && found >= wanted,
    }
    .find_or_install()
}

/// The folder to put on PATH for wasm-bindgen and its test runner; none if PATH has them already.
pub(crate) fn wasm_bindgen() -> Result<Option<PathBuf>> {
    CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: locked_version("wasm-bindgen")?,
        why: "wasm-bindgen writes the bridge between wasm and the browser, and must match Cargo.lock",
        flags: &[],
        optimization: "1",
        fits: |found, wanted| found == wanted,
    }
    .find_or_install()
}

impl CargoTool {
    fn find_or_install(&self) -> Result<Option<PathBuf>> {
        if on_path(self.program).is_some_and(|program| self.is_right(&program)) {
            return Ok(None);
        }
        let folder = cache::folder(self.package, &self.version)?;
        let bin = folder.join("bin");
        let program = bin.join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX));
        if !self.is_right(&program) {
            self.install(&folder)?;
        }
        Ok(Some(bin))
    }

    fn is_right(&self, program: &Path) -> bool {
        let said = answer(Command::new(program).arg("--version")).ok();
        let found = said.as_deref().and_then(version_in_answer);
        found.is_some_and(|found| found.len() >= 3 && (self.fits)(&found, &numbers(&self.version)))
    }

    fn install(&self, folder: &Path) -> Result<()> {
        let Self {
            package,
            version,
            why,
            ..
        } = self;
        announce(&format!(
            "{why}. Installing {package} {version} with Cargo into {} (a few minutes, once).",
            folder.display()
        ));
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let mut command = Command::new("cargo");
        command
            .args(["install", package, "--version", version, "--root"])
            .arg(folder);
        // Started elsewhere, so that the project's own Cargo settings do not apply.
        command
            .args(self.flags)
            .current_dir(folder)
            // Or Cargo would advise to add the folder to PATH, which nobody needs to do.
            .env("PATH", path_with(&[folder.join("bin")]))
            .env("CARGO_PROFILE_RELEASE_LTO", "false")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.optimization);
        run(&mut command).with_context(|| {
            format!("{package} {version} could not be installed: with a network, type `cargo install {package} --version {version}`")
        })
    }
}
