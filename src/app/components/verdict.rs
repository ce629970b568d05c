//! The verdict: one sentence, and three outcomes as a chain.

use yew::prelude::*;

use super::markup::sign;
use crate::view::{LaneView, VerdictView};

/// The verdict. Its headline is announced when it changes.
pub fn verdict(verdict: &VerdictView) -> Html {
    html! {
        <section class="verdict" aria-label="Verdict" data-tone={verdict.tone.as_str()}>
            <h1>{ verdict.headline }</h1>
            <p class="visually-hidden" role="status">{ verdict.headline }</p>
            <ol class="lanes">
                { for verdict.lanes.iter().map(lane) }
            </ol>
        </section>
    }
}

fn lane(lane: &LaneView) -> Html {
    let body = html! {
        <>
            <span class="question">{ lane.question }</span>
            <span class="answer" data-tone={lane.tone.as_str()}>
                { sign(lane.tone.sign()) }
                { " " }
                { lane.answer }
            </span>
            { " " }
            <span class="detail">{ &*lane.detail }</span>
        </>
    };
    match &lane.step {
        Some(id) => html! { <li><a class="lane" href={format!("#{id}")}>{ body }</a></li> },
        None => html! { <li class="lane">{ body }</li> },
    }
}
