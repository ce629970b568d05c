//! The console: the browser's own words, and what JavaScript sees.

use crate::app::markup::{El, aside, card, class, el, sign};
use crate::view::ConsoleView;

/// The console.
pub fn console(console: &ConsoleView) -> El {
    let line = |line: &String| el("li").child(sign("✕")).child(el("code").says(line));
    let lines = match console.lines.as_slice() {
        [] if console.browser.is_empty() => None,
        [] => Some(aside("No error is printed.")),
        lines => Some(class("ul", "lines").children(lines.iter().map(line))),
    };
    let script_sees = class("p", "script-sees")
        .text(console.who_sees)
        .child(el("code").says(&console.script_sees))
        .text(if console.script_sees.ends_with('.') {
            " "
        } else {
            ". "
        })
        .text(console.meaning);
    let header = |line: &String| el("li").child(el("code").says(line));
    let headers = match console.visible_headers.as_slice() {
        [] => None,
        headers => Some(class("ul", "visible-headers").children(headers.iter().map(header))),
    };
    card(
        "console",
        "console-heading",
        "Console",
        Some(aside(console.browser)),
    )
    .maybe(lines)
    .child(script_sees)
    .maybe(headers)
}
