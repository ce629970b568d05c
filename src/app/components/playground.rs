//! The whole screen: which region stands where.

use std::rc::Rc;

use cors_engine::Scenario;
use yew::prelude::*;

use super::answer_editor::{PreflightEditor, ResponseEditor};
use super::console::Console;
use super::exchange::Exchange;
use super::origins::Origins;
use super::page_editor::PageEditor;
use super::request_editor::RequestEditor;
use super::steps::Steps;
use super::top_bar::TopBar;
use super::verdict::Verdict;
use crate::app::session::Action;
use crate::view::View;

/// What the screen needs.
#[derive(Properties, PartialEq)]
pub struct PlaygroundProps {
    /// What is edited.
    pub scenario: Rc<Scenario>,
    /// What is shown of it.
    pub view: Rc<View>,
    /// Takes what people do.
    pub on_action: Callback<Action>,
}

/// The whole screen.
#[component]
pub fn Playground(props: &PlaygroundProps) -> Html {
    let PlaygroundProps {
        scenario,
        view,
        on_action,
    } = props;
    let hop = scenario.hops.first().cloned().unwrap_or_default();
    html! {
        <>
            <TopBar title={scenario.title.clone()} on_action={on_action} />
            <main class="playground">
                <Verdict verdict={view.verdict.clone()} />
                <div class="column" data-column="page">
                    <Console console={view.console.clone()} />
                    <PageEditor page={scenario.page.clone()} fields={view.fields.clone()} on_action={on_action} />
                    <RequestEditor
                        request={scenario.request.clone()}
                        fields={view.fields.clone()}
                        effects={view.effects.clone()}
                        on_action={on_action}
                    />
                </div>
                <div class="column" data-column="stage">
                    <Origins origins={view.origins.clone()} />
                    <Exchange rows={view.exchange.clone()} parties={view.parties.clone()} />
                    <Steps steps={view.steps.clone()} />
                </div>
                <div class="column" data-column="server">
                    <PreflightEditor
                        answer={hop.preflight.clone()}
                        is_asked={view.is_preflight_asked}
                        fields={view.fields.clone()}
                        on_action={on_action}
                    />
                    <ResponseEditor
                        answer={hop.response.unwrap_or_default()}
                        fields={view.fields.clone()}
                        on_action={on_action}
                    />
                </div>
            </main>
        </>
    }
}
