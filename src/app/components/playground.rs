//! The whole screen: which region stands where.

use cors_engine::Scenario;
use cors_engine::scenario::Answer;
use yew::prelude::*;

use super::answer_editor::{preflight_editor, response_editor};
use super::console::console;
use super::exchange::exchange;
use super::origins::origins;
use super::page_editor::page_editor;
use super::request_editor::request_editor;
use super::steps::steps;
use super::top_bar::top_bar;
use super::verdict::verdict;
use crate::app::session::Action;
use crate::view::View;

/// The whole screen for a scenario, what is shown of it, and who takes what people do.
pub fn playground(scenario: &Scenario, view: &View, on_action: &Callback<Action>) -> Html {
    let hop = scenario.hops.first();
    let preflight = hop.and_then(|hop| hop.preflight.as_ref());
    let no_answer = Answer::default();
    let response = hop
        .and_then(|hop| hop.response.as_ref())
        .unwrap_or(&no_answer);
    let fields = &view.fields;
    html! {
        <>
            { top_bar(&scenario.title, on_action) }
            <main class="playground" autocapitalize="off" spellcheck="false">
                { verdict(&view.verdict) }
                <div class="column" data-column="page">
                    { console(&view.console) }
                    { page_editor(&scenario.page, fields, on_action) }
                    { request_editor(&scenario.request, &view.effects, fields, on_action) }
                </div>
                <div class="column" data-column="stage">
                    { origins(&view.origins) }
                    { exchange(&view.exchange, &view.parties) }
                    { steps(&view.steps) }
                </div>
                <div class="column" data-column="server">
                    { preflight_editor(preflight, view.preflight_asked, fields, on_action) }
                    { response_editor(response, fields, on_action) }
                </div>
            </main>
        </>
    }
}
