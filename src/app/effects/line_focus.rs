//! Keeps the keyboard where somebody works when header lines come and go.

use std::rc::Rc;

use cors_engine::Scenario;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, window};
use yew::prelude::*;

use crate::app::session::{AnswerPlace, HeaderPlace, is_blank};

const PLACES: [HeaderPlace; 3] = [
    HeaderPlace::Request,
    HeaderPlace::Answer(AnswerPlace::Preflight(0)),
    HeaderPlace::Answer(AnswerPlace::Response(0)),
];

/// Moves the focus into a blank line that was just added to a list; and to the list's button when
/// the focused line is gone.
#[hook]
pub fn use_line_focus(scenario: &Rc<Scenario>) {
    let before = use_mut_ref(|| Rc::clone(scenario));
    let after = Rc::clone(scenario);
    use_effect(move || {
        let before = before.replace(Rc::clone(&after));
        if let Some(document) = window().and_then(|window| window.document()) {
            for place in PLACES {
                follow(&document, place, place.lines(&before), place.lines(&after));
            }
        }
    });
}

fn follow(
    document: &Document,
    place: HeaderPlace,
    before: &[(String, String)],
    after: &[(String, String)],
) {
    let grew = after.len() > before.len();
    if grew && after.last().is_some_and(is_blank) {
        focus(document, &place.name_id(after.len() - 1));
    } else if before.len() != after.len() && has_lost_focus(document) {
        focus(document, &place.add_id());
    }
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
