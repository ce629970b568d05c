//! The verdict: one sentence, and three outcomes as a chain.

use yew::prelude::*;

use crate::view::{LaneView, VerdictView};

/// The verdict. Its headline is announced when it changes.
pub fn verdict(verdict: &VerdictView) -> Html {
    html! {
        <section class="verdict" aria-label="Verdict" data-tone={verdict.tone.as_str()}>
            <h1>{ &verdict.headline }</h1>
            <p class="visually-hidden" role="status">{ &verdict.headline }</p>
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
                <span class="sign" aria-hidden="true">{ lane.tone.sign() }</span>
                { " " }
                { lane.answer }
            </span>
            { " " }
            <span class="detail">{ &lane.detail }</span>
        </>
    };
    match &lane.step {
        Some(id) => html! { <li><a class="lane" href={format!("#{id}")}>{ body }</a></li> },
        None => html! { <li><span class="lane">{ body }</span></li> },
    }
}
