//! What can be done where no header helps, and what to look at beside the headers.

use cors_engine::Scenario;
use cors_engine::rules::Rule;
use cors_engine::scenario::{Api, CredentialsMode};
use cors_engine::trace::{ExchangeKind, Message, Trace};

/// Sentences about a scenario that the page cannot read; `alone` if there is no fix to offer.
pub(crate) fn advice(scenario: &Scenario, trace: &Trace, alone: bool) -> Vec<&'static str> {
    let step = trace.deciding_step();
    let mut advice = Vec::new();
    let failed = trace
        .requests()
        .last()
        .and_then(|request| request.status)
        .is_some_and(|status| status >= 400);
    if failed && step.evidence.message == Message::Response {
        advice.push("The server answered with an error. Look into its log first: the missing headers only keep the page from seeing which.");
    }
    if let Some(sentence) =
        of_rule(step.rule).filter(|_| alone || step.rule == Rule::NotMixedContent)
    {
        advice.push(sentence);
    }
    if step.rule == Rule::PreflightStatusOk && is_redirected(trace) {
        advice.push("The preflight was redirected, which no browser follows. Let the page ask the address that the redirect leads to.");
    }
    let has_no_name = trace
        .exchanges
        .last()
        .is_some_and(|it| it.header("Origin") == Some("null"));
    if alone && has_no_name && scenario.request.credentials == CredentialsMode::Include {
        advice.push("This request has no origin to name, and null is everybody's: no header lets it read safely with cookies. Ask from an ordinary page, without the redirect, or without cookies.");
    }
    if alone && advice.is_empty() {
        advice.push(match scenario.request.api {
            Api::Form => "A form leads on to another page; to read the answer, use fetch.",
            Api::Img | Api::Script => "An element shows what it loads, and script learns nothing of it; to read it, set crossorigin, or use fetch.",
            _ => "No header of the server changes this: see the step that decided, and what it needs to pass.",
        });
    }
    advice
}

fn is_redirected(trace: &Trace) -> bool {
    let mut preflights = trace.exchanges.iter();
    preflights.any(|it| {
        it.kind == ExchangeKind::Preflight && it.status.is_some_and(|status| status / 100 == 3)
    })
}

fn of_rule(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::NotMixedContent => {
            "Serve the API over https: a page that came over https may not ask over http."
        }
        Rule::ServerAnswered => {
            "Nobody answered. Check that the server runs, its name, its port and its certificate: CORS has no part in this."
        }
        Rule::PortNotBlocked => {
            "Browsers never connect to this port. Let the server listen on another one."
        }
        Rule::NoProxyAuthentication => "407 is what proxies answer. Let the server answer 401.",
        Rule::LocationWithoutCredentials => {
            "Let the redirect lead to an address without a user name and a password."
        }
        Rule::LocationParses | Rule::LocationSchemeIsHttp => {
            "Let the redirect lead to an address that begins with https://."
        }
        Rule::RedirectsWithin20 => "The redirects do not end: let the page ask the last address.",
        Rule::RequestUrlParses => "Write the whole address, with https:// in front.",
        Rule::RequestUrlWithoutCredentials => {
            "Take user name and password out of the address, and send them in Authorization."
        }
        _ => return None,
    })
}
