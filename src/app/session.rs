//! The session: the one state of the app, what people do to it, and what becomes of it.

use std::rc::Rc;

use cors_engine::Scenario;
use cors_engine::scenario::{Answer, CredentialsMode, HeaderLines, Hop, PreflightAnswer};
use yew::Reducible;

/// The state of the app.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// What is being played.
    pub scenario: Rc<Scenario>,
}

impl Default for Session {
    fn default() -> Session {
        Session {
            scenario: Rc::new(Scenario::opening()),
        }
    }
}

impl Session {
    /// The scenario to judge: without the blank lines at the end of a list, which somebody has
    /// just added and not begun to type. All other lines keep their places.
    pub fn finished_lines(&self) -> Scenario {
        let mut scenario = (*self.scenario).clone();
        drop_blank_end(&mut scenario.request.headers);
        for hop in &mut scenario.hops {
            if let Some(answer) = &mut hop.preflight {
                drop_blank_end(&mut answer.headers);
            }
            if let Some(answer) = &mut hop.response {
                drop_blank_end(&mut answer.headers);
            }
        }
        scenario
    }
}

/// Whether nothing is typed in a header line.
pub fn is_blank((name, value): &(String, String)) -> bool {
    name.is_empty() && value.is_empty()
}

fn drop_blank_end(lines: &mut HeaderLines) {
    while lines.last().is_some_and(is_blank) {
        lines.pop();
    }
}

/// What somebody did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Typed the page's address.
    TypedPageUrl(String),
    /// Typed the request's address.
    TypedRequestUrl(String),
    /// Typed or chose the method.
    TypedMethod(String),
    /// Chose the credentials mode.
    ChoseCredentials(CredentialsMode),
    /// Typed the status of an answer.
    TypedStatus(AnswerPlace, String),
    /// Typed the name of a header line.
    TypedHeaderName(HeaderPlace, usize, String),
    /// Typed the value of a header line.
    TypedHeaderValue(HeaderPlace, usize, String),
    /// Added a header line.
    AddedHeader(HeaderPlace, String, String),
    /// Removed a header line.
    RemovedHeader(HeaderPlace, usize),
    /// Went back to the opening scenario.
    StartedOver,
}

/// One of a hop's two answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerPlace {
    /// To the preflight, at this hop.
    Preflight(usize),
    /// To the request, at this hop.
    Response(usize),
}

/// A list of header lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderPlace {
    /// The request's.
    Request,
    /// An answer's.
    Answer(AnswerPlace),
}

impl HeaderPlace {
    /// The list itself, in a scenario.
    pub fn lines(self, scenario: &Scenario) -> &[(String, String)] {
        let hop = |index: usize| scenario.hops.get(index);
        match self {
            HeaderPlace::Request => &scenario.request.headers,
            HeaderPlace::Answer(AnswerPlace::Preflight(index)) => hop(index)
                .and_then(|hop| hop.preflight.as_ref())
                .map_or(&[], |answer| &answer.headers),
            HeaderPlace::Answer(AnswerPlace::Response(index)) => hop(index)
                .and_then(|hop| hop.response.as_ref())
                .map_or(&[], |answer| &answer.headers),
        }
    }

    /// What the ids of the list's elements begin with.
    const fn id(self) -> &'static str {
        match self {
            HeaderPlace::Request => "request",
            HeaderPlace::Answer(AnswerPlace::Preflight(_)) => "preflight",
            HeaderPlace::Answer(AnswerPlace::Response(_)) => "response",
        }
    }

    /// What the ids of the elements of line number `index` begin with.
    pub fn line_id(self, index: usize) -> String {
        format!("{}-header-{}", self.id(), index + 1)
    }

    /// The id of the field with the name of line number `index`.
    pub fn name_id(self, index: usize) -> String {
        format!("{}-name", self.line_id(index))
    }

    /// The id of the button that adds a line.
    pub fn add_id(self) -> String {
        format!("{}-add", self.id())
    }
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut scenario = Rc::clone(&self.scenario);
        apply(Rc::make_mut(&mut scenario), action);
        Rc::new(Session { scenario })
    }
}

/// Does to a scenario what somebody did.
fn apply(scenario: &mut Scenario, action: Action) {
    match action {
        Action::TypedPageUrl(url) => scenario.page.url = url,
        Action::TypedRequestUrl(url) => scenario.request.url = url,
        Action::TypedMethod(method) => scenario.request.method = method,
        Action::ChoseCredentials(credentials) => scenario.request.credentials = credentials,
        Action::TypedStatus(place, status) => match place {
            AnswerPlace::Preflight(hop) => preflight(scenario, hop).status = status,
            AnswerPlace::Response(hop) => response(scenario, hop).status = status,
        },
        Action::TypedHeaderName(place, line, name) => {
            if let Some(header) = lines(scenario, place).get_mut(line) {
                header.0 = name;
            }
        }
        Action::TypedHeaderValue(place, line, value) => {
            if let Some(header) = lines(scenario, place).get_mut(line) {
                header.1 = value;
            }
        }
        Action::AddedHeader(place, name, value) => lines(scenario, place).push((name, value)),
        Action::RemovedHeader(place, line) => {
            let lines = lines(scenario, place);
            if line < lines.len() {
                lines.remove(line);
            }
        }
        Action::StartedOver => *scenario = Scenario::opening(),
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

#[cfg(test)]
mod tests {
    use super::*;

    const RESPONSE: HeaderPlace = HeaderPlace::Answer(AnswerPlace::Response(0));
    const PREFLIGHT: HeaderPlace = HeaderPlace::Answer(AnswerPlace::Preflight(0));

    fn after(actions: Vec<Action>) -> Session {
        let start = Rc::new(Session::default());
        let end = actions
            .into_iter()
            .fold(start, |session, action| session.reduce(action));
        (*end).clone()
    }

    #[test]
    fn what_is_typed_stays_as_typed() {
        let session = after(vec![
            Action::TypedPageUrl(" not a URL".into()),
            Action::TypedMethod(String::new()),
            Action::TypedStatus(AnswerPlace::Response(0), "ok".into()),
        ]);
        let scenario = session.scenario;
        assert_eq!(scenario.page.url, " not a URL");
        assert_eq!(scenario.request.method, "");
        assert_eq!(
            scenario.hops[0]
                .response
                .as_ref()
                .map(|it| it.status.as_str()),
            Some("ok")
        );
    }

    #[test]
    fn editing_the_preflights_answer_gives_the_server_a_handler() {
        let session = after(vec![Action::AddedHeader(
            PREFLIGHT,
            String::new(),
            String::new(),
        )]);
        let preflight = session.scenario.hops[0].preflight.clone();
        assert_eq!(preflight.map(|answer| answer.status), Some("405".into()));
    }

    #[test]
    fn a_line_just_added_is_not_judged_until_something_is_typed() {
        let blank = || Action::AddedHeader(RESPONSE, String::new(), String::new());
        let session = after(vec![blank(), blank()]);
        let lines_of = |scenario: &Scenario| {
            scenario.hops[0]
                .response
                .as_ref()
                .map(|it| it.headers.len())
        };
        assert_eq!(lines_of(&session.scenario), Some(3));
        assert_eq!(lines_of(&session.finished_lines()), Some(1));
        let session = after(vec![
            blank(),
            blank(),
            Action::TypedHeaderValue(RESPONSE, 2, "x".into()),
        ]);
        assert_eq!(
            lines_of(&session.finished_lines()),
            Some(3),
            "its place would move otherwise"
        );
    }

    #[test]
    fn an_action_on_a_line_that_is_gone_changes_nothing() {
        let session = after(vec![
            Action::RemovedHeader(RESPONSE, 9),
            Action::TypedHeaderName(RESPONSE, 9, "X".into()),
        ]);
        assert_eq!(session, Session::default());
    }

    #[test]
    fn starting_over_brings_the_opening_scenario_back() {
        let session = after(vec![
            Action::RemovedHeader(HeaderPlace::Request, 0),
            Action::ChoseCredentials(CredentialsMode::Include),
            Action::StartedOver,
        ]);
        assert_eq!(session, Session::default());
    }
}
