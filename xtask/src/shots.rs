//! `cargo xtask shots`: pictures of the built page, as people with different screens see it.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::project;
use crate::site::server;
use crate::stages::capabilities;

/// In CSS pixels: a phone, a tablet, a laptop.
const SCREENS: [(u32, u32); 3] = [(375, 812), (768, 1024), (1440, 900)];

/// Takes the pictures of what `dist/` holds and puts them into `folder`.
pub(crate) fn run(folder: &Path) -> Result<()> {
    if !project::dist().join("index.html").is_file() {
        bail!("nothing is built yet: type `cargo xtask test build` first");
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let browser = Browser::find_or_install()?;
    let serving = server::bind(0)?.serve(project::dist())?;
    let driver = browser.drive()?;
    let session = Session::open(&driver.url, capabilities(&browser)?)?;
    for (width, height) in SCREENS {
        for scheme in ["light", "dark"] {
            let picture = session.picture(&serving.url, width, height, scheme)?;
            let file = folder.join(format!("{width}-{scheme}.png"));
            fs::write(&file, picture)
                .with_context(|| format!("cannot write {}", file.display()))?;
            println!("{}", file.display());
        }
    }
    Ok(())
}

/// One window of the browser; closed with the value.
struct Session(String);

impl Session {
    fn open(driver: &str, capabilities: Value) -> Result<Self> {
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let opened = post(&format!("{driver}/session"), &wanted)?;
        let id = opened["sessionId"]
            .as_str()
            .context("the browser gives no session")?;
        Ok(Self(format!("{driver}/session/{id}")))
    }

    fn picture(&self, url: &str, width: u32, height: u32, scheme: &str) -> Result<Vec<u8>> {
        // Headless windows have a least width of some 500 pixels; an emulated screen has none.
        let screen =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", screen)?;
        // A scroll bar would take its width from the page, which phones and pictures do not have.
        self.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true }))?;
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.devtools("Emulation.setEmulatedMedia", features)?;
        post(&format!("{}/url", self.0), &json!({ "url": url }))?;
        self.wait_until_it_runs()?;
        let all = json!({ "format": "png", "captureBeyondViewport": true, "fromSurface": true });
        let taken = self.devtools("Page.captureScreenshot", self.full_page(all)?)?;
        Ok(STANDARD.decode(
            taken["data"]
                .as_str()
                .context("the browser gives no picture")?,
        )?)
    }

    /// Adds the size of the whole page to the parameters of a screenshot.
    fn full_page(&self, mut parameters: Value) -> Result<Value> {
        let metrics = self.devtools("Page.getLayoutMetrics", json!({}))?;
        let size = &metrics["cssContentSize"];
        parameters["clip"] = json!({
            "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1
        });
        Ok(parameters)
    }

    /// The start script says in the page's root element when the app has started, or why it cannot.
    fn wait_until_it_runs(&self) -> Result<()> {
        let script = json!({ "script": "return document.documentElement.dataset.app", "args": [] });
        let deadline = Instant::now() + Duration::from_secs(20);
        while Instant::now() < deadline {
            match post(&format!("{}/execute/sync", self.0), &script)?.as_str() {
                Some("started") => return Ok(()),
                Some(state) => bail!("the app did not start: {state}"),
                None => thread::sleep(Duration::from_millis(20)),
            }
        }
        bail!("the app did not start within 20 seconds")
    }

    fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        let body = json!({ "cmd": command, "params": parameters });
        post(&format!("{}/goog/cdp/execute", self.0), &body)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The driver ends its browser in any case; this only lets it do so in order.
        let _ = ureq::delete(&self.0).call();
    }
}

fn post(url: &str, body: &Value) -> Result<Value> {
    let agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .build()
        .new_agent();
    let mut answer: Value = agent
        .post(url)
        .send_json(body)?
        .body_mut()
        .with_config()
        .limit(64 << 20)
        .read_json()?;
    match answer["value"]["error"].as_str() {
        Some(error) => bail!(
            "the browser refuses ({error}): {}",
            answer["value"]["message"]
        ),
        None => Ok(answer["value"].take()),
    }
}
