//! What becomes of the session.

mod links;

use cors_engine::Rule;

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

fn fragment(session: &Session) -> String {
    session.fragment(StepName::deciding(&session.trace()))
}

fn typed_in(place: Place, text: &str) -> Action {
    Action::Typed(place, text.into())
}

#[test]
fn what_is_typed_stays_as_typed() {
    let session = after(vec![
        typed_in(Place::PageUrl, " not a URL"),
        typed_in(Place::Method, ""),
        typed_in(Place::Status(AnswerPlace::Response(0)), "ok"),
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
    assert_eq!(lines_of(&session.on_stage()), Some(1));
    let session = after(vec![
        blank(),
        blank(),
        typed_in(Place::HeaderValue(RESPONSE, 2), "x"),
    ]);
    assert_eq!(
        lines_of(&session.on_stage()),
        Some(3),
        "its place would move otherwise"
    );
}

#[test]
fn an_action_on_a_line_that_is_gone_changes_nothing() {
    let session = after(vec![
        Action::ChangedHeader(RESPONSE, 9, LineChange::Removed),
        typed_in(Place::HeaderName(RESPONSE, 9), "X"),
    ]);
    assert_eq!(session.scenario, Session::default().scenario);
    assert!(!session.can_undo());
}

#[test]
fn starting_over_brings_back_what_was_opened() {
    let session = after(vec![
        Action::ChangedHeader(HeaderPlace::Request, 0, LineChange::Removed),
        typed_in(Place::Credentials, "include"),
        Action::StartedOver,
    ]);
    assert_eq!(session.scenario, Session::default().scenario);
    let opened = Rc::new(Session::of_fragment(PREFLIGHTED));
    let edited = Rc::clone(&opened).reduce(typed_in(Place::Method, "DELETE"));
    assert_eq!(edited.reduce(Action::StartedOver).scenario, opened.scenario);
}

fn typed(texts: &[&str]) -> Vec<Action> {
    texts
        .iter()
        .map(|text| typed_in(Place::Method, text))
        .collect()
}

#[test]
fn what_is_typed_in_one_field_is_undone_at_once() {
    let mut actions = typed(&["P", "PU", "PUT"]);
    actions.push(typed_in(Place::PageUrl, "https://a.example/"));
    actions.push(Action::Undid);
    assert_eq!(after(actions.clone()).scenario.request.method, "PUT");
    actions.push(Action::Undid);
    let session = after(actions.clone());
    assert_eq!(session.scenario, Session::default().scenario);
    assert!(!session.can_undo() && session.can_redo());
    actions.extend([Action::Redid, Action::Redid, Action::Redid]);
    let session = after(actions);
    assert_eq!(session.scenario.page.url, "https://a.example/");
    assert!(session.can_undo() && !session.can_redo());
}

#[test]
fn an_edit_after_an_undo_ends_what_could_be_redone() {
    let mut actions = typed(&["PUT"]);
    actions.extend([Action::Undid, typed_in(Place::Profile, "chromium")]);
    let session = after(actions);
    assert!(!session.can_redo());
    assert_eq!(session.scenario.request.method, "GET");
}

#[test]
fn two_hundred_edits_can_be_undone() {
    let add = || Action::AddedHeader(HeaderPlace::Request, "X-A".into(), String::new());
    let mut actions: Vec<Action> = (0..250).map(|_| add()).collect();
    actions.extend((0..250).map(|_| Action::Undid));
    let lines = Session::default().scenario.request.headers.len();
    assert_eq!(after(actions).scenario.request.headers.len(), lines + 50);
}

#[test]
fn an_edit_stays_with_the_step_and_starting_over_goes_to_the_deciding_one() {
    let start = Session::default();
    assert_eq!(start.focus.rule, Rule::AllowOriginPresent);
    let step = StepName {
        rule: Rule::SameOrigin,
        occurrence: 1,
    };
    let mut actions = vec![Action::Started(start.focus), Action::WentTo(step)];
    actions.extend(typed(&["PUT"]));
    let session = after(actions.clone());
    assert_eq!((session.focus, session.playback), (step, Playback::Paused));
    actions.push(Action::StartedOver);
    assert_eq!(after(actions).focus, start.focus);
}

#[test]
fn header_lines_move_and_double() {
    let change = |line, change| Action::ChangedHeader(HeaderPlace::Request, line, change);
    let add = |name: &str| Action::AddedHeader(HeaderPlace::Request, name.into(), "1".into());
    let names = |actions| -> Vec<String> {
        let lines = after(actions).scenario.request.headers.clone();
        lines.into_iter().map(|(name, _)| name).collect()
    };
    let two = || vec![add("X-A"), add("X-B")];
    let with = |action| {
        let mut actions = two();
        actions.push(action);
        names(actions)
    };
    assert_eq!(names(two()), ["Accept", "X-A", "X-B"]);
    assert_eq!(
        with(change(2, LineChange::MovedUp)),
        ["Accept", "X-B", "X-A"]
    );
    assert_eq!(
        with(change(0, LineChange::MovedDown)),
        ["X-A", "Accept", "X-B"]
    );
    assert_eq!(
        with(change(1, LineChange::Duplicated)),
        ["Accept", "X-A", "X-A", "X-B"]
    );
    for nowhere in [
        change(0, LineChange::MovedUp),
        change(2, LineChange::MovedDown),
    ] {
        assert_eq!(with(nowhere), ["Accept", "X-A", "X-B"]);
    }
}

#[test]
fn the_keyboard_follows_the_line() {
    let id = |action| after(vec![action]).keyboard.id.clone();
    let add = Action::AddedHeader(RESPONSE, String::new(), String::new());
    assert_eq!(id(add), "response-header-2-name");
    let double = Action::ChangedHeader(RESPONSE, 0, LineChange::Duplicated);
    assert_eq!(id(double), "response-header-2-name");
    let remove = Action::ChangedHeader(RESPONSE, 0, LineChange::Removed);
    assert_eq!(id(remove), "response-add");
    assert_eq!(
        id(typed_in(Place::Method, "PUT")),
        "",
        "typing leaves it where it is"
    );
}

#[test]
fn pasted_headers_take_the_place_of_the_list_and_are_undone_at_once() {
    let place = HeaderPlace::Answer(AnswerPlace::Response(0));
    let paste = |text| typed_in(Place::Pasted(place), text);
    let mut actions = vec![
        Action::ToggledPasting(place),
        paste("HTTP/1.1 404 Not Found\nX-A: 1"),
        paste("HTTP/1.1 404 Not Found\nX-A: 1\nX-B: 2"),
    ];
    let session = after(actions.clone());
    let answer = session.scenario.hops[0]
        .response
        .clone()
        .expect("it answers");
    assert_eq!(answer.status, "404");
    assert_eq!(answer.headers.len(), 2);
    actions.push(Action::Undid);
    assert_eq!(after(actions).scenario, Session::default().scenario);
}

#[test]
fn each_part_goes_back_to_what_was_opened() {
    let edits = || {
        vec![
            typed_in(Place::PageUrl, "https://a.example/"),
            typed_in(Place::Method, "PUT"),
            Action::AddedHop,
        ]
    };
    let start = Session::default().scenario;
    for part in [Part::Page, Part::Request, Part::Answers] {
        let mut actions = edits();
        actions.push(Action::Reset(part));
        let scenario = after(actions).scenario;
        assert_eq!(scenario.page == start.page, part == Part::Page);
        assert_eq!(scenario.request == start.request, part == Part::Request);
        assert_eq!(scenario.hops == start.hops, part == Part::Answers);
    }
}

#[test]
fn another_api_brings_the_modes_that_go_with_it() {
    let request = after(vec![typed_in(Place::Api, "img")])
        .scenario
        .request
        .clone();
    assert_eq!(request.mode.as_str(), "no-cors");
    assert_eq!(request.credentials.as_str(), "include");
}

#[test]
fn curl_takes_over_nothing_that_only_a_page_has() {
    let session = after(vec![
        typed_in(Place::Redirect, "error"),
        typed_in(Place::ReferrerPolicy, "origin"),
        typed_in(Place::Api, "curl"),
        typed_in(Place::Proxy, "https://third.example"),
    ]);
    assert_eq!(session.scenario.page.proxy, "https://third.example");
    let trace = session.trace();
    assert_eq!(trace.deciding_step().rule, Rule::ClientIsBrowser);
}

/// A request whose preflight succeeds, as a link.
const PREFLIGHTED: &str =
    "v=1&method=PUT&pre=204&pre-allow-origin=*&pre-allow-methods=PUT&allow-origin=%2A";

#[test]
fn sending_keeps_what_the_preflight_allowed_until_its_time_is_over() {
    let preflights = |actions: &[Action]| {
        let start = Rc::new(Session::of_fragment(PREFLIGHTED));
        let end = actions
            .iter()
            .cloned()
            .fold(start, |session, action| session.reduce(action));
        end.trace().preflights().count()
    };
    assert_eq!(preflights(&[]), 1);
    assert_eq!(preflights(&[Action::Sent]), 0, "cached");
    assert_eq!(preflights(&[Action::Sent, Action::Waited(4)]), 0);
    assert_eq!(
        preflights(&[Action::Sent, Action::Waited(5)]),
        1,
        "5 s are over"
    );
    assert_eq!(preflights(&[Action::Sent, Action::ClearedCache]), 1);
}

#[test]
fn a_further_send_is_looked_at_and_edited_in_the_place_of_the_first() {
    let fragment = format!("{PREFLIGHTED}&then=4&header=X-Id:%201&then=3");
    let look = |send| Action::LookedAtSend(send);
    let start = Rc::new(Session::of_fragment(&fragment));
    let preflights = |session: &Session| session.trace().preflights().count();
    assert_eq!(preflights(&start), 1);
    let second = start.reduce(look(1));
    assert_eq!(second.seen().request.headers.len(), 1);
    assert_eq!(preflights(&second), 1, "nothing kept covers the new header");
    let edited = second.reduce(Action::ChangedHeader(
        HeaderPlace::Request,
        0,
        LineChange::Removed,
    ));
    assert_eq!(preflights(&edited), 0, "4 of 5 seconds are over");
    assert_eq!(edited.scenario.then[0].request.headers, []);
    assert_eq!(edited.scenario.then[1].request.headers.len(), 1);
    // Undone while another is looked at, and a scenario with fewer sends.
    let first = edited.reduce(look(0)).reduce(Action::Undid);
    assert_eq!(first.scenario.then[0].request.headers.len(), 1);
    let last = first.reduce(look(9));
    assert_eq!(last.send, 2);
    assert_eq!(last.reduce(Action::StartedOver).send, 0);
    let other = Rc::new(Session::of_fragment("v=1&then=1")).reduce(look(1));
    assert_eq!(
        other.reduce(Action::Opened("v=1&method=PUT".into())).send,
        0
    );
}
