//! Twelve states, each in every kind of colours, on small screens and on large ones: nobody meets a barrier.

use std::{env, fs};

use crate::page::Page;
use crate::screen::{Colours, run, set_colours, set_width, show};
use crate::states::STATES;

/// A script that gives a text for each violation: rule, place, reason.
macro_rules! look {
    () => { "
    const [answer] = arguments;
    const violations = async () => {
        const { violations } = await axe.run(document, { resultTypes: ['violations'] });
        const said = (rule, node) =>
            `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`;
        return violations.flatMap(rule => rule.nodes.map(node => said(rule, node)));
    };
    violations().then(answer, error => answer([`axe-core failed: ${error}`]));" };
}

/// Lets axe-core look at the page, with nothing folded.
const LOOK: &str = concat!(
    "document.querySelectorAll('details').forEach(details => details.open = true);",
    look!()
);

/// Lets axe-core look at the page as it is: to unfold an answer of the course is to be told it.
const LOOK_AS_IT_IS: &str = look!();

async fn axe_finds_nothing_at(width: u32) {
    let path = env::var("AXE_SCRIPT").expect("start the journeys with `cargo xtask test journeys`");
    let axe = fs::read_to_string(path).expect("xtask found it");
    let page = Page::open().await;
    set_width(&page, width).await;
    let mut found = Vec::new();
    for state in &STATES {
        show(&page, state).await;
        run(&page, &axe, vec![]).await;
        for colours in Colours::ALL {
            set_colours(&page, colours).await;
            let violations = page.client.execute_async(LOOK, vec![]).await;
            let violations = violations.expect("axe-core answers");
            let violations = violations.as_array().expect("it gives a list");
            found.extend(violations.iter().map(|violation| {
                let violation = violation.as_str().unwrap_or_default();
                format!("{}, {colours:?}: {violation}", state.name)
            }));
        }
    }
    assert!(found.is_empty(), "at {width} pixels:\n{}", found.join("\n"));
    page.close().await;
}

/// Pages of the course, each with what is to be pressed in it.
const PAGES: [(&str, &str); 10] = [
    ("learn/", ""),
    ("learn/same-origin/", ""),
    ("learn/same-origin/", "[data-section]:not([hidden]) summary"),
    ("case/", ""),
    ("case/trailing-slash/", ""),
    ("case/options-not-handled/", "#fix .stack summary"),
    ("case/works-in-curl/", ""),
    ("case/dev-proxy/", ""),
    ("interview/", "[data-card]:not([hidden]) summary"),
    ("interview/", "[data-tab=cases]"),
];

async fn show_page(page: &Page, (path, press): (&str, &str)) {
    page.client.goto("about:blank").await.expect("a page");
    let url = env::var("PLAYGROUND_URL").expect("the page was opened by it");
    let url = format!("{url}/{path}");
    page.client.goto(&url).await.expect("the page loads");
    page.sees(".course h1").await;
    if !press.is_empty() {
        page.sees("html[data-app=started]").await;
        page.sees(press).await.click().await.expect("it is pressed");
    }
}

async fn axe_finds_nothing_in_the_course_at(width: u32) {
    let path = env::var("AXE_SCRIPT").expect("start the journeys with `cargo xtask test journeys`");
    let axe = fs::read_to_string(path).expect("xtask found it");
    let page = Page::open().await;
    set_width(&page, width).await;
    let mut found = Vec::new();
    for state in PAGES {
        show_page(&page, state).await;
        let wide = run(
            &page,
            "return document.scrollingElement.scrollWidth",
            vec![],
        )
        .await;
        if wide.as_u64() > Some(width.into()) {
            found.push(format!("{state:?}: {wide} pixels wide"));
        }
        run(&page, &axe, vec![]).await;
        for colours in Colours::ALL {
            set_colours(&page, colours).await;
            let violations = page.client.execute_async(LOOK_AS_IT_IS, vec![]).await;
            let violations = violations.expect("axe-core answers");
            let violations = violations.as_array().expect("it gives a list");
            found.extend(violations.iter().map(|violation| {
                let violation = violation.as_str().unwrap_or_default();
                format!("{state:?}, {colours:?}: {violation}")
            }));
        }
    }
    assert!(found.is_empty(), "at {width} pixels:\n{}", found.join("\n"));
    page.close().await;
}

#[tokio::test]
async fn axe_finds_nothing_in_the_course_on_a_phone() {
    axe_finds_nothing_in_the_course_at(320).await;
}

#[tokio::test]
async fn axe_finds_nothing_in_the_course_on_a_laptop() {
    axe_finds_nothing_in_the_course_at(1440).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone() {
    axe_finds_nothing_at(320).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_laptop() {
    axe_finds_nothing_at(1440).await;
}

#[tokio::test]
async fn no_state_scrolls_sideways_on_a_small_phone() {
    let page = Page::open().await;
    set_width(&page, 320).await;
    for state in &STATES {
        show(&page, state).await;
        let wide = run(
            &page,
            "return document.scrollingElement.scrollWidth",
            vec![],
        )
        .await;
        assert!(
            wide.as_u64() <= Some(320),
            "{}: {wide} pixels wide",
            state.name
        );
    }
    page.close().await;
}
