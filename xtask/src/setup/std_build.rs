//! Builds Rust's standard library for wasm from its source, as a recipe says.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use anyhow::{Context, Result};

use super::path_with;
use super::wasm::TARGET;
use crate::process::run;

/// The crate that is built only for what it depends on.
const MANIFEST: &str = "\
[package]
name = \"nothing\"
version = \"0.0.0\"
edition = \"2024\"

[workspace]

[profile.release]
panic = \"abort\"
";

/// How the libraries are to be built.
#[derive(Hash)]
pub(super) struct Recipe {
    /// What Cargo is asked for: the libraries, their features.
    pub(super) arguments: &'static [&'static str],
    /// Cargo's settings, as variables.
    pub(super) settings: &'static [(&'static str, &'static str)],
    /// Further flags of rustc.
    pub(super) flags: &'static str,
}

/// Builds with the toolchain at `root` in the folder `work`, and gives the folder in it that holds
/// the libraries and nothing else.
pub(super) fn build(recipe: &Recipe, root: &Path, work: &Path) -> Result<PathBuf> {
    write_crate(work)?;
    let mut cargo = Command::new(root.join("bin/cargo"));
    cargo
        .args(["build", "--release", "--target", TARGET])
        .args(recipe.arguments)
        .current_dir(work)
        .env("PATH", path_with(&[root.join("bin")]))
        .env("CARGO_TARGET_DIR", work.join("target"))
        .env("RUSTC_BOOTSTRAP", "1")
        // The bitcode lets later builds optimize across crates.
        .env("RUSTFLAGS", format!("-Cembed-bitcode=yes {}", recipe.flags))
        .envs(recipe.settings.iter().copied());
    run(&mut cargo)?;
    let built = work.join("lib");
    let deps = work.join("target").join(TARGET).join("release/deps");
    gather(&deps, &built)?;
    Ok(built)
}

fn write_crate(folder: &Path) -> Result<()> {
    let source = folder.join("src");
    fs::create_dir_all(&source).with_context(|| format!("cannot make {}", source.display()))?;
    fs::write(folder.join("Cargo.toml"), MANIFEST)?;
    Ok(fs::write(source.join("lib.rs"), "#![no_std]\n")?)
}

fn gather(deps: &Path, built: &Path) -> io::Result<()> {
    fs::create_dir_all(built)?;
    for entry in deps.read_dir()? {
        let name = entry?.file_name();
        let text = name.to_string_lossy();
        if text.ends_with(".rlib") && !text.starts_with("libnothing-") {
            fs::copy(deps.join(&name), built.join(&name))?;
        }
    }
    Ok(())
}
