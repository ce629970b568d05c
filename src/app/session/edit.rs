//! What an edit does to a scenario.

use cors_engine::Scenario;
use cors_engine::scenario::{
    Answer, Api, CredentialsMode, HeaderLines, Hop, MOST_HOPS, Mode, PreflightAnswer, Profile,
    RedirectMode, ReferrerPolicy,
};

use super::{Action, AnswerPlace, HeaderPlace, LineChange, Part, Place};
use crate::paste;

/// Does to a scenario what somebody did; `opened` is what it was when it was opened. What is no edit
/// leaves it as it is.
pub(super) fn apply(scenario: &mut Scenario, opened: &Scenario, action: Action) {
    match action {
        Action::Typed(place, text) => typed(scenario, place, text),
        Action::AddedHeader(place, name, value) => lines(scenario, place).push((name, value)),
        Action::ChangedHeader(place, line, change) => changed(lines(scenario, place), line, change),
        Action::ToggledAnswer(place) => toggled(scenario, place),
        Action::AddedHop if scenario.hops.len() < MOST_HOPS => scenario.hops.push(Hop::default()),
        Action::RemovedHop => {
            scenario.hops.pop();
        }
        Action::Reset(Part::Page) => scenario.page = opened.page.clone(),
        Action::Reset(Part::Request) => scenario.request = opened.request.clone(),
        Action::Reset(Part::Answers) => scenario.hops = opened.hops.clone(),
        _ => {}
    }
}

fn typed(scenario: &mut Scenario, place: Place, text: String) {
    let request = &mut scenario.request;
    match place {
        Place::PageUrl => scenario.page.url = text,
        Place::Proxy => scenario.page.proxy = text,
        Place::Opaque => scenario.page.opaque = text == "true",
        Place::Api => {
            // The modes that go with it: others would be a problem that nobody typed.
            request.api = Api::from_text(&text).unwrap_or(request.api);
            request.mode = request.api.default_mode();
            request.credentials = request.api.default_credentials(request.mode);
            if request.api == Api::Curl {
                request.redirect = RedirectMode::Follow;
                request.upload_listener = false;
            }
        }
        Place::RequestUrl => request.url = text,
        Place::Method => request.method = text,
        Place::Mode => request.mode = Mode::from_text(&text).unwrap_or(request.mode),
        Place::Credentials => {
            request.credentials = CredentialsMode::from_text(&text).unwrap_or(request.credentials);
        }
        Place::Redirect => {
            request.redirect = RedirectMode::from_text(&text).unwrap_or(request.redirect);
        }
        Place::ReferrerPolicy => {
            request.referrer_policy =
                ReferrerPolicy::from_text(&text).unwrap_or(request.referrer_policy);
        }
        Place::Body => request.body = Some(text).filter(|text| !text.is_empty()),
        Place::UploadListener => request.upload_listener = text == "true",
        Place::Status(AnswerPlace::Preflight(hop)) => preflight(scenario, hop).status = text,
        Place::Status(AnswerPlace::Response(hop)) => response(scenario, hop).status = text,
        Place::HeaderName(place, line) => {
            if let Some(header) = lines(scenario, place).get_mut(line) {
                header.0 = text;
            }
        }
        Place::HeaderValue(place, line) => {
            if let Some(header) = lines(scenario, place).get_mut(line) {
                header.1 = text;
            }
        }
        Place::Pasted(place) => pasted(scenario, place, &text),
        Place::Profile => {
            scenario.profile = Profile::from_text(&text).unwrap_or(scenario.profile);
        }
    }
}

/// Takes a list from raw text, with the status, where the text has one.
fn pasted(scenario: &mut Scenario, place: HeaderPlace, text: &str) {
    let pasted = paste::headers(text);
    *lines(scenario, place) = pasted.lines;
    if let (HeaderPlace::Answer(answer), Some(status)) = (place, pasted.status) {
        typed(scenario, Place::Status(answer), status);
    }
}

fn changed(lines: &mut HeaderLines, line: usize, change: LineChange) {
    let last = lines.len().wrapping_sub(1);
    match change {
        _ if line >= lines.len() => {}
        LineChange::Removed => {
            lines.remove(line);
        }
        LineChange::Duplicated => lines.insert(line + 1, lines[line].clone()),
        LineChange::MovedUp if line > 0 => lines.swap(line, line - 1),
        LineChange::MovedDown if line < last => lines.swap(line, line + 1),
        LineChange::MovedUp | LineChange::MovedDown => {}
    }
}

/// Takes an answer away; gives the server its answer to the request back.
fn toggled(scenario: &mut Scenario, place: AnswerPlace) {
    match place {
        AnswerPlace::Preflight(index) => hop(scenario, index).preflight = None,
        AnswerPlace::Response(index) => {
            let hop = hop(scenario, index);
            hop.response = match hop.response {
                Some(_) => None,
                None => Some(Answer::default()),
            };
        }
    }
}

fn lines(scenario: &mut Scenario, place: HeaderPlace) -> &mut HeaderLines {
    match place {
        HeaderPlace::Request => &mut scenario.request.headers,
        HeaderPlace::Answer(AnswerPlace::Preflight(hop)) => &mut preflight(scenario, hop).headers,
        HeaderPlace::Answer(AnswerPlace::Response(hop)) => &mut response(scenario, hop).headers,
    }
}

/// The hop, with those before it, should the scenario end earlier.
fn hop(scenario: &mut Scenario, index: usize) -> &mut Hop {
    if scenario.hops.len() <= index {
        scenario.hops.resize_with(index + 1, Hop::default);
    }
    &mut scenario.hops[index]
}

/// The preflight's answer. Whoever edits it gives the server an OPTIONS handler.
fn preflight(scenario: &mut Scenario, index: usize) -> &mut PreflightAnswer {
    hop(scenario, index)
        .preflight
        .get_or_insert_with(PreflightAnswer::no_handler)
}

fn response(scenario: &mut Scenario, index: usize) -> &mut Answer {
    hop(scenario, index)
        .response
        .get_or_insert_with(Answer::default)
}
