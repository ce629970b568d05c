//! The preflight cache: what it keeps, and its clock.

use crate::app::markup::{Dispatch, El, aside, button, card, class, el};
use crate::app::session::Action;
use crate::view::CacheRow;

/// The preflight cache.
pub fn cache(rows: &[CacheRow], dispatch: &Dispatch) -> El {
    let row = |it: &CacheRow| {
        let left = format!("{} s left", it.seconds);
        el("li")
            .child(el("code").says(&it.allows))
            .child(class("span", "aside").says(&left))
            .child(class("span", "aside").says(&it.place))
    };
    let entries = match rows {
        [] => aside(
            "Empty. When you send, what a preflight allows is kept for Access-Control-Max-Age seconds: 5, if its answer has none.",
        ),
        rows => class("ul", "cache-entries").children(rows.iter().map(row)),
    };
    let do_it = |action, words| button(dispatch, action).text(words);
    card("cache", "cache-heading", "Preflight cache", None)
        .child(entries)
        .child(
            class("div", "buttons")
                .child(do_it(Action::Sent, "Send"))
                .child(do_it(Action::Waited(5), "Wait 5 s"))
                .child(do_it(Action::Waited(600), "Wait 10 min"))
                .child(do_it(Action::ClearedCache, "Clear")),
        )
}
