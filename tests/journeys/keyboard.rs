//! The main path without a mouse: from the first Tab to a readable answer.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

use crate::page::Page;

/// More stops than the page has.
const MOST_STOPS: usize = 120;

async fn press(page: &Page, key: char) {
    let keys = KeyActions::new("keyboard".into())
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key });
    page.client
        .perform_actions(keys)
        .await
        .expect("it takes keys");
}

async fn type_text(page: &Page, text: &str) {
    for key in text.chars() {
        press(page, key).await;
    }
}

/// Goes on with the Tab key until the focused element has this id, class or name; each stop on the
/// way must be seen.
async fn tab_to(page: &Page, wanted: &str) {
    let script = "
        const it = document.activeElement;
        const box = it.getBoundingClientRect();
        const middle = document.elementFromPoint(
            box.x + Math.min(box.width, 40) / 2, box.y + Math.min(box.height, 20) / 2);
        const isSeen = it === document.body || it.contains(middle) || (middle?.contains(it) ?? false)
            || it.matches('.judges input');
        const name = it.getAttribute('aria-label') ?? it.textContent.trim();
        return [it.id, it.className, name, String(isSeen), it.outerHTML.slice(0, 120)];";
    for _ in 0..MOST_STOPS {
        press(page, char::from(Key::Tab)).await;
        let said = page.client.execute(script, vec![]).await.expect("a script");
        let said: Vec<&str> = said
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|it| it.as_str())
            .collect();
        assert_eq!(said[3], "true", "the focus is covered: {said:?}");
        if said[..3].contains(&wanted) {
            return;
        }
    }
    panic!("the Tab key does not lead to {wanted:?}");
}

#[tokio::test]
async fn the_main_path_needs_no_mouse() {
    let page = Page::open().await;
    // Look at the steps.
    tab_to(&page, "track").await;
    press(&page, char::from(Key::Home)).await;
    page.sees(".step[data-rule=same-origin]").await;
    press(&page, char::from(Key::Right)).await;
    page.sees(".step[data-rule=method-safelisted]").await;
    press(&page, char::from(Key::End)).await;
    // Add what is missing.
    tab_to(&page, "missing").await;
    press(&page, char::from(Key::Enter)).await;
    page.verdict("The page reads the answer").await;
    page.focus_is_on("response-header-2-name").await;
    // Break it again: another value.
    press(&page, char::from(Key::Tab)).await;
    type_text(&page, "/").await;
    page.decided_by("allow-origin-matches").await;
    page.close().await;
}
