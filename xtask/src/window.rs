//! A window of the browser, steered over WebDriver and, through the driver, over the DevTools protocol.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::states::State;

/// How long the page may take for one thing.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long is waited before the page is asked again.
const PAUSE: Duration = Duration::from_millis(20);
/// More than the longest answer, a trace, has in bytes.
const LONGEST_ANSWER: u64 = 1 << 30;

/// One window; closed with the value.
pub(crate) struct Window(String);

impl Window {
    /// Opens one at the driver at this address.
    pub(crate) fn open(driver: &str, capabilities: &Value) -> Result<Self> {
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let opened = post(&format!("{driver}/session"), &wanted)?;
        let id = opened["sessionId"]
            .as_str()
            .context("the browser gives no session")?;
        Ok(Self(format!("{driver}/session/{id}")))
    }

    /// Opens the page afresh in this state, and makes sure that it shows it.
    pub(crate) fn show(&self, page: &str, state: &State) -> Result<()> {
        // From one fragment to the next the page would go on with all that it remembers.
        self.go_to("about:blank")?;
        self.go_to(&format!("{page}/#{}", state.fragment))?;
        self.wait_until_it_runs()?;
        if let Some(button) = state.press {
            let pressed = self.run(State::PRESS, &json!([button]))?;
            if pressed != true {
                bail!("{}: there is no button “{button}”", state.name);
            }
        }
        let wanted = json!([state.headline, state.words]);
        self.wait_for(State::IS_SHOWN, &wanted).with_context(|| {
            format!(
                "{}: the page should say “{}” and “{}”",
                state.name, state.headline, state.words
            )
        })
    }

    /// Opens the frame of `page` afresh in this mode with this scenario, and makes sure that `seen` is there.
    pub(crate) fn show_frame(
        &self,
        page: &str,
        mode: &str,
        scenario: &str,
        seen: &str,
    ) -> Result<()> {
        self.go_to("about:blank")?;
        self.go_to(&format!("{page}/embed/?mode={mode}#{scenario}"))?;
        self.wait_until_it_runs()?;
        let script = "return document.querySelector(arguments[0]) !== null";
        self.wait_for(script, &json!([seen]))
            .with_context(|| format!("{mode}: there should be {seen}"))
    }

    /// Opens a page.
    pub(crate) fn go_to(&self, url: &str) -> Result<()> {
        self.command("url", &json!({ "url": url })).map(drop)
    }

    /// The start script says in the page's root element when the app has started, or why it cannot.
    fn wait_until_it_runs(&self) -> Result<()> {
        let script = "return document.documentElement.dataset.app !== undefined";
        self.wait_for(script, &json!([]))
            .context("the app did not start")?;
        let state = self.run("return document.documentElement.dataset.app", &json!([]))?;
        match state.as_str() {
            Some("started") => Ok(()),
            _ => bail!("the app did not start: {state}"),
        }
    }

    /// Runs a script until it says `true`.
    pub(crate) fn wait_for(&self, script: &str, arguments: &Value) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while self.run(script, arguments)? != true {
            if Instant::now() > deadline {
                bail!("not so within {} s", PATIENCE.as_secs());
            }
            thread::sleep(PAUSE);
        }
        Ok(())
    }

    /// Runs a script in the page, and gives what it returns.
    pub(crate) fn run(&self, script: &str, arguments: &Value) -> Result<Value> {
        let body = json!({ "script": script, "args": arguments });
        self.command("execute/sync", &body)
    }

    /// Calls a method of the DevTools protocol.
    pub(crate) fn devtools(&self, method: &str, parameters: &Value) -> Result<Value> {
        let body = json!({ "cmd": method, "params": parameters });
        self.command("goog/cdp/execute", &body)
    }

    /// What one of the driver's logs holds.
    pub(crate) fn log(&self, name: &str) -> Result<Value> {
        self.command("se/log", &json!({ "type": name }))
    }

    fn command(&self, name: &str, body: &Value) -> Result<Value> {
        post(&format!("{}/{name}", self.0), body)
    }
}

impl Drop for Window {
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
        .limit(LONGEST_ANSWER)
        .read_json()?;
    match answer["value"]["error"].as_str() {
        Some(error) => bail!(
            "the browser refuses ({error}): {}",
            answer["value"]["message"]
        ),
        None => Ok(answer["value"].take()),
    }
}
