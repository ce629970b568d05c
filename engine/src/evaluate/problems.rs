//! What no page and no server can do: the problems of a scenario, all at once.

use crate::fetch_api::Client;
use crate::fetch_api::curl::whole_url;
use crate::infrastructure::headers::{
    is_header_name, is_header_value, normalize, position_of_no_token,
};
use crate::infrastructure::methods::is_method;
use crate::infrastructure::statuses::{is_redirect_status, status_from_text};
use crate::number;
use crate::origin::Origin;
use crate::rules::Rule;
use crate::scenario::{
    Answer, Api, CredentialsMode, Field, HeaderLines, Hop, MOST_HOPS, MOST_LINES, MOST_SENDS, Mode,
    RedirectMode, Scenario, ScenarioRequest,
};
use crate::trace::{Finding, Message, Recorder};
use crate::url::{Url, has_unicode_host};

/// Reads the page, and records every problem of the scenario as a failed step.
pub(super) fn problems(scenario: &Scenario) -> (Option<Client>, Recorder) {
    let mut trace = Recorder::new(0);
    let client = read_page(&mut trace, scenario);
    if scenario.then.len() > MOST_SENDS {
        too_many(&mut trace, scenario.then.len(), MOST_SENDS, None);
    }
    check_send(
        &mut trace,
        client.as_ref(),
        &scenario.request,
        &scenario.hops,
    );
    for (index, further) in scenario.then.iter().enumerate() {
        trace.send = index + 1;
        check_send(&mut trace, client.as_ref(), &further.request, &further.hops);
    }
    (client, trace)
}

fn read_page(trace: &mut Recorder, scenario: &Scenario) -> Option<Client> {
    let text = &scenario.page.url;
    if has_unicode_host(None, text) {
        trace.fail(Rule::HostIsAscii, Finding::at(Field::PageUrl, text));
        return None;
    }
    let usable =
        Url::parse(text).filter(|url| matches!(url.scheme(), "http" | "https" | "file" | "data"));
    let Some(url) = usable else {
        trace.fail(Rule::PageUrlUsable, Finding::at(Field::PageUrl, text));
        return None;
    };
    let origin = match scenario.page.opaque {
        true => Origin::Opaque,
        false => Origin::of_url(&url),
    };
    let proxy = read_proxy(trace, &scenario.page.proxy, &url);
    Some(Client { url, origin, proxy })
}

/// A page's server forwards to another server's origin, whatever the page's own origin is: in a
/// sandboxed frame a page comes from the same server. A page from a file has no server.
fn read_proxy(trace: &mut Recorder, text: &str, page: &Url) -> Option<Url> {
    if text.is_empty() {
        return None;
    }
    let finding = Finding::at(Field::PageProxy, text);
    if has_unicode_host(None, text) {
        trace.fail(Rule::HostIsAscii, finding);
        return None;
    }
    let is_usable = |url: &Url| {
        let is_origin = url.rest() == "/" && !url.includes_credentials();
        is_origin && url.is_http() && page.is_http() && !url.is_same_server(page)
    };
    let url = Url::parse(text).filter(is_usable);
    if url.is_none() {
        trace.fail(Rule::ProxyUsable, finding);
    }
    url
}

fn check_send(
    trace: &mut Recorder,
    client: Option<&Client>,
    request: &ScenarioRequest,
    hops: &[Hop],
) {
    trace.hop = 0;
    trace.message = Message::Request;
    if client.is_some_and(|client| has_unicode_host(Some(&client.url), &request.url)) {
        let finding = Finding::at(Field::RequestUrl, &request.url);
        trace.fail(Rule::HostIsAscii, finding);
    }
    check_combination(trace, request);
    if request.api == Api::Curl {
        check_lines(trace, &request.headers, &Field::RequestHeader);
    } else if request.headers.len() > MOST_LINES {
        let first_over = Some(Field::RequestHeader(MOST_LINES));
        too_many(trace, request.headers.len(), MOST_LINES, first_over);
    }
    if hops.len() > MOST_HOPS {
        too_many(
            trace,
            hops.len(),
            MOST_HOPS,
            Some(Field::Response(MOST_HOPS)),
        );
    }
    for (index, hop) in hops.iter().enumerate() {
        trace.hop = index;
        check_hop(trace, index, hop);
    }
}

fn check_hop(trace: &mut Recorder, index: usize, hop: &Hop) {
    if let Some(answer) = &hop.preflight {
        trace.message = Message::Preflight;
        check_status(trace, Field::PreflightStatus(index), &answer.status);
        let field = |line| Field::PreflightHeader(index, line);
        check_lines(trace, &answer.headers, &field);
    }
    if let Some(answer) = &hop.response {
        trace.message = Message::Response;
        check_status(trace, Field::ResponseStatus(index), &answer.status);
        let field = |line| Field::ResponseHeader(index, line);
        check_lines(trace, &answer.headers, &field);
        check_locations(trace, answer, &field);
    }
}

fn check_status(trace: &mut Recorder, field: Field, status: &str) {
    if status_from_text(status).is_none() {
        let finding = Finding::at(field, status).wanted("200 to 999");
        trace.fail(Rule::StatusInRange, finding);
    }
}

/// The lines of a message as it is on the wire.
fn check_lines(trace: &mut Recorder, lines: &HeaderLines, field: &dyn Fn(usize) -> Field) {
    if lines.len() > MOST_LINES {
        too_many(trace, lines.len(), MOST_LINES, Some(field(MOST_LINES)));
    }
    for (index, (name, value)) in lines.iter().enumerate() {
        if !is_header_name(name) {
            let position = position_of_no_token(name);
            let finding = Finding::at(field(index), name).byte(position);
            trace.fail(Rule::AnswerHeaderNameIsToken, finding);
        }
        if !is_header_value(normalize(value)) {
            let finding = Finding::at(field(index), value).header(name);
            trace.fail(Rule::AnswerHeaderValueValid, finding);
        }
    }
}

/// Only a redirect's `Location` is read.
fn check_locations(trace: &mut Recorder, answer: &Answer, field: &dyn Fn(usize) -> Field) {
    if !status_from_text(&answer.status).is_some_and(is_redirect_status) {
        return;
    }
    let base = Url::parse("https://base.example/").expect("a literal that parses");
    for (index, (name, value)) in answer.headers.iter().enumerate() {
        if name.eq_ignore_ascii_case("Location") && has_unicode_host(Some(&base), value) {
            let finding = Finding::at(field(index), value).header(name);
            trace.fail(Rule::HostIsAscii, finding);
        }
    }
}

fn too_many(trace: &mut Recorder, found: usize, most: usize, field: Option<Field>) {
    let finding = Finding::made(&number::write(found as u64))
        .wanted(&alloc::format!("at most {most}"))
        .field(field);
    trace.fail(Rule::WithinLimits, finding);
}

/// What a page can combine: SCENARIO, the fields of the request.
fn check_combination(trace: &mut Recorder, request: &ScenarioRequest) {
    let mut refuse = |field, found: &str, wanted: &str| {
        trace.fail(
            Rule::RequestPossible,
            Finding::at(field, found).wanted(wanted),
        );
    };
    let api = request.api;
    let (mode, credentials) = (request.mode, request.credentials);
    let is_shown_to_curl = api == Api::Curl && request.redirect == RedirectMode::Manual;
    if api != Api::Fetch && request.redirect != RedirectMode::Follow && !is_shown_to_curl {
        refuse(
            Field::RequestRedirect,
            request.redirect.as_str(),
            "follow, or fetch()",
        );
    }
    if api != Api::Xhr && request.upload_listener {
        refuse(Field::RequestUploadListener, "true", "an XMLHttpRequest");
    }
    match api {
        Api::Fetch => {}
        Api::Xhr => {
            if mode != Mode::Cors {
                refuse(Field::RequestMode, mode.as_str(), "cors");
            }
            if credentials == CredentialsMode::Omit {
                refuse(Field::RequestCredentials, "omit", "same-origin or include");
            }
        }
        Api::Img | Api::Script => {
            if mode == Mode::SameOrigin {
                refuse(Field::RequestMode, mode.as_str(), "no-cors or cors");
            }
            if mode == Mode::NoCors && credentials != CredentialsMode::Include {
                refuse(Field::RequestCredentials, credentials.as_str(), "include");
            }
            if mode == Mode::Cors && credentials == CredentialsMode::Omit {
                refuse(Field::RequestCredentials, "omit", "same-origin or include");
            }
            if !request.method.eq_ignore_ascii_case("GET") {
                refuse(Field::RequestMethod, &request.method, "GET");
            }
            if let Some((name, _)) = request.headers.first() {
                refuse(Field::RequestHeader(0), name, "no header");
            }
            if request.body.is_some() {
                refuse(Field::RequestBody, "a body", "no body");
            }
        }
        Api::Form => check_form(&mut refuse, request),
        Api::Curl => {
            check_curl(&mut refuse, request);
            if whole_url(&request.url).is_none() {
                let finding = Finding::at(Field::RequestUrl, &request.url);
                trace.fail(Rule::CurlUrlWhole, finding);
            }
        }
    }
}

/// curl has no page, so it has nothing that is about one.
fn check_curl(refuse: &mut impl FnMut(Field, &str, &str), request: &ScenarioRequest) {
    let (mode, credentials) = (request.mode, request.credentials);
    for (is_fine, field, found, wanted) in [
        (
            mode == Mode::Cors,
            Field::RequestMode,
            mode.as_str(),
            "cors",
        ),
        (
            credentials == CredentialsMode::Omit,
            Field::RequestCredentials,
            credentials.as_str(),
            "omit",
        ),
        (
            is_method(&request.method),
            Field::RequestMethod,
            &request.method,
            "one word",
        ),
    ] {
        if !is_fine {
            refuse(field, found, wanted);
        }
    }
}

fn check_form(refuse: &mut impl FnMut(Field, &str, &str), request: &ScenarioRequest) {
    if request.mode != Mode::NoCors {
        refuse(Field::RequestMode, request.mode.as_str(), "no-cors");
    }
    if request.credentials != CredentialsMode::Include {
        refuse(
            Field::RequestCredentials,
            request.credentials.as_str(),
            "include",
        );
    }
    if !matches!(request.method.to_ascii_uppercase().as_str(), "GET" | "POST") {
        refuse(Field::RequestMethod, &request.method, "GET or POST");
    }
    for (index, (name, value)) in request.headers.iter().enumerate() {
        let is_enctype = matches!(
            value.as_str(),
            "application/x-www-form-urlencoded" | "multipart/form-data" | "text/plain"
        );
        if index > 0 || !name.eq_ignore_ascii_case("Content-Type") || !is_enctype {
            refuse(
                Field::RequestHeader(index),
                name,
                "one Content-Type that forms have",
            );
        }
    }
}
