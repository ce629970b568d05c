//! Runs a scenario for real and compares what happened with what the engine says.

mod compare;
mod difference;
mod many;
mod reason;
mod requests;
mod run;

use std::fs;
use std::thread;
use std::time::Duration;

use cors_engine::scenario::{Api, Profile, Scenario};
use cors_engine::trace::Outcome;
use cors_engine::{PreflightCache, Rule, Trace, evaluate};

use url::{ParseError, Url};

use crate::browser::{Browser, BrowserError, Observed, Page, Ran};
use crate::curl;
use crate::ledger::{Case, explain};
use crate::servers::{PageAnswer, ReceivedRequest, Servers};

pub use difference::{Aspect, Difference};
pub use many::verify_all;

/// The longest time that a scenario may let pass between two sends, when it is run.
const LONGEST_WAIT_S: u32 = 10;

/// Servers and a browser, ready to run scenarios one after the other.
pub struct Lab {
    servers: Servers,
    browser: Browser,
}

/// What became of a scenario.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// It was run: one report for each send.
    Ran(Vec<Report>),
    /// It was not run, for this reason.
    NotRun(String),
    /// The browser failed with it, twice.
    Failed(String),
}

/// What happened when one request was made for real, and where the engine says otherwise.
#[derive(Clone, Debug)]
pub struct Report {
    /// What script learned.
    pub ran: Ran,
    /// What the browser told.
    pub observed: Observed,
    /// What reached the servers.
    pub received: Vec<ReceivedRequest>,
    /// What a development proxy let reach them.
    pub forwarded: Vec<ReceivedRequest>,
    /// Where the engine says otherwise.
    pub differences: Vec<Difference>,
}

impl Verdict {
    /// Whether it was run without a difference that the ledger does not explain, or need not be run.
    pub fn is_well(&self) -> bool {
        !matches!(self, Verdict::Failed(_)) && self.unexplained().next().is_none()
    }

    /// The differences that the ledger does not explain.
    pub fn unexplained(&self) -> impl Iterator<Item = &Difference> {
        self.differences().filter(|it| it.known.is_none())
    }

    /// All differences of all sends.
    pub fn differences(&self) -> impl Iterator<Item = &Difference> {
        let reports = match self {
            Verdict::Ran(reports) => reports.as_slice(),
            Verdict::NotRun(_) | Verdict::Failed(_) => &[],
        };
        reports.iter().flat_map(|report| &report.differences)
    }
}

impl Lab {
    /// Starts servers and browser.
    ///
    /// # Errors
    /// One of them does not start.
    pub fn start() -> Result<Lab, BrowserError> {
        let servers = Servers::start().map_err(BrowserError::Start)?;
        let browser = Browser::start(servers.port())?;
        Ok(Lab { servers, browser })
    }

    /// The browser's name and version.
    pub fn version(&self) -> &str {
        self.browser.version()
    }

    /// Runs a scenario and compares it with the engine's trace for Chromium.
    ///
    /// # Errors
    /// The browser fails.
    pub fn verify(&mut self, scenario: &Scenario) -> Result<Verdict, BrowserError> {
        let mut scenario = scenario.clone();
        scenario.profile = Profile::Chromium;
        let trace = evaluate(&scenario, &PreflightCache::new());
        if let Some(reason) = reason_not_to_run(&scenario, &trace) {
            return Ok(Verdict::NotRun(reason));
        }
        match self.run(&scenario, &trace) {
            Err(BrowserError::NoPage(reason)) => {
                let reason = format!("{}: {reason}", scenario.page.url);
                Ok(Verdict::NotRun(reason))
            }
            Err(error) => Err(error),
            Ok(reports) => Ok(Verdict::Ran(reports)),
        }
    }

    fn run(&mut self, scenario: &Scenario, trace: &Trace) -> Result<Vec<Report>, BrowserError> {
        let url = self.page_url(scenario)?;
        let mut page = Page::open(&mut self.browser, &url)?;
        let mut reports = Vec::new();
        let mut earlier: Vec<&Trace> = Vec::new();
        let first = (trace, &scenario.request, &scenario.hops, 0);
        let further = scenario.then.iter().zip(&trace.then);
        let further = further.map(|(send, trace)| (trace, &send.request, &send.hops, send.wait_s));
        for (trace, request, hops, wait_s) in [first].into_iter().chain(further) {
            // Time itself is what is tried here: the age of an answer in the preflight cache.
            thread::sleep(Duration::from_secs(u64::from(wait_s)));
            let hosts = run::hosts(scenario, request, hops);
            let proxy = run::proxy(&scenario.page);
            self.servers.stage().set(hops, hosts, proxy);
            let ran = match request.api {
                Api::Curl => {
                    curl::run(request, self.servers.port()).map_err(BrowserError::Start)?
                }
                _ => page.run(&run::description(request))?,
            };
            let observed = page.observed()?;
            let stage = self.servers.stage();
            let mut report = Report {
                ran,
                observed,
                received: stage.received().to_vec(),
                forwarded: stage.forwarded_requests().to_vec(),
                differences: Vec::new(),
            };
            drop(stage);
            let mut differences = compare::differences(scenario, request, trace, &report);
            for difference in &mut differences {
                let case = Case {
                    request,
                    trace,
                    earlier: &earlier,
                    difference,
                };
                difference.known = explain(&case).map(|entry| entry.name);
            }
            report.differences = differences;
            earlier.push(trace);
            reports.push(report);
        }
        Ok(reports)
    }

    /// Puts the page where the browser finds it, and says where that is.
    fn page_url(&mut self, scenario: &Scenario) -> Result<String, BrowserError> {
        let url = &scenario.page.url;
        let page = PageAnswer::new(scenario.page.opaque);
        if url.starts_with("file:") {
            // What stands at the scenario's path on this machine is nobody's business.
            let path = self.browser.folder().join("page.html");
            fs::write(&path, page.html).map_err(BrowserError::Start)?;
            return Ok(format!("file://{}", path.display()));
        }
        self.servers.stage().show(page);
        Ok(url.clone())
    }
}

fn reason_not_to_run(scenario: &Scenario, trace: &Trace) -> Option<String> {
    let sends = || scenario.then.iter();
    let sent_with = |api| {
        let requests = sends().map(|send| &send.request);
        let requests = [&scenario.request].into_iter().chain(requests);
        requests.filter(|request| request.api == api).count()
    };
    let forms = sent_with(Api::Form);
    let reason = match () {
        () if trace.outcome == Outcome::Invalid => "no page can do this",
        () if sends().any(|send| send.wait_s > LONGEST_WAIT_S) => "it takes too long",
        () if stands_elsewhere(scenario) => "its page's file stands elsewhere here",
        () if sent_with(Api::Curl) > 0 && !curl::is_installed() => curl::NOT_INSTALLED,
        () if forms > 0 && !scenario.then.is_empty() => "a form leaves the page",
        () if forms > 0 && goes_nowhere(trace) => "the form leads to no page",
        () => return None,
    };
    Some(reason.to_owned())
}

/// A path is relative to where a page's file is.
fn stands_elsewhere(scenario: &Scenario) -> bool {
    let requests = scenario.then.iter().map(|send| &send.request);
    scenario.page.url.starts_with("file:")
        && requests
            .chain([&scenario.request])
            .any(|request| Url::parse(&request.url) == Err(ParseError::RelativeUrlWithoutBase))
}

/// A form that is not sent, or whose answer a browser does not show: nothing says when it has ended.
fn goes_nowhere(trace: &Trace) -> bool {
    let is_refused = trace.failed_step().is_some_and(|step| {
        matches!(
            step.rule,
            Rule::RequestUrlParses | Rule::SchemeIsHttp | Rule::LocationSchemeIsHttp
        )
    });
    let status = trace.exchanges.last().and_then(|exchange| exchange.status);
    // No page may put a data: URL of its own making into the address bar.
    let is_data = trace.urls.iter().any(|url| url.href.starts_with("data:"));
    let has_no_content = matches!(status, Some(204 | 205 | 304));
    is_refused || is_data || has_no_content
}
