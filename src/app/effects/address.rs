//! The address bar holds what is on the screen, unless that is a link of which not all could be read.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::wasm_bindgen::JsCast;
use web_sys::window;

use crate::app::markup::Dispatch;
use crate::app::session::Action;

/// Listens to changes of the address as long as it is kept.
pub(super) struct Listener(Closure<dyn Fn()>);

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.set_onhashchange(None);
        }
    }
}

/// The fragment of the address, without its `#`; empty where there is no address.
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok());
    let hash = hash.unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Opens what somebody else writes into the address: a link that is followed, the way back.
pub(super) fn listen(dispatch: &Dispatch) -> Option<Listener> {
    let dispatch = dispatch.clone();
    let open = move || dispatch.emit(Action::Opened(fragment().into()));
    let listener = Listener(Closure::new(open));
    window()?.set_onhashchange(Some(listener.0.as_ref().unchecked_ref()));
    Some(listener)
}

/// Writes a fragment into the address.
pub(super) fn write(fragment: &str) {
    let Some(window) = window() else { return };
    if fragment == self::fragment() {
        return;
    }
    let location = window.location();
    let mut url = location.pathname().unwrap_or_default();
    url.push_str(&location.search().unwrap_or_default());
    if !fragment.is_empty() {
        url.push('#');
        url.push_str(fragment);
    }
    if let Ok(history) = window.history() {
        // Refused where an address may not be changed; the page works without.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url));
    }
    // No event tells of such a change, so scripts beside the app look for this.
    if let Some(app) = window.document().and_then(|it| it.get_element_by_id("app")) {
        let _ = app.set_attribute("data-scenario", fragment);
    }
}
