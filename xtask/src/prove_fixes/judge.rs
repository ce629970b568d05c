//! A scenario with the answers of a real server, and what the engine says of it.

use anyhow::Result;
use cors_engine::scenario::{Answer, CredentialsMode, Hop, PreflightAnswer, Scenario};
use cors_engine::trace::{Exchange, Outcome, Trace};
use cors_engine::{PreflightCache, evaluate};

use super::http::{Request, Response, ask};

/// What came of one send to a real server.
pub(super) struct Played {
    pub(super) trace: Trace,
    pub(super) preflight: Option<Response>,
    pub(super) response: Option<Response>,
}

impl Played {
    pub(super) fn is_readable(&self) -> bool {
        self.trace.outcome == Outcome::Readable
    }

    /// The status that script reads.
    pub(super) fn status(&self) -> Option<u16> {
        self.trace.visible.as_ref().map(|visible| visible.status)
    }

    /// Whether script reads a header.
    pub(super) fn shows(&self, name: &str) -> bool {
        let visible = self.trace.visible.iter();
        visible
            .flat_map(|visible| &visible.headers)
            .any(|(line, _)| line.eq_ignore_ascii_case(name))
    }

    /// Why it was not readable, or what else came of it, in one line.
    pub(super) fn story(&self) -> String {
        let step = self.trace.deciding_step();
        let found = step.evidence.found.as_deref().unwrap_or("nothing");
        let status = |answer: &Option<Response>| {
            answer
                .as_ref()
                .map_or("not sent".to_owned(), |it| it.status.to_string())
        };
        format!(
            "{} by {}, found {found:?}; preflight {}, answer {}",
            self.trace.outcome.as_str(),
            step.rule.name(),
            status(&self.preflight),
            status(&self.response)
        )
    }
}

/// Sends what a browser would send for the scenario, one message after the other, to the server at `port`.
pub(super) fn play(mut scenario: Scenario, port: u16) -> Result<Played> {
    let path = scenario.request.url.clone();
    // Asked across origins; the page is on https, and this machine itself counts as safe.
    scenario.request.url = format!("http://127.0.0.1:{port}{path}");
    scenario.hops = vec![Hop {
        preflight: Some(PreflightAnswer::no_handler()),
        response: None,
    }];
    let trace = judge(&scenario);
    let mut preflight = None;
    if let Some(exchange) = trace.preflights().next() {
        let answer = send(&scenario, exchange, &path, port)?;
        scenario.hops[0].preflight = Some(PreflightAnswer {
            status: answer.status.to_string(),
            headers: answer.headers.clone(),
        });
        preflight = Some(answer);
    }
    let trace = judge(&scenario);
    let mut response = None;
    if let Some(exchange) = trace.requests().next() {
        let answer = send(&scenario, exchange, &path, port)?;
        scenario.hops[0].response = Some(Answer {
            status: answer.status.to_string(),
            headers: answer.headers.clone(),
            body: String::new(),
        });
        response = Some(answer);
    }
    Ok(Played {
        trace: judge(&scenario),
        preflight,
        response,
    })
}

fn judge(scenario: &Scenario) -> Trace {
    evaluate(scenario, &PreflightCache::default())
}

fn send(scenario: &Scenario, exchange: &Exchange, path: &str, port: u16) -> Result<Response> {
    let mut headers = exchange.headers.clone();
    let is_preflight = exchange.method == "OPTIONS" && scenario.request.method != "OPTIONS";
    if !is_preflight && scenario.request.credentials == CredentialsMode::Include {
        headers.push(("Cookie".to_owned(), "session=1".to_owned()));
    }
    let body = match is_preflight {
        true => "",
        false => scenario.request.body.as_deref().unwrap_or_default(),
    };
    let request = Request {
        method: &exchange.method,
        path,
        headers,
        body,
    };
    ask(port, &request)
}
