//! The steps: the one that is looked at, and the list of all.

use super::player::player;
use crate::app::markup::{Dispatch, El, aside, button, card, class, el, sign};
use crate::app::session::{Action, Playback};
use crate::view::{EvidenceRow, Lit, Sign, StepView, Text};

/// Player, current step, and all steps.
pub fn steps(steps: &[StepView], current: usize, playback: Playback, dispatch: &Dispatch) -> El {
    let listed = steps
        .iter()
        .enumerate()
        .map(|(index, step)| listed(step, (index == current).then_some("step"), dispatch));
    let count = format!("All steps ({})", steps.len());
    let all = class("details", "all-steps")
        .child(el("summary").says(&count))
        .child(el("ol").children(listed));
    card("steps", "steps-heading", "Step by step", None)
        .child(player(steps, current, playback, dispatch))
        .maybe(steps.get(current).map(current_step))
        .maybe(elsewhere(steps, current, dispatch))
        .child(all)
}

/// Where it is stopped, if that is not what is looked at.
fn elsewhere(steps: &[StepView], current: usize, dispatch: &Dispatch) -> Option<El> {
    let stopped = |step: &StepView| step.is_deciding && step.sign == Sign::Failed;
    let index = steps.iter().position(stopped)?;
    let step = steps.get(index).filter(|_| index != current)?;
    let number = format!("Stopped at step {}: ", index + 1);
    let words = el("span").says(&number).text(step.question);
    let go = button(dispatch, Action::WentTo(step.name)).set("class", "elsewhere");
    Some(go.child(sign(step.sign.sign())).child(words))
}

/// Question, answer, evidence, why.
fn current_step(step: &StepView) -> El {
    let question = el("h3")
        .child(sign(step.sign.sign()))
        .text(step.question)
        .text(" ")
        .child(el("strong").text(step.said()));
    let evidence = (!step.evidence.is_empty()).then(|| {
        let mut list = class("dl", "evidence");
        for row in &step.evidence {
            list = evidence_row(list, row);
        }
        list
    });
    let consequence = |text: &String| el("strong").says(text);
    let source = |anchor| {
        el("a")
            .set("href", anchor)
            .set("target", "_blank")
            .set("rel", "noreferrer")
            .says(&step.source)
            .text(" ↗")
    };
    let dot = if step.anchor.is_some() { " · " } else { "" };
    let about = class("p", "about").says(&step.about).text(dot);
    class("article", "step")
        .set("data-rule", step.rule)
        .set("data-outcome", step.sign.as_str())
        .set_if("data-deciding", step.is_deciding.then_some("true"))
        .child(question)
        .child(about.maybe(step.anchor.map(source)))
        .maybe(evidence)
        .child(
            el("p")
                .text(step.meaning)
                .text(" ")
                .maybe(step.consequence.as_ref().map(consequence)),
        )
        .child(class("p", "why").text(step.why))
}

/// One of all steps: a button that goes there.
fn listed(step: &StepView, current: Option<&'static str>, dispatch: &Dispatch) -> El {
    let about = match step.sign {
        Sign::NotReached => aside("not reached"),
        _ => class("span", "aside").says(&step.about),
    };
    let question = el("span")
        .text(step.question)
        .text(" ")
        .child(el("strong").text(step.answer));
    let go = button(dispatch, Action::WentTo(step.name))
        .set_if("aria-current", current)
        .child(sign(step.sign.sign()))
        .child(question)
        .child(about);
    el("li")
        .set("data-outcome", step.sign.as_str())
        .set("data-listed", step.rule)
        .set_if("data-deciding", step.is_deciding.then_some("true"))
        .child(go)
}

fn evidence_row(list: El, row: &EvidenceRow) -> El {
    let value = el("dd");
    let value = match &row.text {
        Text::Absent(text) => value
            .set("data-absent", "true")
            .child(sign(Lit::SIGN_OF_MISSING))
            .text(" ")
            .says(text),
        Text::Plain(text) => value.says(text),
        Text::Sentence(text) => value.set("data-text", "sentence").text(text),
        Text::Marked(before, marked, after) => value
            .says(before)
            .child(el("mark").says(marked))
            .says(after),
    };
    list.child(el("dt").text(row.label)).child(value)
}
