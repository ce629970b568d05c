//! The page: the address whose script asks.

use cors_engine::scenario::{Field as Place, Page};
use yew::prelude::*;

use super::field::{Field, LabelPlace, field};
use super::markup::card;
use crate::app::session::Action;
use crate::view::Fields;

/// The page's editor.
pub fn page_editor(page: &Page, fields: &Fields, on_action: &Callback<Action>) -> Html {
    let url = Field {
        id: "page-url".into(),
        label: "Page URL".into(),
        label_place: LabelPlace::Above,
        value: page.url.clone(),
        on_typed: on_action.reform(Action::TypedPageUrl),
        problem: fields.problem(Place::PageUrl),
        suggestions: None,
        input_mode: Some("url"),
    };
    let kind = "page-editor";
    card(
        kind,
        "page-heading",
        "The page",
        Html::default(),
        field(url),
    )
}
