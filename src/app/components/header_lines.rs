//! A list of header lines: edited, added, removed; the guilty one lit, also when it is missing.

use cors_engine::scenario::{Field as Place, HeaderLines};
use yew::prelude::*;

use super::field::{Field, LabelPlace, field};
use super::markup::sign;
use crate::app::session::{Action, AnswerPlace, HeaderPlace};
use crate::view::{EffectView, Fields, MissingLine};

/// What a list of header lines needs.
pub struct HeaderLinesProps<'a> {
    /// Which list this is.
    pub place: HeaderPlace,
    /// What the list is called.
    pub label: &'static str,
    /// The lines.
    pub lines: &'a HeaderLines,
    /// What each line does; of a request's lines only.
    pub effects: &'a [EffectView],
    /// The line that should be there.
    pub missing: Option<&'a MissingLine>,
    /// What there is to say beside the fields.
    pub fields: &'a Fields,
    /// Takes what people do.
    pub on_action: &'a Callback<Action>,
}

/// A list of header lines.
pub fn header_lines(props: &HeaderLinesProps) -> Html {
    let place = props.place;
    let add = props
        .on_action
        .reform(move |_| Action::AddedHeader(place, String::new(), String::new()));
    html! {
        <fieldset class="header-lines">
            <legend>{ props.label }</legend>
            { for (0..props.lines.len()).map(|index| line(props, index)) }
            if let Some(missing) = props.missing {
                { missing_line(props, missing) }
            }
            <button type="button" id={place.add_id()} onclick={add}>{ "+ Add a header" }</button>
        </fieldset>
    }
}

fn line(props: &HeaderLinesProps, index: usize) -> Html {
    let (name, value) = &props.lines[index];
    let (place, number) = (props.place, index + 1);
    let scenario_field = field_of(place, index);
    let is_guilty = props.fields.guilty == Some(scenario_field);
    let name_field = Field {
        id: place.name_id(index),
        label: format!("Name of header {number}"),
        label_place: LabelPlace::Hidden,
        value: name.clone(),
        on_typed: props
            .on_action
            .reform(move |name| Action::TypedHeaderName(place, index, name)),
        problem: props.fields.problem(scenario_field),
        suggestions: None,
        input_mode: None,
    };
    let value_field = Field {
        id: format!("{}-value", place.line_id(index)),
        label: format!("Value of header {number}"),
        label_place: LabelPlace::Hidden,
        value: value.clone(),
        on_typed: props
            .on_action
            .reform(move |value| Action::TypedHeaderValue(place, index, value)),
        problem: None,
        suggestions: None,
        input_mode: None,
    };
    let remove = move |_| Action::RemovedHeader(place, index);
    html! {
        <div class="header-line" data-guilty={is_guilty.then_some("present")}>
            { field(name_field) }
            { field(value_field) }
            <button
                type="button"
                class="remove"
                aria-label={format!("Remove header {number}, {name}")}
                onclick={props.on_action.reform(remove)}
            >{ "×" }</button>
            if let Some(effect) = props.effects.get(index) {
                <p class="effect" data-effect={effect.sign.as_str()}>
                    { sign(effect.sign.sign()) }{ " " }{ &effect.text }
                </p>
            }
        </div>
    }
}

fn missing_line(props: &HeaderLinesProps, missing: &MissingLine) -> Html {
    let MissingLine { name, value, .. } = missing.clone();
    let place = props.place;
    let add = move |_| Action::AddedHeader(place, name.clone(), value.clone());
    html! {
        <button type="button" class="missing" onclick={props.on_action.reform(add)}>
            { sign("⌀") }
            <code>{ &missing.name }{ ": " }{ &missing.value }</code>
            <strong>{ "+ add" }</strong>
        </button>
    }
}

/// The place in the scenario of line number `index` of a list.
fn field_of(place: HeaderPlace, index: usize) -> Place {
    match place {
        HeaderPlace::Request => Place::RequestHeader(index),
        HeaderPlace::Answer(AnswerPlace::Preflight(hop)) => Place::PreflightHeader(hop, index),
        HeaderPlace::Answer(AnswerPlace::Response(hop)) => Place::ResponseHeader(hop, index),
    }
}
