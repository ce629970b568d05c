//! The app, and what loads after it, as classic scripts that bring their wasm along: all that a frame without an
//! origin can load, and what the single file is made of.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use super::folder::{self, File};
use super::markup::elements;
use crate::process::run;
use crate::project;

/// The two scripts, in the order in which they run. Each has the name of its part in static/start.js.
pub(super) const PARTS: [&str; 2] = ["app", "later"];

/// Bundles both scripts of `site` into a folder of their own, and gives that folder, and the page which names them.
/// `later` is the folder of what loads after the app.
///
/// # Errors
/// The page names no app, esbuild fails, or a file cannot be read or written.
pub(super) fn gather(site: &Path, later: &Path, html: &str) -> Result<(PathBuf, String)> {
    let work = site.join("whole-work");
    let bundled = bundle(site, later, html, &work);
    fs::remove_dir_all(&work).with_context(|| format!("cannot remove {}", work.display()))?;
    let name = folder::write(site, "whole", bundled?)?;
    let mut html = html.to_owned();
    for part in PARTS {
        let meta = format!("<meta name=\"{part}\" ");
        let with_classic = format!("{meta}data-classic=\"./{name}/{part}.js\" ");
        html = html.replacen(&meta, &with_classic, 1);
    }
    Ok((site.join(name), html))
}

fn bundle(site: &Path, later: &Path, html: &str, work: &Path) -> Result<Vec<File>> {
    let found = elements(html);
    let file = |attribute| {
        let app = found
            .iter()
            .find(|element| element.attribute("name") == Some("app"));
        let value = app.and_then(|app| app.attribute(attribute));
        value.with_context(|| format!("the page has no {attribute}: see Trunk.toml"))
    };
    let copies = [
        (site.join(file("data-script")?), "app-module.js"),
        (site.join(file("data-wasm")?), "app.wasm"),
    ];
    fs::create_dir_all(work.join("later"))?;
    for (from, to) in copies {
        fs::copy(&from, work.join(to))
            .with_context(|| format!("cannot copy {}", from.display()))?;
    }
    for (name, bytes) in folder::read(&project::root().join("static/whole"), "")?
        .into_iter()
        .chain(folder::read(later, "later/")?)
    {
        fs::write(work.join(name), bytes)?;
    }
    fs::write(work.join("stack-files.js"), stack_files()?)?;
    let mut esbuild = Command::new("esbuild");
    esbuild
        .current_dir(work)
        .args(PARTS.map(|part| format!("{part}.js")))
        .args(["--bundle", "--minify", "--format=iife", "--outdir=out"])
        .args(["--loader:.wasm=binary", "--log-level=warning"])
        // What would use it is not reached: the wasm is at hand.
        .args(["--define:import.meta.url=\"\"", "--charset=utf8"]);
    run(&mut esbuild)?;
    let out = work.join("out");
    PARTS
        .iter()
        .map(|part| {
            let name = format!("{part}.js");
            Ok((name.clone(), fs::read(out.join(&name))?))
        })
        .collect()
}

/// The files of the server stacks by their names, as a script that another imports.
fn stack_files() -> Result<String> {
    let mut files = Map::new();
    for (name, bytes) in folder::read(&project::root().join("stacks/content"), "")? {
        let text = String::from_utf8(bytes).with_context(|| format!("{name} is no text"))?;
        files.insert(name.trim_end_matches(".txt").to_owned(), Value::from(text));
    }
    Ok(format!("export default {};\n", Value::from(files)))
}
