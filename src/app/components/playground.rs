//! The whole screen: which region stands where.

use yew::prelude::*;

use super::region::{AnswersRegion, Region, RequestRegion, Shown, TopBar};
use crate::app::markup::{Dispatch, El, beside, class, el};
use crate::app::session::Session;
use crate::code::code;
use crate::view::View;

/// The whole screen for a session, what is shown of it, and who takes what people do.
pub fn playground(session: &Session, view: &View, dispatch: &Dispatch) -> Html {
    let scenario = &session.seen();
    let region = |region: Region| {
        let dispatch = dispatch.clone();
        html! { <Shown {region} {dispatch} /> }
    };
    let top_bar = Region::TopBar(TopBar {
        title: scenario.title.clone(),
        fits_its_title: session.fits_its_title(),
        profile: scenario.profile,
        can_undo: session.can_undo(),
        can_redo: session.can_redo(),
    });
    let request = Region::Request(Box::new(RequestRegion {
        request: scenario.request.clone(),
        effects: view.effects.clone(),
        fields: view.fields.clone(),
        code: code(scenario),
        pasting: session.pasting.clone(),
    }));
    let answers = Region::Answers(AnswersRegion {
        hops: scenario.hops.clone(),
        urls: view.urls.clone(),
        preflighted: view.preflighted_hops.clone(),
        fields: view.fields.clone(),
        pasting: session.pasting.clone(),
    });
    let column = |name, regions: Vec<Region>| -> El {
        let mut column = class("div", "column").set("data-column", name);
        for it in regions {
            column = column.node(region(it));
        }
        column
    };
    let page = Region::Page(scenario.page.clone(), view.fields.clone());
    let steps = Region::Steps(view.steps.clone(), view.current, session.playback);
    let main = class("main", "playground")
        .set("autocapitalize", "off")
        .set("spellcheck", "false")
        .node(region(Region::Notice(session.notice.clone())))
        .node(region(Region::Sends(
            scenario.then.iter().map(|further| further.wait_s).collect(),
            session.send,
        )))
        .node(region(Region::Verdict(
            view.verdict.clone(),
            view.dissents.clone(),
        )))
        .child(column(
            "page",
            vec![Region::Console(view.console.clone()), page, request],
        ))
        .child(column(
            "stage",
            vec![
                Region::Origins(view.origins.clone()),
                Region::Wire(view.wire.clone()),
                steps,
            ],
        ))
        .child(
            column("server", vec![answers, Region::Cache(view.cache.clone())])
                // Filled by static/later/fix.js, once that is loaded.
                .child(el("div").set("id", "fix")),
        );
    let header = el("header").node(region(top_bar));
    beside([header, main])
}
