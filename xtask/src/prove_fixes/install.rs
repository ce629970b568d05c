//! Gets a stack into a folder of the user's cache, in the versions that its file names.
//!
//! Debian's packages are unpacked there, not installed: no server begins to run with the system.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use cors_stacks::Stack;

use crate::process::{answer, run};
use crate::setup::{announce, apt, cache, cargo_tool, npm};

/// Where a stack comes from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Source {
    /// npm, in the versions of its file, with what else the proof needs.
    Npm(&'static [&'static str]),
    /// PyPI, in the versions of its file.
    Pip,
    /// crates.io: the recipe's own Cargo.toml names the versions.
    Cargo,
    /// Debian's packages, the one that counts first; in the version that the system has.
    Debian(&'static [&'static str]),
    /// The tool that builds this project.
    Trunk,
}

/// A stack that is there.
pub(super) struct Installed {
    pub(super) folder: PathBuf,
    /// What it is, with its version.
    pub(super) with: String,
}

/// Finds the stack in the cache, or puts it there.
pub(super) fn find_or_install(slug: &str, stack: &Stack, source: Source) -> Result<Installed> {
    let (with, version) = match source {
        Source::Debian(packages) => {
            let (name, version) = (packages[0], apt::candidate(packages[0])?);
            (format!("{name} {version}"), version)
        }
        _ => {
            let named = stack.packages.iter();
            let named = named.map(|it| format!("{} {}", it.name, it.version));
            let versions = stack.packages.iter().map(|it| it.version.as_str());
            let (named, versions): (Vec<_>, Vec<_>) = (named.collect(), versions.collect());
            (named[..named.len().min(2)].join(", "), versions.join("-"))
        }
    };
    let folder = cache::folder(&format!("proof-{slug}"), &file_name(&version))?;
    let mark = folder.join("installed");
    let wanted = format!("{source:?} {with}");
    if fs::read_to_string(&mark).ok().as_ref() != Some(&wanted) {
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        install(slug, stack, source, &folder)?;
        fs::write(&mark, &wanted)?;
    }
    Ok(Installed { folder, with })
}

fn install(slug: &str, stack: &Stack, source: Source, folder: &Path) -> Result<()> {
    let names = |mark: &str| {
        let packages = stack.packages.iter();
        packages
            .map(|it| format!("{}{mark}{}", it.name, it.version))
            .collect::<Vec<_>>()
    };
    let why = format!("Its fix is proven with the real {}.", stack.name);
    match source {
        Source::Npm(more) => {
            let mut packages = names("@");
            packages.extend(more.iter().map(|it| (*it).to_owned()));
            npm::install_all(&packages, &why, folder)
        }
        Source::Pip => {
            announce(&format!(
                "{why} Installing {} with pip into {} (seconds).",
                names(" ").join(", "),
                folder.display()
            ));
            let venv = folder.join("venv");
            run(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
            let mut pip = Command::new(venv.join("bin/pip"));
            run(pip.args(["install", "--quiet"]).args(names("==")))
        }
        Source::Debian(packages) => {
            announce(&format!(
                "{why} Unpacking Debian's {slug} into {} (seconds).",
                folder.display()
            ));
            let debs = folder.join("debs");
            fs::create_dir_all(&debs)?;
            let mut download = Command::new("apt-get");
            download.args(["download", "--quiet"]).args(packages);
            run(download.current_dir(&debs))?;
            for deb in fs::read_dir(&debs)?.flatten() {
                run(Command::new("dpkg-deb")
                    .arg("-x")
                    .arg(deb.path())
                    .arg(folder))?;
            }
            Ok(fs::remove_dir_all(&debs)?)
        }
        // Cargo gets what is missing when it builds.
        Source::Cargo => Ok(()),
        Source::Trunk => cargo_tool::trunk().map(drop),
    }
}

/// Whether what a source needs is there at all; the sentence says what is missing.
pub(super) fn obstacle(source: Source) -> Option<String> {
    let missing = |name: &str| format!("{name} is not there");
    let answers = |program: &str| answer(Command::new(program).arg("--version")).is_ok();
    match source {
        Source::Npm(_) if !answers("npm") => Some(missing("npm")),
        Source::Pip if !answers("python3") => Some(missing("python3")),
        Source::Debian(_) if !apt::is_debians() => Some(missing("Debian")),
        Source::Debian(packages) => unknown(packages)
            // The lists may be old, or none.
            .filter(|_| apt::update().is_ok())
            .and_then(|_| unknown(packages))
            .map(|name| missing(&format!("Debian's package {name}"))),
        _ => None,
    }
}

/// The first package that this Debian does not have.
fn unknown(packages: &'static [&'static str]) -> Option<&'static str> {
    let is_unknown = |name: &&str| apt::candidate(name).is_ok_and(|it| it.is_empty());
    packages.iter().copied().find(is_unknown)
}

/// A version as a part of a folder's name.
fn file_name(version: &str) -> String {
    let is_plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '+');
    version
        .chars()
        .map(|it| if is_plain(it) { it } else { '_' })
        .collect()
}
