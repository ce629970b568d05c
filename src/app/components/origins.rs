//! Same origin? Page and request in parts, the differing part marked.

use yew::prelude::*;

use super::markup::{card, unseen};
use crate::view::{Comparison, OriginPart, OriginRow, OriginsView};

/// Page and request in parts.
pub fn origins(origins: &OriginsView) -> Html {
    let OriginsView {
        answer,
        page,
        request,
        comparison,
    } = origins;
    let row = |side, it: &Option<OriginRow>| it.as_ref().map(|it| row(side, it, *comparison));
    let body = html! {
        <div class="origin-rows">
            { row("page", page) }
            { comparison.map(signs) }
            { row("request", request) }
        </div>
    };
    let answer = html! { <p class="origins-answer">{ &**answer }</p> };
    card("origins", "origins-heading", "Same origin?", answer, body)
}

fn row(side: &'static str, row: &OriginRow, comparison: Option<[Comparison; 3]>) -> Html {
    let mark = |index: usize| match comparison.and_then(|all| all.get(index).copied()) {
        Some(Comparison::Differs) => Some("differs"),
        _ => None,
    };
    html! {
        <dl class="origin" data-side={side}>
            <dt class="side">{ side }</dt>
            <dd class="visually-hidden">{ "in parts:" }</dd>
            { for row.parts.iter().enumerate().map(|(index, it)| part(it, mark(index))) }
            if !row.rest.is_empty() {
                <dt class="visually-hidden">{ "not part of the origin" }</dt>
                <dd class="rest">{ &row.rest }</dd>
            }
        </dl>
    }
}

fn part(part: &OriginPart, mark: Option<&'static str>) -> Html {
    let implied = part.is_implied.then_some("implied");
    html! {
        <>
            <dt class="visually-hidden">{ part.name }</dt>
            <dd class="part" data-part={part.name} data-mark={mark} data-implied={implied}>
                { &part.text }
                if mark.is_some() { { unseen(", differs") } }
            </dd>
        </>
    }
}

fn signs(comparison: [Comparison; 3]) -> Html {
    let sign = |comparison: Comparison| {
        let (kind, sign) = match comparison {
            Comparison::Same => ("same", "="),
            Comparison::Differs => ("differs", "≠"),
        };
        html! { <span data-comparison={kind}>{ sign }</span> }
    };
    html! {
        <div class="signs" aria-hidden="true">{ for comparison.into_iter().map(sign) }</div>
    }
}
