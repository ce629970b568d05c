//! The verdict: one sentence, three outcomes as a chain, and who says otherwise.

use crate::app::markup::{Dispatch, El, button, class, el, sign};
use crate::app::session::Action;
use crate::view::{Dissent, LaneView, VerdictView};

/// The verdict.
pub fn verdict(verdict: &VerdictView, dissents: &[Dissent], dispatch: &Dispatch) -> El {
    let lanes = verdict.lanes.iter().map(|it| lane(it, dispatch));
    class("section", "verdict")
        .set("aria-label", "Verdict")
        .set("data-tone", verdict.tone.as_str())
        .child(el("h1").text(verdict.headline))
        .child(class("ol", "lanes").children(lanes))
        .maybe((!dissents.is_empty()).then(|| dissenters(dissents)))
}

fn dissenters(dissents: &[Dissent]) -> El {
    let dissent = |it: &Dissent| {
        let judge = el("strong").text(it.judge).text(": ");
        el("li").child(judge).text(it.headline).text(".")
    };
    class("ul", "dissents")
        .set("aria-label", "Others say otherwise")
        .children(dissents.iter().map(dissent))
}

fn lane(lane: &LaneView, dispatch: &Dispatch) -> El {
    let it = match lane.step {
        None => el("span"),
        Some(step) => button(dispatch, Action::WentTo(step)),
    };
    let answer = class("span", "answer")
        .set("data-tone", lane.tone.as_str())
        .child(sign(lane.tone.sign()))
        .text(" ")
        .text(lane.answer);
    el("li").child(
        it.set("class", "lane")
            .child(class("span", "question").text(lane.question))
            .child(answer)
            .text(" ")
            .child(class("span", "detail").says(&lane.detail)),
    )
}
