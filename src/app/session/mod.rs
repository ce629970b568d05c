//! The session: the one state of the app, and what becomes of it.

mod action;
mod edit;
mod history;
mod place;
mod secrets;

#[cfg(test)]
mod tests;

use std::rc::Rc;

use cors_engine::{PreflightCache, Scenario, Trace, evaluate};
use cors_link::{Link, LinkProblem, LinkStep};

pub use action::{Action, LineChange, Part};
use edit::apply;
use history::History;
pub use place::{AnswerPlace, HeaderPlace, Place};

use crate::sends;
use crate::view::{self, StepName};

/// The state of the app.
#[derive(Clone, Debug)]
pub struct Session {
    /// What is being played.
    pub scenario: Rc<Scenario>,
    /// What the preflights of earlier sends allowed.
    pub cache: Rc<PreflightCache>,
    /// The send that is looked at: 0 the scenario's own, 1 its first further one.
    pub send: usize,
    /// The step that is looked at. An edit leaves it, whether or not it still decides.
    pub focus: StepName,
    /// Whether one step follows the other by itself.
    pub playback: Playback,
    /// The list that headers are being pasted in, and what was pasted.
    pub pasting: Option<(HeaderPlace, String)>,
    /// Where the keyboard belongs.
    pub keyboard: Rc<KeyboardTo>,
    /// What could not be read of the link.
    pub notice: Rc<[LinkProblem]>,
    /// The scenario as it was opened, to go back to part by part.
    opened: Rc<Scenario>,
    history: Rc<History>,
}

/// Where the keyboard belongs after something was done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyboardTo {
    /// The id of an element; empty at first.
    pub id: String,
    /// Counts how often it was sent somewhere: twice to the same place is twice.
    times: u32,
}

/// Whether one step follows the other by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Playback {
    /// It does.
    Playing,
    /// It does not.
    Paused,
}

impl Default for Session {
    fn default() -> Session {
        Session::of(Scenario::opening())
    }
}

impl Session {
    /// A session with a scenario, at the step that decides.
    pub fn of(scenario: Scenario) -> Session {
        let scenario = Rc::new(scenario);
        let cache = Rc::new(PreflightCache::new());
        Session {
            focus: StepName::deciding(&evaluate(&scenario, &cache)),
            opened: Rc::clone(&scenario),
            scenario,
            cache,
            send: 0,
            playback: Playback::Paused,
            pasting: None,
            keyboard: Rc::default(),
            notice: Rc::new([]),
            history: Rc::default(),
        }
    }

    /// What an address with this fragment, without its `#`, opens.
    pub fn of_fragment(fragment: &str) -> Session {
        cors_link::read(fragment).map_or_else(Session::default, Session::of_link)
    }

    fn of_link(link: Link) -> Session {
        let mut session = Session::of(link.scenario);
        let trace = session.trace();
        match link.step {
            Some(LinkStep::Named(step)) => session.focus = step,
            Some(LinkStep::Numbered(number)) => {
                session.focus = view::step_numbered(&trace, number).unwrap_or(session.focus);
            }
            None => {}
        }
        session.notice = link.problems.into();
        session
    }

    /// The fragment that opens what is on the screen, where the step `deciding` decides; empty for the
    /// opening scenario at its start.
    pub fn fragment(&self, deciding: StepName) -> String {
        // A link has a step of the first send only.
        let step = Some(&self.focus).filter(|focus| self.send == 0 && **focus != deciding);
        if step.is_none() && *self.scenario == Scenario::opening() {
            return String::new();
        }
        cors_link::write(&self.scenario, step)
    }

    /// What the browser does with the send that is looked at, as far as it is typed.
    pub fn trace(&self) -> Trace {
        evaluate(&self.on_stage(), &self.cache_before())
    }

    /// The scenario as it is from the send that is looked at: that one stands in the place of the first.
    pub fn seen(&self) -> Scenario {
        let mut scenario = (*self.scenario).clone();
        sends::turn_to(&mut scenario, self.send);
        scenario
    }

    /// That send alone, to judge: without the blank lines at the end of a list, which somebody has just
    /// added and not begun to type. All other lines keep their places.
    pub fn on_stage(&self) -> Scenario {
        let mut scenario = self.seen();
        scenario.then.clear();
        sends::finished(scenario)
    }

    /// The preflight cache as it is before the send that is looked at.
    pub fn cache_before(&self) -> Rc<PreflightCache> {
        match self.send {
            0 => Rc::clone(&self.cache),
            send => Rc::new(sends::cache_before(&self.scenario, &self.cache, send)),
        }
    }

    /// Whether the title is of this scenario: it is as it was opened, but for who judges, or was given a title since.
    pub fn fits_its_title(&self) -> bool {
        let Scenario {
            title,
            page,
            request,
            hops,
            then,
            ..
        } = &*self.opened;
        let it = &self.scenario;
        *title != it.title
            || (page, request, hops, then) == (&it.page, &it.request, &it.hops, &it.then)
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    fn edit(&mut self, action: Action) {
        let place = action.typed_place();
        let mut scenario = self.seen();
        let mut opened = (*self.opened).clone();
        sends::turn_to(&mut opened, self.send);
        apply(&mut scenario, &opened, action);
        sends::turn_to(&mut scenario, self.send);
        if scenario != *self.scenario {
            let before = std::mem::replace(&mut self.scenario, Rc::new(scenario));
            Rc::make_mut(&mut self.history).keep(before, place);
        }
    }

    /// Where the keyboard belongs after a list of header lines has changed.
    fn follow(&mut self, action: &Action) {
        let last = |place: HeaderPlace| place.lines(&self.seen()).len().wrapping_sub(1);
        let id = match *action {
            Action::AddedHeader(place, ..) => place.name_id(last(place)),
            Action::ChangedHeader(place, line, change) => match change {
                LineChange::Removed => place.add_id(),
                LineChange::Duplicated => place.name_id(line + 1),
                LineChange::MovedUp => place.name_id(line.saturating_sub(1)),
                LineChange::MovedDown => place.name_id(last(place).min(line + 1)),
            },
            Action::ToggledPasting(place) if self.pasting.is_some() => place.paste_id(),
            _ => return,
        };
        let times = self.keyboard.times + 1;
        self.keyboard = Rc::new(KeyboardTo { id, times });
    }

    fn go_to(&mut self, step: StepName, playback: Playback) {
        self.focus = step;
        self.playback = playback;
    }

    /// Where only the title is another, all that was done stays, as after an edit.
    fn open_link(&mut self, link: Link) {
        let mut titled = (*self.scenario).clone();
        titled.title.clone_from(&link.scenario.title);
        if titled == link.scenario && titled != *self.scenario {
            let before = std::mem::replace(&mut self.scenario, Rc::new(titled));
            Rc::make_mut(&mut self.history).keep(before, None);
            self.notice = link.problems.into();
        } else {
            self.open(Session::of_link(link));
        }
    }

    fn open(&mut self, opened: Session) {
        let before = Rc::clone(&self.scenario);
        let history = Rc::clone(&self.history);
        let is_other = before != opened.scenario;
        *self = Session { history, ..opened };
        if is_other {
            Rc::make_mut(&mut self.history).keep(before, None);
        }
    }
}

/// The one reducer.
impl Session {
    /// What becomes of the session when somebody does something.
    pub fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut session = (*self).clone();
        match action {
            Action::WentTo(step) => session.go_to(step, Playback::Paused),
            Action::PlayedOn(step) => session.focus = step,
            Action::Started(step) => session.go_to(step, Playback::Playing),
            Action::Stopped => session.playback = Playback::Paused,
            Action::Undid => {
                session.scenario = Rc::make_mut(&mut session.history).undo(session.scenario);
            }
            Action::Redid => {
                session.scenario = Rc::make_mut(&mut session.history).redo(session.scenario);
            }
            Action::StartedOver => session.open(Session::of((*session.opened).clone())),
            Action::Opened(fragment) => {
                let own = session.fragment(StepName::deciding(&session.trace()));
                match cors_link::read(&fragment) {
                    // Our own address opens nothing anew: the app has written it, or a bad link was put right.
                    _ if *fragment == *own => session.notice = Rc::new([]),
                    Some(mut link) => {
                        if let Some(masked) = cors_link::read(&own) {
                            secrets::keep(&session.scenario, &masked.scenario, &mut link.scenario);
                        }
                        session.open_link(link);
                    }
                    None if fragment.is_empty() => session.open(Session::default()),
                    // Nor does the name of a place in the page.
                    None => {}
                }
            }
            Action::ClosedNotice => session.notice = Rc::new([]),
            Action::Sent => session.cache = Rc::new(session.trace().cache),
            Action::LookedAtSend(send) => {
                session.send = send.min(session.scenario.then.len());
                session.focus = StepName::deciding(&session.trace());
                session.playback = Playback::Paused;
            }
            Action::Waited(seconds) => Rc::make_mut(&mut session.cache).wait(seconds.into()),
            Action::ClearedCache => Rc::make_mut(&mut session.cache).clear(),
            Action::ToggledPasting(place) => {
                let is_open = matches!(&session.pasting, Some((open, _)) if *open == place);
                session.pasting = (!is_open).then(|| (place, String::new()));
                session.follow(&action);
            }
            edit => {
                if let Action::Typed(Place::Pasted(place), text) = &edit {
                    session.pasting = Some((*place, text.clone()));
                }
                session.edit(edit.clone());
                session.follow(&edit);
            }
        }
        // Other scenarios may have fewer sends.
        session.send = session.send.min(session.scenario.then.len());
        Rc::new(session)
    }
}
