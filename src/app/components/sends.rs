//! Which send is looked at, where a scenario has several.

use crate::app::markup::{Dispatch, El, button, class, el};
use crate::app::session::Action;

/// A button for each send; nothing if there is only one.
pub fn sends(waits: &[u32], looked_at: usize, dispatch: &Dispatch) -> El {
    if waits.is_empty() {
        return el("div").set("hidden", "hidden");
    }
    let to = |send: usize, words: &str| {
        let is_looked_at = match send == looked_at {
            true => "true",
            false => "false",
        };
        button(dispatch, Action::LookedAtSend(send))
            .set("aria-pressed", is_looked_at)
            .says(words)
    };
    let further = waits.iter().enumerate().map(|(index, seconds)| {
        let words = format!("Send {}, {seconds} s later", index + 2);
        to(index + 1, &words)
    });
    class("div", "sends")
        .set("role", "group")
        .set("aria-label", "Sends")
        .child(to(0, "First send"))
        .children(further)
}
