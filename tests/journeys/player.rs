//! From step to step, back in time, and before another judge.

use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::key::Key;

use crate::page::Page;

async fn slider(page: &Page) -> Element {
    page.sees("[role=slider]").await
}

/// Waits until the slider says that it is at this step of so many.
async fn is_at(page: &Page, step: &str) {
    page.sees(&format!("[role=slider][aria-valuetext^='Step {step}: ']"))
        .await;
}

async fn presses(element: &Element, key: Key) {
    let key = char::from(key).to_string();
    element.send_keys(&key).await.expect("it takes keys");
}

#[tokio::test]
async fn keys_go_from_step_to_step() {
    let page = Page::open().await;
    is_at(&page, "5 of 7").await;
    presses(&slider(&page).await, Key::Home).await;
    is_at(&page, "1 of 7").await;
    page.sees(".step[data-rule='same-origin']").await;
    presses(&slider(&page).await, Key::Right).await;
    is_at(&page, "2 of 7").await;
    presses(&slider(&page).await, Key::Left).await;
    is_at(&page, "1 of 7").await;
    presses(&slider(&page).await, Key::End).await;
    is_at(&page, "7 of 7").await;
    let last = page.text(".step").await;
    assert!(last.contains("Not reached"), "{last}");
    page.close().await;
}

#[tokio::test]
async fn the_steps_play_by_themselves_until_somebody_goes_elsewhere() {
    let page = Page::open().await;
    page.button("First step")
        .await
        .click()
        .await
        .expect("a button");
    page.button("Play").await.click().await.expect("a button");
    page.button("Pause").await;
    is_at(&page, "2 of 7").await;
    page.button("Step back")
        .await
        .click()
        .await
        .expect("a button");
    is_at(&page, "1 of 7").await;
    page.button("Play").await;
    page.close().await;
}

#[tokio::test]
async fn an_edit_stays_with_the_step_and_can_be_undone() {
    let page = Page::open().await;
    presses(&slider(&page).await, Key::Home).await;
    is_at(&page, "1 of 7").await;
    page.types("Method", "PUT").await;
    page.verdict("Never sent: the preflight failed").await;
    page.sees(".step[data-rule='same-origin']").await;
    page.reads(".elsewhere", "Stopped at step").await;
    page.button("Undo").await.click().await.expect("a button");
    page.verdict("Answered, but withheld from the page").await;
    page.button("Redo").await.click().await.expect("a button");
    page.verdict("Never sent: the preflight failed").await;
    page.close().await;
}

#[tokio::test]
async fn browsers_judge_otherwise_where_they_differ() {
    let page = Page::open().await;
    page.types("Response status", "407").await;
    page.decided_by("allow-origin-present").await;
    let chrome = Locator::XPath("//label[normalize-space()='Chrome']");
    let chrome = page.client.find(chrome).await.expect("a choice");
    chrome.click().await.expect("it can be chosen");
    page.decided_by("no-proxy-authentication").await;
    page.close().await;
}
