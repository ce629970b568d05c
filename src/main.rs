//! Mounts the app into the page.

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <h1>{ "CORS Playground" }</h1> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
