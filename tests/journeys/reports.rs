//! No page breaks its own security policy, and none asks its reader for anything that was not pressed.

use serde_json::{Value, json};

use crate::page::Page;
use crate::screen::{devtools, run, show};
use crate::states::STATES;

/// A page whose scripts are watched from their beginning, and those of all pages after it.
async fn watched() -> Page {
    let page = Page::open_text_at("").await;
    let watch = json!({ "source": include_str!("scripts/watch.js") });
    devtools(&page, "Page.addScriptToEvaluateOnNewDocument", watch).await;
    page
}

async fn nothing_is_reported(page: &Page, place: &str) {
    let reports = run(page, "return window.reports", vec![]).await;
    assert_eq!(reports, json!([]), "{place}");
}

/// Opens and closes each dialog that the page offers.
async fn goes_through_dialogs(page: &Page) {
    let script = "
        const said = [];
        for (const name of ['help', 'embed', 'share']) {
            const button = document.querySelector(`[data-command=${name}]:not([hidden])`);
            if (button) {
                button.click();
                said.push(document.querySelector('dialog[open]') !== null);
                document.querySelector('dialog[open]')?.close();
            }
        }
        return said.every(Boolean)";
    assert_eq!(
        run(page, script, vec![]).await,
        true,
        "each button opens one"
    );
}

#[tokio::test]
async fn no_state_of_the_playground_breaks_its_policy() {
    let page = watched().await;
    for state in &STATES {
        show(&page, state).await;
        nothing_is_reported(&page, state.name).await;
    }
    page.turns_to("#v=1&method=PUT").await;
    page.presses_summary("In the language of your server").await;
    page.reads("#stack-code", "cors(").await;
    goes_through_dialogs(&page).await;
    let theme = "document.querySelector('[data-command=theme]').click()";
    run(&page, theme, vec![]).await;
    page.presses("Apply and replay").await;
    page.verdict("The page reads the answer").await;
    page.presses("Send").await;
    page.presses("Undo").await;
    nothing_is_reported(&page, "what is pressed").await;
    page.close().await;
}

/// A page, what must be there, and what is pressed then.
const PAGES: [(&str, &str, &str); 13] = [
    ("learn/", ".chapters", ""),
    (
        "learn/same-origin/?section=3",
        "[data-section]:not([hidden]) .predict",
        ".reveal > summary",
    ),
    ("case/", "#search", ""),
    (
        "case/options-not-handled/",
        "#fix .stack summary",
        "#fix .stack summary",
    ),
    ("case/works-in-curl/", ".verdict", ""),
    ("case/dev-proxy/", ".verdict", ""),
    (
        "interview/",
        "[data-card]:not([hidden])",
        "[data-card]:not([hidden]) summary",
    ),
    ("interview/", "[data-tab=cases]", "[data-tab=cases]"),
    (
        "embed/#v=1&method=PUT",
        ".player",
        ".player button:last-of-type",
    ),
    (
        "embed/?mode=read&theme=dark#v=1",
        ".player",
        ".all-steps summary",
    ),
    (
        "embed/?mode=predict#v=1",
        ".predict .check",
        ".reveal > summary",
    ),
    (
        "embed/?mode=none&panels=fix,request,console,cache,origins&x=y#v=1",
        "#fix .apply",
        "#fix .apply",
    ),
    (
        "cors-playground.html#v=1&method=PUT",
        "#fix .apply",
        "#fix .apply",
    ),
];

#[tokio::test]
async fn no_other_page_breaks_its_policy() {
    let page = watched().await;
    for (place, seen, press) in PAGES {
        page.client.goto("about:blank").await.expect("a page");
        page.turns_to(place).await;
        page.sees(seen).await;
        if !press.is_empty() {
            let script = "document.querySelector(arguments[0]).click()";
            run(&page, script, vec![json!(press)]).await;
        }
        let runs = "return document.getElementById('app') === null
            || document.documentElement.dataset.app === 'started'";
        page.until(runs, place, "").await;
        nothing_is_reported(&page, place).await;
    }
    goes_through_dialogs(&page).await;
    nothing_is_reported(&page, "the dialogs of the single file").await;
    page.close().await;
}

#[tokio::test]
async fn what_breaks_the_policy_is_noticed() {
    let page = watched().await;
    for place in ["", "embed/", "cors-playground.html"] {
        page.turns_to(place).await;
        page.sees("html[data-app=started]").await;
        let breaks = "document.body.setAttribute('style', 'color: red'); print()";
        run(&page, breaks, vec![]).await;
        page.until("return window.reports.length === 2", "", "")
            .await;
        let reports: Value = run(&page, "return window.reports", vec![]).await;
        let reports = reports.to_string();
        assert!(reports.contains("style-src-attr: inline"), "{reports}");
        assert!(reports.contains("asked: print"), "{reports}");
    }
    page.client.close().await.expect("the browser ends");
}
