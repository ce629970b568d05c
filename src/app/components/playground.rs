//! The whole screen: which region stands where.

use cors_engine::Scenario;
use yew::prelude::*;

use super::answer_editor::{
    PreflightEditorProps, ResponseEditorProps, preflight_editor, response_editor,
};
use super::console::console;
use super::exchange::{ExchangeProps, exchange};
use super::origins::origins;
use super::page_editor::{PageEditorProps, page_editor};
use super::region::region;
use super::request_editor::{RequestEditorProps, request_editor};
use super::steps::steps;
use super::top_bar::{TopBarProps, top_bar};
use super::verdict::verdict;
use crate::app::session::Action;
use crate::view::View;

/// The whole screen for a scenario, what is shown of it, and who takes what people do.
pub fn playground(scenario: &Scenario, view: &View, on_action: &Callback<Action>) -> Html {
    let fields = || view.fields.clone();
    let on_action = || on_action.clone();
    let hop = scenario.hops.first().cloned().unwrap_or_default();
    let bar = TopBarProps {
        title: scenario.title.clone(),
        on_action: on_action(),
    };
    let page = PageEditorProps {
        page: scenario.page.clone(),
        fields: fields(),
        on_action: on_action(),
    };
    let request = RequestEditorProps {
        request: scenario.request.clone(),
        fields: fields(),
        effects: view.effects.clone(),
        on_action: on_action(),
    };
    let wire = ExchangeProps {
        rows: view.exchange.clone(),
        parties: view.parties.clone(),
    };
    let preflight = PreflightEditorProps {
        answer: hop.preflight,
        is_asked: view.is_preflight_asked,
        fields: fields(),
        on_action: on_action(),
    };
    let response = ResponseEditorProps {
        answer: hop.response.unwrap_or_default(),
        fields: fields(),
        on_action: on_action(),
    };
    html! {
        <>
            { region(bar, top_bar) }
            <main class="playground">
                { region(view.verdict.clone(), verdict) }
                <div class="column" data-column="page">
                    { region(view.console.clone(), console) }
                    { region(page, page_editor) }
                    { region(request, request_editor) }
                </div>
                <div class="column" data-column="stage">
                    { region(view.origins.clone(), origins) }
                    { region(wire, exchange) }
                    { region(view.steps.clone(), steps) }
                </div>
                <div class="column" data-column="server">
                    { region(preflight, preflight_editor) }
                    { region(response, response_editor) }
                </div>
            </main>
        </>
    }
}
