//! Rust's standard library built for size, for releases: panics stop the app without composing a message.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::std_build::{self, Recipe};
use super::wasm::{TARGET, has_std};
use super::{announce, cache};
use crate::process::{answer, on_path, run};
use crate::project::version_in_answer;

/// Nobody reads what a panic says: the page shows its notice whatever the reason. To the compiler
/// this library is an ordinary one that aborts; only its own code is told that it may do so at once.
/// An app may be linked with it as it is, which `-Cpanic=immediate-abort` would not allow: that flag
/// must be given for the app too, and only a nightly compiler takes it.
const RECIPE: Recipe = Recipe {
    arguments: &[LIBRARIES, "-Zbuild-std-features=optimize_for_size"],
    settings: SETTINGS,
    flags: "-Aexplicit_builtin_cfgs_in_flags --cfg=panic=\"immediate-abort\"",
};

/// The same before Rust 1.92, where it was a feature.
const OLDER_RECIPE: Recipe = Recipe {
    arguments: &[
        LIBRARIES,
        "-Zbuild-std-features=optimize_for_size,panic_immediate_abort",
    ],
    settings: SETTINGS,
    flags: "",
};

const LIBRARIES: &str = "-Zbuild-std=std,panic_abort";

const SETTINGS: &[(&str, &str)] = &[
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "z"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "1"),
];

/// Where the library stands for the toolchain at `root`, built if it was not there. `None`, and a
/// sentence about it, where it cannot be had: the toolchain's own does as well.
pub(super) fn sysroot(root: &Path) -> Option<PathBuf> {
    let found = find_or_build(root);
    if let Err(problem) = &found {
        announce(&format!(
            "Rust's standard library cannot be built for size here ({problem:#}), so the page is \
             about 8 KB larger to download. To mend it, see to it that its source is there (with rustup, \
             `rustup component add rust-src`) and try again."
        ));
    }
    found.ok()
}

fn find_or_build(root: &Path) -> Result<PathBuf> {
    let compiler = answer(Command::new(root.join("bin/rustc")).arg("-vV"))?;
    let (folder, recipe) = plan(&compiler)?;
    let libraries = folder.join("lib/rustlib").join(TARGET).join("lib");
    if !has_std(&libraries) {
        see_to_the_source(root)?;
        announce(&format!(
            "Building Rust's standard library for size in {} (seconds, once).",
            folder.display()
        ));
        build(&recipe, root, &folder, &libraries)?;
    }
    Ok(folder)
}

/// The folder is another for each compiler and each recipe: Cargo would not see that what is in it
/// has changed, and would mix crates that do not fit together.
fn plan(compiler: &str) -> Result<(PathBuf, Recipe)> {
    let version = version_in_answer(compiler).context("this rustc does not say its version")?;
    let recipe = match version >= vec![1, 92] {
        true => RECIPE,
        false => OLDER_RECIPE,
    };
    let mut hasher = DefaultHasher::new();
    (compiler, &recipe).hash(&mut hasher);
    let folder = cache::folder("std-for-size", &format!("{:016x}", hasher.finish()))?;
    let is_one_word = |path: &str| !path.contains(char::is_whitespace);
    if !folder.to_str().is_some_and(is_one_word) {
        bail!("Cargo could not be told of {}", folder.display());
    }
    Ok((folder, recipe))
}

fn see_to_the_source(root: &Path) -> Result<()> {
    if root.join("lib/rustlib/src/rust/library/std").is_dir() {
        return Ok(());
    }
    if on_path("rustup").is_none() {
        bail!("its source is not installed");
    }
    announce("The source of Rust's standard library is needed to build it. Adding it with rustup.");
    let mut rustup = Command::new("rustup");
    rustup.args(["component", "add", "rust-src", "--toolchain"]);
    run(rustup.arg(root.file_name().context("this Rust has no folder")?))
}

/// Works in a folder of this process alone, for others may build the same at this moment.
fn build(recipe: &Recipe, root: &Path, folder: &Path, libraries: &Path) -> Result<()> {
    let work = folder.join(format!("build-{}", std::process::id()));
    let built = std_build::build(recipe, root, &work).and_then(|built| {
        fs::create_dir_all(libraries.parent().context("a folder is in one")?)?;
        match fs::rename(built, libraries) {
            Err(_) if has_std(libraries) => Ok(()),
            other => other.context("it cannot be put in place"),
        }
    });
    // What is left behind costs room, and nothing else.
    let _ = fs::remove_dir_all(work);
    built
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_compiler_has_a_folder_of_its_own() {
        let plan = |compiler| plan(compiler).expect("the folder has a name");
        let (new, recipe) = plan("rustc 1.95.0 (59807616e 2026-04-14)\nhost: a\n");
        let (other, _) = plan("rustc 1.95.0 (59807616e 2026-04-14)\nhost: b\n");
        let (_, older) = plan("rustc 1.91.1 (ed61e7d7e 2025-11-07)\nhost: a\n");
        assert_ne!(new, other);
        assert!(recipe.flags.contains("immediate-abort"));
        assert!(older.arguments.concat().contains("immediate_abort"));
    }

    #[test]
    fn a_compiler_without_a_version_is_refused() {
        assert!(plan("no compiler").is_err());
    }
}
