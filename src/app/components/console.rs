//! The console: the browser's own words, and what JavaScript sees.

use yew::prelude::*;

use crate::view::ConsoleView;

/// The console.
pub fn console(console: &ConsoleView) -> Html {
    html! {
        <section class="card console" aria-labelledby="console-heading">
            <header>
                <h2 id="console-heading">{ "Console" }</h2>
                <span class="aside">{ console.browser }</span>
            </header>
            if console.lines.is_empty() {
                <p class="aside">{ "No error is printed." }</p>
            } else {
                <ul class="lines">
                    { for console.lines.iter().map(|line| html! {
                        <li><span class="sign" aria-hidden="true">{ "✕" }</span><code>{ line }</code></li>
                    }) }
                </ul>
            }
            <p class="script-sees">
                { "JavaScript sees " }<code>{ &console.script_sees }</code>{ ". " }{ console.meaning }
            </p>
        </section>
    }
}
