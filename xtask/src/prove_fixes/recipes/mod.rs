//! How each stack that can be proven is got and started.
//!
//! A file is written with the stack's code in place of `@CODE@`, beside a tiny handler: `/users` answers
//! 200, `/private` asks for a login, `/broken` fails.

mod cargo;
mod debian;
mod npm;
mod pip;
mod proxies;

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;

use super::install::Source;

/// One stack's recipe.
pub(super) struct Recipe {
    /// The name of the stack's file.
    pub(super) slug: &'static str,
    pub(super) source: Source,
    /// What is written into the stack's folder: names and texts.
    pub(super) files: &'static [(&'static str, &'static str)],
    /// What has to run to its end first.
    pub(super) build: Option<fn(&Place) -> Command>,
    pub(super) start: fn(&Place) -> Command,
    /// Why this version is not asked about odd names.
    pub(super) limit: Option<&'static str>,
}

/// Where a server is to run.
pub(super) struct Place {
    pub(super) folder: PathBuf,
    pub(super) port: u16,
}

/// The text of a file in `servers/`.
macro_rules! text {
    ($name:literal) => {
        include_str!(concat!("../servers/", $name))
    };
}
use text;

/// All of them, in the order of the table.
pub(super) fn all() -> impl Iterator<Item = &'static Recipe> {
    [
        npm::RECIPES,
        pip::RECIPES,
        cargo::RECIPES,
        debian::RECIPES,
        proxies::RECIPES,
    ]
    .into_iter()
    .flatten()
}

impl Recipe {
    /// One that is started as it is written.
    const fn new(
        slug: &'static str,
        source: Source,
        files: &'static [(&'static str, &'static str)],
        start: fn(&Place) -> Command,
    ) -> Recipe {
        Recipe {
            slug,
            source,
            files,
            build: None,
            start,
            limit: None,
        }
    }

    /// The text of a file with the code in its places.
    pub(super) fn fill(text: &str, code: &str, place: &Place, backend: u16) -> String {
        // nginx has its code in two places, and Caddy calls the login from within.
        let (http, server) = code
            .split_once("# 2. In the server block.\n")
            .unwrap_or((code, ""));
        let login = "\t# Then the login and the application, in this order.\n";
        text.replace("@CODE@", &code.replace(login, "\timport Caddyfile.login\n"))
            .replace("@HTTP@", http)
            .replace("@SERVER@", server)
            .replace("@PORT@", &place.port.to_string())
            .replace("@BACKEND@", &backend.to_string())
            .replace("@FOLDER@", &place.folder.to_string_lossy())
    }
}

impl Place {
    /// A program that starts in the place's folder.
    fn program(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.folder);
        command
    }

    /// A program of the place's folder.
    fn own(&self, program: &str) -> Command {
        self.program(self.folder.join(program))
    }

    fn port(&self) -> String {
        self.port.to_string()
    }
}
