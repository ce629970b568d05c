//! Five frames in a page of another site; and that neither they nor any page of ours asks anybody but us.

use serde_json::json;

use crate::host::{Host, SCRIPTS};
use crate::page::{Page, setting};
use crate::proxy::Proxy;

const FRAMES: [&str; 5] = [
    "embed/#v=1&method=PUT",
    "embed/?mode=predict#v=1",
    "embed/?mode=read#v=1&res-header=Access-Control-Allow-Origin:%20*",
    "embed/?panels=request,console,origins,cache,fix&edit=request&controls=none#v=1&method=DELETE",
    "embed/?theme=dark&panels=steps,wire,server#v=1&status=302&res-header=Location:%20https://other.example/x",
];

fn sites() -> Vec<String> {
    vec![setting("PLAYGROUND_URL"), setting("HOST_URL")]
}

/// Whom Chromium asks of its own accord: for the time, for updates, for what it fills into forms. Should a page of ours
/// ask them, its policy would forbid it, and tests/journeys/reports.rs would say so.
const OF_CHROMIUM: [&str; 3] = [".google.com", ".googleapis.com", ".gvt1.com"];

fn is_of_chromium(url: &str) -> bool {
    let host = url.trim_start_matches("http://");
    let host = host.split(['/', ':']).next().unwrap_or_default();
    OF_CHROMIUM.iter().any(|ending| host.ends_with(ending))
}

/// What was asked for that is not of these sites.
fn strangers(proxy: &Proxy, sites: &[String]) -> Vec<String> {
    let asked = proxy.asked();
    assert!(!asked.is_empty(), "the browser uses the proxy");
    let is_ours = |url: &String| {
        sites
            .iter()
            .any(|site| url.starts_with(&format!("{site}/")))
    };
    let is_strange = |url: &String| !is_ours(url) && !is_of_chromium(url);
    asked.into_iter().filter(is_strange).collect()
}

#[tokio::test]
async fn five_frames_run_beside_each_other_and_ask_nobody_else() {
    let proxy = Proxy::start(sites());
    let [_, host] = &sites()[..] else { panic!() };
    let page = Page::open_in_browser(&format!("{host}/any.html"), &proxy.arguments()).await;
    let host = Host { page };
    let follow = "addEventListener('message', ({ source, data }) => {
        if (data.type === 'resize') {
            const frames = [...document.querySelectorAll('iframe')];
            frames.find((it) => it.contentWindow === source).height = data.height;
        }
    })";
    host.runs(follow, json!([])).await;
    let mut frames = Vec::new();
    for place in FRAMES {
        frames.push(host.frames(place, SCRIPTS).await);
    }
    for frame in frames.clone() {
        host.hears_type(frame, "ready").await;
        host.hears_type(frame, "resize").await;
    }
    for frame in frames {
        host.is_still(frame).await;
        let fits = "
            const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
            return [scrollHeight > clientHeight, scrollWidth > clientWidth]";
        let scrolls = host.runs_in(frame, fits, json!([])).await;
        assert_eq!(scrolls, json!([false, false]), "{}", FRAMES[frame]);
        let theme = "return document.documentElement.dataset.theme";
        let wanted = if frame == 4 { "dark" } else { "auto" };
        assert_eq!(host.runs_in(frame, theme, json!([])).await, wanted);
    }
    assert_eq!(strangers(&proxy, &sites()), Vec::<String>::new());
    host.page.close().await;
}

#[tokio::test]
async fn no_page_of_ours_asks_anybody_else() {
    let proxy = Proxy::start(sites());
    let [site, _] = &sites()[..] else { panic!() };
    let page = Page::open_in_browser(&format!("{site}/"), &proxy.arguments()).await;
    for (place, seen) in [
        (
            "#v=1&url=https://api.backend.com/other&method=PUT",
            "#fix .apply",
        ),
        ("learn/same-origin/?section=3", ".predict .check"),
        ("case/options-not-handled/", "#fix .apply"),
        ("interview/", "[data-card]:not([hidden])"),
        ("cors-playground.html#v=1&method=PUT", "#fix .apply"),
        ("embed/?mode=predict#v=1", ".predict .check"),
    ] {
        page.client.goto("about:blank").await.expect("a page");
        page.turns_to(place).await;
        page.sees("html[data-app=started]").await;
        page.sees(seen).await;
    }
    // A scenario is played, and never sent.
    page.turns_to("#v=1&method=PUT").await;
    page.presses_summary("In the language of your server").await;
    page.reads("#stack-code", "cors(").await;
    page.presses("Apply and replay").await;
    page.verdict("The page reads the answer").await;
    page.presses("Send").await;
    assert_eq!(strangers(&proxy, &sites()), Vec::<String>::new());
    // It would be noticed; whether the browser calls the answer of a proxy an error is its own affair.
    let _ = page.client.goto("http://other.example/").await;
    assert_eq!(strangers(&proxy, &sites()), ["http://other.example/"]);
    page.client.close().await.expect("the browser ends");
}

#[tokio::test]
async fn a_frame_whose_scripts_come_late_still_speaks() {
    // What advises on fixes is asked for when the app runs.
    let proxy = Proxy::holding(sites(), "/frame.js", "/later.js");
    let [_, host] = &sites()[..] else { panic!() };
    let page = Page::open_in_browser(&format!("{host}/any.html"), &proxy.arguments()).await;
    let host = Host { page };
    let frame = host.frames("embed/?panels=fix,steps#v=1", SCRIPTS).await;
    host.hears_type(frame, "ready").await;
    host.hears_type(frame, "verdict").await;
    host.hears_type(frame, "resize").await;
    host.page.close().await;
}
