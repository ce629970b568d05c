//! A host that means harm, or does not know better: nothing changes, nothing is told that it should not hear.

use serde_json::{Value, json};

use crate::host::{Host, SCRIPTS};
use crate::page::Page;

/// Typed into the frame, and never to be heard from it.
const SECRET: &str = "Bearer-of-a-secret";

/// Types a secret into the only frame of a host.
async fn types_a_secret(host: &Host) {
    host.hears_type(0, "resize").await;
    host.enters(0).await;
    host.page.types("Request URL", &format!("/{SECRET}")).await;
    host.page.address_has(SECRET).await;
    host.leaves().await;
    host.forgets().await;
}

/// The frame runs once more, still has the secret, and has not told it.
async fn the_secret_is_kept(host: &Host) {
    // The last of all formats of a height.
    host.hears(0, "data.sentinel === 'amp'").await;
    host.enters(0).await;
    host.page.address_has(SECRET).await;
    host.leaves().await;
    let heard = host.heard().await.to_string();
    assert!(!heard.contains(SECRET), "{heard}");
}

#[tokio::test]
async fn what_was_typed_is_not_told_when_the_frame_is_loaded_again() {
    let host = Host::open().await;
    let frame = host.frames("embed/?panels=request#v=1", SCRIPTS).await;
    types_a_secret(&host).await;
    // As its button does when it has crashed.
    host.runs_in(frame, "location.reload()", json!([])).await;
    the_secret_is_kept(&host).await;
    host.page.close().await;
}

#[tokio::test]
async fn what_was_typed_is_not_told_when_the_reader_comes_back_to_the_host() {
    // A browser restores the addresses of frames that are in the page's own text.
    let page = Page::open_host("no-wasm.html").await;
    let host = Host { page };
    // With such a listener the page is loaded again, and not kept as it is.
    host.runs("window.onunload = () => {}", json!([])).await;
    types_a_secret(&host).await;
    host.page.client.goto("about:blank").await.expect("a page");
    host.page.client.back().await.expect("there is a way back");
    the_secret_is_kept(&host).await;
    host.page.client.close().await.expect("the browser ends");
}
