//! The page: the address whose script asks.

use cors_engine::scenario::{Field as Where, Page};

use super::field::{Field, field, tick};
use crate::app::markup::{Dispatch, El, button, card};
use crate::app::session::{Action, Part, Place};
use crate::view::Fields;

/// The page's editor.
pub fn page_editor(page: &Page, fields: &Fields, dispatch: &Dispatch) -> El {
    let url = Field {
        problem: fields.problem(Where::PageUrl),
        lit: fields.lit(Where::PageUrl),
        input_mode: Some("url"),
        ..Field::new(Place::PageUrl, "page-url", "Page URL", &page.url)
    };
    let proxy = Field {
        problem: fields.problem(Where::PageProxy),
        lit: fields.lit(Where::PageProxy),
        input_mode: Some("url"),
        ..Field::new(
            Place::Proxy,
            "page-proxy",
            "Development proxy to",
            &page.proxy,
        )
    };
    let reset = button(dispatch, Action::Reset(Part::Page));
    let opaque = "In a sandboxed frame: its origin is opaque";
    card(
        "page-editor",
        "page-heading",
        "The page",
        Some(reset.set("aria-label", "Reset the page").text("Reset")),
    )
    .child(field(&url, dispatch))
    .child(field(&proxy, dispatch))
    .child(tick(Place::Opaque, opaque, page.opaque, dispatch))
}
