//! What the stage shows of a scenario: origins, the wire, the console, the cache.

use crate::page::Page;

const PREFLIGHTED: &str = "#v=1&method=PUT&pre=204&pre-header=Access-Control-Allow-Origin:%20*\
    &pre-header=Access-Control-Allow-Methods:%20PUT&res-header=Access-Control-Allow-Origin:%20*";

const CHAIN: &str = "#v=1&status=302&res-header=Access-Control-Allow-Origin:%20*\
    &res-header=Location:%20https://cdn.example/x&hop=2&res-header=Access-Control-Allow-Origin:%20*";

#[tokio::test]
async fn origins_are_compared_part_by_part_and_beside_their_sites() {
    let page = Page::open().await;
    page.sees("[data-side=request] [data-part=host][data-mark=differs]")
        .await;
    page.sees("[data-part=port][data-implied]").await;
    page.types("Page URL", "https://app.backend.com/").await;
    page.reads(".site", "same site").await;
    page.types("Page URL", "https://api.backend.com:8443/")
        .await;
    page.reads(".origins-answer", "No: the ports differ").await;
    page.types("Page URL", "file:///index.html").await;
    page.reads(".origins-answer", "opaque").await;
    page.close().await;
}

#[tokio::test]
async fn a_redirect_has_a_row_a_lifeline_and_an_editor_of_its_own() {
    let page = Page::open_at(CHAIN).await;
    page.verdict("The page reads the answer").await;
    page.reads(".parties", "cdn.example").await;
    page.reads(".origin", "cdn.example").await;
    page.reads(".hop-heading", "https://cdn.example/x").await;
    page.presses("Remove the last address").await;
    page.verdict("Redirected, and nobody answered there").await;
    page.reads("button.missing", "Nobody answers at https://cdn.example/x")
        .await;
    let answer = page.sees("button.missing").await;
    answer.click().await.expect("a button");
    page.decided_by("allow-origin-present").await;
    page.close().await;
}

#[tokio::test]
async fn messages_and_gates_lead_to_their_steps() {
    let page = Page::open_at(PREFLIGHTED).await;
    page.verdict("The page reads the answer").await;
    page.presses("OPTIONS /users").await;
    page.sees(".step[data-rule=server-answered]").await;
    page.sees("[data-when=current][data-travel=browser-to-server]")
        .await;
    page.sees("[data-when=coming]").await;
    page.presses("Preflight needed? yes: method PUT").await;
    page.sees(".step[data-rule=preflight-cached]").await;
    page.presses("Access-Control-Allow-Methods: PUT").await;
    page.sees(".step[data-rule=method-allowed]").await;
    page.sees(".rows .line[data-lit=looked-at]").await;
    page.sees(".header-line[data-lit=looked-at]").await;
    page.close().await;
}

#[tokio::test]
async fn the_transcript_tells_what_the_picture_shows() {
    let page = Page::open_at(PREFLIGHTED).await;
    page.presses_summary("As text").await;
    let text = page.text(".transcript").await;
    for words in [
        "Page to browser: fetch().",
        "Browser to server: OPTIONS /users; Access-Control-Request-Method: PUT",
        "handler ran; may have changed data",
        "What script may see: ✓ status, body",
    ] {
        assert!(text.contains(words), "{words:?} in {text}");
    }
    page.close().await;
}

#[tokio::test]
async fn sending_fills_the_cache_and_waiting_empties_it() {
    let page = Page::open_at(PREFLIGHTED).await;
    page.reads("[data-kind=cache]", "Empty").await;
    page.presses("Send").await;
    page.reads("[data-kind=cache]", "method PUT").await;
    page.reads("[data-kind=cache]", "5 s left").await;
    page.reads(".rows", "skipped: cached").await;
    page.presses("Wait 5 s").await;
    page.reads("[data-kind=cache]", "Empty").await;
    page.presses("Send").await;
    page.presses("Clear").await;
    page.reads("[data-kind=cache]", "Empty").await;
    page.close().await;
}

#[tokio::test]
async fn who_judges_decides_the_console_and_dissent_is_said_unasked() {
    let page = Page::open_at(
        "#v=1&header=Authorization:%20x&pre=204&pre-header=Access-Control-Allow-Origin:%20*\
         &pre-header=Access-Control-Allow-Headers:%20*&res-header=Access-Control-Allow-Origin:%20*",
    )
    .await;
    page.decided_by("authorization-listed").await;
    page.reads(".dissents", "Chrome: The page reads the answer")
        .await;
    page.judged_by("Firefox").await;
    page.verdict("The page reads the answer").await;
    page.reads("[data-kind=console]", "Firefox").await;
    page.reads(".dissents", "Standard: Never sent").await;
    page.reads(".visible-headers, .script-sees", "Response { status: 200 }")
        .await;
    page.close().await;
}

#[tokio::test]
async fn the_culprit_is_lit_wherever_it_shows() {
    let page =
        Page::open_at("#v=1&res-header=Access-Control-Allow-Origin:%20https://frontend.com/").await;
    page.decided_by("allow-origin-matches").await;
    page.sees(".header-line[data-lit=present]").await;
    page.sees(".rows .line[data-lit=present]").await;
    page.reads(".step mark", "/").await;
    page.close().await;
}
