//! What loads when the app runs: a wasm of its own, scripts, and the files of the server stacks, in a folder that
//! the page names.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use cors_stacks::{Kind, Proof, Stack, read_folder};
use serde_json::{Value, json};

use super::folder;
use crate::project;

/// What Trunk has built for it.
const BUILT: [&str; 2] = ["cors-adviser.js", "cors-adviser_bg.wasm"];

/// The scripts of the course that it uses as well.
const OF_THE_COURSE: [&str; 2] = ["predict.js", "stage.js"];

/// Gathers all of it in one folder of the site, and gives that folder, and the page with its name.
///
/// # Errors
/// A stack's file is wrong, or a file cannot be read or written.
pub(super) fn gather(site: &Path, html: &str) -> Result<(PathBuf, String)> {
    let root = project::root();
    let mut files = folder::read(&root.join("static/later"), "")?;
    files.extend(folder::read(&root.join("stacks/content"), "stacks/")?);
    // Scenarios are opened as in a chapter, and in a frame predictions are made as there.
    for name in OF_THE_COURSE {
        let bytes = fs::read(root.join("static/course").join(name))?;
        files.push((name.to_owned(), bytes));
    }
    for name in BUILT {
        let path = site.join(name);
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        files.push((name.to_owned(), bytes));
    }
    files.push(("stacks.js".to_owned(), list_of_stacks()?.into_bytes()));
    let name = folder::write(site, "later", files)?;
    let meta = format!("<meta name=\"later\" data-script=\"./{name}/later.js\">");
    Ok((
        site.join(&name),
        html.replacen("</head>", &format!("{meta}</head>"), 1),
    ))
}

/// What there is to say about each stack without its template, as a script that another imports.
fn list_of_stacks() -> Result<String> {
    let stacks = read_folder(&project::root().join("stacks/content")).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        anyhow!("the stacks have problems:\n{}", lines.join("\n"))
    })?;
    let list: Vec<Value> = stacks.iter().map(described).collect();
    Ok(format!("export default {};\n", Value::from(list)))
}

fn described((file, stack): &(String, Stack)) -> Value {
    let versions = stack.packages.iter();
    let versions: Vec<String> = versions
        .map(|package| format!("{} {}", package.name, package.version))
        .collect();
    let proof = match &stack.proof {
        Proof::Here(None) => "Proven with the real server".to_owned(),
        Proof::Here(Some(with)) => format!("Proven with the real server, {with}"),
        Proof::NotHere(why) => format!("Not proven here: {why}"),
    };
    json!({
        "file": file,
        "name": stack.name,
        "kind": match stack.kind { Kind::Server => "server", Kind::Proxy => "proxy" },
        "versions": versions.join(", "),
        "proof": proof,
        "note": stack.note,
    })
}
