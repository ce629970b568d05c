//! The player: from step to step, by button, by key, or by itself.

use crate::app::markup::{Dispatch, El, Key, button, class, sign, unseen};
use crate::app::session::{Action, Playback};
use crate::view::StepView;

/// The player for `steps`, of which number `current` is looked at.
pub fn player(steps: &[StepView], current: usize, playback: Playback, dispatch: &Dispatch) -> El {
    let last = steps.len().saturating_sub(1);
    let to = |index: usize| match steps.get(index) {
        Some(step) => Action::WentTo(step.name),
        None => Action::Stopped,
    };
    let (first, end) = (to(0), to(last));
    let (back, forward) = (to(current.saturating_sub(1)), to(last.min(current + 1)));
    let (play_sign, play_label, play) = match (playback, steps.get(current % last.max(1))) {
        // At the end it begins anew.
        (Playback::Paused, Some(step)) => ("▶", "Play", Action::Started(step.name)),
        _ => ("⏸", "Pause", Action::Stopped),
    };
    let keys = vec![
        (Key::Alone("Home"), first.clone()),
        (Key::Alone("ArrowLeft"), back.clone()),
        (Key::Alone("ArrowDown"), back.clone()),
        (Key::Alone("ArrowRight"), forward.clone()),
        (Key::Alone("ArrowUp"), forward.clone()),
        (Key::Alone("End"), end.clone()),
        (Key::OffButtons(" "), play.clone()),
    ];
    let press = |label, shape, action| {
        button(dispatch, action)
            .child(sign(shape))
            .child(unseen(label))
    };
    let count = format!("{} of {}", current + 1, steps.len());
    class("div", "player")
        .set("role", "group")
        .set("aria-label", "Player")
        .keys(dispatch, keys)
        .child(press("First step", "«", first))
        .child(press("Step back", "‹", back))
        .child(press(play_label, play_sign, play))
        .child(press("Step forward", "›", forward))
        .child(press("Last step", "»", end))
        .child(track(steps, current, dispatch))
        .child(
            class("span", "aside")
                .set("aria-hidden", "true")
                .says(&count),
        )
}

/// The track: a slider with a mark for each step.
fn track(steps: &[StepView], current: usize, dispatch: &Dispatch) -> El {
    let (now, count) = ((current + 1).to_string(), steps.len().to_string());
    let mut text = format!("Step {now} of {count}: ");
    if let Some(step) = steps.get(current) {
        for part in [&step.about, ". ", step.question, " ", step.said()] {
            text.push_str(part);
        }
    }
    let mark = |(index, step): (usize, &StepView)| {
        class("span", "mark")
            .set("data-outcome", step.sign.as_str())
            .set_if("data-current", (index == current).then_some("true"))
            .click(dispatch, Action::WentTo(step.name))
            .text(step.sign.sign())
    };
    class("div", "track")
        .set("role", "slider")
        .set("tabindex", "0")
        .set("aria-label", "Step")
        .set("aria-valuemin", "1")
        .attr("aria-valuemax", &count)
        .attr("aria-valuenow", &now)
        .attr("aria-valuetext", &text)
        .children(steps.iter().enumerate().map(mark))
}
