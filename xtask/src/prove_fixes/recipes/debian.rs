//! Servers of Debian's packages, unpacked and not installed: programs find their libraries by variables.

use std::path::{Path, PathBuf};

use super::{Recipe, text};
use crate::prove_fixes::install::Source;

pub(super) const RECIPES: &[Recipe] = &[
    Recipe::new(
        "nginx",
        Source::Debian(&["nginx"]),
        &[
            ("nginx.conf", text!("nginx.conf")),
            ("users", text!("users")),
        ],
        |place| {
            let mut command = place.own("usr/sbin/nginx");
            command.arg("-p").arg(&place.folder);
            command.args(["-e", "stderr", "-c", "nginx.conf"]);
            command
        },
    ),
    Recipe::new(
        "apache",
        Source::Debian(&["apache2-bin", "libapr1", "libaprutil1"]),
        &[
            ("apache.conf", text!("apache.conf")),
            ("users", text!("users")),
        ],
        |place| {
            let mut command = place.own("usr/sbin/apache2");
            command.env("LD_LIBRARY_PATH", of_machine(&place.folder.join("usr/lib")));
            command.arg("-f").arg(place.folder.join("apache.conf"));
            command.arg("-DFOREGROUND");
            command
        },
    ),
    Recipe::new(
        "caddy",
        Source::Debian(&["caddy"]),
        &[
            ("Caddyfile", text!("Caddyfile")),
            ("Caddyfile.login", text!("Caddyfile.login")),
        ],
        |place| {
            let mut command = place.own("usr/bin/caddy");
            command.args(["run", "--config", "Caddyfile"]);
            command
        },
    ),
    Recipe {
        build: Some(|place| {
            let root = place.folder.join("usr/lib/go-1.19");
            let mut command = place.program(root.join("bin/go"));
            command.args(["build", "-o", "proof", "main.go"]);
            command
                .env("GOROOT", root)
                .env("GOPATH", place.folder.join("usr/share/gocode"))
                .env("GOCACHE", place.folder.join("cache"))
                .env("GO111MODULE", "off");
            command
        }),
        limit: Some("rs/cors 1.7 drops odd characters from the names that a preflight asks for"),
        ..Recipe::new(
            "go",
            Source::Debian(&[
                "golang-github-rs-cors-dev",
                "golang-1.19-go",
                "golang-1.19-src",
            ]),
            &[("main.go", text!("go.txt"))],
            |place| place.own("proof"),
        )
    },
    Recipe::new(
        "rails",
        Source::Debian(RAILS),
        &[("proof.rb", text!("rails.rb"))],
        |place| {
            let libraries = place.folder.join("usr/lib");
            let of_machine = of_machine(&libraries);
            let mut command = place.own("usr/bin/ruby3.1");
            command.arg("proof.rb").env("LD_LIBRARY_PATH", &of_machine);
            command.env(
                "RUBYLIB",
                joined(&[
                    libraries.join("ruby/vendor_ruby"),
                    libraries.join("ruby/3.1.0"),
                    of_machine.join("ruby/3.1.0"),
                    of_machine.join("ruby/vendor_ruby/3.1.0"),
                ]),
            );
            command.env(
                "GEM_PATH",
                joined(&[
                    place.folder.join("usr/share/rubygems-integration/all"),
                    of_machine.join("rubygems-integration/3.1.0"),
                ]),
            );
            command
        },
    ),
];

const RAILS: &[&str] = &[
    "ruby-rack-cors",
    "libruby3.1",
    "rake",
    "ruby-actionpack",
    "ruby-actionview",
    "ruby-activesupport",
    "ruby-builder",
    "ruby-concurrent",
    "ruby-crass",
    "ruby-erubi",
    "ruby-i18n",
    "ruby-loofah",
    "ruby-method-source",
    "ruby-mini-portile2",
    "ruby-nokogiri",
    "ruby-pkg-config",
    "ruby-rack",
    "ruby-rack-test",
    "ruby-rails-deprecated-sanitizer",
    "ruby-rails-dom-testing",
    "ruby-rails-html-sanitizer",
    "ruby-railties",
    "ruby-rubygems",
    "ruby-thor",
    "ruby-tzinfo",
    "ruby-webrick",
    "ruby-zeitwerk",
    "ruby3.1",
];

/// The folder of this machine's kind among libraries: `x86_64-linux-gnu`.
fn of_machine(libraries: &Path) -> PathBuf {
    let entries = libraries.read_dir().into_iter().flatten().flatten();
    let mut paths = entries.map(|entry| entry.path());
    paths
        .find(|path| path.to_string_lossy().ends_with("-linux-gnu"))
        .unwrap_or_else(|| libraries.to_path_buf())
}

fn joined(paths: &[PathBuf]) -> String {
    let texts = paths.iter().map(|path| path.to_string_lossy());
    texts.collect::<Vec<_>>().join(":")
}
