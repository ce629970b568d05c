//! The page: the address whose script asks.

use cors_engine::scenario::{Field as Place, Page};
use yew::prelude::*;

use super::field::{Field, LabelPlace, field};
use crate::app::session::Action;
use crate::view::Fields;

/// What the editor needs.
#[derive(PartialEq)]
pub struct PageEditorProps {
    /// The page.
    pub page: Page,
    /// What there is to say beside the fields.
    pub fields: Fields,
    /// Takes what people do.
    pub on_action: Callback<Action>,
}

/// The page's editor.
pub fn page_editor(props: &PageEditorProps) -> Html {
    let url = Field {
        id: "page-url".into(),
        label: "Page URL".into(),
        label_place: LabelPlace::Above,
        value: props.page.url.clone(),
        on_typed: props.on_action.reform(Action::TypedPageUrl),
        problem: props.fields.problems.get(&Place::PageUrl).cloned(),
        suggestions: None,
        input_mode: Some("url"),
    };
    html! {
        <section class="card editor" data-side="page" aria-labelledby="page-heading">
            <header><h2 id="page-heading">{ "The page" }</h2></header>
            { field(url) }
        </section>
    }
}
