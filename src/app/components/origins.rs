//! Same origin? Page and request in parts, the differing part marked.

use yew::prelude::*;

use crate::view::{Comparison, OriginPart, OriginRow, OriginsView};

/// Page and request in parts.
pub fn origins(origins: &OriginsView) -> Html {
    let OriginsView {
        answer,
        page,
        request,
        comparison,
    } = origins;
    html! {
        <section class="card origins" aria-labelledby="origins-heading">
            <header>
                <h2 id="origins-heading">{ "Same origin?" }</h2>
                <p class="origins-answer">{ answer }</p>
            </header>
            if page.is_some() || request.is_some() {
                <div class="origin-rows">
                    if let Some(page) = page {
                        { row("page", page, *comparison) }
                    }
                    if let Some(comparison) = comparison {
                        { signs(*comparison) }
                    }
                    if let Some(request) = request {
                        { row("request", request, *comparison) }
                    }
                </div>
            }
        </section>
    }
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
                if mark.is_some() { <span class="visually-hidden">{ ", differs" }</span> }
            </dd>
        </>
    }
}

fn signs(comparison: [Comparison; 3]) -> Html {
    let sign = |comparison: Comparison| match comparison {
        Comparison::Same => html! { <span data-comparison="same">{ "=" }</span> },
        Comparison::Differs => html! { <span data-comparison="differs">{ "≠" }</span> },
    };
    html! {
        <div class="signs" aria-hidden="true">{ for comparison.into_iter().map(sign) }</div>
    }
}
