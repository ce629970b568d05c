//! The steps: every decision of the browser, the deciding one open.

use yew::prelude::*;

use super::markup::{aside, card, sign};
use crate::view::{EvidenceRow, Sign, StepView, Text};

/// The steps.
pub fn steps(steps: &[StepView]) -> Html {
    let total = steps.len();
    let body = html! { <ol>{ for steps.iter().map(step) }</ol> };
    let count = html! { <span class="aside">{ total }{ " decisions" }</span> };
    card("steps", "steps-heading", "Step by step", count, body)
}

fn step(step: &StepView) -> Html {
    let deciding = step.is_deciding.then_some("true");
    html! {
        <li
            key={step.id.clone()}
            class="step"
            id={step.id.clone()}
            data-rule={step.rule}
            data-outcome={step.sign.as_str()}
            data-deciding={deciding}
        >
            if step.sign == Sign::NotReached {
                <p class="step-summary">{ summary(step) }{ aside("not reached") }</p>
            } else {
                <details open={step.is_deciding}>
                    <summary class="step-summary">{ summary(step) }</summary>
                    { body(step) }
                </details>
            }
        </li>
    }
}

fn summary(step: &StepView) -> Html {
    html! {
        <>
            { sign(step.sign.sign()) }
            <span class="step-question">
                { step.question }{ " " }<strong>{ step.answer }</strong>
            </span>
            <span class="about">{ &step.about }</span>
        </>
    }
}

fn body(step: &StepView) -> Html {
    html! {
        <div class="step-body">
            <p>{ step.meaning }</p>
            if let Some(consequence) = &step.consequence {
                <p class="consequence">{ consequence }</p>
            }
            if !step.evidence.is_empty() {
                <dl class="evidence">{ for step.evidence.iter().map(evidence_row) }</dl>
            }
            <p class="why">{ step.why }</p>
            if let Some(anchor) = step.anchor {
                <p class="source">
                    <a href={anchor} target="_blank" rel="noreferrer">{ &step.source }{ " ↗" }</a>
                </p>
            }
        </div>
    }
}

fn evidence_row(row: &EvidenceRow) -> Html {
    let value = match &row.text {
        Text::Absent(text) => html! { <span data-absent="true">{ "⌀ " }{ text }</span> },
        Text::Plain(text) => html! { { text } },
        Text::Sentence(text) => html! { { *text } },
        Text::Marked(before, marked, after) => {
            html! { <>{ before }<mark>{ marked }</mark>{ after }</> }
        }
    };
    let kind = matches!(row.text, Text::Sentence(_)).then_some("sentence");
    html! { <><dt>{ row.label }</dt><dd data-text={kind}>{ value }</dd></> }
}
