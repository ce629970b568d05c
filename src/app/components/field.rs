//! A labelled text field that says what is wrong and what to type instead.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What a field needs.
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// The element's id, unique on the page.
    pub id: AttrValue,
    /// What the field is called.
    pub label: AttrValue,
    /// The label is for those who do not see the place of the field.
    #[prop_or_default]
    pub label_is_hidden: Option<()>,
    /// What is typed.
    pub value: AttrValue,
    /// Takes what is typed.
    pub on_typed: Callback<String>,
    /// What is wrong, and what to type instead.
    #[prop_or_default]
    pub problem: Option<String>,
    /// The id of the list of suggestions.
    #[prop_or_default]
    pub suggestions: Option<AttrValue>,
    /// The keyboard to offer on small screens.
    #[prop_or_default]
    pub input_mode: Option<AttrValue>,
}

/// A labelled text field.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let oninput = props.on_typed.reform(|event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        input.value()
    });
    let problem_id = format!("{}-problem", props.id);
    let label_class = props.label_is_hidden.map(|()| "visually-hidden");
    html! {
        <div class="field">
            <label for={props.id.clone()} class={label_class}>{ &props.label }</label>
            <input
                id={props.id.clone()}
                type="text"
                value={props.value.clone()}
                {oninput}
                list={props.suggestions.clone()}
                inputmode={props.input_mode.clone()}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-invalid={props.problem.as_ref().map(|_| "true")}
                aria-describedby={props.problem.as_ref().map(|_| problem_id.clone())}
            />
            if let Some(problem) = &props.problem {
                <p class="problem" id={problem_id}>
                    <span class="sign" aria-hidden="true">{ "✕ " }</span>{ problem }
                </p>
            }
        </div>
    }
}
