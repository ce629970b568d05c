//! A Rust that compiles for wasm: rustup's if its server answers, else that of Debian or Ubuntu.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::announce;
use super::debian::{self, Debian};
use crate::process::{answer, on_path, run};
use crate::project;

/// The name that rustc and rustup give to the browser's instruction set.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The toolchain that builds for wasm.
pub(crate) enum Toolchain {
    /// The one that built this program.
    Active,
    /// A second one, which rustup knows under [`debian::NAME`].
    Debian(Debian),
}

impl Toolchain {
    /// What Cargo must be told to use it; with `library`, the standard library that stands there.
    pub(crate) fn variables(&self, library: Option<&Path>) -> Vec<(&'static str, OsString)> {
        let mut variables = match self {
            Self::Active => Vec::new(),
            Self::Debian(debian) => vec![
                ("RUSTUP_TOOLCHAIN", debian::NAME.into()),
                (
                    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER",
                    debian.linker.clone().into(),
                ),
                // In one folder the two toolchains would undo each other's work at every turn.
                (
                    "CARGO_TARGET_DIR",
                    project::root().join("target/wasm").into(),
                ),
            ],
        };
        let names = cargo_home().and_then(|home| renaming(&home));
        let library = library.map(|folder| format!("--sysroot={}", folder.display()));
        let flags = names.into_iter().chain(library).collect::<Vec<_>>();
        // Flags for this target alone reach neither what runs while building nor Trunk's hooks.
        if !flags.is_empty() {
            variables.push((
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
                flags.join(" ").into(),
            ));
        }
        variables
    }

    /// The folder that holds its programs and libraries.
    pub(crate) fn root(&self) -> Result<PathBuf> {
        match self {
            Self::Active => active_root(),
            Self::Debian(debian) => Ok(debian.root.clone()),
        }
    }
}

fn active_root() -> Result<PathBuf> {
    let root = answer(Command::new("rustc").args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(root.trim()))
}

/// Keeps the folder where Cargo has its crates on this machine out of what panics say, for the built
/// page goes to everybody. `None` where Cargo could not read the flag: it ends at a space.
fn renaming(cargo_home: &Path) -> Option<String> {
    let folder = cargo_home.join("registry").join("src");
    let folder = folder
        .to_str()
        .filter(|it| !it.contains(char::is_whitespace))?;
    Some(format!("--remap-path-prefix={folder}=crates"))
}

/// Where Cargo keeps its own things.
fn cargo_home() -> Option<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(std::env::home_dir()?.join(".cargo")))
}

/// Finds a toolchain with the wasm target, or adds the target.
pub(crate) fn find_or_install() -> Result<Toolchain> {
    let debian = debian::ready();
    let root = active_root()?;
    match debian {
        // In a shell that has taken the exports of `cargo xtask env`, Debian's is the active one.
        Some(debian) if debian.root == root => Ok(Toolchain::Debian(debian)),
        _ if has_target()? => Ok(Toolchain::Active),
        Some(debian) => Ok(Toolchain::Debian(debian)),
        None => add_target(),
    }
}

fn add_target() -> Result<Toolchain> {
    if on_path("rustup").is_none() {
        bail!(
            "this Rust cannot compile for wasm and rustup is not there to mend it: install rustup from https://rustup.rs and try again"
        );
    }
    announce(
        "The app runs in the browser as wasm. Adding the wasm target to Rust with rustup (seconds).",
    );
    let Err(problem) = run(Command::new("rustup").args(["target", "add", TARGET])) else {
        return Ok(Toolchain::Active);
    };
    if !debian::applies() {
        return Err(problem).context(format!(
            "the wasm target could not be had: when rustup's server can be reached, type `rustup target add {TARGET}`"
        ));
    }
    announce(
        "rustup's server cannot be reached, but the system's own packages hold a Rust for wasm.",
    );
    debian::set_up().map(Toolchain::Debian)
}

fn has_target() -> Result<bool> {
    let mut command = Command::new("rustc");
    let folder = answer(command.args(["--print", "target-libdir", "--target", TARGET]))?;
    Ok(has_std(Path::new(folder.trim())))
}

/// Whether a folder of compiled libraries holds `std`.
pub(crate) fn has_std(folder: &Path) -> bool {
    let Ok(entries) = folder.read_dir() else {
        return false;
    };
    entries.flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_the_crates_is_named_otherwise() {
        let folder = Path::new("home").join("registry").join("src");
        assert_eq!(
            renaming(Path::new("home")),
            Some(format!("--remap-path-prefix={}=crates", folder.display()))
        );
    }

    #[test]
    fn a_folder_that_would_be_two_flags_is_left_alone() {
        assert_eq!(renaming(Path::new("my home")), None);
    }
}
