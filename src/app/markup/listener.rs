//! What follows when people use an element. One listener for all events: each closure would be code.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};
use yew::Callback;
use yew::virtual_dom::{Listener as Listening, ListenerKind};

use crate::app::session::{Action, Place};

/// Takes what people do.
pub type Dispatch = Callback<Action>;

/// A key, and what has to be held down with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A key alone, wherever it is pressed.
    Alone(&'static str),
    /// A key alone, but not on a button, which has its own use for it.
    OffButtons(&'static str),
    /// With the Alt key.
    Alt(&'static str),
}

/// What follows.
pub(super) enum Then {
    /// This.
    Do(Action),
    /// The field's value is typed in a place.
    Take(Place),
    /// One of these, by the key that was pressed.
    Press(Vec<(Key, Action)>),
}

/// What is listened to. Yew's own list has a hundred events, and each copy of it is code.
#[derive(Clone, Copy)]
pub(super) enum Happening {
    Clicked,
    Typed,
    Chosen,
    KeyPressed,
}

pub(super) struct Listener {
    happening: Happening,
    dispatch: Dispatch,
    then: Then,
}

impl Listener {
    pub(super) fn new(happening: Happening, dispatch: Dispatch, then: Then) -> Listener {
        Listener {
            happening,
            dispatch,
            then,
        }
    }

    fn action(&self, event: &Event) -> Option<Action> {
        match &self.then {
            Then::Do(action) => Some(action.clone()),
            Then::Take(place) => Some(Action::Typed(*place, value(event)?)),
            Then::Press(keys) => {
                let pressed: &KeyboardEvent = event.unchecked_ref();
                let (_, action) = keys.iter().find(|(key, _)| is_pressed(*key, pressed))?;
                event.prevent_default();
                Some(action.clone())
            }
        }
    }
}

impl Listening for Listener {
    fn kind(&self) -> ListenerKind {
        match self.happening {
            Happening::Clicked => ListenerKind::onclick,
            Happening::Typed => ListenerKind::oninput,
            Happening::Chosen => ListenerKind::onchange,
            Happening::KeyPressed => ListenerKind::onkeydown,
        }
    }

    fn handle(&self, event: Event) {
        if let Some(action) = self.action(&event) {
            self.dispatch.emit(action);
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

/// The text of a field, or whether a box is ticked.
fn value(event: &Event) -> Option<String> {
    // Selects and text areas have a `value` as inputs have.
    let input: HtmlInputElement = event.target()?.unchecked_into();
    Some(match input.type_().as_str() {
        "checkbox" => input.checked().to_string(),
        _ => input.value(),
    })
}

fn is_pressed(key: Key, event: &KeyboardEvent) -> bool {
    let (text, alt) = match key {
        Key::Alone(text) | Key::OffButtons(text) => (text, false),
        Key::Alt(text) => (text, true),
    };
    let is_elsewhere = key == Key::OffButtons(text) && is_on_button(event);
    event.alt_key() == alt && !event.ctrl_key() && event.key() == text && !is_elsewhere
}

fn is_on_button(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .map(|it| it.unchecked_into::<web_sys::Element>());
    target.is_some_and(|element| element.tag_name() == "BUTTON")
}
