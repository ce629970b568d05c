//! Packages of Debian and Ubuntu.

use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use super::announce;
use crate::process::{answer, on_path, run};
use crate::project::numbers;

/// Whether the system is Debian, Ubuntu or one that is made of them.
pub(crate) fn is_the_systems() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    on_path("apt-get").is_some() && is_like_debian(&release)
}

/// Whether the system is Debian itself: what Ubuntu calls `chromium` is a snap, not a program.
pub(crate) fn is_debians() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    on_path("apt-get").is_some() && release.lines().any(|line| line == "ID=debian")
}

fn is_like_debian(release: &str) -> bool {
    release
        .lines()
        .filter_map(|line| {
            line.strip_prefix("ID=")
                .or_else(|| line.strip_prefix("ID_LIKE="))
        })
        .flat_map(|value| value.trim_matches('"').split(' '))
        .any(|id| id == "debian" || id == "ubuntu")
}

/// Renews the lists of packages where that is allowed; without them nothing can be looked up.
pub(crate) fn update() -> Result<()> {
    match is_root() {
        true => run(apt_get().args(["update", "--quiet"])),
        false => Ok(()),
    }
}

/// Installs the packages that are missing.
pub(crate) fn install(packages: &[String], why: &str) -> Result<()> {
    let missing = packages
        .iter()
        .filter(|package| !is_installed(package))
        .collect::<Vec<_>>();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing
        .iter()
        .map(|name| name.as_str())
        .collect::<Vec<_>>()
        .join(" ");
    if !is_root() {
        bail!(
            "{why}, and only root may install packages: type `sudo apt-get update && sudo apt-get install --no-install-recommends {names}` and try again"
        );
    }
    announce(&format!("{why}. Installing with apt: {names}."));
    run(apt_get()
        .args(["install", "--yes", "--no-install-recommends"])
        .args(missing))
}

/// The packages whose name matches, with the version that would be installed.
pub(crate) fn candidates(pattern: &str) -> Result<Vec<(String, Vec<u64>)>> {
    let mut search = Command::new("apt-cache");
    let found = answer(search.args(["search", "--names-only", pattern]))?;
    let names = found.lines().filter_map(|line| line.split(' ').next());
    names
        .map(|name| Ok((name.to_owned(), numbers(&candidate(name)?))))
        .collect()
}

/// The version that would be installed; empty where the package is not known.
pub(crate) fn candidate(package: &str) -> Result<String> {
    let policy = answer(
        Command::new("apt-cache")
            .args(["policy", package])
            .env("LC_ALL", "C"),
    )?;
    let version = policy
        .lines()
        .find_map(|line| line.trim().strip_prefix("Candidate: "));
    // "2:1.96.0" is version 1.96.0 after the package's numbering was begun anew.
    let version = version.map(|version| version.split_once(':').map_or(version, |(_, rest)| rest));
    Ok(version.unwrap_or_default().to_owned())
}

fn is_installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    let status = answer(query.args(["--show", "--showformat=${db:Status-Status}", package]));
    status.is_ok_and(|status| status == "installed")
}

/// Whether this process may write to the system's folders.
pub(crate) fn is_root() -> bool {
    answer(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_debian_and_its_children() {
        let rows = [
            ("NAME=\"Debian GNU/Linux\"\nID=debian\n", true),
            ("ID=ubuntu\nID_LIKE=debian\n", true),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", true),
            ("ID=fedora\nHOME_URL=\"https://debian.example/\"\n", false),
            ("", false),
        ];
        for (release, wanted) in rows {
            assert_eq!(is_like_debian(release), wanted, "{release}");
        }
    }
}
