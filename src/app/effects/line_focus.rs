//! Keeps the keyboard where somebody works when header lines come and go.

use cors_engine::scenario::HeaderLines;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, window};
use yew::prelude::*;

/// Moves the focus into a line that was just added to the list whose ids begin with `id`; and to
/// the list's last button when the focused line is gone.
#[hook]
pub fn use_line_focus(id: AttrValue, lines: &HeaderLines) {
    let previous = use_mut_ref(|| lines.len());
    let is_blank = lines.last().is_some_and(crate::app::session::is_blank);
    use_effect_with((id, lines.len()), move |(id, length)| {
        let before = previous.replace(*length);
        let Some(document) = window().and_then(|window| window.document()) else {
            return;
        };
        let grew = *length > before;
        if grew && is_blank {
            focus(&document, &format!("{id}-header-{length}-name"));
        } else if before != *length && has_lost_focus(&document) {
            focus(&document, &format!("{id}-add"));
        }
    });
}

/// The focused element is gone: the browser puts the focus on the body.
fn has_lost_focus(document: &Document) -> bool {
    document
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY")
}

fn focus(document: &Document, id: &str) {
    let element = document.get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Fails only for what cannot have the focus; then it stays where it is.
        let _ = element.focus();
    }
}
