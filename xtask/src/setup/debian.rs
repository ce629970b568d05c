//! The Rust of Debian or Ubuntu as a second toolchain, for machines that reach packages but not rustup's server.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::wasm::has_std;
use super::{announce, apt, debian_std};
use crate::process::{answer, run};
use crate::project::numbers;

/// The name under which rustup knows the toolchain.
pub(crate) const NAME: &str = "debian";

/// A toolchain that is ready to compile for wasm.
pub(crate) struct Debian {
    pub(crate) root: PathBuf,
    pub(crate) linker: String,
}

/// Whether this way is open here.
pub(crate) fn applies() -> bool {
    apt::is_the_systems()
}

/// The toolchain, if an earlier run has set it up and no update of the system has outdated it.
pub(crate) fn ready() -> Option<Debian> {
    let root =
        linked_root(&answer(Command::new("rustup").args(["toolchain", "list", "-v"])).ok()?)?;
    let rustc = root.join("bin/rustc");
    let folder = debian_std::folder(&rustc).ok()?;
    let is_current = has_std(&folder) && debian_std::is_built_by(&rustc, &folder);
    Some(Debian {
        root,
        linker: linker()?,
    })
    .filter(|_| is_current)
}

/// Installs the packages, builds `std` for wasm and tells rustup.
pub(crate) fn set_up() -> Result<Debian> {
    apt::update()?;
    let family = family()?;
    let why = "The system's Rust can build for wasm";
    apt::install(&family.packages, why)?;
    debian_std::install(&family.root)?;
    announce(&format!(
        "Telling rustup of the system's Rust, under the name `{NAME}`."
    ));
    run(Command::new("rustup")
        .args(["toolchain", "link", NAME])
        .arg(&family.root))?;
    let linker =
        linker().context("no `wasm-ld` is there: type `apt-get install lld` and try again")?;
    Ok(Debian {
        root: family.root,
        linker,
    })
}

/// The packages of one Rust, and where they put it.
#[derive(Debug, PartialEq)]
struct Family {
    packages: Vec<String>,
    root: PathBuf,
}

fn family() -> Result<Family> {
    let least = numbers(env!("CARGO_PKG_RUST_VERSION"));
    let compilers = apt::candidates(r"^rustc(-web|-[0-9]+\.[0-9]+)?$")?;
    let linkers = apt::candidates("^lld-[0-9]+$")?;
    newest(&compilers, &linkers, &least).with_context(|| {
        format!(
            "apt knows no Rust {} or newer together with a linker for wasm: type `apt-get update` if the lists of packages are old, or make rustup's server reachable",
            env!("CARGO_PKG_RUST_VERSION")
        )
    })
}

/// The newest compiler and linker. Debian keeps a second, newer Rust in `rustc-web`, with which it
/// builds its browsers; Ubuntu puts each version beside the others, as `rustc-1.91`.
fn newest(
    compilers: &[(String, Vec<u64>)],
    linkers: &[(String, Vec<u64>)],
    least: &[u64],
) -> Option<Family> {
    let (compiler, version) = compilers.iter().max_by_key(|(_, version)| version)?;
    // A linker may be newer than the compiler's LLVM, never older.
    let (linker, _) = linkers.iter().max_by_key(|(_, version)| version)?;
    let (names, root) = match compiler.strip_prefix("rustc-") {
        None => (
            ["rustc", "cargo", "rust-src", "rust-clippy"].map(String::from),
            "/usr".into(),
        ),
        Some("web") => (
            ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"].map(String::from),
            "/usr".into(),
        ),
        Some(number) => (
            [
                compiler.clone(),
                format!("cargo-{number}"),
                format!("rust-{number}-src"),
                format!("rust-{number}-clippy"),
            ],
            PathBuf::from(format!("/usr/lib/rust-{number}")),
        ),
    };
    let packages = names.into_iter().chain([linker.clone()]).collect();
    Some(Family { packages, root }).filter(|_| version.as_slice() >= least)
}

/// The folder in what `rustup toolchain list -v` prints for our name.
fn linked_root(list: &str) -> Option<PathBuf> {
    let line = list
        .lines()
        .find(|line| line.split_whitespace().next() == Some(NAME))?;
    line.split_whitespace().last().map(PathBuf::from)
}

/// The newest `wasm-ld` of the system; `rust-lld`, rustc's default, is in no package.
fn linker() -> Option<String> {
    let programs = Path::new("/usr/bin").read_dir().ok()?.flatten();
    let names = programs.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let linkers = names.filter(|name| name == "wasm-ld" || name.starts_with("wasm-ld-"));
    linkers.max_by_key(|name| name.strip_prefix("wasm-ld-").map_or(Vec::new(), numbers))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(rows: &[(&str, &str)]) -> Vec<(String, Vec<u64>)> {
        rows.iter()
            .map(|(name, version)| ((*name).to_owned(), numbers(version)))
            .collect()
    }

    fn packages(compilers: &[(&str, &str)]) -> Option<String> {
        let linkers = listed(&[("lld-9", "9.0.1"), ("lld-22", "22.1.8")]);
        newest(&listed(compilers), &linkers, &[1, 88]).map(|family| family.packages.join(" "))
    }

    #[test]
    fn the_newest_rust_is_taken_whatever_its_packages_are_called() {
        type Row<'a> = (&'a [(&'a str, &'a str)], Option<&'a str>);
        let rows: [Row; 4] = [
            (
                &[("rustc", "1.63.0+dfsg1"), ("rustc-web", "1.96.0+dfsg1")],
                Some("rustc-web cargo-web rust-web-src rust-web-clippy lld-22"),
            ),
            (
                &[
                    ("rustc", "1.75.0"),
                    ("rustc-1.80", "1.80.1"),
                    ("rustc-1.91", "1.91.0"),
                ],
                Some("rustc-1.91 cargo-1.91 rust-1.91-src rust-1.91-clippy lld-22"),
            ),
            (
                &[("rustc", "1.90.0")],
                Some("rustc cargo rust-src rust-clippy lld-22"),
            ),
            (&[("rustc", "1.63.0")], None),
        ];
        for (compilers, wanted) in rows {
            assert_eq!(packages(compilers).as_deref(), wanted, "{compilers:?}");
        }
    }

    #[test]
    fn the_linked_folder_is_read_from_rustups_list() {
        let list = "stable-x86_64-unknown-linux-gnu (active, default) /home/u/.rustup/toolchains/stable\ndebian /usr\n";
        assert_eq!(linked_root(list), Some(PathBuf::from("/usr")));
        assert_eq!(linked_root("debian-old /opt\n"), None);
    }
}
