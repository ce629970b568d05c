//! Keeps in sight what the current step is about.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, window};

const LAST_CURRENT_ROW: &str = ".wire [data-when=current]:not(:has(~ [data-when=current]))";

/// Scrolls the wire, and nothing else, to the rows of the current step.
pub(super) fn show_row() {
    let (Some(wire), Some(row)) = (found(".wire"), found(LAST_CURRENT_ROW)) else {
        return;
    };
    let (frame, row) = (
        wire.get_bounding_client_rect(),
        row.get_bounding_client_rect(),
    );
    if row.top() < frame.top() || row.bottom() > frame.bottom() {
        let below = row.bottom() - frame.bottom();
        wire.set_scroll_top(wire.scroll_top() + below as i32);
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
