//! Journeys through the built page in a real browser: `cargo xtask test journeys`.

use std::{env, fs};

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;

/// A window of the browser that `cargo xtask test journeys` has set up, with the page open in it.
async fn open_page() -> Client {
    let setting = |name| env::var(name).expect("start the journeys with `cargo xtask test journeys`");
    let text = fs::read_to_string(setting("WEBDRIVER_CAPABILITIES")).expect("xtask wrote it");
    let capabilities: Capabilities = serde_json::from_str(&text).expect("it is JSON");
    let mut builder = ClientBuilder::new(HttpConnector::new());
    let client = builder.capabilities(capabilities).connect(&setting("WEBDRIVER_URL")).await;
    let client = client.expect("the browser starts");
    client.goto(&setting("PLAYGROUND_URL")).await.expect("the page loads");
    client
}

#[tokio::test]
async fn the_app_starts_under_the_pages_security_policy() {
    let client = open_page().await;
    let started = Locator::Css("html[data-app=started]");
    client.wait().for_element(started).await.expect("the start script says so");
    let heading = client.find(Locator::Css("h1")).await.expect("a heading");
    let words = heading.text().await.expect("it has a text");
    client.close().await.expect("the browser ends");
    assert!(words.contains("CORS"), "{words}");
}
