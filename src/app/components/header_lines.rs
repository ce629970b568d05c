//! A list of header lines: edited, added, removed; the guilty one lit, also when it is missing.

use cors_engine::scenario::{Field as Place, HeaderLines as Lines};
use yew::prelude::*;

use super::field::Field;
use crate::app::effects::use_line_focus;
use crate::app::session::{Action, AnswerPlace, HeaderPlace};
use crate::view::{EffectView, Fields, MissingLine};

/// What the list needs.
#[derive(Properties, PartialEq)]
pub struct HeaderLinesProps {
    /// Which list this is.
    pub place: HeaderPlace,
    /// What the ids of its fields begin with.
    pub id: AttrValue,
    /// What the list is called.
    pub label: AttrValue,
    /// The lines.
    pub lines: Lines,
    /// What each line does; of a request's lines only.
    #[prop_or_default]
    pub effects: Vec<EffectView>,
    /// The line that should be there.
    #[prop_or_default]
    pub missing: Option<MissingLine>,
    /// What there is to say beside the fields.
    pub fields: Fields,
    /// Takes what people do.
    pub on_action: Callback<Action>,
}

/// A list of header lines.
#[component]
pub fn HeaderLines(props: &HeaderLinesProps) -> Html {
    let place = props.place;
    use_line_focus(props.id.clone(), &props.lines);
    let add = props
        .on_action
        .reform(move |_| Action::AddedHeader(place, String::new(), String::new()));
    html! {
        <fieldset class="header-lines">
            <legend>{ &props.label }</legend>
            { for (0..props.lines.len()).map(|index| line(props, index)) }
            if let Some(missing) = &props.missing {
                { missing_line(props, missing) }
            }
            <button type="button" id={format!("{}-add", props.id)} onclick={add}>{ "+ Add a header" }</button>
        </fieldset>
    }
}

fn line(props: &HeaderLinesProps, index: usize) -> Html {
    let (name, value) = &props.lines[index];
    let (place, number) = (props.place, index + 1);
    let field = field_of(place, index);
    let is_guilty = props.fields.guilty == Some(field);
    let on_name = move |name| Action::TypedHeaderName(place, index, name);
    let on_value = move |value| Action::TypedHeaderValue(place, index, value);
    let remove = move |_| Action::RemovedHeader(place, index);
    html! {
        <div class="header-line" data-guilty={is_guilty.then_some("present")}>
            <Field
                id={format!("{}-header-{number}-name", props.id)}
                label={format!("Name of header {number}")}
                label_is_hidden={()}
                value={name.clone()}
                problem={props.fields.problems.get(&field).cloned()}
                on_typed={props.on_action.reform(on_name)}
            />
            <Field
                id={format!("{}-header-{number}-value", props.id)}
                label={format!("Value of header {number}")}
                label_is_hidden={()}
                value={value.clone()}
                on_typed={props.on_action.reform(on_value)}
            />
            <button
                type="button"
                class="remove"
                aria-label={format!("Remove header {number}, {name}")}
                onclick={props.on_action.reform(remove)}
            >{ "×" }</button>
            if let Some(effect) = props.effects.get(index) {
                <p class="effect" data-effect={effect.sign.as_str()}>
                    <span class="sign" aria-hidden="true">{ effect.sign.sign() }{ " " }</span>{ &effect.text }
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
            <span class="sign" aria-hidden="true">{ "⌀" }</span>
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
