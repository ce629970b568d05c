//! A page in a context of its own: no cache, cookie or preflight answer of another case is in it.

use serde_json::{Value, json};

use super::devtools::Session;
use super::{Browser, BrowserError, Observed, text};

/// Makes the request that it is given, as a page would, and says what script learned.
const RUN: &str = include_str!("run.js");

/// What script learned from one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ran {
    /// `answered`, `failed`, `threw` or, for a form, `left`.
    pub end: String,
    /// `response.type`, where there is one.
    pub response_type: Option<String>,
    /// `response.status`, where there is one.
    pub status: Option<u16>,
    /// The headers that script sees, where it sees any.
    pub headers: Option<Vec<(String, String)>>,
    /// The name of the exception, where there was one.
    pub exception: Option<String>,
}

/// A page in a context of its own, which goes when this is dropped.
pub struct Page<'a> {
    browser: &'a mut Browser,
    context: String,
    target: String,
    session: Session,
}

impl<'a> Page<'a> {
    /// Opens `url` and waits until it is loaded.
    ///
    /// # Errors
    /// The browser fails, or cannot show such a page.
    pub fn open(browser: &'a mut Browser, url: &str) -> Result<Page<'a>, BrowserError> {
        let context = browser.session.call(
            "Target.createBrowserContext",
            json!({ "disposeOnDetach": true }),
        )?;
        let context = text(&context, "browserContextId");
        // Hidden: a window for it takes longer to open than all the rest takes to run. With the URL at
        // once: a blank page before it would have a process of its own, which takes as long again.
        browser.session.take_events();
        let target = browser.session.call(
            "Target.createTarget",
            json!({ "url": url, "browserContextId": context, "hidden": true }),
        )?;
        let target = text(&target, "targetId");
        let attached = browser.session.wait_for_event(
            |event| {
                event["method"] == "Target.attachedToTarget"
                    && event["params"]["targetInfo"]["targetId"] == *target
            },
            "a new page",
        )?;
        let session = browser
            .devtools
            .session(text(&attached["params"], "sessionId"));
        let mut page = Page {
            browser,
            context,
            target,
            session,
        };
        page.load(url)?;
        Ok(page)
    }

    /// Lets the page go, which waits for its debugger, and waits until it is loaded.
    fn load(&mut self, url: &str) -> Result<(), BrowserError> {
        for domain in ["Page", "Network", "Log", "Runtime"] {
            self.session.tell(&format!("{domain}.enable"), json!({}))?;
        }
        self.session
            .call("Runtime.runIfWaitingForDebugger", json!({}))?;
        self.session
            .wait_for(&["Page.frameNavigated", "Page.frameStoppedLoading"], url)?;
        match Observed::from_events(&self.session.take_events()).failure() {
            Some(failure) => Err(BrowserError::NoPage(failure.error.clone())),
            None => Ok(()),
        }
    }

    /// Makes a request, described as `run.js` reads it, and waits for its end.
    ///
    /// # Errors
    /// The browser fails.
    pub fn run(&mut self, request: &Value) -> Result<Ran, BrowserError> {
        self.session.take_events();
        let leaves = request["api"] == "form";
        let result = self.session.call(
            "Runtime.evaluate",
            json!({
                "expression": format!("({RUN})({request})"),
                "awaitPromise": !leaves,
                "returnByValue": true,
            }),
        )?;
        if let Some(exception) = result.get("exceptionDetails") {
            return Err(BrowserError::Refused(format!("run.js: {exception}")));
        }
        if leaves {
            return self.leave();
        }
        Ok(ran(&result["result"]["value"]))
    }

    /// Waits for the page that a form leads to.
    fn leave(&mut self) -> Result<Ran, BrowserError> {
        // Not every answer is shown: 204 leaves the page where it is.
        let events = ["Page.frameStartedLoading", "Page.frameStoppedLoading"];
        self.session.wait_for(&events, "the form's answer")?;
        Ok(Ran {
            end: "left".to_owned(),
            response_type: None,
            status: None,
            headers: None,
            exception: None,
        })
    }

    /// What the browser told of it meanwhile: console and network.
    ///
    /// # Errors
    /// The browser fails.
    pub fn observed(&mut self) -> Result<Observed, BrowserError> {
        // Whatever the page caused before this call is told before this result.
        self.session
            .call("Runtime.evaluate", json!({ "expression": "0" }))?;
        Ok(Observed::from_events(&self.session.take_events()))
    }
}

impl Drop for Page<'_> {
    fn drop(&mut self) {
        // A hidden page outlives its context, and keeps its process.
        let session = &self.browser.session;
        let target = json!({ "targetId": self.target });
        let _ = session.tell("Target.closeTarget", target);
        let context = json!({ "browserContextId": self.context });
        let _ = session.tell("Target.disposeBrowserContext", context);
    }
}

fn ran(value: &Value) -> Ran {
    let headers = value["headers"].as_array().map(|pairs| {
        let pair = |pair: &Value| {
            let part = |index: usize| pair[index].as_str().unwrap_or_default().to_owned();
            (part(0), part(1))
        };
        pairs.iter().map(pair).collect()
    });
    Ran {
        end: text(value, "end"),
        response_type: value["type"].as_str().map(str::to_owned),
        status: value["status"].as_u64().and_then(|it| it.try_into().ok()),
        headers,
        exception: value["exception"].as_str().map(str::to_owned),
    }
}
