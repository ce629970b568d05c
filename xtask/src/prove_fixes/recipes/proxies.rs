//! Development proxies, before an API of ours.

use super::{Recipe, text};
use crate::prove_fixes::install::Source;
use crate::setup::cargo_tool;

/// Some need a newer Node.js than the system may have: one that is theirs alone.
const NODE: &str = "node@22.23.3";
const OWN_NODE: &str = "node_modules/.bin/node";
const MODULE: (&str, &str) = ("package.json", "{ \"type\": \"module\" }\n");
const PAGE: &str = text!("page.html");

pub(super) const RECIPES: &[Recipe] = &[
    Recipe::new(
        "vite",
        Source::Npm(&[]),
        &[MODULE, ("vite.config.js", "@CODE@"), ("index.html", PAGE)],
        |place| {
            let mut command = place.program("node");
            command.args(["node_modules/vite/bin/vite.js", "--host", "127.0.0.1"]);
            command.args(["--strictPort", "--port", &place.port()]);
            command
        },
    ),
    Recipe::new(
        "webpack-dev-server",
        Source::Npm(&[NODE]),
        &[
            MODULE,
            ("webpack.config.js", "@CODE@"),
            ("src/index.js", "console.log(\"proof\");\n"),
        ],
        |place| {
            let mut command = place.own(OWN_NODE);
            command.args(["node_modules/webpack-cli/bin/cli.js", "serve"]);
            command.args(["--mode", "development", "--host", "127.0.0.1"]);
            command.args(["--port", &place.port()]);
            command
        },
    ),
    Recipe::new(
        "angular",
        Source::Npm(&[
            NODE,
            "@angular/common@22.2.6",
            "@angular/compiler@22.2.6",
            "@angular/compiler-cli@22.2.6",
            "@angular/core@22.2.6",
            "@angular/platform-browser@22.2.6",
            "rxjs@7.8.2",
            "tslib@2.9.1",
            "typescript@6.0",
        ]),
        &[
            ("angular.json", text!("angular.json")),
            ("tsconfig.json", text!("angular_tsconfig.json")),
            ("src/proxy.conf.json", "@CODE@"),
            ("src/main.ts", "console.log(\"proof\");\n"),
            ("src/index.html", PAGE),
        ],
        |place| {
            let mut command = place.own(OWN_NODE);
            command.args(["node_modules/@angular/cli/bin/ng.js", "serve"]);
            command.args(["--host", "127.0.0.1", "--port", &place.port()]);
            command
        },
    ),
    Recipe::new(
        "nextjs",
        Source::Npm(&["react@19.3.1", "react-dom@19.3.1"]),
        &[
            MODULE,
            ("next.config.mjs", "@CODE@"),
            ("app/layout.js", text!("next_layout.js")),
            (
                "app/page.js",
                "export default () => \"The page that asks\";\n",
            ),
        ],
        |place| {
            let mut command = place.program("node");
            command.args(["node_modules/next/dist/bin/next", "dev"]);
            command.args(["-H", "127.0.0.1", "-p", &place.port()]);
            // When it ends it starts a process that would report; with this, that one ends at once.
            command.env("NEXT_TELEMETRY_DISABLED", "1");
            command
        },
    ),
    Recipe::new(
        "trunk",
        Source::Trunk,
        &[("Trunk.toml", "@CODE@"), ("index.html", PAGE)],
        |place| {
            // It was found or installed before; where that fails, PATH may have one.
            let folder = cargo_tool::trunk().ok().flatten();
            let mut command = place.program(folder.unwrap_or_default().join("trunk"));
            command.args(["serve", "--offline", "--address", "127.0.0.1"]);
            command.args(["--port", &place.port()]);
            command
        },
    ),
];
