//! What the app does to the page beside showing it: each follows one thing that the session says.

mod address;
mod in_sight;
mod keyboard;
mod status;

use std::rc::Rc;

use cors_engine::Scenario;
use cors_link::LinkProblem;
use gloo_timers::callback::Timeout;

use address::Listener;
pub use address::fragment;

use super::markup::Dispatch;
use super::session::{Action, KeyboardTo, Playback, Session};
use crate::view::{StepName, View};

/// How long a step is shown: long enough to read its question and answer.
const STEP_SHOWN_FOR_MS: u32 = 2500;

/// How long nothing must be typed before the address follows: browsers allow few changes a second.
const QUIET_MS: u32 = 250;

/// How long a verdict must stand before it is announced: one for each letter would be noise.
const VERDICT_STANDS_FOR_MS: u32 = 700;

/// What was done last, and what is to be done soon. A timer that is dropped does nothing.
pub struct Effects {
    fragment: String,
    address: Option<Timeout>,
    headline: &'static str,
    status: Option<Timeout>,
    played: Option<(Playback, StepName)>,
    playing: Option<Timeout>,
    keyboard: KeyboardTo,
    scenario: Rc<Scenario>,
    notice: Rc<[LinkProblem]>,
    send: usize,
    _listener: Option<Listener>,
}

impl Effects {
    /// Listens to links that are followed.
    pub fn new(session: &Session, dispatch: &Dispatch) -> Effects {
        Effects {
            fragment: fragment(),
            address: None,
            headline: "",
            status: None,
            played: None,
            playing: None,
            keyboard: KeyboardTo::default(),
            scenario: Rc::clone(&session.scenario),
            notice: Rc::new([]),
            send: session.send,
            _listener: address::listen(dispatch),
        }
    }

    /// Does what a change of the session asks for.
    pub fn follow(&mut self, session: &Session, view: &View, dispatch: &Dispatch) {
        let fragment = session.fragment(view.deciding);
        // A link of which not all could be read stays in the address, to be put right there, until something is
        // done here. Not one with a secret, which no address holds.
        let is_bad_link = !Rc::ptr_eq(&self.notice, &session.notice)
            && !session.notice.is_empty()
            && cors_link::masked(&session.scenario).is_empty();
        if fragment != self.fragment {
            self.fragment.clone_from(&fragment);
            let write = move || Timeout::new(QUIET_MS, move || address::write(&fragment));
            self.address = (!is_bad_link).then(write);
        }
        self.notice = Rc::clone(&session.notice);
        let headline = view.verdict.headline;
        if headline != self.headline {
            self.headline = headline;
            let announce = move || status::announce(headline);
            self.status = Some(Timeout::new(VERDICT_STANDS_FOR_MS, announce));
        }
        if *session.keyboard != self.keyboard {
            self.keyboard = (*session.keyboard).clone();
            keyboard::focus(&self.keyboard.id);
        }
        let playing = (session.playback, session.focus);
        if self.played != Some(playing) {
            // Where one goes to in a scenario is shown; what is opened is read from its beginning.
            let is_same =
                Rc::ptr_eq(&self.scenario, &session.scenario) && self.send == session.send;
            if self.played.replace(playing).is_some() && is_same {
                in_sight::show_step();
            }
            in_sight::show_row();
            self.playing = (session.playback == Playback::Playing).then(|| play_on(view, dispatch));
        }
        self.scenario = Rc::clone(&session.scenario);
        self.send = session.send;
    }
}

/// Goes to the next step when the time of the current one is over.
fn play_on(view: &View, dispatch: &Dispatch) -> Timeout {
    let next = view.steps.get(view.current + 1).map(|step| step.name);
    let dispatch = dispatch.clone();
    Timeout::new(STEP_SHOWN_FOR_MS, move || {
        dispatch.emit(next.map_or(Action::Stopped, Action::PlayedOn));
    })
}
