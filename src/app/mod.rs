//! The app: one session, judged at every change, shown by components. The only folder that knows the browser.

pub mod components;
pub mod effects;
pub mod markup;
pub mod session;

use std::rc::Rc;

use cors_engine::evaluate;
use yew::{Component, Context, Html};

use crate::view::{View, present};
use components::playground::playground;
use effects::{Effects, fragment};
use markup::Dispatch;
use session::{Action, Session};

/// The whole app: holds the session, judges it, shows it.
pub struct App {
    session: Rc<Session>,
    view: View,
    dispatch: Dispatch,
    effects: Effects,
}

impl Component for App {
    type Message = Action;
    type Properties = ();

    fn create(context: &Context<App>) -> App {
        let session = Rc::new(Session::of_fragment(&fragment()));
        let dispatch = context.link().callback(|action| action);
        App {
            view: judged(&session),
            effects: Effects::new(&session, &dispatch),
            session,
            dispatch,
        }
    }

    fn update(&mut self, _: &Context<App>, action: Action) -> bool {
        self.session = Rc::clone(&self.session).reduce(action);
        self.view = judged(&self.session);
        true
    }

    fn view(&self, _: &Context<App>) -> Html {
        playground(&self.session, &self.view, &self.dispatch)
    }

    fn rendered(&mut self, _: &Context<App>, _is_first: bool) {
        self.effects
            .follow(&self.session, &self.view, &self.dispatch);
    }
}

/// What there is to show of a session.
fn judged(session: &Session) -> View {
    let scenario = session.on_stage();
    let cache = session.cache_before();
    let trace = evaluate(&scenario, &cache);
    present(&scenario, &cache, &trace, session.focus)
}
