//! The playground in pages of other sites: the element, as the example of the documentation uses it.

use fantoccini::Locator;
use fantoccini::elements::Element;
use serde_json::json;

use crate::page::Page;
use crate::screen::run;

/// The sum of all shifts since the page began, those that a reader caused left out.
const SHIFTS: &str = "
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: 'layout-shift', buffered: true });
    const shifts = observer.takeRecords().filter(({ hadRecentInput }) => !hadRecentInput);
    return shifts.reduce((sum, { value }) => sum + value, 0)";

/// Keeps the ids of the elements whose frames run from now on.
const LISTEN: &str = "window.ran = [];
    addEventListener('cors-playground-ready', ({ target }) => window.ran.push(target.id))";

/// Goes into the frame of an element.
async fn enters_frame(page: &Page, css: &str) {
    let host = page.sees(css).await;
    let root = host.shadow_root().await.expect("the script has run");
    let frame: Element = root.find(Locator::Css("iframe")).await.expect("a frame");
    frame.enter_frame().await.expect("it can be entered");
}

async fn leaves_frame(page: &Page) {
    let outside = page.client.clone().enter_parent_frame().await;
    outside.expect("there is a parent");
}

/// A page whose first element runs.
async fn example() -> Page {
    let page = Page::open_host("embed-host.html").await;
    page.reads("#verdict", "Answered, but withheld from the page")
        .await;
    page
}

async fn padding(page: &Page, css: &str) -> String {
    let script = "return getComputedStyle(document.querySelector(arguments[0])).paddingTop";
    let padding = run(page, script, vec![json!(css)]).await;
    padding.as_str().expect("it has one").to_owned()
}

#[tokio::test]
async fn where_no_script_runs_the_text_and_the_link_stay() {
    let page = Page::open_host("no-scripts.html").await;
    page.reads("cors-playground p", "The server answers 200")
        .await;
    let link = page.sees("cors-playground a").await;
    assert!(link.is_displayed().await.expect("it is there"));
    let frames = run(
        &page,
        "return document.querySelector('cors-playground').shadowRoot",
        vec![],
    );
    assert!(frames.await.is_null());
    page.client.close().await.expect("the browser ends");
}

#[tokio::test]
async fn a_policy_that_allows_nothing_else_is_no_obstacle_and_the_script_may_come_twice() {
    let page = Page::open_host("strict.html").await;
    enters_frame(&page, "cors-playground").await;
    page.verdict("Answered, but withheld from the page").await;
    leaves_frame(&page).await;
    assert_eq!(padding(&page, "cors-playground").await, "300px");
    page.close().await;
}

#[tokio::test]
async fn nothing_moves_and_what_is_far_away_is_not_loaded() {
    let page = example().await;
    run(&page, LISTEN, vec![]).await;
    page.reads("#fragment", "v=1").await;
    assert_eq!(run(&page, "return ran", vec![]).await, json!([]));
    assert_eq!(run(&page, SHIFTS, vec![]).await, 0);
    run(
        &page,
        "document.getElementById('second').scrollIntoView()",
        vec![],
    )
    .await;
    page.until("return ran.includes(arguments[0])", "second", "")
        .await;
    assert_eq!(run(&page, SHIFTS, vec![]).await, 0);
    page.close().await;
}

#[tokio::test]
async fn it_grows_in_view_only_when_the_reader_does_something() {
    let page = example().await;
    page.reads("#fragment", "v=1").await;
    assert_eq!(padding(&page, "#first").await, "520px");
    enters_frame(&page, "#first").await;
    page.presses_summary("As text").await;
    leaves_frame(&page).await;
    let is_taller =
        "return document.getElementById(arguments[0]).getBoundingClientRect().height > 600";
    page.until(is_taller, "first", "").await;
    page.close().await;
}

#[tokio::test]
async fn below_the_screen_it_has_its_full_height_before_it_is_seen() {
    let page = example().await;
    // Near enough to load, and not in view.
    let near = "const element = document.getElementById('second');
        scrollTo(0, element.getBoundingClientRect().top - innerHeight - 200)";
    run(&page, near, vec![]).await;
    let is_taller =
        "return document.getElementById(arguments[0]).getBoundingClientRect().height > 600";
    page.until(is_taller, "second", "").await;
    assert_eq!(run(&page, SHIFTS, vec![]).await, 0);
    page.close().await;
}

#[tokio::test]
async fn a_host_steers_it_and_hears_what_happens() {
    let page = example().await;
    page.reads("#fragment", "v=1").await;
    run(&page, LISTEN, vec![]).await;
    page.presses("Dark").await;
    page.presses("With PUT").await;
    page.reads("#verdict", "Never sent: the preflight failed")
        .await;
    page.reads("#fragment", "method=PUT").await;
    enters_frame(&page, "#first").await;
    page.sees("html[data-theme=dark]").await;
    page.presses("First step").await;
    leaves_frame(&page).await;
    page.presses("What decides?").await;
    enters_frame(&page, "#first").await;
    page.sees(".step[data-deciding]").await;
    leaves_frame(&page).await;
    // All of it in one and the same frame.
    assert_eq!(run(&page, "return ran", vec![]).await, json!([]));
    page.close().await;
}

#[tokio::test]
async fn other_attributes_give_a_new_frame_and_scripts_may_make_and_move_it() {
    let page = example().await;
    run(&page, LISTEN, vec![]).await;
    let make = "const made = document.createElement('cors-playground');
        made.id = 'made'; made.setAttribute('scenario', 'v=1&method=PUT'); made.title = 'made';
        document.querySelector('h1').after(made)";
    run(&page, make, vec![]).await;
    let ran = "return ran.filter((id) => id === arguments[0]).length === Number(arguments[1])";
    page.until(ran, "made", "1").await;
    run(&page, "made.setAttribute('mode', 'read')", vec![]).await;
    page.until(ran, "made", "2").await;
    run(&page, "document.querySelector('h1').before(made)", vec![]).await;
    page.until(ran, "made", "3").await;
    let told = "const frame = made.shadowRoot.querySelectorAll('iframe');
        return [frame.length, frame[0].title, new URL(frame[0].src).search]";
    let wanted = json!([1, "CORS playground: made", "?mode=read"]);
    assert_eq!(run(&page, told, vec![]).await, wanted);
    page.close().await;
}

#[tokio::test]
async fn only_its_own_frame_is_heard() {
    let page = example().await;
    let forged = "for (const after of ['load', 'user'])
        postMessage({ 'cors-playground': 1, type: 'resize', height: 2000, after }, '*');
        return new Promise((resolve) => addEventListener('message', () => setTimeout(resolve)))";
    page.client.execute(forged, vec![]).await.expect("it runs");
    assert_eq!(padding(&page, "#first").await, "520px");
    page.close().await;
}

#[tokio::test]
async fn beside_a_plain_frame_stands_a_link() {
    let page = Page::open_host("plain.html").await;
    let link = page.finds("//a[normalize-space()='The scenario in the CORS Playground']");
    let address = link.await.attr("href").await.expect("a link");
    assert!(
        address.is_some_and(|it| it.ends_with("/#v=1")),
        "it opens the same scenario"
    );
    page.client.close().await.expect("the browser ends");
}
