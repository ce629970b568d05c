//! What holds for every send of every scenario. The fuzz target judges by these as well.

use std::collections::BTreeMap;

use cors_engine::trace::{Choice, ExchangeKind, Outcome, ResponseType, StepOutcome};
use cors_engine::{Rule, Trace};

/// What holds for a send.
///
/// # Errors
/// It does not, and where.
pub(crate) type Law = fn(&Trace) -> Result<(), String>;

pub(crate) const LAWS: &[(&str, Law)] = &[
    (
        "same-origin without redirects never preflights",
        same_origin_without_redirects,
    ),
    (
        "what fails has one failed step with evidence, and it decides",
        one_failed_step,
    ),
    (
        "after a failure nothing is asked or sent",
        nothing_after_a_failure,
    ),
    (
        "a failed preflight means no request at that hop",
        no_request_after_a_failed_preflight,
    ),
    (
        "a preflight is sent where the cache does not cover the request, and only there",
        preflights_where_the_cache_says_no,
    ),
    (
        "script sees what the outcome says, and never Set-Cookie",
        what_script_sees,
    ),
    (
        "only http(s) is sent, preflights have an Origin, and nothing forbidden goes along",
        what_is_sent,
    ),
    ("nobody keeps anything from curl", what_curl_sees),
];

/// Ends a law with what is said, unless the condition holds.
macro_rules! require {
    ($condition:expr, $($what:tt)+) => {
        if !$condition {
            return Err(format!($($what)+));
        }
    };
}

fn same_origin_without_redirects(trace: &Trace) -> Result<(), String> {
    let Some(page) = &trace.page_origin else {
        return Ok(());
    };
    let is_home = matches!(trace.urls.as_slice(), [url] if page.is_same_origin(&url.origin));
    let preflights = trace.preflights().count();
    require!(!is_home || preflights == 0, "{preflights} preflights");
    Ok(())
}

fn one_failed_step(trace: &Trace) -> Result<(), String> {
    let failed: Vec<usize> = (0..trace.steps.len())
        .filter(|index| trace.steps[*index].outcome == StepOutcome::Failed)
        .collect();
    match trace.outcome {
        Outcome::NetworkError | Outcome::ScriptThrows => {
            require!(failed == [trace.deciding], "steps {failed:?} failed");
        }
        Outcome::Invalid => {
            require!(failed.len() == trace.steps.len(), "only {failed:?} failed");
            require!(trace.deciding == 0, "the first problem does not decide");
        }
        _ => require!(failed.is_empty(), "steps {failed:?} failed"),
    }
    for index in failed {
        let evidence = &trace.steps[index].evidence;
        let is_there =
            evidence.field.is_some() || evidence.header.is_some() || evidence.found.is_some();
        require!(is_there, "no evidence: {:?}", trace.steps[index]);
    }
    Ok(())
}

fn nothing_after_a_failure(trace: &Trace) -> Result<(), String> {
    let failed = trace
        .steps
        .iter()
        .position(|step| step.outcome == StepOutcome::Failed);
    let is_missed = |outcome| outcome == StepOutcome::NotReached;
    let Some(failed) = failed.filter(|_| trace.outcome != Outcome::Invalid) else {
        let missed = trace.steps.iter().filter(|step| is_missed(step.outcome));
        require!(missed.count() == 0, "not reached, though nothing failed");
        return Ok(());
    };
    let mut after = trace.steps[failed + 1..].iter();
    require!(
        after.all(|step| is_missed(step.outcome)),
        "steps after the failed one"
    );
    let mut exchanges = trace.exchanges.iter();
    require!(
        exchanges.all(|it| it.after_steps <= failed),
        "messages after the failed step"
    );
    Ok(())
}

fn no_request_after_a_failed_preflight(trace: &Trace) -> Result<(), String> {
    let mut kinds: BTreeMap<usize, Vec<ExchangeKind>> = BTreeMap::new();
    for exchange in &trace.exchanges {
        kinds.entry(exchange.hop).or_default().push(exchange.kind);
    }
    for (hop, kinds) in &kinds {
        let is_last = *hop == trace.urls.len() - 1;
        match kinds.as_slice() {
            [ExchangeKind::Actual] | [ExchangeKind::Preflight, ExchangeKind::Actual] => {}
            // A preflight alone is one that failed, and the end of the chain.
            [ExchangeKind::Preflight] if is_last && trace.outcome == Outcome::NetworkError => {}
            other => return Err(format!("{other:?} at hop {hop}")),
        }
    }
    Ok(())
}

fn preflights_where_the_cache_says_no(trace: &Trace) -> Result<(), String> {
    let sent: Vec<usize> = trace.preflights().map(|it| it.hop).collect();
    let not_covered: Vec<usize> = trace
        .steps_of(Rule::PreflightCached)
        .filter(|step| step.outcome == StepOutcome::Decided(Choice::No))
        .map(|step| step.evidence.hop)
        .collect();
    require!(
        sent == not_covered,
        "preflights at hops {sent:?}, not covered are {not_covered:?}"
    );
    Ok(())
}

fn what_script_sees(trace: &Trace) -> Result<(), String> {
    let is_readable = trace.outcome == Outcome::Readable;
    require!(
        trace.visible.is_some() == is_readable,
        "seen: {:?}",
        trace.visible
    );
    let wanted: &[Option<ResponseType>] = match trace.outcome {
        Outcome::Readable => &[Some(ResponseType::Basic), Some(ResponseType::Cors)],
        Outcome::Opaque => &[Some(ResponseType::Opaque)],
        Outcome::OpaqueRedirect => &[Some(ResponseType::OpaqueRedirect)],
        Outcome::NetworkError => &[Some(ResponseType::Error)],
        Outcome::ScriptThrows | Outcome::Invalid => &[None],
    };
    let wanted = match trace.is_of_browser() {
        true => wanted,
        false => &[None],
    };
    let found = trace.response_type;
    require!(wanted.contains(&found), "response type {found:?}");
    let headers: Vec<&String> = trace
        .visible
        .iter()
        .flat_map(|it| &it.headers)
        .map(|(name, _)| name)
        .collect();
    if !trace.is_of_browser() {
        return Ok(());
    }
    require!(headers.is_sorted(), "not sorted: {headers:?}");
    let is_cookie = |name: &&String| matches!(name.as_str(), "set-cookie" | "set-cookie2");
    require!(!headers.iter().any(is_cookie), "cookies: {headers:?}");
    Ok(())
}

fn what_is_sent(trace: &Trace) -> Result<(), String> {
    let is_sent = !matches!(trace.outcome, Outcome::ScriptThrows | Outcome::Invalid);
    require!(is_sent || trace.exchanges.is_empty(), "something is sent");
    for exchange in &trace.exchanges {
        let is_preflight = exchange.kind == ExchangeKind::Preflight;
        let is_as_preflights_are =
            exchange.method == "OPTIONS" && exchange.header("Origin").is_some();
        require!(!is_preflight || is_as_preflights_are, "{exchange:?}");
        let is_curl = !trace.is_of_browser();
        require!(
            is_curl || exchange.header("Cookie").is_none(),
            "{exchange:?}"
        );
        require!(exchange.url.starts_with("http"), "{exchange:?}");
    }
    Ok(())
}

fn what_curl_sees(trace: &Trace) -> Result<(), String> {
    if trace.is_of_browser() {
        return Ok(());
    }
    require!(trace.page_origin.is_none(), "{:?}", trace.page_origin);
    require!(trace.preflights().count() == 0, "a preflight");
    let answered = trace.exchanges.last().filter(|last| last.reached_server());
    let is_readable = trace.outcome == Outcome::Readable;
    require!(answered.is_some() || !is_readable, "nobody answered");
    if let (Some(last), Some(visible)) = (answered, &trace.visible) {
        require!(visible.headers == last.answer_headers, "{visible:?}");
    }
    Ok(())
}
