//! Twelve states, each in every kind of colours, on small screens and on large ones: nobody meets a barrier.

use std::fs;

use serde_json::json;

use crate::page::{Page, setting};
use crate::screen::{Colours, run, set_colours, set_width, show};
use crate::states::{FRAME_WIDTHS, FRAMED, MODES, STATES};

/// Lets axe-core look at the page, and gives a text for each violation: rule, place, reason.
const LOOK: &str = "
    const [answer] = arguments;
    const violations = async () => {
        const { violations } = await axe.run(document, { resultTypes: ['violations'] });
        const said = (rule, node) =>
            `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`;
        return violations.flatMap(rule => rule.nodes.map(node => said(rule, node)));
    };
    violations().then(answer, error => answer([`axe-core failed: ${error}`]));";

/// Nothing stays folded: what is in there is looked at, too.
const UNFOLD: &str =
    "document.querySelectorAll('details').forEach(details => details.open = true); return true";

/// A page as wide as this, and the script of axe-core.
async fn page_for_axe(width: u32) -> (Page, String) {
    let path = setting("AXE_SCRIPT");
    let axe = fs::read_to_string(path).expect("xtask found it");
    let page = Page::open().await;
    set_width(&page, width).await;
    (page, axe)
}

/// What axe-core finds in the page as it is, in all colours.
async fn violations(page: &Page, axe: &str, name: &str) -> Vec<String> {
    run(page, axe, vec![]).await;
    let mut found = Vec::new();
    for colours in Colours::ALL {
        set_colours(page, colours).await;
        let violations = page.client.execute_async(LOOK, vec![]).await;
        let violations = violations.expect("axe-core answers");
        let violations = violations.as_array().expect("it gives a list");
        found.extend(violations.iter().map(|violation| {
            let violation = violation.as_str().unwrap_or_default();
            format!("{name}, {colours:?}: {violation}")
        }));
    }
    found
}

async fn axe_finds_nothing_at(width: u32) {
    let (page, axe) = page_for_axe(width).await;
    let mut found = Vec::new();
    for state in &STATES {
        show(&page, state).await;
        run(&page, UNFOLD, vec![]).await;
        found.extend(violations(&page, &axe, state.name).await);
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
    let url = setting("PLAYGROUND_URL");
    let url = format!("{url}/{path}");
    page.client.goto(&url).await.expect("the page loads");
    page.sees(".course h1").await;
    if !press.is_empty() {
        page.sees("html[data-app=started]").await;
        page.sees(press).await.click().await.expect("it is pressed");
    }
}

async fn axe_finds_nothing_in_the_course_at(width: u32) {
    let (page, axe) = page_for_axe(width).await;
    let mut found = Vec::new();
    for state in PAGES {
        show_page(&page, state).await;
        let wide = width_of(&page).await;
        if wide > width.into() {
            found.push(format!("{state:?}: {wide} pixels wide"));
        }
        // To unfold an answer of the course would be to be told it: it is looked at as it is.
        found.extend(violations(&page, &axe, &format!("{state:?}")).await);
    }
    assert!(found.is_empty(), "at {width} pixels:\n{}", found.join("\n"));
    page.close().await;
}

async fn width_of(page: &Page) -> u64 {
    let script = "return document.scrollingElement.scrollWidth";
    let width = run(page, script, vec![]).await;
    width.as_u64().expect("a page has a width")
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
async fn axe_finds_nothing_in_a_frame() {
    let (page, axe) = page_for_axe(FRAME_WIDTHS[0]).await;
    let mut found = Vec::new();
    for width in FRAME_WIDTHS {
        set_width(&page, width).await;
        for (mode, seen) in MODES {
            page.client.goto("about:blank").await.expect("a page");
            page.turns_to(&format!("embed/?mode={mode}#{FRAMED}")).await;
            page.sees("html[data-app=started]").await;
            page.sees(seen).await;
            let name = format!("mode={mode} at {width}");
            let wide = width_of(&page).await;
            if wide > width.into() {
                found.push(format!("{name}: {wide} pixels wide"));
            }
            found.extend(violations(&page, &axe, &name).await);
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    page.close().await;
}

#[tokio::test]
async fn axe_finds_nothing_in_the_dialog_for_embedding() {
    let mut found = Vec::new();
    for width in [320, 1440] {
        let (page, axe) = page_for_axe(width).await;
        page.sees("[data-command=embed]:enabled").await;
        page.presses("Embed").await;
        page.sees("#embed[open] iframe").await;
        let wide = width_of(&page).await;
        if wide > width.into() {
            found.push(format!("at {width}: {wide} pixels wide"));
        }
        found.extend(violations(&page, &axe, &format!("at {width}")).await);
        page.close().await;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Opens the dialog that shares, with a secret, a picture and a long text in turn; and the notice about a bad file.
async fn show_sharing(page: &Page, shows: &str) {
    let script = "
        const [shows] = arguments;
        document.querySelector('#share[open]') || document.querySelector('[data-command=share]').click();
        if (shows !== 'notice') {
            return document.querySelector(`#share [value=${shows}]`).click();
        }
        const files = new DataTransfer();
        files.items.add(new File(['{}'], 'bad.json'));
        dispatchEvent(new DragEvent('drop', { dataTransfer: files, cancelable: true }));";
    run(page, script, vec![json!(shows)]).await;
    if shows == "notice" {
        page.sees("#not-opened[open]").await;
    }
}

#[tokio::test]
async fn axe_finds_nothing_in_the_dialog_that_shares() {
    let mut found = Vec::new();
    for width in [320, 1440] {
        let (page, axe) = page_for_axe(width).await;
        page.follows("#v=1&header=Authorization:%20Bearer%20a&header=X-Api-Key:%20a&then=1")
            .await;
        page.address_has("header").await;
        page.sees("[data-command=share]:enabled").await;
        for shows in ["transcript", "svg", "png", "notice"] {
            show_sharing(&page, shows).await;
            let name = format!("{shows} at {width}");
            let wide = width_of(&page).await;
            if wide > width.into() {
                found.push(format!("{name}: {wide} pixels wide"));
            }
            found.extend(violations(&page, &axe, &name).await);
        }
        page.close().await;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[tokio::test]
async fn no_state_scrolls_sideways_on_a_small_phone() {
    let page = Page::open().await;
    set_width(&page, 320).await;
    for state in &STATES {
        show(&page, state).await;
        let wide = width_of(&page).await;
        assert!(wide <= 320, "{}: {wide} pixels wide", state.name);
    }
    page.close().await;
}
