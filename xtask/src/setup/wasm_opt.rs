//! wasm-opt, which makes the download smaller; and what stands in for it where it cannot be had.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{announce, cache, npm};
use crate::process::{answer, on_path};
use crate::project::version_in_answer;

/// The version of the npm package, which is also what `wasm-opt --version` answers.
const VERSION: &str = "132.0.0";

/// Older ones do not know all that rustc writes today.
const LEAST: u64 = 123;

/// The folder to put on PATH; none if PATH has a wasm-opt that is new enough.
pub(crate) fn folder() -> Result<Option<PathBuf>> {
    if is_there() {
        return Ok(None);
    }
    let folder = cache::folder("binaryen", VERSION)?;
    let bin = folder.join("node_modules/.bin");
    if is_right(&bin.join("wasm-opt"))
        || (install(&folder).is_ok() && is_right(&bin.join("wasm-opt")))
    {
        return Ok(Some(bin));
    }
    announce(
        "wasm-opt cannot be had, so the page is built without it and is about a quarter larger to \
         download. To mend it, install Node.js (https://nodejs.org) with npm and try again.",
    );
    put_stand_in().map(Some)
}

/// Whether PATH has one that is new enough, and not what stands in for it.
pub(crate) fn is_there() -> bool {
    on_path("wasm-opt").is_some_and(|program| is_right(&program))
}

fn is_right(program: &Path) -> bool {
    let version = answer(Command::new(program).arg("--version")).ok();
    version
        .as_deref()
        .and_then(version_in_answer)
        .is_some_and(|version| version >= vec![LEAST])
}

fn install(folder: &Path) -> Result<()> {
    let why = "wasm-opt makes the page smaller to download.";
    npm::install("binaryen", VERSION, why, folder)
}

/// Trunk always starts the wasm-opt that index.html asks for, and downloads one if PATH has none.
/// So a copy of this very program goes there under its name, and copies the file instead.
fn put_stand_in() -> Result<PathBuf> {
    let folder = cache::folder("wasm-opt-stand-in", env!("CARGO_PKG_VERSION"))?;
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let program = folder.join(format!("wasm-opt{}", std::env::consts::EXE_SUFFIX));
    fs::copy(std::env::current_exe()?, &program)
        .with_context(|| format!("cannot write {}", program.display()))?;
    Ok(folder)
}

/// Whether this program was started as wasm-opt.
pub(crate) fn is_stand_in() -> bool {
    let name = std::env::args_os().next().map(PathBuf::from);
    name.as_deref()
        .and_then(Path::file_stem)
        .is_some_and(|stem| stem == "wasm-opt")
}

/// Does what Trunk needs of wasm-opt, without its work.
pub(crate) fn stand_in() -> Result<()> {
    let words = std::env::args().skip(1).collect::<Vec<_>>();
    if words.iter().any(|word| word == "--version") {
        println!("wasm-opt version 0 (copies only)");
        return Ok(());
    }
    let (input, output) =
        input_and_output(&words).context("wasm-opt: no file to read or none to write")?;
    fs::copy(input, output).with_context(|| format!("cannot copy {input} to {output}"))?;
    Ok(())
}

fn input_and_output(words: &[String]) -> Option<(&str, &str)> {
    let output = words
        .iter()
        .find_map(|word| word.strip_prefix("--output="))?;
    let input = words.iter().find(|word| !word.starts_with('-'))?;
    Some((input, output))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_command_line_that_trunk_writes() {
        let words = [
            "--output=/t/out.wasm",
            "-Oz",
            "/t/in.wasm",
            "--enable-bulk-memory",
        ];
        let words = words.map(String::from);
        assert_eq!(
            input_and_output(&words),
            Some(("/t/in.wasm", "/t/out.wasm"))
        );
        assert_eq!(input_and_output(&words[1..]), None);
    }
}
