//! Servers of PyPI.

use std::process::Command;

use super::{Place, Recipe, text};
use crate::prove_fixes::install::Source;

pub(super) const RECIPES: &[Recipe] = &[
    Recipe::new(
        "django",
        Source::Pip,
        &[
            ("settings.py", text!("django_settings.py")),
            ("urls.py", text!("django_urls.py")),
        ],
        |place| {
            let mut command = python(place, "django");
            command.args(["runserver", "--noreload", "--settings=settings"]);
            command.arg(format!("127.0.0.1:{}", place.port));
            command
        },
    ),
    Recipe::new(
        "flask",
        Source::Pip,
        &[("app.py", text!("flask.py"))],
        |place| {
            let mut command = python(place, "flask");
            command.args(["--app", "app", "run", "--port", &place.port()]);
            command
        },
    ),
    Recipe::new(
        "fastapi",
        Source::Pip,
        &[("main.py", text!("fastapi.py"))],
        |place| {
            let mut command = python(place, "uvicorn");
            command.args(["main:app", "--port", &place.port()]);
            command
        },
    ),
];

/// A module of the stack's own Python.
fn python(place: &Place, module: &str) -> Command {
    let mut command = place.own("venv/bin/python");
    command.args(["-m", module]);
    command
}
