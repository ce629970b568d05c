//! A region of the screen. It is rendered again only when what it shows has changed.

use std::rc::Rc;

use cors_engine::scenario::{Hop, Page, Profile, ScenarioRequest};
use yew::prelude::*;

use super::answer_editor::answers_editor;
use super::cache::cache;
use super::console::console;
use super::notice::notice;
use super::origins::origins;
use super::page_editor::page_editor;
use super::request_editor::request_editor;
use super::sends::sends;
use super::steps::steps;
use super::top_bar::top_bar;
use super::verdict::verdict;
use super::wire::wire;
use crate::app::markup::{Dispatch, El};
use crate::app::session::{HeaderPlace, Playback};
use crate::view::{
    CacheRow, ConsoleView, Dissent, EffectView, Fields, OriginsView, StepView, VerdictView,
    WireView,
};
use cors_link::LinkProblem;

/// A region, with all that it shows.
#[derive(Clone, PartialEq)]
pub enum Region {
    /// The bar at the top.
    TopBar(TopBar),
    /// What could not be read of a link.
    Notice(Rc<[LinkProblem]>),
    /// Which of several sends is looked at; the seconds before each further one.
    Sends(Vec<u32>, usize),
    /// What happened.
    Verdict(Rc<VerdictView>, Rc<Vec<Dissent>>),
    /// The browser's own words.
    Console(Rc<ConsoleView>),
    /// The page.
    Page(Page, Rc<Fields>),
    /// Its request.
    Request(Box<RequestRegion>),
    /// Same origin?
    Origins(Rc<OriginsView>),
    /// Who sent what.
    Wire(Rc<WireView>),
    /// Player, step, all steps.
    Steps(Rc<Vec<StepView>>, usize, Playback),
    /// The server's answers.
    Answers(AnswersRegion),
    /// The preflight cache.
    Cache(Rc<Vec<CacheRow>>),
}

/// What the bar at the top shows.
#[derive(Clone, PartialEq)]
pub struct TopBar {
    /// The title of the scenario.
    pub title: String,
    /// Whether the title says what it is; else it says what it was made from.
    pub fits_its_title: bool,
    /// Who judges.
    pub profile: Profile,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
}

/// What the request's editor shows.
#[derive(Clone, PartialEq)]
pub struct RequestRegion {
    /// The request.
    pub request: ScenarioRequest,
    /// What each of its headers does.
    pub effects: Rc<Vec<EffectView>>,
    /// What there is to say beside the fields.
    pub fields: Rc<Fields>,
    /// The code that it amounts to.
    pub code: String,
    /// What is being pasted.
    pub pasting: Option<(HeaderPlace, String)>,
}

/// What the editor of the server's answers shows.
#[derive(Clone, PartialEq)]
pub struct AnswersRegion {
    /// The answers, hop by hop.
    pub hops: Vec<Hop>,
    /// The address of each hop, as far as the browser got.
    pub urls: Vec<String>,
    /// The hops at which the browser sends a preflight.
    pub preflighted: Vec<usize>,
    /// What there is to say beside the fields.
    pub fields: Rc<Fields>,
    /// What is being pasted.
    pub pasting: Option<(HeaderPlace, String)>,
}

impl Region {
    /// The region's elements.
    pub fn show(&self, dispatch: &Dispatch) -> El {
        match self {
            Region::TopBar(bar) => top_bar(bar, dispatch),
            Region::Notice(problems) => notice(problems, dispatch),
            Region::Sends(waits, send) => sends(waits, *send, dispatch),
            Region::Verdict(it, dissents) => verdict(it, dissents, dispatch),
            Region::Console(it) => console(it),
            Region::Page(page, fields) => page_editor(page, fields, dispatch),
            Region::Request(it) => request_editor(it, dispatch),
            Region::Origins(it) => origins(it),
            Region::Wire(it) => wire(it, dispatch),
            Region::Steps(all, current, playback) => steps(all, *current, *playback, dispatch),
            Region::Answers(it) => answers_editor(it, dispatch),
            Region::Cache(rows) => cache(rows, dispatch),
        }
    }
}

/// What [`Shown`] takes.
#[derive(PartialEq, Properties)]
pub struct ShownProps {
    /// The region.
    pub region: Region,
    /// Takes what people do in it.
    pub dispatch: Dispatch,
}

/// Shows a region. The one component beside the app: one more would be 2 KB more to download.
pub struct Shown;

impl Component for Shown {
    type Message = ();
    type Properties = ShownProps;

    fn create(_: &Context<Shown>) -> Shown {
        Shown
    }

    fn changed(&mut self, context: &Context<Shown>, old: &ShownProps) -> bool {
        context.props() != old
    }

    fn view(&self, context: &Context<Shown>) -> Html {
        let ShownProps { region, dispatch } = context.props();
        region.show(dispatch).into()
    }
}
