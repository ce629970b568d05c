//! The interview: questions with points to tick, scenarios to predict, and what is kept of both.

use serde_json::{Value, json};

use crate::page::Page;
use crate::screen::run;

async fn kept(page: &Page) -> Value {
    let script = "return JSON.parse(localStorage.getItem('interview'))";
    run(page, script, vec![]).await
}

/// Opens the interview with this kept of it.
async fn open_with(kept: Value) -> Page {
    let page = Page::open_at("interview/").await;
    let script =
        "localStorage.setItem('interview', arguments[0]); window.onpagehide = null; return true";
    run(&page, script, vec![kept.to_string().into()]).await;
    page.client.refresh().await.expect("it reloads");
    page.sees("html[data-app=started]").await;
    page
}

async fn turns_to(page: &Page, tab: &str) {
    let tab = page.sees(&format!("[data-tab={tab}]")).await;
    tab.click().await.expect("a button");
}

/// Predicts rightly, or wrongly, what is asked.
async fn predicts(page: &Page, is_right: bool) {
    let script = "
        const panel = document.querySelector('[data-panel=cases]');
        for (const group of panel.querySelectorAll('fieldset')) {
            const told = panel.querySelector(`.told [data-ask=${group.dataset.ask}]`).dataset.answer;
            const other = told === 'yes' ? 'no' : 'yes';
            group.querySelector(`[value=${arguments[0] ? told : other}]`).click();
        }
        panel.querySelector('.check').click();
        return panel.querySelector('.reveal').open;";
    let is_told = run(page, script, vec![is_right.into()]).await;
    assert_eq!(is_told, true);
}

fn today() -> i64 {
    let now = std::time::SystemTime::now();
    let since = now.duration_since(std::time::UNIX_EPOCH);
    (since.expect("after 1970").as_secs() / 86_400) as i64
}

#[tokio::test]
async fn a_question_whose_points_were_not_all_said_comes_back() {
    let page = Page::open_at("interview/").await;
    let first = page.text("[data-card]:not([hidden]) h2").await;
    page.presses("Start a clock of 60 seconds").await;
    page.reads("[data-card]:not([hidden]) .seconds", "seconds left")
        .await;
    page.presses_summary("Show a good answer").await;
    let tick = "[data-card]:not([hidden]) .points input";
    page.sees(tick).await.click().await.expect("a box");
    page.presses("Next question").await;
    let second = page.text("[data-card]:not([hidden]) h2").await;
    assert_ne!(first, second);
    let kept = kept(&page).await;
    assert_eq!(kept["answered"].as_array().map(Vec::len), Some(1), "{kept}");
    let name = kept["answered"][0].as_str().expect("a name").to_owned();
    let entry = &kept["cards"][&name];
    assert_eq!(entry["stage"], 0);
    // Tomorrow, wherever the browser's clock is.
    let day = entry["day"].as_i64().expect("a day");
    assert!((today()..=today() + 2).contains(&day), "{day}");
    page.close().await;
}

#[tokio::test]
async fn a_missed_rule_comes_back_until_it_is_known() {
    let long_ago = 1;
    let rules = json!({ "allow-origin-matches": { "stage": 1, "day": long_ago } });
    let page = open_with(json!({
        "version": 1, "cards": {}, "rules": rules, "answered": [], "played": [], "level": 1, "streak": 0,
    }))
    .await;
    turns_to(&page, "cases").await;
    page.reads("#again", "You missed this rule before").await;
    predicts(&page, true).await;
    let after = kept(&page).await;
    assert_eq!(
        after["rules"]["allow-origin-matches"]["stage"], 2,
        "{after}"
    );
    page.presses("Next scenario").await;
    predicts(&page, false).await;
    page.reads("[data-panel=cases] .predicted", "✕ You predicted")
        .await;
    let after = kept(&page).await;
    let rules = after["rules"].as_object().expect("an object");
    assert!(rules.values().any(|rule| rule["stage"] == 0), "{after}");
    page.close().await;
}

#[tokio::test]
async fn four_right_in_a_row_lead_to_the_next_level() {
    let page = Page::open_at("interview/").await;
    turns_to(&page, "cases").await;
    page.reads("#level", "Level 1 of 5").await;
    for _ in 0..4 {
        predicts(&page, true).await;
        page.sees("#next-case").await;
        page.presses("Next scenario").await;
    }
    page.reads("#level", "Level 2 of 5").await;
    page.close().await;
}

#[tokio::test]
async fn a_file_that_is_no_progress_changes_nothing() {
    let page = Page::open_at("interview/").await;
    page.presses_summary("Your progress").await;
    page.reads("#progress", "answered").await;
    let script = "
        const [text] = arguments;
        const files = new DataTransfer();
        files.items.add(new File([text], 'a.json'));
        const input = document.getElementById('import');
        input.files = files.files;
        input.dispatchEvent(new Event('change'));
        return true;";
    let before = kept(&page).await;
    for bad in [
        "",
        "{",
        "null",
        "{\"version\":2}",
        "{\"version\":1,\"cards\":{\"<b>\":{\"stage\":0,\"day\":1}},\"rules\":{},\"answered\":[],\"played\":[],\"level\":1,\"streak\":0}",
    ] {
        run(
            &page,
            "document.getElementById('progress-says').textContent = ''; return true",
            vec![],
        )
        .await;
        run(&page, script, vec![bad.into()]).await;
        page.reads("#progress-says", "no exported progress").await;
        assert_eq!(kept(&page).await, before, "{bad}");
    }
    let good = json!({
        "version": 1, "cards": {}, "rules": {}, "answered": ["postman"], "played": [3], "level": 4, "streak": 1,
    });
    run(&page, script, vec![good.to_string().into()]).await;
    page.reads("#progress", "level 4 of 5").await;
    assert_eq!(kept(&page).await, good);
    // Reset asks once more.
    page.presses("Reset").await;
    page.presses("Forget everything?").await;
    page.reads("#progress", "level 1 of 5").await;
    page.close().await;
}
