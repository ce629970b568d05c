//! Judges a scenario: problems first, then one fetch for each send.

mod not_reached;
mod problems;

use alloc::vec::Vec;

use crate::cors_preflight_cache::PreflightCache;
use crate::fetch_api::{Client, make_request};
use crate::fetching::filtered_response::visible;
use crate::fetching::main_fetch::{Recursive, main_fetch};
use crate::fetching::{FetchParams, Response};
use crate::origin::{Origin, url_parts};
use crate::rules::Rule;
use crate::scenario::{Api, Hop, Profile, Scenario, ScenarioRequest};
use crate::trace::{
    Choice, Outcome, Recorder, ResponseType, StepOutcome, Trace, UrlParts, Visible,
};
use crate::url::Url;

/// Says what the browser does with a scenario, given what earlier preflights allowed.
///
/// Total: whatever is typed gives a trace. Bad input is a step in it. `cache` stays as it is; the
/// trace carries what becomes of it.
pub fn evaluate(scenario: &Scenario, cache: &PreflightCache) -> Trace {
    let (client, problems) = problems::problems(scenario);
    let Some(client) = client.filter(|_| problems.steps.is_empty()) else {
        return invalid(scenario, cache, problems);
    };
    let mut first = evaluate_send(
        scenario,
        &client,
        0,
        (&scenario.request, &scenario.hops),
        cache.clone(),
    );
    for (index, further) in scenario.then.iter().enumerate() {
        let mut cache = first.then.last().unwrap_or(&first).cache.clone();
        cache.wait(u64::from(further.wait_s));
        let send = (&further.request, further.hops.as_slice());
        let trace = evaluate_send(scenario, &client, index + 1, send, cache);
        first.then.push(trace);
    }
    first
}

/// One send: its request and the answers to it.
type Send<'a> = (&'a ScenarioRequest, &'a [Hop]);

fn evaluate_send(
    scenario: &Scenario,
    client: &Client,
    number: usize,
    (scenario_request, hops): Send,
    mut cache: PreflightCache,
) -> Trace {
    let mut recorder = Recorder::new(number);
    // Nobody judges curl, so the judge makes no difference.
    let profile = match scenario_request.api {
        Api::Curl => Profile::Standard,
        _ => scenario.profile,
    };
    let Ok(request) = make_request(&mut recorder, client, profile, scenario_request) else {
        let urls = url_of_request(client, scenario_request)
            .into_iter()
            .collect();
        // Elements throw nothing: script gets an error event, if it listens.
        let outcome = match scenario_request.api {
            Api::Fetch | Api::Xhr => Outcome::ScriptThrows,
            Api::Img | Api::Script | Api::Form | Api::Curl => Outcome::NetworkError,
        };
        return finish(recorder, client, outcome, None, urls, cache);
    };
    let mut params = FetchParams {
        request,
        hops,
        proxy: client.proxy.as_ref(),
        profile,
        cache: &mut cache,
        trace: &mut recorder,
    };
    let response = main_fetch(&mut params, Recursive::No);
    if !params.profile.caches_for_null() {
        params.cache.forget_null();
    }
    let request = params.request;
    let urls = request.url_list.iter().map(url_parts).collect();
    let (outcome, response) = match response {
        Ok(response) => (outcome_of(&response), Some(response)),
        Err(_) => {
            not_reached::list(&mut recorder, profile, &request);
            (Outcome::NetworkError, None)
        }
    };
    finish(recorder, client, outcome, response, urls, cache)
}

/// What becomes of a response that is no network error.
fn outcome_of(response: &Response) -> Outcome {
    match response.response_type {
        Some(ResponseType::Opaque) => Outcome::Opaque,
        Some(ResponseType::OpaqueRedirect) => Outcome::OpaqueRedirect,
        _ => Outcome::Readable,
    }
}

fn finish(
    recorder: Recorder,
    client: &Client,
    outcome: Outcome,
    response: Option<Response>,
    urls: Vec<UrlParts>,
    cache: PreflightCache,
) -> Trace {
    let is_of_browser = !matches!(
        recorder.steps.first(),
        Some(step) if step.rule == Rule::ClientIsBrowser
    );
    let response_type = match (outcome, &response) {
        _ if !is_of_browser => None,
        (Outcome::ScriptThrows | Outcome::Invalid, _) => None,
        (_, Some(response)) => response.response_type,
        (_, None) => Some(ResponseType::Error),
    };
    let visible = response
        .filter(|_| outcome == Outcome::Readable)
        .map(|response| match is_of_browser {
            true => visible(&response),
            false => Visible {
                status: response.status,
                headers: response.header_list.into_lines(),
                body: response.body,
            },
        });
    Trace {
        send: recorder.send,
        outcome,
        response_type,
        page_origin: is_of_browser.then(|| client.origin.clone()),
        urls,
        deciding: deciding(&recorder, response_type),
        exchanges: recorder.exchanges,
        visible,
        steps: recorder.steps,
        cache,
        then: Vec::new(),
    }
}

/// The step that decided: the one that failed; else the one that made the response what it is.
fn deciding(recorder: &Recorder, response_type: Option<ResponseType>) -> usize {
    let steps = &recorder.steps;
    let last = |is_it: &dyn Fn(Rule, StepOutcome) -> bool| {
        steps
            .iter()
            .rposition(|step| is_it(step.rule, step.outcome))
    };
    let decided_no = StepOutcome::Decided(Choice::No);
    let found = steps
        .iter()
        .position(|step| step.outcome == StepOutcome::Failed)
        .or_else(|| last(&|rule, _| rule == Rule::ClientIsBrowser))
        .or_else(|| match response_type {
            Some(ResponseType::Basic) => {
                last(&|rule, _| matches!(rule, Rule::SameOrigin | Rule::DataUrlReadable))
            }
            Some(ResponseType::Opaque) => last(&|rule, outcome| {
                outcome == decided_no && matches!(rule, Rule::ResponseVisible | Rule::SameOrigin)
            }),
            Some(ResponseType::OpaqueRedirect) => {
                last(&|rule, _| rule == Rule::RedirectModeFollows)
            }
            _ => last(&|_, outcome| outcome == StepOutcome::Passed),
        });
    found.unwrap_or_default()
}

fn url_of_request(client: &Client, request: &ScenarioRequest) -> Option<UrlParts> {
    client.url.join(&request.url).map(|url| url_parts(&url))
}

/// The trace of a scenario with problems: they are all in it, and nothing is sent.
fn invalid(scenario: &Scenario, cache: &PreflightCache, problems: Recorder) -> Trace {
    let page = Url::parse(&scenario.page.url);
    let url = page
        .as_ref()
        .and_then(|page| page.join(&scenario.request.url));
    let page_of_request = page.as_ref().filter(|_| scenario.request.api != Api::Curl);
    let page_origin = page_of_request.map(|page| match scenario.page.opaque {
        true => Origin::Opaque,
        false => Origin::of_url(page),
    });
    Trace {
        send: 0,
        outcome: Outcome::Invalid,
        response_type: None,
        page_origin,
        urls: url.iter().map(url_parts).collect(),
        exchanges: Vec::new(),
        visible: None,
        steps: problems.steps,
        deciding: 0,
        cache: cache.clone(),
        then: Vec::new(),
    }
}
