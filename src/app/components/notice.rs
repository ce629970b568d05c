//! What could not be read of a link, until somebody has read it.

use crate::app::markup::{Dispatch, El, button, class, el};
use crate::app::session::Action;
use crate::view::words::about_links;
use cors_link::LinkProblem;

/// How many problems are shown: a link may have thousands.
const MOST_SHOWN: usize = 8;

/// The notice; nothing is seen of it where there is nothing to say.
pub fn notice(problems: &[LinkProblem], dispatch: &Dispatch) -> El {
    let notice = class("div", "link-notice").set("role", "status");
    if problems.is_empty() {
        return notice;
    }
    let problem = |it: &LinkProblem| {
        let found = el("code").says(&it.found);
        el("li")
            .child(found)
            .text(" ")
            .says(&it.reason.advice(about_links()))
    };
    notice
        .child(el("p").text("Part of the link could not be read. The rest is shown."))
        .child(el("ul").children(problems.iter().take(MOST_SHOWN).map(problem)))
        .child(button(dispatch, Action::ClosedNotice).text("Close"))
}
