//! `cargo xtask prove-hosting`: the built site in a folder of real servers, with the files of `hosting/`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::http::{Request, Response, ask, free_port};
use super::recipes::Place;
use super::{install, recipes, run_at, stacks};
use crate::browser::Browser;
use crate::project;
use crate::site::hosts;
use crate::stages::capabilities;
use crate::states::STATES;
use crate::window::Window;

/// The folder of the servers' site in which the playground stands.
const FOLDER: &str = "cors";

/// Of what is named after its contents, and of the rest.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

/// What a server is started with: names and texts.
type Files = Vec<(&'static str, String)>;
/// Makes them of the file in `hosting/`, for a place and a root.
type ToFiles = fn(&str, &Place, &str) -> Files;

/// A server: its name, its file in `hosting/`, and what is made of that.
const SERVERS: [(&str, &str, ToFiles); 2] = [
    ("nginx", "nginx.conf", nginx),
    ("caddy", "Caddyfile", caddy),
];

/// Tries all of them.
///
/// # Errors
/// Something is not as it should be; all of it is printed.
pub(crate) fn run() -> Result<()> {
    project::require_dist()?;
    let root = project::root().join("target/hosting");
    copy(&project::dist(), &root.join(FOLDER))?;
    let browser = Browser::find_or_install()?;
    let driver = browser.drive()?;
    let capabilities = capabilities(&browser)?;
    let mut problems = Vec::new();
    for (slug, file, files) in SERVERS {
        let stacks = stacks()?;
        let stack = stacks.iter().find(|(own, _)| own == slug);
        let (_, stack) = stack.with_context(|| format!("{slug} has no file"))?;
        let recipe = recipes::all().find(|recipe| recipe.slug == slug);
        let recipe = recipe.with_context(|| format!("{slug} has no recipe"))?;
        let installed = install::find_or_install(slug, stack, recipe.source)?;
        let place = Place {
            folder: installed.folder,
            port: free_port()?,
        };
        let text = fs::read_to_string(project::root().join("hosting").join(file))?;
        for (name, text) in files(&text, &place, &root.to_string_lossy()) {
            fs::write(place.folder.join(name), text)?;
        }
        println!("\n{} in {FOLDER}/", installed.with);
        run_at(recipe, &place, |port| {
            problems.extend(headers(slug, port)?);
            let window = Window::open(&driver.url, &capabilities)?;
            let site = format!("http://127.0.0.1:{port}/{FOLDER}");
            window.show(&site, &STATES[0])?;
            // And in a frame without an origin, in a page of another site.
            let host = hosts::serve(&site)?;
            window.go_to(&format!("{}/embed-host.html", host.url))?;
            let is_shown =
                "return document.getElementById('verdict')?.textContent.includes('withheld')";
            window
                .wait_for(is_shown, &json!([]))
                .context("no frame runs")
        })?;
    }
    match problems.is_empty() {
        true => Ok(()),
        false => bail!("not as it should be:\n{}", problems.join("\n")),
    }
}

/// What each kind of file should be: a path or its beginning, its type, for how long it is kept.
const KINDS: [(&str, &str, &str); 13] = [
    ("", "text/html", ASK_AGAIN),
    ("embed/", "text/html", ASK_AGAIN),
    ("case/trailing-slash/", "text/html", ASK_AGAIN),
    ("cors-playground.html", "text/html", ASK_AGAIN),
    ("embed.js", "text/javascript", "public, max-age=3600"),
    ("interview/cases.json", "application/json", ASK_AGAIN),
    ("app-*.js", "text/javascript", FOR_EVER),
    ("app-*.wasm", "application/wasm", FOR_EVER),
    ("styles-*.css", "text/css", FOR_EVER),
    ("icon-*.svg", "image/svg+xml", FOR_EVER),
    ("later-*/later.js", "text/javascript", FOR_EVER),
    ("later-*/cors-adviser_bg.wasm", "application/wasm", FOR_EVER),
    ("whole-*/app.js", "text/javascript", FOR_EVER),
];

fn headers(slug: &str, port: u16) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for (pattern, media_type, cache) in KINDS {
        let path = named(pattern)?;
        let response = get(port, &path)?;
        let own_type = response.header("Content-Type").unwrap_or_default();
        let mut wanted = vec![
            ("Cache-Control", Some(cache)),
            ("Access-Control-Allow-Origin", Some("*")),
            ("Cross-Origin-Resource-Policy", Some("cross-origin")),
            ("X-Content-Type-Options", Some("nosniff")),
            ("X-Frame-Options", None),
            ("Content-Security-Policy", None),
        ];
        // A tiny file may be sent as it is.
        if !pattern.ends_with("svg") {
            wanted.push(("Content-Encoding", Some("gzip")));
        }
        let mut is_right = response.status == 200 && own_type.starts_with(media_type);
        is_right &= wanted
            .iter()
            .all(|(name, value)| response.header(name) == *value);
        println!("{} {path} {own_type}", if is_right { "✓" } else { "✕" });
        if !is_right {
            problems.push(format!(
                "{slug}: /{path} {:?}",
                (response.status, response.headers)
            ));
        }
    }
    let folder = get(port, "learn")?;
    let to = folder.header("Location").unwrap_or_default();
    if !matches!(folder.status, 301 | 308) || !to.ends_with("learn/") {
        problems.push(format!(
            "{slug}: a folder without its slash leads to {to:?}"
        ));
    }
    Ok(problems)
}

fn get(port: u16, path: &str) -> Result<Response> {
    ask(
        port,
        &Request {
            method: "GET",
            path: &format!("/{FOLDER}/{path}"),
            headers: vec![("Accept-Encoding".to_owned(), "gzip".to_owned())],
            body: "",
        },
    )
}

/// The path of the file that a pattern with one star means.
fn named(pattern: &str) -> Result<String> {
    let Some((before, after)) = pattern.split_once('*') else {
        return Ok(pattern.to_owned());
    };
    let (ending, rest) = after.split_at(after.find('/').unwrap_or(after.len()));
    for entry in project::dist().read_dir()?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(before) && name.ends_with(ending) {
            return Ok(name + rest);
        }
    }
    bail!("dist/ has no {pattern}: type `cargo xtask build`")
}

/// nginx's own frame around the file, all of whose folders are ours.
fn nginx(text: &str, place: &Place, root: &str) -> Files {
    let own = text
        .replace("listen 80;", &format!("listen 127.0.0.1:{};", place.port))
        .replace("/var/www/cors-playground", root);
    let folder = place.folder.to_string_lossy();
    let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let paths = paths.map(|name| format!("{name}_temp_path {folder}/{name};"));
    let text = format!(
        "daemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nevents {{}}\nhttp {{\naccess_log off;\n{}\n{own}}}\n",
        paths.join("\n")
    );
    vec![("nginx.conf", text)]
}

/// As an address of this machine, without certificates.
fn caddy(text: &str, place: &Place, root: &str) -> Files {
    let own = text
        .replace(
            "cors.example {",
            &format!("http://127.0.0.1:{} {{", place.port),
        )
        .replace("/var/www/cors-playground", root);
    let folder = place.folder.to_string_lossy();
    let options =
        format!("{{\n\tadmin off\n\tauto_https off\n\tstorage file_system {folder}\n}}\n");
    vec![("Caddyfile", options + &own)]
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    // What an earlier build left would be served as well.
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::create_dir_all(to)?;
    for entry in from.read_dir()?.flatten() {
        let (path, copied) = (entry.path(), to.join(entry.file_name()));
        match path.is_dir() {
            true => copy(&path, &copied)?,
            false => fs::copy(&path, copied).map(drop)?,
        }
    }
    Ok(())
}
