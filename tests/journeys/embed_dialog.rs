//! The dialog with the snippets: from a scenario to a frame in another site.

use fantoccini::key::Key;
use serde_json::json;

use crate::page::Page;
use crate::screen::run;

/// A title that would be markup, if it were not escaped.
const SCENARIO: &str = "#v=1&title=%3Cb%3E%22A%22%20%26%20B&method=PUT";

async fn opens(page: &Page) {
    page.sees("[data-command=embed]:enabled").await;
    page.presses("Embed").await;
    page.sees("#embed[open]").await;
}

#[tokio::test]
async fn snippets_say_what_is_chosen_and_nothing_else() {
    let page = Page::open_at(SCENARIO).await;
    opens(&page).await;
    page.reads("#embed-plain", "&lt;b&gt;&quot;A&quot; &amp; B")
        .await;
    page.reads("#embed-plain", "/embed/#v=1&amp;title=%3Cb%3E")
        .await;
    page.chooses("Readers", "predict").await;
    page.chooses("Theme", "dark").await;
    page.finds("//label[normalize-space()='wire']")
        .await
        .click()
        .await
        .expect("a box");
    page.finds("//label[normalize-space()='steps']")
        .await
        .click()
        .await
        .expect("a box");
    page.types("Height in pixels", "700").await;
    page.reads(
        "#embed-plain",
        "/embed/?mode=predict&amp;theme=dark&amp;panels=wire,steps#v=1",
    )
    .await;
    page.reads("#embed-plain", "width=\"100%\" height=\"700\"></iframe>")
        .await;
    page.reads(
        "#embed-element",
        "mode=\"predict\" theme=\"dark\" panels=\"wire,steps\"",
    )
    .await;
    page.reads(
        "#embed-element",
        "style=\"display:block;padding-top:700px\"",
    )
    .await;
    page.close().await;
}

/// The snippet, read as HTML, gives the very frame of the preview, and a link to the scenario.
#[tokio::test]
async fn the_preview_is_what_the_snippet_makes() {
    let page = Page::open_at(SCENARIO).await;
    opens(&page).await;
    let same = "const text = document.getElementById('embed-plain').textContent;
        const made = new DOMParser().parseFromString(text, 'text/html');
        const told = (element) => [...element.attributes].map(({ name, value }) => [name, value]);
        return [told(made.querySelector('iframe')), told(document.querySelector('#embed iframe')),
            made.querySelector('a').href === location.href, made.querySelector('a').textContent]";
    let told = run(&page, same, vec![]).await;
    assert_eq!(told[0], told[1]);
    assert_eq!(told[2], true, "the link opens this scenario");
    assert_eq!(told[3], "<b>\"A\" & B – CORS Playground");
    let frame = page.sees("#embed iframe").await;
    frame.enter_frame().await.expect("it can be entered");
    page.verdict("Never sent: the preflight failed").await;
    page.close().await;
}

#[tokio::test]
async fn it_can_be_as_tall_as_it_needs() {
    let page = Page::open_at(SCENARIO).await;
    opens(&page).await;
    let box_for_it = page.finds("//label[normalize-space()='As tall as the preview needs']");
    box_for_it.await.click().await.expect("a box");
    run(
        &page,
        "document.querySelector('#embed iframe').scrollIntoView()",
        vec![],
    )
    .await;
    let is_measured = "return Number(document.getElementById(arguments[0]).value) > 600";
    page.until(is_measured, "embed-height", "").await;
    let height = run(
        &page,
        "return document.getElementById('embed-height').value",
        vec![],
    )
    .await;
    let wanted = format!("height=\"{}\"", height.as_str().expect("a number"));
    page.reads("#embed-plain", &wanted).await;
    page.close().await;
}

#[tokio::test]
async fn it_copies_closes_with_escape_and_gives_the_keyboard_back() {
    let page = Page::open().await;
    opens(&page).await;
    page.presses("Copy Plain frame").await;
    page.reads("#embed-status", "Copied").await;
    let close = page.finds("//dialog[@id='embed']/button").await;
    let escape = char::from(Key::Escape).to_string();
    close.send_keys(&escape).await.expect("a button");
    let command = "return document.activeElement.dataset.command === arguments[0]";
    page.until(command, "embed", "").await;
    let left = run(
        &page,
        "return document.querySelectorAll('#embed[open], #embed iframe').length",
        vec![],
    );
    assert_eq!(left.await, json!(0));
    page.close().await;
}

#[tokio::test]
async fn pages_of_the_course_embed_from_the_root() {
    let page = Page::open_at("case/trailing-slash/").await;
    opens(&page).await;
    let root = run(&page, "return new URL('../../', location).href", vec![]).await;
    let root = root.as_str().expect("an address");
    page.reads("#embed-plain", &format!("src=\"{root}embed/#v=1&amp;"))
        .await;
    page.reads("#embed-element", &format!("src=\"{root}embed.js\""))
        .await;
    page.close().await;
}
