//! The stages that build for the browser, or run in it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::browser::Browser;
use crate::process::run;
use crate::project;
use crate::setup::{Environment, axe};
use crate::site::{self, hosts, server};

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

pub(crate) fn clippy() -> Result<()> {
    let mut command = Environment::for_wasm()?.command("cargo");
    command
        .arg("clippy")
        .args(WASM)
        // The stacks are filled in by a worker in the browser.
        .args(["--package", "cors-playground", "--package", "cors-stacks"])
        .arg("--all-features");
    // Named one by one, for the other tests are native.
    run(command.args(["--lib", "--bins", "--test", "web", "--", "-D", "warnings"]))
}

pub(crate) fn dom() -> Result<()> {
    let browser = Browser::find_or_install()?;
    let mut command = Environment::for_web_tests()?.command("cargo");
    command
        .arg("test")
        .args(WASM)
        .args(["--package", "cors-playground", "--test", "web"]);
    command
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        )
        .env(
            "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
            capabilities_file(&browser)?,
        )
        .env("CHROMEDRIVER", &browser.driver);
    run(&mut command)
}

pub(crate) fn lab() -> Result<()> {
    // The lab finds the same browser by itself; this only sees to it that there is one.
    Browser::find_or_install()?;
    let mut command = Command::new("cargo");
    command.current_dir(project::root());
    run(command.args(["test", "--package", "cors-lab", "--test", "browser"]))
}

pub(crate) fn build() -> Result<()> {
    site::build()?;
    site::check()
}

pub(crate) fn journeys() -> Result<()> {
    let browser = Browser::find_or_install()?;
    site::build()?;
    let serving = server::bind(0)?.serve(project::dist())?;
    let open = server::bind(0)?.serve_to_all(project::dist())?;
    let hosts = hosts::serve(&serving.url)?;
    let driver = browser.drive()?;
    let mut command = Command::new("cargo");
    command.current_dir(project::root());
    command.args(["test", "--package", "cors-playground", "--test", "journeys"]);
    command
        .env("PLAYGROUND_URL", &serving.url)
        .env("OPEN_PLAYGROUND_URL", &open.url)
        .env("HOST_URL", &hosts.url)
        .env("WEBDRIVER_URL", &driver.url)
        .env("WEBDRIVER_CAPABILITIES", capabilities_file(&browser)?);
    match axe::script()? {
        Some(script) => command.env("AXE_SCRIPT", script),
        None => command.args(["--", "--skip", "accessible::axe_"]),
    };
    run(&mut command)
}

/// How Chromium is to be started, as WebDriver wants to be told; the one place is webdriver.json.
pub(crate) fn capabilities(browser: &Browser) -> Result<Value> {
    let path = project::root().join("webdriver.json");
    let text = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut capabilities: Value =
        serde_json::from_slice(&text).context("webdriver.json is no JSON")?;
    if let Some(chosen) = &browser.chosen {
        capabilities["goog:chromeOptions"]["binary"] = chosen.to_string_lossy().into();
    }
    Ok(capabilities)
}

/// The same as a file, with the browser that the variable CHROME names.
fn capabilities_file(browser: &Browser) -> Result<PathBuf> {
    let path = project::root().join("target/webdriver.json");
    fs::write(&path, capabilities(browser)?.to_string())
        .with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}
