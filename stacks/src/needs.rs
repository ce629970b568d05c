//! What a scenario's page needs: read off what the engine would send for it.

use cors_engine::cut::cut_before;
use cors_engine::infrastructure::methods::normalize;
use cors_engine::origin::Origin;
use cors_engine::scenario::{
    Api as Client, CredentialsMode, Hop, PreflightAnswer, Scenario, ScenarioRequest,
};
use cors_engine::trace::Trace;
use cors_engine::{PreflightCache, evaluate};

use crate::names::{add, is_worth_exposing, listed};
use crate::policy::{Api, Origins, Policy};

const REQUEST_HEADERS: &str = "Access-Control-Request-Headers";

impl Policy {
    /// What the first server of a scenario has to allow so that the page can read all its answers.
    ///
    /// - A page of an opaque origin is allowed as any page is: to allow `null` would be to trust every
    ///   sandboxed frame.
    /// - Response headers are exposed where script could want them; which it reads, a scenario does not say.
    pub fn of(scenario: &Scenario) -> Policy {
        let further = scenario.then.iter().map(|send| (&send.request, &send.hops));
        let sends = std::iter::once((&scenario.request, &scenario.hops)).chain(further);
        let mut policy = Policy {
            origins: Origins::Only(Vec::new()),
            methods: Vec::new(),
            headers: Vec::new(),
            exposed: Vec::new(),
            credentials: false,
            max_age: Policy::MAX_AGE,
            api: None,
        };
        for (request, hops) in sends {
            let trace = alone(scenario, request);
            policy.credentials |= request.credentials == CredentialsMode::Include;
            add_method(&mut policy.methods, request, &trace);
            add_headers(&mut policy.headers, request, &trace);
            add_exposed(&mut policy.exposed, hops);
            policy.api = policy.api.or_else(|| api(&trace));
            if let Some(origin) = &trace.page_origin {
                policy.origins = origins(origin, policy.credentials);
            }
        }
        policy
    }
}

/// The trace of one request, for which no earlier preflight speaks.
fn alone(scenario: &Scenario, request: &ScenarioRequest) -> Trace {
    let mut alone = scenario.clone();
    alone.request = request.clone();
    // It has no origin; asked about it, a page that does the same is meant.
    if request.api == Client::Curl {
        alone.request.api = Client::Fetch;
    }
    alone.hops = vec![Hop {
        preflight: Some(PreflightAnswer::no_handler()),
        ..Hop::default()
    }];
    alone.then.clear();
    evaluate(&alone, &PreflightCache::default())
}

fn origins(page: &Origin, credentials: bool) -> Origins {
    match page {
        Origin::Opaque if !credentials => Origins::Any,
        page => Origins::Only(vec![page.serialize()]),
    }
}

fn add_method(methods: &mut Vec<String>, request: &ScenarioRequest, trace: &Trace) {
    let asked_for = trace
        .preflights()
        .next()
        .and_then(|it| it.header("Access-Control-Request-Method"));
    let method = asked_for.map_or_else(|| normalize(&request.method), str::to_owned);
    // Methods differ by case.
    if !methods.contains(&method) {
        methods.push(method);
    }
}

fn add_headers(names: &mut Vec<String>, request: &ScenarioRequest, trace: &Trace) {
    let asked_for = trace.preflights().next();
    let asked_for = asked_for.and_then(|it| it.header(REQUEST_HEADERS));
    for name in listed(asked_for.unwrap_or_default()) {
        let mut typed = request.headers.iter().map(|(name, _)| name.as_str());
        let typed = typed.find(|typed| typed.eq_ignore_ascii_case(name));
        add(names, typed.unwrap_or(name));
    }
}

/// Script reads the answer at the end of the redirect chain.
fn add_exposed(names: &mut Vec<String>, hops: &[Hop]) {
    let Some(answer) = hops.last().and_then(|hop| hop.response.as_ref()) else {
        return;
    };
    for (name, value) in &answer.headers {
        if is_worth_exposing(name) {
            add(names, name);
        }
        if name.eq_ignore_ascii_case("Access-Control-Expose-Headers") {
            listed(value)
                .filter(|name| is_worth_exposing(name) && *name != "*")
                .for_each(|name| add(names, name));
        }
    }
}

fn api(trace: &Trace) -> Option<Api> {
    let mut exchanges = trace.exchanges.iter();
    let (target, path) = match exchanges.next().and_then(|it| it.forwarded_to.as_ref()) {
        Some(url) => parts(url)?,
        None => {
            let url = trace.urls.first()?;
            (url.origin.serialize(), url.rest.as_str())
        }
    };
    let path = cut_before(path, b"?#").0;
    let first = cut_before(path.strip_prefix('/').unwrap_or_default(), b"/").0;
    Some(Api {
        target,
        prefix: format!("/{first}"),
    })
}

/// Origin and rest of a serialized address.
fn parts(url: &str) -> Option<(String, &str)> {
    let (scheme, after) = url.split_once("://")?;
    let (host, rest) = cut_before(after, b"/");
    Some((format!("{scheme}://{host}"), rest))
}
