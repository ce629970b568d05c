//! The screen that a journey looks at: its width, its colours, and the state of the page on it.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

use crate::page::{Page, setting};
use crate::states::State;

/// Which colours a person has asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Colours {
    Light,
    Dark,
    /// Those of the system alone, as in the high contrast of Windows. Scripts, and so axe-core, still
    /// see the colours of the style sheets: of contrast this says no more than the light ones do.
    Forced,
}

impl Colours {
    pub(crate) const ALL: [Colours; 3] = [Colours::Light, Colours::Dark, Colours::Forced];

    /// What holds of them and of no others.
    fn media_query(self) -> &'static str {
        match self {
            Colours::Light => "(prefers-color-scheme: light) and (forced-colors: none)",
            Colours::Dark => "(prefers-color-scheme: dark) and (forced-colors: none)",
            Colours::Forced => "(forced-colors: active)",
        }
    }

    fn media_features(self) -> Value {
        let (scheme, forced) = match self {
            Colours::Light => ("light", "none"),
            Colours::Dark => ("dark", "none"),
            Colours::Forced => ("light", "active"),
        };
        json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "forced-colors", "value": forced },
            // Nothing is looked at midway through a movement.
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ])
    }
}

/// Makes the screen that wide, in CSS pixels. Windows have a least width; an emulated screen has none.
pub(crate) async fn set_width(page: &Page, width: u32) {
    let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    devtools(page, "Emulation.setDeviceMetricsOverride", screen).await;
}

/// Shows the page in these colours.
pub(crate) async fn set_colours(page: &Page, colours: Colours) {
    let features = json!({ "features": colours.media_features() });
    devtools(page, "Emulation.setEmulatedMedia", features).await;
    let are_set = format!("return matchMedia('{}').matches", colours.media_query());
    assert_eq!(run(page, &are_set, vec![]).await, true, "{colours:?}");
}

/// Opens the page afresh in this state, and makes sure that it shows it.
pub(crate) async fn show(page: &Page, state: &State) {
    // From one fragment to the next the page would go on with all that it remembers.
    page.client.goto("about:blank").await.expect("a page");
    let url = setting("PLAYGROUND_URL");
    let link = format!("{url}/#{}", state.fragment);
    page.client.goto(&link).await.expect("the page loads");
    page.sees("html[data-app=started]").await;
    if let Some(button) = state.press {
        let pressed = run(page, State::PRESS, vec![json!(button)]).await;
        assert_eq!(pressed, true, "{}: press {button}", state.name);
    }
    page.verdict(state.headline).await;
    let wanted = vec![json!(state.headline), json!(state.words)];
    let shown = run(page, State::IS_SHOWN, wanted).await;
    assert_eq!(shown, true, "{}: {}", state.name, state.words);
}

/// Runs a script in the page.
pub(crate) async fn run(page: &Page, script: &str, arguments: Vec<Value>) -> Value {
    let returned = page.client.execute(script, arguments).await;
    returned.expect("the script runs")
}

/// Calls a method of the DevTools protocol.
pub(crate) async fn devtools(page: &Page, method: &'static str, parameters: Value) {
    let command = DevTools { method, parameters };
    page.client.issue_cmd(command).await.expect("it is done");
}

/// Chromium's own command for a method of the DevTools protocol.
#[derive(Debug)]
struct DevTools {
    method: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(
        &self,
        base_url: &url::Url,
        session_id: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        let session = session_id.unwrap_or_default();
        base_url.join(&format!("session/{session}/goog/cdp/execute"))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let body = json!({ "cmd": self.method, "params": self.parameters });
        (http::Method::POST, Some(body.to_string()))
    }
}
