//! The main job: a blocked scenario is mended, made harder, and mended again.

use crate::page::{Page, type_into};

const RESPONSE: &str = "Response headers";
const PREFLIGHT: &str = "Preflight answer headers";

#[tokio::test]
async fn from_a_missing_header_over_a_preflight_to_readable() {
    let page = Page::open().await;
    page.verdict("Answered, but withheld from the page").await;
    page.decided_by("allow-origin-present").await;

    // The answer names the page's origin: it is readable.
    page.add_header(
        RESPONSE,
        2,
        "Access-Control-Allow-Origin",
        "https://frontend.com",
    )
    .await;
    page.verdict("The page reads the answer").await;

    // A method, a type and a token that a form could not send: the browser asks first, and the
    // preflight's answer has no Allow-Origin. That decides; the 405 is named beside it.
    page.types("Method", "POST").await;
    page.add_header("Request headers", 2, "Content-Type", "application/json")
        .await;
    page.add_header("Request headers", 3, "Authorization", "Bearer abc")
        .await;
    page.verdict("Never sent: the preflight failed").await;
    page.decided_by("allow-origin-present").await;
    page.goes_to_the_deciding_step().await;
    let step = page.text(".step").await;
    assert!(step.contains("405"), "{step}");
    assert!(step.contains("never sent"), "{step}");
    let sent = page.text(".lanes > li:nth-child(1)").await;
    assert!(sent.contains("Never sent"), "{sent}");
    page.sees(".message[data-reach='never-sent']").await;

    // Now that the check passes, the status decides.
    page.add_header(
        PREFLIGHT,
        1,
        "Access-Control-Allow-Origin",
        "https://frontend.com",
    )
    .await;
    page.decided_by("preflight-status-ok").await;

    // Now the headers do: `Authorization` is asked for before all others (CORS-preflight fetch, 7.6).
    page.types("Preflight status", "204").await;
    page.decided_by("authorization-listed").await;
    page.add_header(
        PREFLIGHT,
        2,
        "Access-Control-Allow-Headers",
        "Authorization",
    )
    .await;
    page.decided_by("request-header-allowed").await;
    let console = page.text("[data-kind=console]").await;
    let line = "Request header field content-type is not allowed by Access-Control-Allow-Headers in preflight response.";
    assert!(console.contains(line), "{console}");

    // Both are allowed: the request is sent, and its answer is readable.
    let allowed = page.header_field(PREFLIGHT, "Value of header 2").await;
    type_into(&allowed, "Authorization, Content-Type").await;
    page.verdict("The page reads the answer").await;
    let reached = page.text(".lanes > li:nth-child(2)").await;
    assert!(reached.contains("may have changed data"), "{reached}");
    page.close().await;
}

#[tokio::test]
async fn one_click_adds_the_missing_line() {
    let page = Page::open().await;
    page.sees("button.missing")
        .await
        .click()
        .await
        .expect("a button");
    page.verdict("The page reads the answer").await;
    page.close().await;
}
