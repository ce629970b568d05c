//! [HTTP-network-or-cache fetch](https://fetch.spec.whatwg.org/#http-network-or-cache-fetch), with the scenario's servers as the network.

use alloc::string::{String, ToString};

use super::http_redirect_fetch::{LOCATION, location_finding};
use super::{FetchParams, Response};
use crate::http_extensions::origin_header::append_a_request_origin_header;
use crate::infrastructure::headers::{HeaderList, SetBy};
use crate::infrastructure::statuses::status_from_text;
use crate::number;
use crate::rules::Rule;
use crate::scenario::{Answer, Api, Field, HeaderLines, PreflightAnswer};
use crate::trace::{Choice, ExchangeKind, Failure, Finding, Recorder};

/// What is sent: the request itself, or its preflight with these headers.
#[derive(Clone, Debug)]
pub(crate) enum Sent {
    Actual,
    Preflight(HeaderList),
}

/// Runs [HTTP-network-or-cache fetch](https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch).
///
/// NOT MODELLED: HTTP caches, cookies, authentication entries and proxies, so the network always answers.
///
/// # Errors
/// No server answered.
pub(crate) fn http_network_or_cache_fetch(
    params: &mut FetchParams,
    sent: Sent,
) -> Result<Response, Failure> {
    let request = &params.request;
    let (kind, answer, method, mut header_list) = match sent {
        Sent::Actual => (
            ExchangeKind::Actual,
            actual_answer(params),
            request.method.clone(),
            request.header_list.clone(),
        ),
        Sent::Preflight(header_list) => (
            ExchangeKind::Preflight,
            preflight_answer(params),
            "OPTIONS".to_string(),
            header_list,
        ),
    };
    if request.api == Api::Curl {
        if request.body.is_some() && !header_list.contains("Content-Type") {
            let urlencoded = "application/x-www-form-urlencoded";
            header_list.append("Content-Type", urlencoded, SetBy::Protocol);
        }
        if request.is_elsewhere {
            header_list.delete(&is_for_first_server);
        }
    } else {
        // 8.12. Append a request `Origin` header: to what is sent, for every hop has one of its own.
        append_a_request_origin_header(params.trace, params.profile, request, &mut header_list);
    }
    let urls = (
        request.current_url().as_str().to_string(),
        forwarded_to(params).filter(|_| answer.is_some()),
    );
    params
        .trace
        .sent(kind, urls, method, header_list.into_lines());

    // HTTP-network fetch: the scenario answers.
    let Some(answer) = answer else {
        return Err(fail_to_connect(params));
    };
    params
        .trace
        .answered(answer.status, answer.header_list.clone().into_lines());
    let finding = Finding::made(&number::write(answer.status)).field(answer.field);
    params.trace.pass(Rule::ServerAnswered, finding.clone());
    // 15. A proxy's 407. NOT MODELLED: the prompt for a password, after which the standard asks anew.
    if params.profile.refuses_407() {
        let is_other = Choice::from(answer.status != 407);
        params
            .trace
            .require(Rule::NoProxyAuthentication, is_other, finding)?;
    }
    if params.profile.refuses_different_locations() {
        refuse_different_locations(params.trace, &answer.header_list)?;
    }
    Ok(Response {
        status: answer.status,
        header_list: answer.header_list,
        body: answer.body,
        response_type: None,
    })
}

/// curl tells nobody else what it was told to tell the server that it asked first.
///
/// NOT MODELLED: a `Host` header also goes to another port of that host.
fn is_for_first_server(name: &str) -> bool {
    let names = ["Authorization", "Cookie", "Host"];
    names.iter().any(|it| it.eq_ignore_ascii_case(name))
}

/// Where the page's own server, if it is asked and is a development proxy, asks in turn.
fn forwarded_to(params: &FetchParams) -> Option<String> {
    let url = params.request.current_url();
    let is_asked = url.is_same_server(&params.request.client_url);
    let proxy = params.proxy.filter(|_| is_asked)?;
    // Its path is the slash with which the other one begins.
    let server = proxy.as_str().strip_suffix('/')?;
    Some([server, url.path_and_query()].concat())
}

/// DIFFERS(chromium): lines that contradict each other spoil an answer of any status.
fn refuse_different_locations(trace: &mut Recorder, headers: &HeaderList) -> Result<(), Failure> {
    let mut lines = headers.all(LOCATION);
    let first = lines.next();
    match lines.any(|line| first.is_some_and(|first| first.value != line.value)) {
        true => Err(trace.fail(Rule::LocationParses, location_finding(headers))),
        false => Ok(()),
    }
}

/// Evidence is the answer that is none; where the chain is longer than the scenario, what led there.
fn fail_to_connect(params: &mut FetchParams) -> Failure {
    let hop = params.trace.hop;
    let field = match params.hops.get(hop) {
        Some(_) => Some(Field::Response(hop)),
        None => params.request.url_field,
    };
    let finding = Finding::none().field(field).wanted("an answer");
    params.trace.fail(Rule::ServerAnswered, finding)
}

/// An answer of the scenario, read.
struct NetworkAnswer {
    status: u16,
    header_list: HeaderList,
    body: String,
    field: Option<Field>,
}

fn actual_answer(params: &FetchParams) -> Option<NetworkAnswer> {
    let hop = params.trace.hop;
    let Answer {
        status,
        headers,
        body,
    }: &Answer = params.hops.get(hop)?.response.as_ref()?;
    Some(NetworkAnswer {
        status: usable_status(status),
        header_list: HeaderList::of_lines(headers, |line| Field::ResponseHeader(hop, line)),
        body: body.clone(),
        field: Some(Field::ResponseStatus(hop)),
    })
}

/// A scenario without a preflight answer has a server without an OPTIONS handler. One without a
/// connection has none for preflights either.
fn preflight_answer(params: &FetchParams) -> Option<NetworkAnswer> {
    let hop = params.trace.hop;
    let scenario_hop = params.hops.get(hop)?;
    let default = PreflightAnswer::no_handler();
    let (answer, field) = match &scenario_hop.preflight {
        Some(answer) => (answer, Some(Field::PreflightStatus(hop))),
        None if scenario_hop.response.is_none() => return None,
        None => (&default, Some(Field::Preflight(hop))),
    };
    Some(NetworkAnswer {
        status: usable_status(&answer.status),
        header_list: lines_of_preflight(&answer.headers, hop),
        body: String::new(),
        field,
    })
}

fn lines_of_preflight(headers: &HeaderLines, hop: usize) -> HeaderList {
    HeaderList::of_lines(headers, |line| Field::PreflightHeader(hop, line))
}

fn usable_status(text: &str) -> u16 {
    status_from_text(text).expect("a scenario with another status is invalid, and never fetched")
}
