//! A labelled text field that says what is wrong and what to type instead.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::markup::sign;

/// What a field shows, and who takes what is typed.
pub struct Field {
    /// The element's id, unique on the page.
    pub id: String,
    /// What the field is called.
    pub label: String,
    /// Where its name stands.
    pub label_place: LabelPlace,
    /// What is typed.
    pub value: String,
    /// Takes what is typed.
    pub on_typed: Callback<String>,
    /// What is wrong, and what to type instead.
    pub problem: Option<String>,
    /// The id of the list of suggestions.
    pub suggestions: Option<&'static str>,
    /// The keyboard to offer on small screens.
    pub input_mode: Option<&'static str>,
}

/// Where the name of a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelPlace {
    /// Above it.
    Above,
    /// Nowhere to be seen: it is for those who do not see the place of the field.
    Hidden,
}

/// A labelled text field.
pub fn field(field: Field) -> Html {
    let oninput = field.on_typed.reform(|event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        input.value()
    });
    let problem_id = format!("{}-problem", field.id);
    let place = match field.label_place {
        LabelPlace::Above => "above",
        LabelPlace::Hidden => "hidden",
    };
    html! {
        <div class="field">
            <label for={field.id.clone()} data-place={place}>{ field.label }</label>
            <input
                id={field.id}
                value={field.value}
                {oninput}
                list={field.suggestions}
                inputmode={field.input_mode}
                autocomplete="off"
                aria-invalid={field.problem.as_ref().map(|_| "true")}
                aria-describedby={field.problem.as_ref().map(|_| problem_id.clone())}
            />
            if let Some(problem) = field.problem {
                <p class="problem" id={problem_id}>
                    { sign("✕ ") }{ problem }
                </p>
            }
        </div>
    }
}
