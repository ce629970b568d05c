//! Where the project lies, and what its own files say about versions.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    // Cargo says where the package is now; the compiled-in path is for a binary started by hand.
    let package = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package
        .parent()
        .map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// Where Trunk puts the built page.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Makes sure that there is a built page.
pub(crate) fn require_dist() -> Result<()> {
    match dist().join("index.html").is_file() {
        true => Ok(()),
        false => bail!("nothing is built yet: type `cargo xtask test build` first"),
    }
}

/// The version of `package` that Cargo.lock fixes.
pub(crate) fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    version_in_lock(&lock, package).with_context(|| {
        format!("Cargo.lock names no `{package}`: type `cargo metadata >/dev/null` to renew it")
    })
}

/// The version of `package` in the text of a Cargo.lock.
fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')?;
    Some(version.to_owned())
}

/// The first dotted number in what a program answers to `--version`.
pub(crate) fn version_in_answer(answer: &str) -> Option<Vec<u64>> {
    answer
        .split_whitespace()
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .map(numbers)
}

/// The numbers of a version; what follows the digits of a part is left out.
pub(crate) fn numbers(version: &str) -> Vec<u64> {
    version
        .split('.')
        .map_while(|part| {
            let digits = part.split(|c: char| !c.is_ascii_digit()).next()?;
            digits.parse().ok()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
[[package]]
name = "wasm-bindgen-futures"
version = "0.4.80"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry"
dependencies = [
 "wasm-bindgen-macro",
]
"#;

    #[test]
    fn a_locked_version_is_that_of_the_very_package() {
        assert_eq!(
            version_in_lock(LOCK, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(version_in_lock(LOCK, "wasm-bindgen-macro"), None);
    }

    #[test]
    fn the_projects_own_lock_file_fixes_wasm_bindgen() {
        let version = locked_version("wasm-bindgen").expect("Yew needs it");
        assert_eq!(numbers(&version).len(), 3);
    }

    #[test]
    fn versions_are_read_out_of_what_programs_answer() {
        let rows: [(&str, Option<Vec<u64>>); 5] = [
            ("trunk 0.21.14", Some(vec![0, 21, 14])),
            ("wasm-opt version 132 (version_132)", Some(vec![132])),
            (
                "Chromium 156.0.8078.79 built on Debian GNU/Linux 12",
                Some(vec![156, 0, 8078, 79]),
            ),
            ("1.96.0+dfsg1-1~deb12u2", Some(vec![1, 96, 0])),
            ("command not found", None),
        ];
        for (answer, wanted) in rows {
            assert_eq!(version_in_answer(answer), wanted, "{answer}");
        }
    }
}
