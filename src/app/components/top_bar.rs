//! The bar at the top: the product's name, the scenario's title, start over.

use yew::prelude::*;

use crate::app::session::Action;

/// What the bar needs.
#[derive(PartialEq)]
pub struct TopBarProps {
    /// The scenario's title.
    pub title: String,
    /// Takes what people do.
    pub on_action: Callback<Action>,
}

/// The bar at the top.
pub fn top_bar(props: &TopBarProps) -> Html {
    let start_over = props.on_action.reform(|_| Action::StartedOver);
    html! {
        <header class="top-bar">
            <p class="brand"><span>{ "CORS" }</span>{ " " }<span>{ "Playground" }</span></p>
            <p class="lead">{ &props.title }</p>
            <button type="button" onclick={start_over}>{ "Start over" }</button>
        </header>
    }
}
