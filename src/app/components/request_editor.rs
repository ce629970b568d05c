//! The request: method, address, credentials, headers.

use cors_engine::scenario::{CredentialsMode, Field as Place, ScenarioRequest};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::field::{Field, LabelPlace, field};
use super::header_lines::{HeaderLinesProps, header_lines};
use super::markup::card;
use crate::app::session::{Action, HeaderPlace};
use crate::view::{EffectView, Fields};

/// The request's editor.
pub fn request_editor(
    request: &ScenarioRequest,
    effects: &[EffectView],
    fields: &Fields,
    on_action: &Callback<Action>,
) -> Html {
    let problem = |place| fields.problem(place);
    let method = Field {
        id: "request-method".into(),
        label: "Method".into(),
        label_place: LabelPlace::Above,
        value: request.method.clone(),
        on_typed: on_action.reform(Action::TypedMethod),
        problem: problem(Place::RequestMethod),
        suggestions: Some("methods"),
        input_mode: None,
    };
    let url = Field {
        id: "request-url".into(),
        label: "Request URL".into(),
        label_place: LabelPlace::Above,
        value: request.url.clone(),
        on_typed: on_action.reform(Action::TypedRequestUrl),
        problem: problem(Place::RequestUrl),
        suggestions: None,
        input_mode: Some("url"),
    };
    let headers = HeaderLinesProps {
        place: HeaderPlace::Request,
        label: "Request headers",
        lines: &request.headers,
        effects,
        missing: None,
        fields,
        on_action,
    };
    let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    let body = html! {
        <>
            <div class="pair">
                { field(method) }
                { credentials(request.credentials, on_action) }
            </div>
            { field(url) }
            { header_lines(&headers) }
            <datalist id="methods">
                { for methods.map(|method| html! { <option value={method} /> }) }
            </datalist>
        </>
    };
    let kind = "page-editor";
    card(
        kind,
        "request-heading",
        "Its request",
        Html::default(),
        body,
    )
}

/// The choice of a credentials mode.
fn credentials(chosen: CredentialsMode, on_action: &Callback<Action>) -> Html {
    let on_action = on_action.clone();
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
