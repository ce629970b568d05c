//! What the browser tells of a request: console lines, and why its network gave up.

use std::collections::HashMap;

use serde_json::Value;

use super::text;

/// What the browser told of one request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Observed {
    /// The error lines of the console, in order, but for those of the network layer.
    pub console: Vec<String>,
    /// The lines of the network layer, as far as the screen of DevTools makes them of the protocol:
    /// method, URL, and network error or status. There they end with the status that the server
    /// sent, which the protocol tells at another time.
    pub network: Vec<String>,
    /// The requests that failed, in order; preflights among them.
    pub failures: Vec<NetworkFailure>,
    /// The URL of the last page that was shown, where the page was left for another.
    pub shown: Option<String>,
}

/// Why the network gave up on a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkFailure {
    /// `Fetch`, `XHR`, `Image`, `Script`, `Document` or `Preflight`.
    pub kind: String,
    /// The network error, for example `net::ERR_FAILED`.
    pub error: String,
    /// The reason code of a CORS error, for example `MissingAllowOriginHeader`.
    pub cors_error: Option<String>,
    /// The value that goes with it.
    pub failed_parameter: String,
    /// Why the browser itself blocked it, for example `mixed-content`.
    pub blocked: Option<String>,
}

impl Observed {
    pub(super) fn from_events(events: &[Value]) -> Observed {
        let mut observed = Observed::default();
        // Method and URL of each request; after a redirect, those of the last one.
        let mut requests: HashMap<&str, String> = HashMap::new();
        for event in events {
            let params = &event["params"];
            match event["method"].as_str() {
                Some("Network.requestWillBeSent") => {
                    let id = params["requestId"].as_str().unwrap_or_default();
                    let request = &params["request"];
                    let line = format!("{} {}", text(request, "method"), text(request, "url"));
                    requests.insert(id, line);
                }
                Some("Log.entryAdded") if params["entry"]["level"] == "error" => {
                    let entry = &params["entry"];
                    let id = entry["networkRequestId"].as_str().unwrap_or_default();
                    let line = text(entry, "text");
                    match (network_part(&line), requests.get(id)) {
                        (Some(part), Some(request)) => {
                            observed.network.push(format!("{request} {part}"));
                        }
                        _ => observed.console.push(line),
                    }
                }
                Some("Network.loadingFailed") => observed.failures.push(failure(params)),
                Some("Page.frameNavigated") => {
                    let frame = &params["frame"];
                    // An error page names what it stands for there.
                    observed.shown = match frame["unreachableUrl"].as_str() {
                        Some(url) => Some(url.to_owned()),
                        None => Some(text(frame, "url")),
                    };
                }
                _ => {}
            }
        }
        observed
    }

    /// The failure of the request itself, or else of its preflight.
    ///
    /// No `net::ERR_ABORTED`, unless of a page: it says that nobody read the answer's body.
    pub fn failure(&self) -> Option<&NetworkFailure> {
        let is_unread = |failure: &NetworkFailure| {
            failure.error == "net::ERR_ABORTED" && failure.kind != "Document"
        };
        let failures = || self.failures.iter().filter(|failure| !is_unread(failure));
        failures()
            .find(|failure| failure.kind != "Preflight")
            .or(failures().next())
    }
}

/// The network error or the status in a line of the network layer, as the protocol words it.
fn network_part(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("Failed to load resource: ")?;
    let rest = rest
        .strip_prefix("the server responded with a status of ")
        .unwrap_or(rest);
    rest.split(' ').next()
}

fn failure(params: &Value) -> NetworkFailure {
    let cors = &params["corsErrorStatus"];
    NetworkFailure {
        kind: text(params, "type"),
        error: text(params, "errorText"),
        cors_error: cors["corsError"].as_str().map(str::to_owned),
        failed_parameter: text(cors, "failedParameter"),
        blocked: params["blockedReason"].as_str().map(str::to_owned),
    }
}
