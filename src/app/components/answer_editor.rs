//! The server's answers, apart: to the preflight, and to the request.

use cors_engine::scenario::{Answer, Field as Place, PreflightAnswer};
use cors_engine::trace::Message;
use yew::prelude::*;

use super::field::{Field, LabelPlace, field};
use super::header_lines::{HeaderLinesProps, header_lines};
use super::markup::{aside, card};
use crate::app::session::{Action, AnswerPlace, HeaderPlace};
use crate::view::{Asked, Fields, MissingLine};

/// The editor of the answer to the preflight.
///
/// `asked` says whether the browser asks for it at all; `answer` is `None` when the server has no
/// OPTIONS handler.
pub fn preflight_editor(
    answer: Option<&PreflightAnswer>,
    asked: Asked,
    fields: &Fields,
    on_action: &Callback<Action>,
) -> Html {
    let place = AnswerPlace::Preflight(0);
    let no_handler = PreflightAnswer::no_handler();
    let has_handler = answer.is_some();
    let answer = answer.unwrap_or(&no_handler);
    let headers = HeaderLinesProps {
        place: HeaderPlace::Answer(place),
        label: "Preflight answer headers",
        lines: &answer.headers,
        effects: &[],
        missing: missing_from(fields, Message::Preflight),
        fields,
        on_action,
    };
    // What somebody edits stays open, also while a half-typed line keeps the browser from asking.
    let is_open = asked == Asked::Yes || has_handler;
    html! {
        <section class="card" data-kind="server-editor" aria-labelledby="preflight-heading">
            <details open={is_open}>
                <summary>
                    <h2 id="preflight-heading">{ "Server: answer to the preflight" }</h2>
                    if asked == Asked::No {
                        { aside("no preflight is sent") }
                    }
                </summary>
                if !has_handler {
                    { aside("No OPTIONS handler yet: the server answers 405 without CORS headers. Edit to give it one.") }
                }
                { status(place, "Preflight status", &answer.status, fields, on_action) }
                { header_lines(&headers) }
            </details>
        </section>
    }
}

/// The editor of the answer to the request.
pub fn response_editor(answer: &Answer, fields: &Fields, on_action: &Callback<Action>) -> Html {
    let place = AnswerPlace::Response(0);
    let headers = HeaderLinesProps {
        place: HeaderPlace::Answer(place),
        label: "Response headers",
        lines: &answer.headers,
        effects: &[],
        missing: missing_from(fields, Message::Response),
        fields,
        on_action,
    };
    let body = html! {
        <>
            { status(place, "Response status", &answer.status, fields, on_action) }
            { header_lines(&headers) }
        </>
    };
    let kind = "server-editor";
    card(
        kind,
        "response-heading",
        "Server: answer to the request",
        Html::default(),
        body,
    )
}

fn missing_from(fields: &Fields, message: Message) -> Option<&MissingLine> {
    let missing = fields.missing.as_ref();
    missing.filter(|missing| missing.message == message && missing.hop == 0)
}

/// The status of an answer.
fn status(
    place: AnswerPlace,
    label: &'static str,
    status: &str,
    fields: &Fields,
    on_action: &Callback<Action>,
) -> Html {
    let (id, scenario_field) = match place {
        AnswerPlace::Preflight(hop) => ("preflight-status", Place::PreflightStatus(hop)),
        AnswerPlace::Response(hop) => ("response-status", Place::ResponseStatus(hop)),
    };
    let guilty = (fields.guilty == Some(scenario_field)).then_some("present");
    let status = Field {
        id: id.into(),
        label: label.into(),
        label_place: LabelPlace::Above,
        value: status.into(),
        on_typed: on_action.reform(move |status| Action::TypedStatus(place, status)),
        problem: fields.problem(scenario_field),
        suggestions: None,
        input_mode: Some("numeric"),
    };
    html! { <div class="status" data-guilty={guilty}>{ field(status) }</div> }
}
