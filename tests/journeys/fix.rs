//! From a blocked scenario to a fix that was tried, applied and replayed.

use fantoccini::key::Key;

use crate::page::{Page, type_into};
use crate::screen::run;

#[tokio::test]
async fn one_press_applies_a_fix_and_replays() {
    let page = Page::open().await;
    page.reads("#fix", "Access-Control-Allow-Origin: https://frontend.com")
        .await;
    page.presses("Apply and replay").await;
    page.verdict("The page reads the answer").await;
    page.address_has("&allow-origin=https://frontend.com").await;
    // It plays from the first step on.
    page.sees(".player [aria-hidden=true]").await;
    page.presses("Undo").await;
    page.verdict("Answered, but withheld from the page").await;
    page.reads("#fix", "Smallest fix").await;
    page.close().await;
}

#[tokio::test]
async fn a_fix_keeps_the_token_that_was_typed() {
    let page = Page::open_at("#v=1&header=Authorization:%20Basic%20***").await;
    let field = page
        .header_field("Request headers", "Value of header 1")
        .await;
    type_into(&field, "Bearer s3cret").await;
    // Fixes are of what stands in the address, which follows when nothing has been typed for a while.
    page.address_has("header=Authorization:%20Bearer%20**")
        .await;
    page.presses("Apply and replay").await;
    page.verdict("The page reads the answer").await;
    page.field_holds("request-header-1-value", "Bearer s3cret")
        .await;
    page.address_has("header=Authorization:%20Bearer%20***&pre")
        .await;
    // A link that asks another server gets none of it.
    page.follows("#v=1&url=https://other.example/&header=Authorization:%20Bearer%20***")
        .await;
    page.verdict("Never sent: the preflight failed").await;
    page.field_holds("request-header-1-value", "Bearer ***")
        .await;
    page.close().await;
}

#[tokio::test]
async fn a_fix_needs_no_mouse() {
    let page = Page::open_at("#v=1&method=PUT").await;
    let apply = page.sees("#fix .apply").await;
    run(
        &page,
        "document.querySelector('#fix .apply').focus()",
        vec![],
    )
    .await;
    apply
        .send_keys(&char::from(Key::Enter).to_string())
        .await
        .expect("a button");
    page.verdict("The page reads the answer").await;
    page.close().await;
}

#[tokio::test]
async fn another_fix_can_be_chosen_and_is_written_for_a_server() {
    let page = Page::open().await;
    page.reads("#fix", "Let every page read it").await;
    let other = page.sees("#fix .others label:last-of-type").await;
    other.click().await.expect("a choice");
    page.reads("#fix .diff", "Access-Control-Allow-Origin: *")
        .await;
    page.presses_summary("In the language of your server").await;
    page.reads("#stack-code", "cors(").await;
    let stack = page.sees("#stack").await;
    stack.select_by_value("nginx").await.expect("it is there");
    page.reads("#stack-code", "add_header").await;
    page.reads("#stack-code", "https://frontend.com").await;
    page.close().await;
}

#[tokio::test]
async fn what_is_typed_stays_text_in_a_fix() {
    let page = Page::open_at(
        "#v=1&res-header=Access-Control-Allow-Origins:%20%3Cimg%20src=x%20onerror=alert(1)%3E",
    )
    .await;
    page.reads("#fix", "Look at these lines").await;
    page.reads("#fix", "Write Access-Control-Allow-Origin.")
        .await;
    let images = run(&page, "return document.images.length", vec![]).await;
    assert_eq!(images, 0);
    page.close().await;
}

#[tokio::test]
async fn what_can_be_read_gets_no_fix_and_what_cannot_be_mended_gets_advice() {
    let page = Page::open_at("#v=1&status").await;
    page.reads("#fix", "Nobody answered.").await;
    page.follows("#v=1&url=/users").await;
    page.verdict("The page reads the answer").await;
    page.sees("#fix:empty").await;
    page.close().await;
}
