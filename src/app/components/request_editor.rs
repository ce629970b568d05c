//! The request: method, address, credentials, headers.

use cors_engine::scenario::{CredentialsMode, Field as Place, ScenarioRequest};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::field::Field;
use super::header_lines::HeaderLines;
use crate::app::session::{Action, HeaderPlace};
use crate::view::{EffectView, Fields};

/// What the editor needs.
#[derive(Properties, PartialEq)]
pub struct RequestEditorProps {
    /// The request.
    pub request: ScenarioRequest,
    /// What there is to say beside the fields.
    pub fields: Fields,
    /// What each header does.
    pub effects: Vec<EffectView>,
    /// Takes what people do.
    pub on_action: Callback<Action>,
}

/// The request's editor.
#[component]
pub fn RequestEditor(props: &RequestEditorProps) -> Html {
    let RequestEditorProps {
        request,
        fields,
        effects,
        on_action,
    } = props;
    let problem = |place| fields.problems.get(&place).cloned();
    html! {
        <section class="card editor" data-side="page" aria-labelledby="request-heading">
            <header><h2 id="request-heading">{ "Its request" }</h2></header>
            <div class="pair">
                <Field
                    id="request-method"
                    label="Method"
                    suggestions="methods"
                    value={request.method.clone()}
                    problem={problem(Place::RequestMethod)}
                    on_typed={on_action.reform(Action::TypedMethod)}
                />
                <Credentials chosen={request.credentials} {on_action} />
            </div>
            <Field
                id="request-url"
                label="Request URL"
                input_mode="url"
                value={request.url.clone()}
                problem={problem(Place::RequestUrl)}
                on_typed={on_action.reform(Action::TypedRequestUrl)}
            />
            <HeaderLines
                place={HeaderPlace::Request}
                id="request"
                label="Request headers"
                lines={request.headers.clone()}
                effects={effects.clone()}
                fields={fields.clone()}
                on_action={on_action}
            />
            <datalist id="methods">
                { for ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].map(|method| html! {
                    <option value={method} />
                }) }
            </datalist>
        </section>
    }
}

/// What the choice needs.
#[derive(Properties, PartialEq)]
pub struct CredentialsProps {
    /// The mode chosen.
    pub chosen: CredentialsMode,
    /// Takes what people do.
    pub on_action: Callback<Action>,
}

/// The choice of a credentials mode.
#[component]
pub fn Credentials(props: &CredentialsProps) -> Html {
    let chosen = props.chosen;
    let on_action = props.on_action.clone();
    let onchange = move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        if let Some(mode) = CredentialsMode::from_text(&select.value()) {
            on_action.emit(Action::ChoseCredentials(mode));
        }
    };
    html! {
        <div class="field">
            <label for="request-credentials">{ "Credentials" }</label>
            <select id="request-credentials" {onchange}>
                { for CredentialsMode::ALL.iter().map(|mode| html! {
                    <option value={mode.as_str()} selected={*mode == chosen}>{ mode.as_str() }</option>
                }) }
            </select>
        </div>
    }
}
