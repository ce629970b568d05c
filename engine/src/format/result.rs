//! The result of a send in the format.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use crate::cors_preflight_cache::PreflightCache;
use crate::evaluate::evaluate;
use crate::fetch_api::exception;
use crate::rules::{Texts, console};
use crate::scenario::{Browser, HeaderLines, Scenario};
use crate::trace::{Evidence, Exchange, Outcome, ResponseType, Step, StepOutcome, Trace};

/// What there is to write about a send of a scenario; made by [`result`].
#[derive(Clone, Debug, Serialize)]
pub struct ScenarioResult<'a> {
    outcome: &'static str,
    response_type: Option<&'static str>,
    preflights: usize,
    preflight_headers: Vec<&'a HeaderLines>,
    actual_sent: bool,
    requests: Vec<Request<'a>>,
    origin_header: Vec<Option<&'a str>>,
    visible_headers: &'a [(String, String)],
    status: Option<u16>,
    rule: &'static str,
    steps: Vec<StepResult<'a>>,
    problems: Vec<Problem<'a>>,
    exception: Option<&'static str>,
    console: Console,
    then: Vec<ScenarioResult<'a>>,
}

/// The result of `trace`, the trace of `scenario`, with those of its further sends.
pub fn result<'a>(scenario: &Scenario, trace: &'a Trace) -> ScenarioResult<'a> {
    result_of_send(scenario, trace, &Consoles::of(scenario))
}

fn result_of_send<'a>(
    scenario: &Scenario,
    trace: &'a Trace,
    consoles: &Consoles,
) -> ScenarioResult<'a> {
    let requests = || trace.requests().filter(|request| request.reached_server());
    ScenarioResult {
        outcome: trace.outcome.as_str(),
        response_type: trace.response_type.map(ResponseType::as_str),
        preflights: trace.preflights().count(),
        preflight_headers: trace.preflights().map(|it| &it.headers).collect(),
        actual_sent: requests().next().is_some(),
        requests: requests().map(Request::of).collect(),
        origin_header: requests().map(|it| it.header("Origin")).collect(),
        visible_headers: trace.visible.as_ref().map_or(&[], |it| &it.headers),
        status: status(trace),
        rule: trace.deciding_step().rule.name(),
        steps: trace.steps.iter().map(StepResult::of).collect(),
        problems: problems(trace),
        exception: exception(scenario, trace).map(|it| it.as_str()),
        console: consoles.of_send(trace.send),
        then: trace
            .then
            .iter()
            .map(|it| result_of_send(scenario, it, consoles))
            .collect(),
    }
}

/// What script reads in `response.status`, where it gets a response.
fn status(trace: &Trace) -> Option<u16> {
    match trace.outcome {
        Outcome::Readable => trace.visible.as_ref().map(|visible| visible.status),
        Outcome::Opaque | Outcome::OpaqueRedirect => Some(0),
        Outcome::NetworkError | Outcome::ScriptThrows | Outcome::Invalid => None,
    }
}

#[derive(Clone, Debug, Serialize)]
struct Request<'a> {
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    forwarded_to: Option<&'a str>,
    method: &'a str,
    headers: &'a HeaderLines,
}

impl Request<'_> {
    fn of(exchange: &Exchange) -> Request<'_> {
        Request {
            url: &exchange.url,
            forwarded_to: exchange.forwarded_to.as_deref(),
            method: &exchange.method,
            headers: &exchange.headers,
        }
    }
}

#[derive(Clone, Debug, Serialize)]
struct StepResult<'a> {
    rule: &'static str,
    algorithm: &'static str,
    step: &'static str,
    anchor: Option<&'static str>,
    outcome: &'static str,
    evidence: EvidenceResult<'a>,
}

impl StepResult<'_> {
    fn of(step: &Step) -> StepResult<'_> {
        let algorithm = step.rule.algorithm();
        StepResult {
            rule: step.rule.name(),
            algorithm: algorithm.title(),
            step: step.rule.step(),
            anchor: algorithm.anchor(),
            outcome: step.outcome.as_str(),
            evidence: EvidenceResult::of(&step.evidence),
        }
    }
}

#[derive(Clone, Debug, Serialize)]
struct EvidenceResult<'a> {
    hop: usize,
    message: &'static str,
    path: Option<String>,
    bytes: Option<(usize, usize)>,
    found: Option<&'a str>,
    wanted: Option<&'a str>,
}

impl EvidenceResult<'_> {
    fn of(evidence: &Evidence) -> EvidenceResult<'_> {
        EvidenceResult {
            hop: evidence.hop,
            message: evidence.message.as_str(),
            path: evidence.pointer(),
            bytes: evidence.bytes,
            found: evidence.found.as_deref(),
            wanted: evidence.wanted.as_deref(),
        }
    }
}

#[derive(Clone, Debug, Serialize)]
struct Problem<'a> {
    path: Option<String>,
    found: Option<&'a str>,
    /// The name of the rule that it breaks.
    reason: &'static str,
}

/// All problems of a scenario that has some.
fn problems(trace: &Trace) -> Vec<Problem<'_>> {
    let steps = trace.steps.iter();
    steps
        .filter(|step| trace.outcome == Outcome::Invalid && step.outcome == StepOutcome::Failed)
        .map(|step| Problem {
            path: step.evidence.pointer(),
            found: step.evidence.found.as_deref(),
            reason: step.rule.name(),
        })
        .collect()
}

/// The lines that each browser prints.
#[derive(Clone, Debug)]
struct Console(Vec<(Browser, Vec<String>)>);

/// A scenario as each browser sees it: what it prints follows from what it does, not from what the
/// scenario's own profile would do.
struct Consoles(Vec<(Browser, Scenario, Trace)>);

impl Consoles {
    fn of(scenario: &Scenario) -> Consoles {
        let in_browser = |browser: &Browser| {
            let mut scenario = scenario.clone();
            scenario.profile = browser.profile();
            let trace = evaluate(&scenario, &PreflightCache::new());
            (*browser, scenario, trace)
        };
        Consoles(Browser::ALL.iter().map(in_browser).collect())
    }

    fn of_send(&self, send: usize) -> Console {
        let lines = |(browser, scenario, trace): &(Browser, Scenario, Trace)| {
            let of_send = match send {
                0 => Some(trace),
                number => trace.then.get(number - 1),
            };
            let lines =
                of_send.map(|trace| console(scenario, trace, *browser, Texts::compiled_in()));
            let lines = lines.unwrap_or_default();
            (*browser, lines.into_iter().map(|line| line.text).collect())
        };
        Console(self.0.iter().map(lines).collect())
    }
}

impl Serialize for Console {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Console(browsers) = self;
        serializer.collect_map(
            browsers
                .iter()
                .map(|(browser, lines)| (browser.as_str(), lines)),
        )
    }
}
