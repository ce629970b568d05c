//! The bar at the top: the scenario's title, undo and redo, who judges. The product's name is in index.html.

use cors_engine::scenario::Profile;

use super::region::TopBar;
use crate::app::markup::{Dispatch, El, button, class, el, sign, unseen};
use crate::app::session::{Action, Place};
use crate::view::judge_name;

/// The bar at the top.
pub fn top_bar(bar: &TopBar, dispatch: &Dispatch) -> El {
    let judge = |profile: &Profile| {
        let input = el("input")
            .set("type", "radio")
            .set("name", "judge")
            .set("value", profile.as_str())
            .checked(*profile == bar.profile)
            .chosen(dispatch, Place::Profile);
        el("label")
            .child(input)
            .child(el("span").text(judge_name(*profile)))
    };
    // Never `disabled`, which would take the keyboard away from it after the last step back.
    let step = |action, command, shape, words, can: bool| {
        button(dispatch, action)
            .set("data-command", command)
            .set_if("aria-disabled", (!can).then_some("true"))
            .child(sign(shape))
            .child(unseen(words))
    };
    let command = |command, shape, words| {
        el("button")
            .set("type", "button")
            .set("data-command", command)
            .child(sign(shape))
            .child(unseen(words))
    };
    class("div", "top-bar")
        .child(
            class("p", "lead")
                .text(if bar.fits_its_title {
                    ""
                } else {
                    "Changed from: "
                })
                .says(&bar.title),
        )
        .child(step(Action::Undid, "undo", "↶", "Undo", bar.can_undo))
        .child(step(Action::Redid, "redo", "↷", "Redo", bar.can_redo))
        .child(button(dispatch, Action::StartedOver).text("Start over"))
        .child(
            class("fieldset", "judges")
                .child(el("legend").text("Judged by"))
                .children(Profile::ALL.iter().map(judge)),
        )
        .child(command("theme", "◐", "Change the theme"))
        .child(command("help", "?", "Keys and help"))
}
