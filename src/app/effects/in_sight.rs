//! Keeps in sight what the current step is about.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, window};

const LAST_CURRENT_ROW: &str = ".wire [data-when=current]:not(:has(~ [data-when=current]))";

/// Scrolls the wire, and nothing else, to the rows of the current step.
pub(super) fn show_row() {
    let (Some(wire), Some(row)) = (found(".wire"), found(LAST_CURRENT_ROW)) else {
        return;
    };
    let top = row.offset_top();
    let bottom = top + row.offset_height();
    if top < wire.scroll_top() || bottom > wire.scroll_top() + wire.client_height() {
        wire.set_scroll_top(bottom - wire.client_height());
    }
}

/// Scrolls the page to the current step if nothing of it can be seen, as on small screens.
pub(super) fn show_step() {
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64());
    let (Some(step), Some(height)) = (found(".step"), height) else {
        return;
    };
    let place = step.get_bounding_client_rect();
    if place.bottom() < 0.0 || place.top() > height {
        step.scroll_into_view();
    }
}

fn found(selector: &str) -> Option<HtmlElement> {
    let element = window()?.document()?.query_selector(selector).ok()??;
    Some(element.unchecked_into())
}
