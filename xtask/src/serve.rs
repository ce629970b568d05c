//! `cargo xtask serve`: from nothing to the page.

use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::args::ServeOptions;
use crate::setup::Environment;
use crate::site::{self, server};
use crate::{process, project};

/// Sets up, builds and serves until it is ended.
pub(crate) fn run(options: &ServeOptions) -> Result<()> {
    match options.dev {
        true => develop(options),
        false => release(options),
    }
}

fn release(options: &ServeOptions) -> Result<()> {
    // First the port, for minutes of building should not end in "in use".
    let bound = server::bind(options.port)?;
    site::build()?;
    let serving = bound.serve(project::dist())?;
    if options.open {
        open(&serving.url);
    }
    println!(
        "\nThe playground is served until you press Ctrl-C, at\n{}",
        serving.url
    );
    serving.wait();
    Ok(())
}

fn develop(options: &ServeOptions) -> Result<()> {
    // Trunk says of a port in use only that it cannot bind; this says what to type.
    drop(server::bind(options.port)?);
    let mut trunk = site::trunk(&Environment::for_trunk()?, "serve");
    trunk.args(["--port", &options.port.to_string()]);
    if options.open {
        trunk.arg("--open");
    }
    process::run(&mut trunk).context("the development server ended")
}

/// Opens the address as the system does; that no browser comes up is no reason to stop serving.
fn open(url: &str) {
    let (program, words): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command
        .args(words)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if command.status().is_ok_and(|status| status.success()) {
        return;
    }
    eprintln!("`{program}` opened no browser: open the address below by hand.");
}
