//! The dialog with the snippets: from a scenario to a frame in another site.

use fantoccini::key::Key;
use serde_json::json;

use crate::page::Page;
use crate::screen::{run, set_width};

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
    sees_to_the_height(&page).await;
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

/// Lets the height be what is typed, or what is usual.
async fn sees_to_the_height(page: &Page) {
    let tall = page.finds("//label[normalize-space()='As tall as the preview needs']");
    tall.await.click().await.expect("a box");
}

#[tokio::test]
async fn it_is_as_tall_as_it_needs() {
    let page = Page::open_at(SCENARIO).await;
    opens(&page).await;
    run(
        &page,
        "document.querySelector('#embed iframe').scrollIntoView()",
        vec![],
    )
    .await;
    // Not what is usual.
    let is_measured = "
        const { value } = document.getElementById(arguments[0]);
        return Number(value) > 600 && value !== '1550'";
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
async fn no_snippet_holds_a_secret_and_what_goes_along_is_told() {
    let page =
        Page::open_at("#v=1&method=PUT&header=Authorization:%20Bearer%20s3cret&header=X-Api-Key:%20a&step=same-origin")
            .await;
    opens(&page).await;
    page.reads(
        "#embed .secrets",
        "The value of Authorization is not shared",
    )
    .await;
    page.reads("#embed .along", "This goes along: header X-Api-Key.")
        .await;
    page.reads("#embed-element", "Bearer%20***").await;
    let text = page.text("#embed .snippets").await;
    assert!(!text.contains("s3cret"), "{text}");
    assert!(text.contains("&amp;step=same-origin\""), "{text}");
    page.close().await;
}

/// What the dialog says that a mode does by itself, by the words that the frame has for it.
#[tokio::test]
async fn what_is_usual_is_what_the_frame_does() {
    let page = Page::open_at(SCENARIO).await;
    opens(&page).await;
    sees_to_the_height(&page).await;
    let said = "
        const usual = (name) => {
            const [first, ...rest] = document.getElementById(`embed-${name}`).options;
            return rest.find((it) => first.text === `the usual: ${it.text}`)?.value;
        };
        const panels = document.getElementById('embed-panels').textContent;
        return [usual('edit'), usual('controls'), panels.split(': ')[1].split('; ')[0].split(', ').sort()]";
    let done = "
        const { edit, controls, panels } = document.documentElement.dataset;
        return [edit, controls, panels.split(' ').sort()]";
    for (key, mode, height) in [
        (Key::Down, "predict", "1250"),
        (Key::Down, "read", "1000"),
        (Key::Home, "play", "1550"),
    ] {
        // By the keyboard: the driver chooses without all the events that a person causes.
        let readers = page.field("Readers").await;
        let key = char::from(key).to_string();
        readers.send_keys(&key).await.expect("it takes keys");
        page.field_holds("embed-height", height).await;
        let said = run(&page, said, vec![]).await;
        let frame = page.sees("#embed iframe").await;
        frame.enter_frame().await.expect("it can be entered");
        page.sees(&format!("html[data-mode={mode}]")).await;
        assert_eq!(run(&page, done, vec![]).await, said, "{mode}");
        let outside = page.client.clone().enter_parent_frame().await;
        outside.expect("there is a parent");
    }
    page.close().await;
}

#[tokio::test]
async fn a_height_that_no_frame_has_is_put_right_and_a_chosen_one_stays() {
    let page = Page::open_at(SCENARIO).await;
    opens(&page).await;
    sees_to_the_height(&page).await;
    let tab = char::from(Key::Tab);
    for (typed, right) in [
        ("9000", "4000"),
        ("5", "100"),
        ("0", "100"),
        ("700.5", "701"),
    ] {
        page.types("Height in pixels", &format!("{typed}{tab}"))
            .await;
        page.field_holds("embed-height", right).await;
        let said = format!("100 to 4000 pixels high, so it has {right} now");
        page.reads("#embed-put-right", &said).await;
    }
    page.types("Height in pixels", &format!("700{tab}")).await;
    let readers = page.field("Readers").await;
    readers.send_keys("read").await.expect("it takes keys");
    page.reads("#embed-plain", "/embed/?mode=read#").await;
    page.reads("#embed-plain", "height=\"700\"></iframe>").await;
    assert_eq!(page.text("#embed-put-right").await, "");
    page.close().await;
}

#[tokio::test]
async fn the_preview_stands_beside_the_choices_or_below_them() {
    let page = Page::open().await;
    let place = "
        const box = (css) => document.querySelector(`#embed ${css}`).getBoundingClientRect();
        const [choices, preview, snippets] = ['.choices', '.preview', '.snippets'].map(box);
        return preview.left >= choices.right && preview.top === choices.top ? 'beside'
            : preview.top >= choices.bottom && snippets.top >= preview.bottom ? 'below' : 'elsewhere'";
    for (width, wanted) in [(1440, "beside"), (768, "below"), (390, "below")] {
        set_width(&page, width).await;
        if width == 1440 {
            opens(&page).await;
        }
        assert_eq!(run(&page, place, vec![]).await, wanted, "{width}");
    }
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
