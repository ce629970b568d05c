//! How each stack that can be proven is got and started.
//!
//! A file is written with the stack's code in place of `@CODE@`, beside a tiny handler: `/users` answers
//! 200, `/private` asks for a login, `/broken` fails.

use std::path::{Path, PathBuf};
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

macro_rules! text {
    ($name:literal) => {
        include_str!(concat!("servers/", $name))
    };
}

/// All of them, in the order of the table.
pub(super) const ALL: &[Recipe] = &[
    Recipe {
        slug: "express",
        source: Source::Npm,
        files: &[("server.mjs", text!("express.mjs"))],
        build: None,
        start: node,
        limit: None,
    },
    Recipe {
        slug: "fastify",
        source: Source::Npm,
        files: &[("server.mjs", text!("fastify.mjs"))],
        build: None,
        start: node,
        limit: None,
    },
    Recipe {
        slug: "nestjs",
        source: Source::Npm,
        files: &[("server.mjs", text!("nestjs.mjs"))],
        build: None,
        start: node,
        limit: None,
    },
    Recipe {
        slug: "django",
        source: Source::Pip,
        files: &[
            ("settings.py", text!("django_settings.py")),
            ("urls.py", text!("django_urls.py")),
        ],
        build: None,
        start: |place| {
            let mut command = python(place, "django");
            command.args(["runserver", "--noreload", "--settings=settings"]);
            command.arg(format!("127.0.0.1:{}", place.port));
            command
        },
        limit: None,
    },
    Recipe {
        slug: "flask",
        source: Source::Pip,
        files: &[("app.py", text!("flask.py"))],
        build: None,
        start: |place| {
            let mut command = python(place, "flask");
            command.args(["--app", "app", "run", "--port", &place.port.to_string()]);
            command
        },
        limit: None,
    },
    Recipe {
        slug: "fastapi",
        source: Source::Pip,
        files: &[("main.py", text!("fastapi.py"))],
        build: None,
        start: |place| {
            let mut command = python(place, "uvicorn");
            command.args(["main:app", "--port", &place.port.to_string()]);
            command
        },
        limit: None,
    },
    Recipe {
        slug: "axum",
        source: Source::Cargo,
        files: &[
            ("main.rs", text!("axum.rs")),
            ("Cargo.toml", text!("axum.toml")),
        ],
        build: Some(|place| {
            let mut command = program(place, "cargo");
            command.args(["build", "--quiet", "--target-dir", "target"]);
            command
        }),
        start: |place| {
            let mut command = program(place, place.folder.join("target/debug/proof"));
            command.env("PORT", place.port.to_string());
            command
        },
        limit: None,
    },
    Recipe {
        slug: "nginx",
        source: Source::Debian(&["nginx"]),
        files: &[
            ("nginx.conf", text!("nginx.conf")),
            ("users", text!("users")),
        ],
        build: None,
        start: |place| {
            let mut command = program(place, place.folder.join("usr/sbin/nginx"));
            command.arg("-p").arg(&place.folder);
            command.args(["-e", "stderr", "-c", "nginx.conf"]);
            command
        },
        limit: None,
    },
    Recipe {
        slug: "apache",
        source: Source::Debian(&["apache2-bin", "libapr1", "libaprutil1"]),
        files: &[
            ("apache.conf", text!("apache.conf")),
            ("users", text!("users")),
        ],
        build: None,
        start: |place| {
            let mut command = program(place, place.folder.join("usr/sbin/apache2"));
            command.env("LD_LIBRARY_PATH", libraries(&place.folder));
            command.arg("-f").arg(place.folder.join("apache.conf"));
            command.arg("-DFOREGROUND");
            command
        },
        limit: None,
    },
    Recipe {
        slug: "caddy",
        source: Source::Debian(&["caddy"]),
        files: &[
            ("Caddyfile", text!("Caddyfile")),
            ("Caddyfile.login", text!("Caddyfile.login")),
        ],
        build: None,
        start: |place| {
            let mut command = program(place, place.folder.join("usr/bin/caddy"));
            command.args(["run", "--config", "Caddyfile"]);
            command
        },
        limit: None,
    },
    Recipe {
        slug: "go",
        source: Source::Debian(&[
            "golang-github-rs-cors-dev",
            "golang-1.19-go",
            "golang-1.19-src",
        ]),
        files: &[("main.go", text!("go.txt"))],
        build: Some(|place| {
            let root = place.folder.join("usr/lib/go-1.19");
            let mut command = program(place, root.join("bin/go"));
            command.args(["build", "-o", "proof", "main.go"]);
            command
                .env("GOROOT", root)
                .env("GOPATH", place.folder.join("usr/share/gocode"))
                .env("GOCACHE", place.folder.join("cache"))
                .env("GO111MODULE", "off");
            command
        }),
        start: |place| program(place, place.folder.join("proof")),
        limit: Some("rs/cors 1.7 drops odd characters from the names that a preflight asks for"),
    },
    Recipe {
        slug: "vite",
        source: Source::Npm,
        files: &[
            ("vite.config.js", "@CODE@"),
            ("package.json", "{ \"type\": \"module\" }\n"),
            ("index.html", text!("vite.html")),
        ],
        build: None,
        start: |place| {
            let mut command = program(place, "node");
            command.arg("node_modules/vite/bin/vite.js");
            command.args(["--host", "127.0.0.1", "--strictPort"]);
            command.args(["--port", &place.port.to_string()]);
            command
        },
        limit: None,
    },
];

impl Recipe {
    /// The text of a file with the code in its places.
    pub(super) fn fill(&self, text: &str, code: &str, place: &Place, backend: u16) -> String {
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

/// A program that starts in the place's folder.
fn program(place: &Place, program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(&place.folder);
    command
}

fn node(place: &Place) -> Command {
    let mut command = program(place, "node");
    command.arg("server.mjs");
    command
}

/// A module of the stack's own Python.
fn python(place: &Place, module: &str) -> Command {
    let mut command = program(place, place.folder.join("venv/bin/python"));
    command.args(["-m", module]);
    command
}

/// The folder of a machine's libraries below an unpacked package: `usr/lib/x86_64-linux-gnu`.
fn libraries(folder: &Path) -> PathBuf {
    let entries = folder.join("usr/lib").read_dir();
    let mut paths = entries.into_iter().flatten().flatten().map(|it| it.path());
    paths
        .find(|path| path.to_string_lossy().ends_with("-linux-gnu"))
        .unwrap_or_else(|| folder.to_path_buf())
}
