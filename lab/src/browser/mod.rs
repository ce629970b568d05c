//! A headless Chromium, driven over the DevTools protocol.

mod devtools;
mod error;
mod find;
mod flags;
mod observed;
mod page;

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use serde_json::{Value, json};
use tempfile::TempDir;

use devtools::{DevTools, Session};
pub use error::BrowserError;
pub use find::find_chromium;
pub use observed::{NetworkFailure, Observed};
pub use page::{Page, Ran};

/// A running browser. It ends when this is dropped, and when the lab dies: its debugger pipe closes.
pub struct Browser {
    process: Child,
    devtools: Arc<DevTools>,
    session: Session,
    /// Its name and version.
    version: String,
    profile: TempDir,
}

impl Browser {
    /// Starts a Chromium that finds every host at `port` of 127.0.0.1.
    ///
    /// # Errors
    /// There is none, or it does not start.
    pub fn start(port: u16) -> Result<Browser, BrowserError> {
        let program = find_chromium()?;
        let profile = TempDir::with_prefix("cors-lab-").map_err(BrowserError::start)?;
        flags::write_preferences(profile.path()).map_err(BrowserError::start)?;
        let errors =
            fs::File::create(profile.path().join("stderr")).map_err(BrowserError::start)?;
        // The debugger talks over file descriptors 3 and 4, which only a shell can name. Unlike a
        // port, nobody else can connect to them, and Chromium ends when they close.
        let mut process = Command::new("sh")
            .args(["-c", r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null"#])
            .arg(&program)
            .args(flags::flags(port, profile.path()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(errors)
            .spawn()
            .map_err(BrowserError::start)?;
        let (Some(input), Some(output)) = (process.stdin.take(), process.stdout.take()) else {
            return Err(BrowserError::Closed(String::new()));
        };
        let devtools = Arc::new(DevTools::new(input, output));
        let session = devtools.browser_session();
        let mut browser = Browser {
            process,
            devtools,
            session,
            version: String::new(),
            profile,
        };
        browser.version = browser.read_version()?;
        browser.attach_to_new_pages()?;
        Ok(browser)
    }

    /// Its name and version, for example `Chrome/148.0.1.2`.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// A folder of its own, gone when it ends.
    pub fn folder(&self) -> PathBuf {
        self.profile.path().to_owned()
    }

    /// How many pages are open, its own first one among them.
    ///
    /// # Errors
    /// The browser fails.
    pub fn open_pages(&mut self) -> Result<usize, BrowserError> {
        let targets = self.session.call("Target.getTargets", json!({}))?;
        Ok(targets["targetInfos"].as_array().map_or(0, Vec::len))
    }

    /// From now on each new page waits, before it loads anything, for its debugger to let it go.
    fn attach_to_new_pages(&mut self) -> Result<(), BrowserError> {
        let params = json!({
            "autoAttach": true,
            "waitForDebuggerOnStart": true,
            "flatten": true,
        });
        self.session.call("Target.setAutoAttach", params).map(drop)
    }

    fn read_version(&mut self) -> Result<String, BrowserError> {
        let version = match self.session.call("Browser.getVersion", json!({})) {
            Ok(version) => version,
            Err(BrowserError::Closed(_)) => return Err(BrowserError::Closed(self.last_words())),
            Err(error) => return Err(error),
        };
        Ok(text(&version, "product").replace("HeadlessChrome", "Chrome"))
    }

    /// The end of what it wrote to standard error.
    fn last_words(&self) -> String {
        let path = self.profile.path().join("stderr");
        let text = fs::read(path).unwrap_or_default();
        let from = text.len().saturating_sub(2000);
        String::from_utf8_lossy(&text[from..]).into_owned()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Asked to close, it waits for its helpers, which would write into the profile to the last.
        let _ = self.session.tell("Browser.close", json!({}));
        self.session.wait_for_end();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A text of a DevTools message; empty when it is missing.
fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}
