//! The server's answers, apart: to the preflight, and to the request.

use cors_engine::scenario::{Answer, Field as Place, PreflightAnswer};
use cors_engine::trace::Message;
use yew::prelude::*;

use super::field::Field;
use super::header_lines::HeaderLines;
use crate::app::session::{Action, AnswerPlace, HeaderPlace};
use crate::view::{Fields, MissingLine};

/// What the editor needs.
#[derive(Properties, PartialEq)]
pub struct PreflightEditorProps {
    /// The answer; `None` when the server has no OPTIONS handler.
    pub answer: Option<PreflightAnswer>,
    /// Whether the browser asks for it at all.
    pub is_asked: bool,
    /// What there is to say beside the fields.
    pub fields: Fields,
    /// Takes what people do.
    pub on_action: Callback<Action>,
}

/// The editor of the answer to the preflight.
#[component]
pub fn PreflightEditor(props: &PreflightEditorProps) -> Html {
    let place = AnswerPlace::Preflight(0);
    let has_handler = props.answer.is_some();
    let answer = props
        .answer
        .clone()
        .unwrap_or_else(PreflightAnswer::no_handler);
    let asked = match props.is_asked {
        true => "asked",
        false => "not-asked",
    };
    // What somebody edits stays open, also while a half-typed line keeps the browser from asking.
    let is_open = props.is_asked || has_handler;
    html! {
        <section class="card editor" data-side="server" data-asked={asked} aria-labelledby="preflight-heading">
            <details open={is_open}>
                <summary>
                    <h2 id="preflight-heading">{ "Answer to the preflight" }</h2>
                    if !props.is_asked {
                        <span class="aside">{ "not asked" }</span>
                    }
                </summary>
                if !has_handler {
                    <p class="aside">{ "No OPTIONS handler yet: the server answers 405 without CORS headers. Edit to give it one." }</p>
                }
                <Status id="preflight-status" label="Preflight status" {place} status={answer.status} field={Place::PreflightStatus(0)} fields={props.fields.clone()} on_action={&props.on_action} />
                <HeaderLines
                    place={HeaderPlace::Answer(place)}
                    id="preflight"
                    label="Preflight answer headers"
                    lines={answer.headers}
                    missing={missing_from(&props.fields, Message::Preflight)}
                    fields={props.fields.clone()}
                    on_action={&props.on_action}
                />
            </details>
        </section>
    }
}

/// What the editor needs.
#[derive(Properties, PartialEq)]
pub struct ResponseEditorProps {
    /// The answer.
    pub answer: Answer,
    /// What there is to say beside the fields.
    pub fields: Fields,
    /// Takes what people do.
    pub on_action: Callback<Action>,
}

/// The editor of the answer to the request.
#[component]
pub fn ResponseEditor(props: &ResponseEditorProps) -> Html {
    let place = AnswerPlace::Response(0);
    html! {
        <section class="card editor" data-side="server" aria-labelledby="response-heading">
            <header><h2 id="response-heading">{ "Answer to the request" }</h2></header>
            <Status id="response-status" label="Response status" {place} status={props.answer.status.clone()} field={Place::ResponseStatus(0)} fields={props.fields.clone()} on_action={&props.on_action} />
            <HeaderLines
                place={HeaderPlace::Answer(place)}
                id="response"
                label="Response headers"
                lines={props.answer.headers.clone()}
                missing={missing_from(&props.fields, Message::Response)}
                fields={props.fields.clone()}
                on_action={&props.on_action}
            />
        </section>
    }
}

fn missing_from(fields: &Fields, message: Message) -> Option<MissingLine> {
    fields
        .missing
        .clone()
        .filter(|missing| missing.message == message && missing.hop == 0)
}

/// What the status field needs.
#[derive(Properties, PartialEq)]
struct StatusProps {
    id: AttrValue,
    label: AttrValue,
    place: AnswerPlace,
    status: String,
    field: Place,
    fields: Fields,
    on_action: Callback<Action>,
}

/// The status of an answer.
#[component]
fn Status(props: &StatusProps) -> Html {
    let place = props.place;
    let guilty = (props.fields.guilty == Some(props.field)).then_some("present");
    html! {
        <div class="status" data-guilty={guilty}>
            <Field
                id={props.id.clone()}
                label={props.label.clone()}
                input_mode="numeric"
                value={props.status.clone()}
                problem={props.fields.problems.get(&props.field).cloned()}
                on_typed={props.on_action.reform(move |status| Action::TypedStatus(place, status))}
            />
        </div>
    }
}
