//! The messages: each with its CORS header lines, and how far it gets.

use std::borrow::Cow;

use cors_engine::Scenario;
use cors_engine::infrastructure::statuses::reason_phrase;
use cors_engine::scenario::Api;
use cors_engine::trace::{Exchange, ExchangeKind, Message, Outcome, Step, StepOutcome, Trace};

use super::{ExchangeRow, LineView, MessageView, Reach, Travel};
use crate::view::verdict::server_says;

pub(super) fn call(scenario: &Scenario) -> ExchangeRow {
    let request = &scenario.request;
    let title = match request.api {
        Api::Fetch => "fetch()",
        Api::Xhr => "XMLHttpRequest",
        Api::Img => "<img>",
        Api::Script => "<script>",
        Api::Form => "<form>",
    };
    ExchangeRow::Message(MessageView {
        travel: Travel::PageToBrowser,
        reach: Reach::Arrives,
        title: title.into(),
        lines: Vec::new(),
        note: None,
    })
}

/// A URL without its origin, which stands above the lifeline, and without the slash after it.
fn path_of(url: &str) -> &str {
    // The scheme, nothing, the host, the rest.
    url.splitn(4, '/').nth(3).unwrap_or_default()
}

pub(super) fn request_message(exchange: &Exchange) -> MessageView {
    let lines = exchange
        .headers
        .iter()
        .filter(|(name, _)| is_worth_showing(name))
        .map(|(name, value)| LineView::Plain(format!("{name}: {value}")))
        .collect();
    let (reach, note) = match exchange.status {
        None => (Reach::Fails, Some("no server answered")),
        Some(status) if exchange.kind == ExchangeKind::Actual => {
            let (answer, detail) = server_says(status, &exchange.method);
            let note = match answer {
                "Ran" if detail.ends_with("data") => "handler ran; may have changed data",
                "Ran" => "handler ran",
                _ => "only the server knows what it did",
            };
            (Reach::Arrives, Some(note))
        }
        Some(_) => (Reach::Arrives, None),
    };
    MessageView {
        travel: Travel::BrowserToServer,
        reach,
        title: format!("{} /{}", exchange.method, path_of(&exchange.url)).into(),
        lines,
        note,
    }
}

/// The headers that the CORS protocol reads or writes, and the one that names the body.
fn is_worth_showing(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("access-control-")
        || matches!(
            name.as_str(),
            "origin" | "authorization" | "content-type" | "location" | "vary"
        )
}

pub(super) fn answer_message(exchange: &Exchange, after: &[Step]) -> Option<MessageView> {
    let status = exchange.status?;
    let failed = after
        .iter()
        .find(|step| step.outcome == StepOutcome::Failed);
    let failed = failed.filter(|step| {
        matches!(
            step.evidence.message,
            Message::Preflight | Message::Response
        )
    });
    let guilty = failed.and_then(|step| step.evidence.header.as_deref());
    let mut lines: Vec<LineView> = exchange
        .answer_headers
        .iter()
        .filter(|(name, _)| is_worth_showing(name))
        .map(|(name, value)| {
            let text = format!("{name}: {value}");
            match guilty.is_some_and(|guilty| guilty.eq_ignore_ascii_case(name)) {
                true => LineView::Guilty(text),
                false => LineView::Plain(text),
            }
        })
        .collect();
    if let Some(step) = failed.filter(|step| step.evidence.found.is_none()) {
        lines.extend(step.evidence.header.clone().map(LineView::Missing));
    }
    Some(MessageView {
        travel: Travel::ServerToBrowser,
        reach: match failed {
            Some(_) => Reach::Withheld,
            None => Reach::Arrives,
        },
        title: match reason_phrase(status) {
            "" => status.to_string(),
            phrase => format!("{status} {phrase}"),
        }
        .into(),
        lines,
        note: None,
    })
}

/// The request that a failed preflight kept back.
pub(super) fn never_sent(trace: &Trace) -> Option<MessageView> {
    let preflight = trace
        .exchanges
        .last()
        .filter(|last| last.kind == ExchangeKind::Preflight)?;
    let method = preflight.header("Access-Control-Request-Method")?;
    Some(MessageView {
        travel: Travel::BrowserToServer,
        reach: Reach::NeverSent,
        title: format!("{method} /{}", path_of(&preflight.url)).into(),
        lines: Vec::new(),
        note: Some("never sent"),
    })
}

pub(super) fn result(trace: &Trace) -> ExchangeRow {
    let (reach, title) = match trace.outcome {
        Outcome::Readable => {
            let status = trace.visible.as_ref().map_or(0, |visible| visible.status);
            (Reach::Arrives, Cow::from(format!("Response, {status}")))
        }
        Outcome::Opaque | Outcome::OpaqueRedirect => (Reach::Arrives, "opaque Response".into()),
        Outcome::NetworkError => (Reach::Fails, "TypeError".into()),
        Outcome::ScriptThrows => (Reach::Fails, "exception".into()),
        Outcome::Invalid => (Reach::Fails, "".into()),
    };
    ExchangeRow::Message(MessageView {
        travel: Travel::BrowserToPage,
        reach,
        title,
        lines: Vec::new(),
        note: None,
    })
}
