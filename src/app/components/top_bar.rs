//! The bar at the top: the product's name, the scenario's title, start over.

use yew::prelude::*;

use crate::app::session::Action;

/// The bar at the top.
pub fn top_bar(title: &str, on_action: &Callback<Action>) -> Html {
    let start_over = on_action.reform(|_| Action::StartedOver);
    html! {
        <header class="top-bar">
            <p class="brand"><span>{ "CORS" }</span>{ " " }<span>{ "Playground" }</span></p>
            <p class="lead">{ "Scenario: " }{ title }</p>
            <button type="button" onclick={start_over}>{ "Start over" }</button>
        </header>
    }
}
