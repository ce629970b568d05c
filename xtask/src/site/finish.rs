//! The last touch to each build, called by Trunk itself: the words of the rules, fewer and smaller
//! files, the pages of the course, the security policy.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use cors_engine::rules::Words;
use cors_link::Reason;

use super::single::Folders;
use super::{
    address, course, element, frame, later, oembed, policy, short_names, single, styles, whole,
    words,
};
use crate::process::{on_path, run};
use crate::setup::wasm_opt;

const PUBLIC_SUFFIXES: &str = include_str!("../../../src/view/public_suffixes.txt");

/// Called by Trunk at the end of each build, as Trunk.toml asks.
///
/// # Errors
/// The page breaks its own policy, has no place for the words, or a file cannot be read or written.
pub(crate) fn finish_page() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder = folder
        .context("Trunk calls this when it has built the page: type `cargo xtask serve` instead")?;
    let is_release = env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    let page = folder.join("index.html");
    let html =
        fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    // In this order src/view/words.rs takes them apart.
    let suffixes: Vec<&str> = PUBLIC_SUFFIXES.split_whitespace().collect();
    let lines = [
        Reason::sentences(),
        suffixes.join(" "),
        Words::text_of_all(),
    ];
    let text = lines.join("\n");
    let mut html = words::fill(&html, &text)?;
    if is_release {
        html = styles::join(&folder, &html)?;
    }
    let minifies = is_release && on_path("esbuild").is_some();
    if minifies && wasm_opt::is_there() {
        html = short_names::give(&folder, &html)?;
    }
    let (later, html) = later::gather(&folder, &html)?;
    let (whole, html) = match minifies {
        true => whole::gather(&folder, &later, &html).map(|(whole, html)| (Some(whole), html))?,
        false => (None, html),
    };
    element::write(&folder)?;
    let address = address::of_environment()?;
    let mut html = address::told(html, address.as_ref());
    // Their pages are made of this one.
    let course = course::write(&folder, &html, address.as_ref())?;
    let frame = frame::write(&folder, &html, &course)?;
    if let Some(address) = &address {
        html = oembed::of_playground(&folder, address, &html)?;
    }
    match whole {
        Some(whole) => {
            let folders = Folders {
                whole,
                later,
                course,
                frame,
            };
            for folder in [&folder, &folders.later, &folders.course, &folders.frame] {
                minify(folder)?;
            }
            single::write(&folder, &html, &folders, address.as_ref())?;
        }
        None if is_release => println!(
            "Without esbuild there is no single file, and a frame without an origin shows its text only."
        ),
        None => {}
    }
    fs::write(&page, policy::finish(html)?)
        .with_context(|| format!("cannot write {}", page.display()))
}

/// Minifies the scripts and styles in a folder, each in its place. Their names may stay: no file's
/// integrity is checked, and the name's hash is of what the file was made from.
fn minify(folder: &Path) -> Result<()> {
    let entries = folder
        .read_dir()
        .with_context(|| format!("cannot read {}", folder.display()))?;
    let files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| is_text(path))
        .collect();
    let mut esbuild = Command::new("esbuild");
    esbuild.args(["--minify", "--log-level=warning", "--allow-overwrite"]);
    esbuild.arg(format!("--outdir={}", folder.display()));
    run(esbuild.args(files))
}

fn is_text(path: &Path) -> bool {
    matches!(path.extension().and_then(OsStr::to_str), Some("js" | "css"))
}
