//! The page: the address whose script asks.

use cors_engine::scenario::{Field as Place, Page};
use yew::prelude::*;

use super::field::Field;
use crate::app::session::Action;
use crate::view::Fields;

/// What the editor needs.
#[derive(Properties, PartialEq)]
pub struct PageEditorProps {
    /// The page.
    pub page: Page,
    /// What there is to say beside the fields.
    pub fields: Fields,
    /// Takes what people do.
    pub on_action: Callback<Action>,
}

/// The page's editor.
#[component]
pub fn PageEditor(props: &PageEditorProps) -> Html {
    html! {
        <section class="card editor" data-side="page" aria-labelledby="page-heading">
            <header><h2 id="page-heading">{ "The page" }</h2></header>
            <Field
                id="page-url"
                label="Page URL"
                input_mode="url"
                value={props.page.url.clone()}
                problem={props.fields.problems.get(&Place::PageUrl).cloned()}
                on_typed={props.on_action.reform(Action::TypedPageUrl)}
            />
        </section>
    }
}
