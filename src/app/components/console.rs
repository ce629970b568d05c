//! The console: the browser's own words, and what JavaScript sees.

use yew::prelude::*;

use super::markup::{aside, card, sign};
use crate::view::ConsoleView;

/// The console.
pub fn console(console: &ConsoleView) -> Html {
    let line = |line: &String| html! { <li>{ sign("✕") }<code>{ line }</code></li> };
    let lines = match console.lines.as_slice() {
        [] => aside("No error is printed."),
        lines => html! { <ul class="lines">{ for lines.iter().map(line) }</ul> },
    };
    let script_sees = html! {
        <p class="script-sees">
            { "JavaScript sees " }<code>{ &console.script_sees }</code>{ ". " }{ console.meaning }
        </p>
    };
    card(
        "console",
        "console-heading",
        "Console",
        aside(console.browser),
        html! { <>{ lines }{ script_sees }</> },
    )
}
