//! The engine's trace beside what happened, aspect by aspect.

use cors_engine::fetch_api::exception;
use cors_engine::rules::{Texts, console};
use cors_engine::scenario::{Api, Browser, Scenario, ScenarioRequest};
use cors_engine::trace::{Outcome, ResponseType};
use cors_engine::{Rule, Trace};
use url::Url;

use super::difference::{Aspect, Difference};
use super::{Report, reason, requests};
use crate::browser::{Observed, Ran};

/// All differences between the engine's trace and what happened.
pub(super) fn differences(
    scenario: &Scenario,
    request: &ScenarioRequest,
    trace: &Trace,
    happened: &Report,
) -> Vec<Difference> {
    let mut found = Comparison::new(trace);
    found.outcome(request, happened);
    if let Some(browser) = &happened.ran.exception {
        let engine = exception(scenario, trace).map_or("", |it| it.as_str());
        found.compare(Aspect::Exception, engine.to_owned(), browser.clone());
    }
    found.answer(request, &happened.ran);
    let (engine, browser) = requests::preflights(request, trace, &happened.received);
    found.compare(Aspect::Preflights, engine, browser);
    let (engine, browser) = requests::requests(request, trace, &happened.received);
    found.compare(Aspect::Requests, engine, browser);
    let (engine, servers) = requests::forwarded(trace, &happened.forwarded);
    found.compare(Aspect::Forwarded, engine, servers);
    let reason = reason::wanted(trace, &scenario.page, request);
    if let Some(reason) = reason {
        found.compare(Aspect::Reason, reason, reason::found(&happened.observed));
    }
    found.console(scenario, &happened.observed);
    found.differences
}

struct Comparison<'a> {
    trace: &'a Trace,
    rule: Rule,
    differences: Vec<Difference>,
}

impl Comparison<'_> {
    fn new(trace: &Trace) -> Comparison<'_> {
        Comparison {
            trace,
            rule: trace.deciding_step().rule,
            differences: Vec::new(),
        }
    }

    fn compare(&mut self, aspect: Aspect, engine: String, browser: String) {
        if engine != browser {
            self.differences.push(Difference {
                send: self.trace.send,
                rule: self.rule,
                aspect,
                engine,
                browser,
                known: None,
            });
        }
    }

    fn outcome(&mut self, request: &ScenarioRequest, happened: &Report) {
        let engine = match (request.api, self.trace.outcome) {
            // An element tells its page that it has an answer, not what it may do with it.
            (Api::Img | Api::Script, Outcome::Readable | Outcome::Opaque) => "answered",
            (_, outcome) => outcome.as_str(),
        };
        let browser = outcome(request, self.trace, happened);
        self.compare(Aspect::Outcome, engine.to_owned(), browser.to_owned());
    }

    /// Type, status and headers, where script gets an answer and the engine says it should.
    fn answer(&mut self, request: &ScenarioRequest, ran: &Ran) {
        if let (Some(browser), Some(engine)) = (&ran.response_type, self.trace.response_type) {
            self.compare(
                Aspect::ResponseType,
                engine.as_str().to_owned(),
                browser.clone(),
            );
        }
        let is_data = request.url.starts_with("data:");
        let (Some(status), Some(headers)) = (ran.status, &ran.headers) else {
            return;
        };
        let (engine_status, engine_headers) = match (&self.trace.visible, self.trace.outcome) {
            (Some(visible), _) => (visible.status, visible.headers.clone()),
            (None, Outcome::Opaque | Outcome::OpaqueRedirect) => (0, Vec::new()),
            (None, _) => return,
        };
        self.compare(
            Aspect::Status,
            engine_status.to_string(),
            status.to_string(),
        );
        // A data URL names its type in a header that no scenario lists.
        if !is_data {
            self.compare(
                Aspect::VisibleHeaders,
                requests::lines(&engine_headers),
                requests::lines(headers),
            );
        }
    }

    fn console(&mut self, scenario: &Scenario, observed: &Observed) {
        let lines = console(
            scenario,
            self.trace,
            Browser::Chromium,
            Texts::compiled_in(),
        );
        let mut engine: Vec<String> = lines.into_iter().map(|line| line.text).collect();
        let engine_network = engine
            .pop_if(|line| network_part(line).is_some())
            .and_then(|line| network_part(&line));
        // One text, `Unsafe attempt to load URL`, brings a line end of its own.
        let other: Vec<&str> = observed
            .console
            .iter()
            .map(|line| line.trim_end())
            .collect();
        self.compare(Aspect::Console, engine.join("\n"), other.join("\n"));
        self.compare(
            Aspect::NetworkLine,
            engine_network.unwrap_or_default(),
            observed.network.join("\n"),
        );
    }
}

/// A network line of the engine's, `GET URL net::ERR_FAILED 200 (OK)`, as far as the DevTools protocol
/// tells of it: without fragment, and without the status after a network error. `None` for a line of
/// another kind.
fn network_part(line: &str) -> Option<String> {
    let mut words = line.splitn(4, ' ');
    let (method, url, what) = (words.next()?, words.next()?, words.next()?);
    let url = url.split('#').next()?;
    // The servers of the lab can end a connection, not refuse it.
    let what = what.replace("net::ERR_CONNECTION_REFUSED", reason::NO_ANSWER);
    let is_status = what.len() == 3 && what.parse::<u16>().is_ok();
    let is_network_line = is_status || what.starts_with("net::");
    is_network_line.then(|| format!("{method} {url} {what}"))
}

fn outcome(request: &ScenarioRequest, trace: &Trace, happened: &Report) -> &'static str {
    let Report { ran, observed, .. } = happened;
    match (request.api, ran.end.as_str()) {
        (_, "threw") => Outcome::ScriptThrows.as_str(),
        (Api::Form, _) => form_outcome(trace, observed),
        // An answer that is no image has an error event as well, but nothing failed on its way.
        (Api::Img | Api::Script, "failed") => match observed.failure() {
            None if trace.deciding_step().rule != Rule::RequestUrlParses => "answered",
            _ => Outcome::NetworkError.as_str(),
        },
        (Api::Img | Api::Script, _) => "answered",
        (_, "failed") => Outcome::NetworkError.as_str(),
        _ => match ran.response_type.as_deref() {
            Some(kind) if kind == ResponseType::Opaque.as_str() => Outcome::Opaque.as_str(),
            Some(kind) if kind == ResponseType::OpaqueRedirect.as_str() => {
                Outcome::OpaqueRedirect.as_str()
            }
            _ => Outcome::Readable.as_str(),
        },
    }
}

/// Whether the page that a form led to has the origin of the one that it left.
fn form_outcome(trace: &Trace, observed: &Observed) -> &'static str {
    let shown = observed.shown.as_ref().and_then(|url| Url::parse(url).ok());
    // An answer of 400 or more without content: Chromium shows a page of its own in its stead.
    const OWN_PAGE: &str = "net::ERR_HTTP_RESPONSE_CODE_FAILURE";
    let failed = observed.failure().is_some_and(|it| it.error != OWN_PAGE);
    match (shown, &trace.page_origin) {
        _ if failed => Outcome::NetworkError.as_str(),
        (None, _) => Outcome::NetworkError.as_str(),
        (Some(url), Some(origin)) if url.origin().ascii_serialization() == origin.serialize() => {
            Outcome::Readable.as_str()
        }
        (Some(_), _) => Outcome::Opaque.as_str(),
    }
}
