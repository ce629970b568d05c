//! Servers of crates.io.

use super::{Recipe, text};
use crate::prove_fixes::install::Source;

pub(super) const RECIPES: &[Recipe] = &[Recipe {
    build: Some(|place| {
        let mut command = place.program("cargo");
        command.args(["build", "--quiet", "--target-dir", "target"]);
        command
    }),
    ..Recipe::new(
        "axum",
        Source::Cargo,
        &[
            ("main.rs", text!("axum.rs")),
            ("Cargo.toml", text!("axum.toml")),
        ],
        |place| {
            let mut command = place.own("target/debug/proof");
            command.env("PORT", place.port());
            command
        },
    )
}];
