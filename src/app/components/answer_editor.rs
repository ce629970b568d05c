//! The server's answers, hop by hop and apart: to the preflight, and to the request.

use cors_engine::scenario::{HeaderLines, Hop, MOST_HOPS, PreflightAnswer};
use cors_engine::trace::Message;

use super::field::{Field, field};
use super::header_lines::{HeaderLinesProps, header_lines};
use super::region::AnswersRegion;
use crate::app::markup::{Dispatch, El, aside, button, card, class, el, sign};
use crate::app::session::{Action, AnswerPlace, HeaderPlace, Part, Place};
use crate::view::Lit;

/// The editor of the server's answers.
pub fn answers_editor(region: &AnswersRegion, dispatch: &Dispatch) -> El {
    let reset = button(dispatch, Action::Reset(Part::Answers));
    let hops = region.hops.iter().enumerate();
    let hops = hops.map(|(index, hop)| {
        let is_one_of_several = region.hops.len() > 1;
        class("div", "hop")
            .key(index)
            .maybe(is_one_of_several.then(|| hop_heading(region, index)))
            .child(preflight(region, index, hop, dispatch))
            .child(response(region, index, hop, dispatch))
    });
    let card = card(
        "server-editor",
        "answers-heading",
        "The server's answers",
        Some(reset.set("aria-label", "Reset the answers").text("Reset")),
    )
    .children(hops);
    let count = region.hops.len();
    let next = region.urls.get(count).filter(|_| count < MOST_HOPS);
    let remove = (count > 1).then(|| {
        let words = "Remove the last address";
        button(dispatch, Action::RemovedHop).text(words)
    });
    card.maybe(next.map(|url| unanswered(url, dispatch)))
        .child(class("div", "buttons").maybe(remove))
}

/// The address that a redirect leads to, and that no server answers yet.
fn unanswered(url: &str, dispatch: &Dispatch) -> El {
    button(dispatch, Action::AddedHop)
        .set("class", "missing")
        .child(sign(Lit::SIGN_OF_MISSING))
        .child(
            el("span")
                .text("Nobody answers at ")
                .child(el("code").says(url)),
        )
        .child(el("strong").text("Let it answer"))
}

fn hop_heading(region: &AnswersRegion, index: usize) -> El {
    let number = format!("{}. ", index + 1);
    let heading = class("h3", "hop-heading").says(&number);
    match region.urls.get(index) {
        Some(url) => heading.child(el("code").says(url)),
        None => heading.child(aside("not asked")),
    }
}

fn preflight(region: &AnswersRegion, index: usize, hop: &Hop, dispatch: &Dispatch) -> El {
    let place = AnswerPlace::Preflight(index);
    let is_asked = region.preflighted.contains(&index);
    let toggle = button(dispatch, Action::ToggledAnswer(place));
    // What somebody edits stays open, also while a half-typed line keeps the browser from asking.
    let is_open = is_asked || hop.preflight.is_some();
    let summary = el("summary")
        .child(el("h3").text("Answer to the preflight"))
        .maybe((!is_asked).then(|| aside("no preflight is sent")));
    let details = class("details", "answer-editor")
        .set_if("open", is_open.then_some("open"))
        .child(summary);
    // Without a handler the fields show what the server says then; to edit them is to give it one.
    let no_handler = PreflightAnswer::no_handler();
    let answer = hop.preflight.as_ref().unwrap_or(&no_handler);
    let no_handler = "The server does not answer OPTIONS yet: 405, without CORS headers. Edit anything here to make it answer.";
    details
        .maybe(hop.preflight.is_none().then(|| aside(no_handler)))
        .child(status(region, place, &answer.status, dispatch))
        .child(lines(region, place, &answer.headers, dispatch))
        .maybe(
            hop.preflight
                .as_ref()
                .map(|_| toggle.text("Let it answer 405 again")),
        )
}

fn response(region: &AnswersRegion, index: usize, hop: &Hop, dispatch: &Dispatch) -> El {
    let place = AnswerPlace::Response(index);
    let toggle = button(dispatch, Action::ToggledAnswer(place));
    let details = class("details", "answer-editor")
        .set("open", "open")
        .child(el("summary").child(el("h3").text("Answer to the request")));
    match &hop.response {
        None => details
            .child(aside("The connection fails: nobody answers."))
            .child(toggle.text("Let it answer")),
        Some(answer) => details
            .child(status(region, place, &answer.status, dispatch))
            .child(lines(region, place, &answer.headers, dispatch))
            .child(toggle.text("Let the connection fail")),
    }
}

fn lines(
    region: &AnswersRegion,
    place: AnswerPlace,
    lines: &HeaderLines,
    dispatch: &Dispatch,
) -> El {
    let (label, hop, message) = match place {
        AnswerPlace::Preflight(hop) => ("Preflight answer headers", hop, Message::Preflight),
        AnswerPlace::Response(hop) => ("Response headers", hop, Message::Response),
    };
    let missing = region.fields.missing.as_ref();
    header_lines(&HeaderLinesProps {
        place: HeaderPlace::Answer(place),
        label,
        lines,
        effects: &[],
        missing: missing.filter(|it| it.message == message && it.hop == hop),
        fields: &region.fields,
        pasting: region.pasting.as_ref(),
        dispatch,
    })
}

/// The status of an answer.
fn status(region: &AnswersRegion, place: AnswerPlace, status: &str, dispatch: &Dispatch) -> El {
    let label = match place {
        AnswerPlace::Preflight(_) => "Preflight status",
        AnswerPlace::Response(_) => "Response status",
    };
    let id = format!("{}-status", HeaderPlace::Answer(place).id());
    let at = place.status_field();
    let status = Field {
        problem: region.fields.problem(at),
        lit: region.fields.lit(at),
        list: Some("statuses"),
        input_mode: Some("numeric"),
        ..Field::new(Place::Status(place), &id, label, status)
    };
    field(&status, dispatch)
}
