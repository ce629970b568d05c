//! The app: one session, judged at every change, shown by components. The only folder that knows the browser.

pub mod components;
pub mod effects;
pub mod session;

use cors_engine::{PreflightCache, evaluate};
use yew::prelude::*;

use crate::view::present;
use components::playground::playground;
use effects::use_line_focus;
use session::Session;

/// The whole app: holds the session, judges it, shows it.
#[component]
pub fn App() -> Html {
    let session = use_reducer(Session::default);
    let scenario = session.finished_lines();
    let view = present(&scenario, &evaluate(&scenario, &PreflightCache::new()));
    let dispatcher = session.dispatcher();
    let on_action = Callback::from(move |action| dispatcher.dispatch(action));
    use_line_focus(&session.scenario);
    playground(&session.scenario, &view, &on_action)
}
