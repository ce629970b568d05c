//! Builds Rust's `std` for wasm from its source, which Debian and Ubuntu package, and puts it beside their compiler.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use anyhow::{Context, Result, anyhow};

use super::std_build::{self, Recipe};
use super::wasm::TARGET;
use super::{announce, cache};
use crate::process::answer;
use crate::project::version_in_answer;

/// Says beside the libraries which compiler made them: no other can read them.
const BUILT_BY: &str = "built-by.txt";

/// As rustup's are built; `test` is what wasm-bindgen-test links.
const RECIPE: Recipe = Recipe {
    arguments: &["-Zbuild-std=std,panic_abort,test"],
    settings: &[],
    flags: "",
};

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
    let built = std_build::build(&RECIPE, root, &work)?;
    fs::write(built.join(BUILT_BY), compiler)?;
    Ok(built)
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
