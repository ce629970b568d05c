//! What people do in the editors: paste, move, reset, choose, copy, go back.

use fantoccini::key::Key;

use crate::page::{Page, type_into};

const RESPONSE: &str = "Response headers";

#[tokio::test]
async fn header_lines_move_double_and_go_by_keyboard() {
    let page = Page::open().await;
    page.add_header(RESPONSE, 2, "X-A", "1").await;
    let up = format!(
        "{}{}{}",
        char::from(Key::Alt),
        char::from(Key::Up),
        char::from(Key::Null)
    );
    let name = page.header_field(RESPONSE, "Name of header 2").await;
    name.send_keys(&up).await.expect("it takes keys");
    page.field_holds("response-header-1-name", "X-A").await;
    page.focus_is_on("response-header-1-name").await;
    page.presses("Duplicate header 1, X-A").await;
    page.field_holds("response-header-2-name", "X-A").await;
    page.presses("Remove header 1, X-A").await;
    page.field_holds("response-header-2-name", "Content-Type")
        .await;
    page.close().await;
}

#[tokio::test]
async fn raw_headers_are_pasted_into_a_list() {
    let page = Page::open().await;
    page.presses_in(RESPONSE, "Paste raw headers").await;
    let area = page
        .header_field(
            RESPONSE,
            "Raw headers, as curl -i prints them: they replace the list",
        )
        .await;
    area.send_keys("HTTP/1.1 200 OK\naccess-control-allow-origin: *\nnonsense")
        .await
        .expect("a field");
    page.verdict("The page reads the answer").await;
    page.reads(".header-lines .problem", "nonsense").await;
    page.presses("Undo").await;
    page.verdict("Answered, but withheld from the page").await;
    page.close().await;
}

#[tokio::test]
async fn parts_are_reset_one_by_one() {
    let page = Page::open().await;
    page.types("Page URL", "https://api.backend.com/").await;
    page.types("Method", "PUT").await;
    page.verdict("The page reads the answer").await;
    page.presses("Reset the page").await;
    page.verdict("Never sent: the preflight failed").await;
    page.presses("Reset the request").await;
    page.verdict("Answered, but withheld from the page").await;
    page.close().await;
}

#[tokio::test]
async fn methods_are_free_text_and_effects_stand_beside_headers() {
    let page = Page::open().await;
    page.types("Method", "patch").await;
    page.decided_by("allow-origin-present").await;
    page.reads(".rows", "method patch").await;
    let list = page
        .field("Method")
        .await
        .attr("list")
        .await
        .expect("an attribute");
    assert_eq!(list.as_deref(), Some("methods"));
    page.sees("datalist#methods").await;
    page.add_header("Request headers", 2, "Content-Type", "application/json")
        .await;
    page.reads(".effect", "causes a preflight").await;
    let name = page
        .header_field("Request headers", "Name of header 2")
        .await;
    type_into(&name, "Cookie").await;
    page.reads(".effect", "forbidden: the browser drops it")
        .await;
    page.close().await;
}

#[tokio::test]
async fn the_request_is_shown_as_code_to_copy() {
    let page = Page::open().await;
    page.presses_summary("As code").await;
    page.reads("#request-code", "fetch(").await;
    page.chooses("Sent with", "xhr").await;
    page.reads("#request-code", "XMLHttpRequest").await;
    page.presses("Copy").await;
    page.reads("[data-command=copy]", "Copied").await;
    page.close().await;
}

#[tokio::test]
async fn the_address_holds_the_scenario_and_the_step() {
    let page = Page::open().await;
    page.types("Method", "DELETE").await;
    page.address_has("method=DELETE").await;
    page.presses("First step").await;
    page.address_has("step=same-origin").await;
    let address = page.client.current_url().await.expect("an address");
    page.presses("Start over").await;
    page.verdict("Answered, but withheld from the page").await;
    page.address_is_bare().await;
    page.follows(address.as_str()).await;
    page.verdict("Never sent: the preflight failed").await;
    page.sees(".step[data-rule=same-origin]").await;
    page.close().await;
}

#[tokio::test]
async fn what_a_link_cannot_say_is_said() {
    let page = Page::open_at("#v=1&colour=red&method=PUT").await;
    page.verdict("Never sent: the preflight failed").await;
    page.reads(".link-notice", "colour=red").await;
    page.presses("Close").await;
    page.sees(".link-notice:empty").await;
    page.close().await;
}

#[tokio::test]
async fn themes_and_help_need_no_mouse() {
    let page = Page::open().await;
    page.presses("Change the theme").await;
    page.sees("html[data-theme=light]").await;
    page.presses("Change the theme").await;
    page.sees("html[data-theme=dark]").await;
    let heading = page.sees("[role=slider]").await;
    heading.send_keys("?").await.expect("it takes keys");
    page.sees("#help[open]").await;
    let help = page.sees("#help button").await;
    help.send_keys(&char::from(Key::Escape).to_string())
        .await
        .expect("it takes keys");
    page.sees("#help:not([open])").await;
    page.close().await;
}
