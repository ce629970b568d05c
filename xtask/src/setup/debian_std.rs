//! Builds Rust's `std` for wasm from its source, which Debian and Ubuntu package, and puts it beside their compiler.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use anyhow::{Context, Result, anyhow};

use super::wasm::TARGET;
use super::{announce, cache, path_with};
use crate::process::{answer, run};
use crate::project::version_in_answer;

/// Says beside the libraries which compiler made them: no other can read them.
const BUILT_BY: &str = "built-by.txt";

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

/// Where the compiler looks for the libraries of the wasm target.
pub(crate) fn folder(rustc: &Path) -> Result<PathBuf> {
    let mut command = Command::new(rustc);
    let folder = answer(command.args(["--print", "target-libdir", "--target", TARGET]))?;
    Ok(PathBuf::from(folder.trim()))
}

/// Whether the libraries in `folder` were made by this very compiler.
pub(crate) fn is_built_by(rustc: &Path, folder: &Path) -> bool {
    let built_by = fs::read_to_string(folder.join(BUILT_BY)).ok();
    built_by.is_some() && built_by == answer(Command::new(rustc).arg("-vV")).ok()
}

/// Builds and installs the libraries for the toolchain at `root`, unless they are there.
pub(crate) fn install(root: &Path) -> Result<()> {
    let rustc = root.join("bin/rustc");
    let folder = folder(&rustc)?;
    if is_built_by(&rustc, &folder) {
        return Ok(());
    }
    let compiler = answer(Command::new(&rustc).arg("-vV"))?;
    let built = build(root, &compiler)?;
    copy(&built, &folder).map_err(|problem| {
        let (built, folder) = (built.display(), folder.display());
        anyhow!("Rust's library for wasm is built but cannot be put in place ({problem}): type `sudo rm -rf {folder} && sudo mkdir -p {folder} && sudo cp {built}/* {folder}/` and try again")
    })
}

/// Builds the libraries and gives the folder that holds them, and nothing else.
fn build(root: &Path, compiler: &str) -> Result<PathBuf> {
    let version = version_in_answer(compiler).context("this rustc does not say its version")?;
    let version = version
        .iter()
        .map(u64::to_string)
        .collect::<Vec<_>>()
        .join(".");
    let work = cache::folder("debian-std", &version)?;
    announce(&format!(
        "Building Rust's standard library for wasm in {} (about a minute, once).",
        work.display()
    ));
    write_crate(&work)?;
    // The bitcode lets later builds optimize across crates; `test` is what wasm-bindgen-test links.
    let mut cargo = Command::new(root.join("bin/cargo"));
    cargo
        .args([
            "build",
            "--release",
            "-Zbuild-std=std,panic_abort,test",
            "--target",
            TARGET,
        ])
        .current_dir(&work)
        .env("PATH", path_with(&[root.join("bin")]))
        .env("CARGO_TARGET_DIR", work.join("target"))
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes");
    run(&mut cargo)?;
    let built = work.join("lib");
    gather(
        &work.join("target").join(TARGET).join("release/deps"),
        &built,
    )?;
    fs::write(built.join(BUILT_BY), compiler)?;
    Ok(built)
}

fn write_crate(folder: &Path) -> Result<()> {
    let source = folder.join("src");
    fs::create_dir_all(&source).with_context(|| format!("cannot make {}", source.display()))?;
    fs::write(folder.join("Cargo.toml"), MANIFEST)?;
    Ok(fs::write(source.join("lib.rs"), "#![no_std]\n")?)
}

fn gather(deps: &Path, built: &Path) -> Result<()> {
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

/// Replaces `folder` by a copy of `built`, in one step, for builds may run at this moment.
fn copy(built: &Path, folder: &Path) -> io::Result<()> {
    let fresh = folder.with_extension("new");
    if fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    fs::create_dir_all(&fresh)?;
    for entry in built.read_dir()? {
        let name = entry?.file_name();
        fs::copy(built.join(&name), fresh.join(&name))?;
    }
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::rename(fresh, folder)
}
