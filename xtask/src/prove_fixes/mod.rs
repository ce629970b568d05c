//! `cargo xtask prove-fixes`: the code of each stack in the real thing, judged by the engine.

mod backend;
mod cases;
mod checks;
mod hosting;
mod http;
mod install;
mod judge;
mod recipes;
mod report;

pub(crate) use hosting::run as prove_hosting;

use std::fs::{self, File};
use std::net::TcpStream;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use cors_stacks::{Stack, read_folder, written};

use crate::process::{Background, run as run_to_end};
use crate::project;
use cases::Case;
use install::Installed;
use recipes::{Place, Recipe};
use report::{Cell, Row};

/// No server takes that long to start.
const PATIENCE: Duration = Duration::from_secs(60);

/// The names of all stacks that can be proven.
pub(crate) fn names() -> Vec<&'static str> {
    recipes::all().map(|recipe| recipe.slug).collect()
}

/// Proves the named stacks, or all, and prints the table.
pub(crate) fn run(names: &[String]) -> Result<()> {
    let stacks = stacks()?;
    let backend = backend::start()?;
    let mut rows = Vec::new();
    for recipe in recipes::all() {
        if !names.is_empty() && !names.iter().any(|name| name == recipe.slug) {
            continue;
        }
        let stack = stacks.iter().find(|(slug, _)| slug == recipe.slug);
        let (_, stack) = stack.with_context(|| format!("{} has no file", recipe.slug))?;
        if let Some(obstacle) = install::obstacle(recipe.source) {
            eprintln!("==> {} is SKIPPED: {obstacle}.", stack.name);
            continue;
        }
        eprintln!("==> {}", stack.name);
        let mut row = Row::new(&stack.name);
        if let Err(error) = prove(recipe, stack, backend, &mut row) {
            row.fail(format!("{error:#}"));
        }
        rows.push(row);
    }
    println!("{}", report::table(&rows));
    match rows.iter().flat_map(Row::failures).count() {
        0 => Ok(()),
        count => bail!("{count} things are not as they should be"),
    }
}

fn stacks() -> Result<Vec<(String, Stack)>> {
    read_folder(&project::root().join("stacks/content")).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("{}", lines.join("\n"))
    })
}

fn prove(recipe: &Recipe, stack: &Stack, backend: u16, row: &mut Row) -> Result<()> {
    let installed = install::find_or_install(recipe.slug, stack, recipe.source)?;
    row.with.clone_from(&installed.with);
    for case in cases::all(stack.kind) {
        if let Some(limit) = recipe.limit.filter(|_| case.may_be_refused) {
            row.enter(case.name, Cell::Skipped(limit.to_owned()));
            continue;
        }
        let code = match written(stack, &case.policy(stack.kind, backend)) {
            Ok(code) => code,
            Err(refusal) if case.may_be_refused => {
                row.enter(case.name, Cell::Refused(refusal.to_string()));
                continue;
            }
            Err(refusal) => bail!("{}: {refusal}", case.name),
        };
        let proven = with_server(recipe, stack, &installed, &code, backend, |port| {
            checks::run(stack.kind, &case, port, row)
        });
        proven.with_context(|| format!("with the code for {}", named(&case)))?;
    }
    Ok(())
}

fn named(case: &Case) -> String {
    format!("`{}`", case.name)
}

/// Starts the server with some code, lets `check` ask it, and ends it.
fn with_server(
    recipe: &Recipe,
    stack: &Stack,
    installed: &Installed,
    code: &str,
    backend: u16,
    check: impl FnOnce(u16) -> Result<()>,
) -> Result<()> {
    let place = Place {
        folder: installed.folder.clone(),
        port: http::free_port()?,
    };
    for (name, text) in recipe.files {
        let mut text = Recipe::fill(text, code, &place, backend);
        for package in &stack.packages {
            text = text.replace(&format!("@{}@", package.name), &package.version);
        }
        let path = place.folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(&path))?;
        fs::write(path, text)?;
    }
    if let Some(build) = recipe.build {
        run_to_end(&mut build(&place))?;
    }
    run_at(recipe, &place, check)
}

/// Starts the server whose files are there, lets `check` ask it, and ends it.
fn run_at(recipe: &Recipe, place: &Place, check: impl FnOnce(u16) -> Result<()>) -> Result<()> {
    let log = place.folder.join("log");
    let mut command = (recipe.start)(place);
    let out = File::create(&log)?;
    command.stderr(out.try_clone()?).stdout(out);
    let mut server = Background::start(&mut command)?;
    wait_for(&mut server, place.port)
        .and_then(|()| check(place.port))
        .with_context(|| format!("the server said: {}", last_lines(&log)))
}

/// Until somebody listens at the port.
fn wait_for(server: &mut Background, port: u16) -> Result<()> {
    let start = Instant::now();
    while TcpStream::connect(http::loopback(port)).is_err() {
        if let Some(status) = server.child().try_wait()? {
            bail!("it ended instead of starting ({status})");
        }
        if start.elapsed() > PATIENCE {
            bail!("it does not start");
        }
        sleep(Duration::from_millis(30));
    }
    Ok(())
}

fn last_lines(log: &Path) -> String {
    let text = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(12)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use cors_stacks::Proof;

    #[test]
    fn what_calls_itself_proven_has_a_recipe_and_the_other_way_round() {
        for (slug, stack) in stacks().expect("the files can be read") {
            let is_proven = matches!(stack.proof, Proof::Here(_));
            assert_eq!(names().contains(&slug.as_str()), is_proven, "{slug}");
        }
    }
}
