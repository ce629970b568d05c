//! `cargo xtask bench-ui`: how long the main thread is busy from a key to the new picture.
//!
//! Chromium runs without a window, its CPU slowed, and keeps a trace; ARCHITECTURE.md has the budget.

mod report;
mod trace;
mod typing;

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::project;
use crate::site::server;
use crate::stages::capabilities;
use crate::states::{STATES, State};
use crate::window::Window;

use report::Measured;
use typing::FIELDS;

/// How many times slower the page runs than it could.
const SLOWED: u32 = 4;

/// The states in which is typed: the one that the page opens with, one with a preflight, one with two servers.
const TYPED_IN: [&str; 3] = [
    "blocked-simple",
    "preflight-passed-then-blocked",
    "redirect-chain",
];

/// What the trace holds: tasks, and what they are made of. More would slow the page further.
const CATEGORIES: &str = "devtools.timeline,disabled-by-default-devtools.timeline";

/// Types into the page that `dist/` holds, and prints how long each key took.
///
/// # Errors
/// It cannot be measured. Being slow is no error.
pub(crate) fn run() -> Result<()> {
    project::require_dist()?;
    let browser = Browser::find_or_install()?;
    let serving = server::bind(0)?.serve(project::dist())?;
    let driver = browser.drive()?;
    let capabilities = with_a_trace(capabilities(&browser)?);
    println!("Load of this machine before: {}", load());
    let mut measured = Vec::new();
    for name in TYPED_IN {
        let state = STATES.iter().find(|state| state.name == name);
        let state = state.with_context(|| format!("there is no state {name}"))?;
        // A window each: the driver gives the trace once only.
        let window = Window::open(&driver.url, &capabilities)?;
        measured.extend(type_in(&window, &serving.url, state)?);
    }
    println!("{}", report::table(&measured));
    println!("Load of this machine after: {}", load());
    Ok(())
}

fn with_a_trace(mut capabilities: Value) -> Value {
    capabilities["goog:loggingPrefs"] = json!({ "performance": "ALL" });
    capabilities["goog:chromeOptions"]["perfLoggingPrefs"] =
        json!({ "enableNetwork": false, "enablePage": false, "traceCategories": CATEGORIES });
    capabilities
}

/// Types into all fields of a state, and reads from the trace what that took.
fn type_in(window: &Window, page: &str, state: &State) -> Result<Vec<Measured>> {
    window.show(page, state)?;
    window.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWED }))?;
    for field in &FIELDS {
        let lost = typing::type_into(window, field).with_context(|| state.name)?;
        if lost > 0 {
            println!(
                "{}: “{}” lost the keyboard {lost} times",
                state.name, field.label
            );
        }
    }
    let keystrokes = trace::keystrokes(&window.log("performance")?).with_context(|| state.name)?;
    let typed: Vec<(&str, char)> = FIELDS
        .iter()
        .flat_map(|field| field.keys.chars().map(|key| (field.label, key)))
        .collect();
    if keystrokes.len() != typed.len() {
        bail!(
            "{}: {} keys were typed, but the trace has {}",
            state.name,
            typed.len(),
            keystrokes.len()
        );
    }
    let measured = typed.into_iter().zip(keystrokes);
    Ok(measured
        .map(|((field, key), keystroke)| Measured {
            state: state.name,
            field,
            key,
            keystroke,
        })
        .collect())
}

/// How many programs want to run, on average over the last minutes, where the system says so.
fn load() -> String {
    match fs::read_to_string("/proc/loadavg") {
        Ok(text) => text.split(' ').take(3).collect::<Vec<_>>().join(" "),
        Err(_) => "unknown".to_owned(),
    }
}
