//! What the page opens with.

use crate::page::Page;

#[tokio::test]
async fn it_opens_on_a_broken_scenario_and_says_what_happened() {
    let page = Page::open().await;
    let verdict = page.text(".verdict").await;
    for words in [
        "Answered, but withheld from the page",
        "no preflight needed",
        "answered 200",
        "stopped by the CORS check",
    ] {
        assert!(verdict.contains(words), "{words:?} in {verdict}");
    }
    let console = page.text("[data-kind=console]").await;
    let line = "Access to fetch at 'https://api.backend.com/users' from origin 'https://frontend.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.";
    assert!(console.contains(line), "{console}");
    let origins = page.text("[data-kind=origins]").await;
    assert!(origins.contains("No: the hosts differ"), "{origins}");
    page.close().await;
}

#[tokio::test]
async fn a_trap_in_the_wasm_shows_a_notice_with_a_reload_button() {
    let page = Page::open().await;
    // A module of one function that does what a panic does: `unreachable`.
    let trap = "
        const module = new WebAssembly.Module(new Uint8Array([
            0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0,
            7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]));
        const { f } = new WebAssembly.Instance(module).exports;
        document.body.addEventListener('click', () => f());
        document.body.click();";
    page.client.execute(trap, vec![]).await.expect("a script");
    page.sees("#crashed:not([hidden])").await;
    page.sees("#reload").await.click().await.expect("a button");
    for notice in ["#crashed[hidden]", "#cannot-start[hidden]"] {
        let notice = page.sees(notice).await;
        assert!(!notice.is_displayed().await.expect("an element"));
    }
    page.verdict("Answered, but withheld from the page").await;
    // No `close`: this journey's error is its own.
    page.client.close().await.expect("the browser ends");
}

#[tokio::test]
async fn nothing_stands_beyond_the_edge_on_a_small_screen() {
    let page = Page::open().await;
    for width in [320, 375, 768, 1440] {
        page.client
            .set_window_size(width.max(500), 900)
            .await
            .expect("a size");
        // Windows have a least width, so the smaller ones are made by narrowing the page itself.
        let script = format!(
            "document.body.style.width = '{width}px';
             return document.getElementById('app').scrollWidth;"
        );
        let wide = page
            .client
            .execute(&script, vec![])
            .await
            .expect("a script");
        assert!(wide.as_u64() <= Some(width.into()), "{wide} at {width}");
    }
    page.close().await;
}
