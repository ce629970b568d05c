//! Keeps the keyboard where somebody works when header lines come, go and move.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, window};

/// Moves the keyboard to the element with this id.
pub(super) fn focus(id: &str) {
    let document = window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element {
        // Fails only for what cannot have the focus; then it stays where it is.
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}
