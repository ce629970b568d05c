//! Servers of npm.

use std::process::Command;

use super::{Place, Recipe, text};
use crate::prove_fixes::install::Source;

pub(super) const RECIPES: &[Recipe] = &[
    Recipe::new(
        "express",
        Source::Npm(&[]),
        &[("server.mjs", text!("express.mjs"))],
        node,
    ),
    Recipe::new(
        "fastify",
        Source::Npm(&[]),
        &[("server.mjs", text!("fastify.mjs"))],
        node,
    ),
    Recipe::new(
        "nestjs",
        Source::Npm(&[]),
        &[("server.mjs", text!("nestjs.mjs"))],
        node,
    ),
];

fn node(place: &Place) -> Command {
    let mut command = place.program("node");
    command.arg("server.mjs");
    command
}
