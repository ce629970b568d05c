//! What leaves the playground, and a scenario file that comes back.

use std::fs;
use std::path::{Path, PathBuf};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::json;

use crate::page::Page;
use crate::screen::run;

/// A PUT with a token, refused by the preflight's answer.
const WITH_TOKEN: &str =
    "#v=1&title=A%20%22token%22&method=PUT&header=Authorization:%20Bearer%20s3cret&pre=204";

/// Lets the clipboard be read: what is copied is kept in the page instead.
const KEEP_COPIED: &str = "
    window.copied = [];
    navigator.clipboard.writeText = async (text) => void window.copied.push(text);
    return true";

async fn press(page: &Page, key: Key) {
    let key = char::from(key);
    let keys = KeyActions::new("keyboard".into())
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key });
    let pressed = page.client.perform_actions(keys).await;
    pressed.expect("it takes keys");
}

/// Goes to the button of the page's navigation, and presses it with the keyboard.
async fn share(page: &Page) {
    page.sees("[data-command=share]:enabled").await;
    run(
        page,
        "document.querySelector('[data-command=share]').focus()",
        vec![],
    )
    .await;
    press(page, Key::Enter).await;
    page.sees("#share[open]").await;
}

async fn chooses(page: &Page, words: &str) {
    let choice = format!("//dialog[@id='share']//label[normalize-space()='{words}']");
    page.finds(&choice).await.click().await.expect("a choice");
}

async fn text(page: &Page, id: &str) -> String {
    let script = "return document.getElementById(arguments[0]).textContent";
    let text = run(page, script, vec![json!(id)]).await;
    text.as_str().expect("a text").to_owned()
}

async fn is(page: &Page, script: &str) {
    assert_eq!(run(page, script, vec![]).await, true, "{script}");
}

#[tokio::test]
async fn a_link_is_copied_by_keyboard() {
    let page = Page::open_at("#v=1&url=/users&step=same-origin").await;
    run(&page, KEEP_COPIED, vec![]).await;
    share(&page).await;
    let is_focused = "return document.activeElement.dataset.copies === arguments[0]";
    page.until(is_focused, "share-link", "").await;
    press(&page, Key::Enter).await;
    page.reads("#share [role=status]", "Copied").await;
    let link = text(&page, "share-link").await;
    assert!(link.ends_with("/#v=1&url=/users"), "{link}");
    let copied = run(&page, "return window.copied", vec![]).await;
    assert_eq!(copied, json!([link]));
    page.reads("#share", &format!("{} characters", link.len()))
        .await;
    // The link to the step that is looked at.
    press(&page, Key::Tab).await;
    run(&page, "document.activeElement.click()", vec![]).await;
    let link = text(&page, "share-link").await;
    assert!(link.ends_with("&step=same-origin"), "{link}");
    press(&page, Key::Escape).await;
    page.sees("#share:not([open])").await;
    is(
        &page,
        "return document.activeElement.dataset.command === 'share'",
    )
    .await;
    page.close().await;
}

#[tokio::test]
async fn a_scenario_gets_a_title_and_keeps_its_step_and_its_token() {
    let page = Page::open_at(&format!("{WITH_TOKEN}&step=method-safelisted")).await;
    page.types("Method", "PATCH").await;
    page.reads(".top-bar .lead", "Changed from: A \"token\"")
        .await;
    page.address_has("method=PATCH").await;
    share(&page).await;
    let is_of_another = "
        const hint = document.querySelector('#share-title + span');
        return hint.textContent.startsWith('It is the title of what this') && String(!hint.hidden) === arguments[0]";
    page.until(is_of_another, "true", "").await;
    page.types("Title of the scenario", "100 % mine & é").await;
    press(&page, Key::Tab).await;
    page.until(is_of_another, "false", "").await;
    let wanted = "#v=1&title=100%20%25%20mine%20%26%20%C3%A9&method=PATCH&";
    page.reads("#share-link", wanted).await;
    page.reads("#share-text", "`100 % mine & é`").await;
    press(&page, Key::Escape).await;
    let title = "return document.querySelector('.top-bar .lead').textContent === arguments[0]";
    page.until(title, "100 % mine & é", "").await;
    page.address_has("&step=method-safelisted").await;
    page.field_holds("request-header-1-value", "Bearer s3cret")
        .await;
    page.close().await;
}

#[tokio::test]
async fn every_format_is_shown_without_the_secret() {
    let page = Page::open_at(WITH_TOKEN).await;
    share(&page).await;
    page.reads("#share", "The value of Authorization is not shared")
        .await;
    for (words, shows, ending) in [
        ("Markdown, to paste", "### CORS: Never sent", "md"),
        (
            "Transcript, all of it",
            "Does the answer say who may read it?",
            "md",
        ),
        ("curl commands", "-X 'OPTIONS'", "sh"),
        ("Code that sends it", "await fetch(", "js"),
        ("Mermaid", "sequenceDiagram", "mmd"),
        ("Picture, SVG", "<svg ", "svg"),
        ("Scenario file", "\"version\": 1", "json"),
    ] {
        chooses(&page, words).await;
        page.reads("#share-text", shows).await;
        let text = text(&page, "share-text").await;
        assert!(!text.contains("s3cret"), "{words}: {text}");
        let name = format!(
            "return document.querySelector('#share a[download=\"a-token.{ending}\"]').href.startsWith('data:')"
        );
        is(&page, &name).await;
    }
    chooses(&page, "Picture, PNG").await;
    page.sees("#share a[href^='data:image/png']:not([hidden])")
        .await;
    let size = "const it = document.getElementById('share-picture');
        return it.complete && it.naturalWidth === 760 && it.alt.includes('Never sent')";
    is(&page, size).await;
    page.close().await;
}

#[tokio::test]
async fn what_may_be_secret_and_goes_along_is_told() {
    let page =
        Page::open_at("#v=1&url=/users?token=a&header=X-Api-Key:%20b&header=Cookie:%20c").await;
    share(&page).await;
    page.reads("#share .secrets", "The value of Cookie is not shared")
        .await;
    page.reads(
        "#share .along",
        "These go along: query parameter token, header X-Api-Key. Take them out first",
    )
    .await;
    press(&page, Key::Escape).await;
    page.follows("#v=1&url=/plain").await;
    page.address_has("plain").await;
    share(&page).await;
    is(
        &page,
        "return document.querySelector('#share .secrets').hidden",
    )
    .await;
    page.close().await;
}

#[tokio::test]
async fn markup_is_a_file_of_markup() {
    let page = Page::open_at("#v=1&title=Picture&api=img").await;
    share(&page).await;
    chooses(&page, "Code that sends it").await;
    page.sees("#share a[download='picture.html']").await;
    page.close().await;
}

#[tokio::test]
async fn too_long_a_link_gives_way_to_the_file() {
    let page = Page::open_at(&format!("#v=1&res-body={}", "a".repeat(2000))).await;
    share(&page).await;
    page.reads(
        "#share p:not([hidden])",
        "characters. Mail and chats may cut",
    )
    .await;
    page.sees("#share [aria-label=Link][hidden]").await;
    page.presses("Share the scenario file").await;
    page.reads("#share-text", "\"version\": 1").await;
    page.close().await;
}

/// A file with this text, in a folder that only this run uses.
fn file(name: &str, text: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("{}-{name}", std::process::id()));
    fs::write(&path, text).expect("a place to write to");
    path
}

async fn opens(page: &Page, path: &Path) {
    let input = page.sees("#share input[type=file]").await;
    let path = path.to_str().expect("a plain path");
    input.send_keys(path).await.expect("a place for a file");
}

#[tokio::test]
async fn a_file_is_opened_and_a_bad_one_is_told() {
    let good = file(
        "good.json",
        r#"{ "request": { "url": "https://api.example/<b>" }, "title": "From a file" }"#,
    );
    let bad = file(
        "bad.json",
        r#"{ "request": { "url": "/", "methd": "PUT" }, "hops": 1 }"#,
    );
    let long = file("long.json", &format!("{{{}", " ".repeat(70_000)));
    let prose = file("notes.json", &"What I know of CORS. ".repeat(2_500));
    let picture = file("picture.json", "\0PNG");
    let empty = file("empty.json", "");
    let page = Page::open_at("#v=1&url=/kept").await;
    share(&page).await;
    opens(&page, &bad).await;
    page.sees("#not-opened[open]").await;
    page.reads(
        "#not-opened li",
        "`request` has no field `methd`. Type one of these: api, url",
    )
    .await;
    page.reads("#not-opened li", "`hops` is 1. Type a list")
        .await;
    press(&page, Key::Escape).await;
    page.sees("#share[open]").await;
    page.address_has("url=/kept").await;
    for (path, words) in [
        (&long, "too long: a scenario file may have 32,768 bytes"),
        (&prose, "is a text, but no scenario file"),
        (&picture, "is no text"),
        (&empty, "is empty"),
    ] {
        opens(&page, path).await;
        page.reads("#not-opened li", words).await;
        press(&page, Key::Escape).await;
    }
    opens(&page, &good).await;
    page.sees("#share:not([open])").await;
    // It is told where everybody sees it, and the keyboard is at what comes of it.
    page.reads("#opened-file:popover-open", "good.json").await;
    page.until(
        "return document.activeElement === document.querySelector('.verdict h1')",
        "",
        "",
    )
    .await;
    press(&page, Key::Tab).await;
    page.sees("#opened-file:not(:popover-open)").await;
    page.reads(".lead", "From a file").await;
    page.address_has("url=https://api.example/%3Cb%3E").await;
    page.presses("Undo").await;
    page.address_has("url=/kept").await;
    for path in [good, bad, long, prose, picture, empty] {
        fs::remove_file(path).expect("it was written");
    }
    page.close().await;
}

/// Drags a file with this text over the page, and lets it go there.
const DROP: &str = "
    const files = new DataTransfer();
    files.items.add(new File([arguments[0]], 'dropped.json'));
    const send = (name) => document.body.dispatchEvent(
        new DragEvent(name, { dataTransfer: files, bubbles: true, cancelable: true }));
    send('dragover');
    const isSeen = document.querySelector('#drop-here').matches(':popover-open');
    send('drop');
    return isSeen && !document.querySelector('#drop-here').matches(':popover-open')";

#[tokio::test]
async fn a_file_can_be_dropped_anywhere() {
    let page = Page::open().await;
    page.sees("[data-command=share]:enabled").await;
    let dropped = |text: &'static str| run(&page, DROP, vec![json!(text)]);
    // The verdict has been announced and stays, so that nothing else is.
    page.reads("#status", "Answered, but withheld from the page")
        .await;
    let file = r#"{ "request": { "url": "https://api.backend.com/dropped", "headers": [["Cookie", "id=1"]] } }"#;
    assert_eq!(dropped(file).await, true);
    page.address_has("url=https://api.backend.com/dropped&header=Cookie:%20**")
        .await;
    page.reads(
        "#status",
        "Opened dropped.json, without the value of Cookie",
    )
    .await;
    assert_eq!(dropped("no JSON").await, true);
    page.reads(
        "#not-opened[open] li",
        "The file is a text, but no scenario file",
    )
    .await;
    page.reads("#not-opened", "dropped.json").await;
    page.sees("#not-opened button")
        .await
        .click()
        .await
        .expect("a button");
    page.address_has("url=https://api.backend.com/dropped")
        .await;
    page.close().await;
}
