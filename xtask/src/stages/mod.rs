//! `cargo xtask test`: all that CI runs, stage by stage.

mod native;
mod web;

pub(crate) use web::capabilities;

use std::time::Instant;

use anyhow::{Context, Result};

/// One kind of check.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Stage {
    Format,
    Clippy,
    ClippyWasm,
    Docs,
    Engine,
    Native,
    Web,
    Lab,
    Build,
    Journeys,
}

impl Stage {
    /// In the order in which they run: the quick ones first.
    pub(crate) const ALL: [Self; 10] = [
        Self::Format,
        Self::Clippy,
        Self::ClippyWasm,
        Self::Docs,
        Self::Engine,
        Self::Native,
        Self::Web,
        Self::Lab,
        Self::Build,
        Self::Journeys,
    ];

    /// What to type for it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy-wasm",
            Self::Docs => "docs",
            Self::Engine => "engine",
            Self::Native => "native",
            Self::Web => "web",
            Self::Lab => "lab",
            Self::Build => "build",
            Self::Journeys => "journeys",
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Format => "the code is formatted",
            Self::Clippy => "no lint warns, natively",
            Self::ClippyWasm => "no lint warns, for wasm",
            Self::Docs => "the documentation builds and its links lead somewhere",
            Self::Engine => "the engine's tests",
            Self::Native => "all other native tests",
            Self::Web => "the tests in the browser's DOM",
            Self::Lab => "the engine says what a real Chromium does",
            Self::Build => "the release build keeps its size budgets and its security policy",
            Self::Journeys => "journeys through the built page",
        }
    }

    /// All names, for sentences.
    pub(crate) fn names() -> String {
        Self::ALL.map(Self::name).join(", ")
    }

    fn run(self) -> Result<()> {
        match self {
            Self::Format => native::format(),
            Self::Clippy => native::clippy(),
            Self::ClippyWasm => web::clippy(),
            Self::Docs => native::docs(),
            Self::Engine => native::engine(),
            Self::Native => native::all_but_engine(),
            Self::Web => web::dom(),
            Self::Lab => web::lab(),
            Self::Build => web::build(),
            Self::Journeys => web::journeys(),
        }
    }
}

/// Runs the named stages, or all, in the fixed order; the first failure ends it.
pub(crate) fn run(named: &[Stage]) -> Result<()> {
    let begun = Instant::now();
    for stage in Stage::ALL
        .into_iter()
        .filter(|stage| named.is_empty() || named.contains(stage))
    {
        let name = stage.name();
        println!("\n== {name}: {}", stage.heading());
        let stage_begun = Instant::now();
        stage.run().with_context(|| {
            format!(
                "`{name}` failed after {:.1} s (type `cargo xtask test {name}` to run it alone)",
                seconds(stage_begun)
            )
        })?;
        println!("== {name} passed in {:.1} s", seconds(stage_begun));
    }
    println!("\nAll passed in {:.1} s.", seconds(begun));
    Ok(())
}

fn seconds(since: Instant) -> f32 {
    since.elapsed().as_secs_f32()
}
