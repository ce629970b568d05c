//! The messages: each with its CORS header lines, and how far it gets.

use std::borrow::Cow;

use cors_engine::Scenario;
use cors_engine::infrastructure::statuses::reason_phrase;
use cors_engine::scenario::{Api, CredentialsMode, HeaderLines};
use cors_engine::trace::{Exchange, ExchangeKind, Message, Outcome, Step, StepOutcome, Trace};

use super::{Client, LineView, Lit, MessageView, Reach, Travel, What};
use crate::view::StepName;
use crate::view::verdict::server_says;

/// A message with nothing in it yet.
fn message(travel: Travel, reach: Reach, title: Cow<'static, str>) -> MessageView {
    MessageView {
        travel,
        server: 0,
        third_party: 0,
        reach,
        title,
        lines: Vec::new(),
        folded: Vec::new(),
        cookies: None,
        note: None,
    }
}

pub(super) fn call(scenario: &Scenario) -> What {
    let title = match scenario.request.api {
        Api::Fetch => "fetch()",
        Api::Xhr => "xhr.send()",
        Api::Img => "<img>",
        Api::Script => "<script>",
        Api::Form => "<form>",
        Api::Curl => "curl",
    };
    What::Message(message(Travel::PageToBrowser, Reach::Arrives, title.into()))
}

/// A method and an address without its origin, which stands above the lifeline.
fn first_line(trace: &Trace, exchange: &Exchange, method: &str) -> Cow<'static, str> {
    let rest = trace.urls.get(exchange.hop).map_or("", |url| &url.rest);
    format!("{method} {rest}").into()
}

pub(super) fn request_message(
    scenario: &Scenario,
    trace: &Trace,
    exchange: &Exchange,
) -> MessageView {
    let title = first_line(trace, exchange, &exchange.method);
    let mut message = message(Travel::BrowserToServer, Reach::Arrives, title);
    add_lines(&mut message, &exchange.headers);
    message.cookies = Some(match (exchange.kind, scenario.request.credentials) {
        (ExchangeKind::Preflight, _) => "cookies: none, a preflight has none",
        _ if scenario.request.api == Api::Curl => "cookies: none but those that are typed",
        (_, CredentialsMode::Omit) => "cookies: none (omit)",
        (_, CredentialsMode::SameOrigin) => "cookies: only to the same origin",
        (_, CredentialsMode::Include) => "cookies: all that SameSite lets pass",
    });
    match exchange.status {
        None => {
            message.reach = Reach::Fails;
            message.note = Some("no server answered");
        }
        Some(status) if exchange.kind == ExchangeKind::Actual => {
            message.note = Some(match server_says(status, &exchange.method) {
                ("Ran", detail) if detail.ends_with("data") => "handler ran; may have changed data",
                ("Ran", _) => "handler ran",
                _ if leads_on(exchange) => "answered with a redirect",
                _ => "only the server knows what it did",
            });
        }
        Some(_) => {}
    }
    message
}

fn leads_on(exchange: &Exchange) -> bool {
    let mut lines = exchange.answer_headers.iter();
    matches!(exchange.status, Some(301 | 302 | 303 | 307 | 308))
        && lines.any(|(name, _)| name.eq_ignore_ascii_case("Location"))
}

/// The lines that matter to CORS are shown, the rest is folded.
fn add_lines(message: &mut MessageView, headers: &HeaderLines) {
    for (name, value) in headers {
        let text = format!("{name}: {value}");
        match matters(name) {
            true => message.lines.push(line(text, Lit::No)),
            false => message.folded.push(text),
        }
    }
}

fn line(text: String, lit: Lit) -> LineView {
    LineView {
        text,
        lit,
        goes_to: None,
    }
}

/// The headers that the CORS protocol reads or writes, and the one that names the body.
fn matters(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("access-control-")
        || matches!(
            name.as_str(),
            "origin" | "authorization" | "content-type" | "location" | "vary"
        )
}

/// What a page's own server asks a third party in the browser's stead, or what that answers. Both are
/// as they are between browser and server, so their lines are not shown again.
pub(super) fn forwarded(trace: &Trace, exchange: &Exchange, travel: Travel) -> MessageView {
    let title = match travel {
        Travel::ThirdPartyToServer => status_line(exchange.status.unwrap_or_default()).into(),
        _ => first_line(trace, exchange, &exchange.method),
    };
    message(travel, Reach::Arrives, title)
}

/// A status and what it is called.
pub(crate) fn status_line(status: u16) -> String {
    match reason_phrase(status) {
        "" => status.to_string(),
        phrase => format!("{status} {phrase}"),
    }
}

/// The answer to a request. Those of `steps` from `from` to `to` are about it, and number `focus` is
/// looked at.
pub(super) fn answer_message(
    exchange: &Exchange,
    steps: &[Step],
    (from, to): (usize, usize),
    focus: usize,
) -> Option<MessageView> {
    let status = exchange.status?;
    let title = status_line(status).into();
    let mut message = message(Travel::ServerToBrowser, Reach::Arrives, title);
    add_lines(&mut message, &exchange.answer_headers);
    for index in from..to {
        let step = &steps[index];
        if !matches!(
            step.evidence.message,
            Message::Preflight | Message::Response
        ) {
            continue;
        }
        let lit = match step.outcome {
            StepOutcome::Failed => Lit::Guilty,
            _ if index == focus => Lit::LookedAt,
            _ => Lit::No,
        };
        if lit == Lit::Guilty {
            message.reach = Reach::Withheld;
        }
        light(&mut message, step, lit, StepName::of(steps, index));
    }
    Some(message)
}

/// Lights the line that a step is about; one whose absence decided is added.
fn light(message: &mut MessageView, step: &Step, lit: Lit, name: StepName) {
    let Some(header) = &step.evidence.header else {
        return;
    };
    if step.evidence.found.is_none() {
        if lit == Lit::Guilty {
            let mut line = line(header.clone(), Lit::Missing);
            line.goes_to = Some(name);
            message.lines.push(line);
        }
        return;
    }
    let is_asked = step.outcome != StepOutcome::NotReached && !step.is_routine();
    for line in &mut message.lines {
        let name_of_line = line.text.get(..header.len()).unwrap_or_default();
        let is_it = name_of_line.eq_ignore_ascii_case(header)
            && line.text.as_bytes().get(header.len()) == Some(&b':');
        if is_it && is_asked {
            line.goes_to = Some(name);
        }
        if is_it && lit != Lit::No {
            line.lit = lit;
        }
    }
}

/// The request that a failed preflight kept back.
pub(super) fn never_sent(trace: &Trace) -> Option<MessageView> {
    let preflight = trace
        .exchanges
        .last()
        .filter(|last| last.kind == ExchangeKind::Preflight)?;
    let method = preflight.header("Access-Control-Request-Method")?;
    let title = first_line(trace, preflight, method);
    let mut message = message(Travel::BrowserToServer, Reach::NeverSent, title);
    message.server = super::lifeline(trace, preflight);
    message.note = Some("never sent");
    Some(message)
}

pub(super) fn result(trace: &Trace, client: Client) -> What {
    let (reach, title) = match trace.outcome {
        Outcome::Readable if client == Client::Curl => (Reach::Arrives, "the answer".into()),
        Outcome::NetworkError if client == Client::Curl => (Reach::Fails, "an error".into()),
        Outcome::Readable => {
            let status = trace.visible.as_ref().map_or(0, |visible| visible.status);
            (Reach::Arrives, Cow::from(format!("Response, {status}")))
        }
        Outcome::Opaque | Outcome::OpaqueRedirect => (Reach::Arrives, "opaque Response".into()),
        Outcome::NetworkError => (Reach::Fails, "TypeError".into()),
        Outcome::ScriptThrows => (Reach::Fails, "exception".into()),
        Outcome::Invalid => (Reach::Fails, "".into()),
    };
    What::Message(message(Travel::BrowserToPage, reach, title))
}
