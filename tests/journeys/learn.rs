//! Chapters and cases: a prediction before the answer, the real stage beside the text, addresses that stay.

use crate::page::Page;
use crate::screen::run;

/// The one section that is shown.
const SECTION: &str = "[data-section]:not([hidden])";

/// Predicts, in the order of the questions.
async fn predicts(page: &Page, answers: &[&str]) {
    let script = "
        const [place, answers] = arguments;
        const groups = [...document.querySelectorAll(`${place} .predict fieldset`)];
        groups.forEach((group, index) => {
            [...group.querySelectorAll('label')]
                .find(label => label.textContent.trim() === answers[index]).click();
        });
        return groups.length;";
    let asked = run(page, script, vec![SECTION.into(), answers.into()]).await;
    assert_eq!(asked, answers.len(), "as many questions as answers");
    let reveal = page.sees(&format!("{SECTION} .check")).await;
    reveal.click().await.expect("a button");
}

async fn is_seen(page: &Page, css: &str) -> bool {
    let script = "return document.querySelector(arguments[0]).checkVisibility()";
    run(page, script, vec![css.into()]).await == true
}

#[tokio::test]
async fn what_was_predicted_stays_beside_what_the_browser_does() {
    let page = Page::open_at("learn/same-origin/?section=3").await;
    page.reads(SECTION, "The same request, to another host")
        .await;
    // The stage has the scenario, and does not tell how it ends.
    page.field_holds("request-url", "https://api.backend.com/users")
        .await;
    page.reads(".verdict h1", "Answered, but withheld from the page")
        .await;
    assert!(!is_seen(&page, ".verdict").await, "it would tell");
    assert!(!is_seen(&page, ".wire").await, "it would tell");
    assert!(is_seen(&page, "#request-url").await);

    predicts(&page, &["No", "Yes"]).await;
    page.verdict("Answered, but withheld from the page").await;
    page.decided_by("allow-origin-present").await;
    let told = page.text(&format!("{SECTION} .told")).await;
    for part in [
        "✕ You predicted no.",
        "Yes. The GET reached api.backend.com, which answered 200.",
        "✕ You predicted yes.",
        "No. The answer has no Access-Control-Allow-Origin header",
    ] {
        assert!(told.contains(part), "{part:?} is missing in {told:?}");
    }
    page.close().await;
}

#[tokio::test]
async fn what_is_told_is_of_the_scenario_as_it_was_written() {
    let page = Page::open_at("learn/same-origin/?section=3").await;
    page.types("Request URL", "/users").await;
    page.address_has("url=/users").await;
    predicts(&page, &["No", "Yes"]).await;
    page.verdict("Answered, but withheld from the page").await;
    page.field_holds("request-url", "https://api.backend.com/users")
        .await;
    page.close().await;
}

#[tokio::test]
async fn nobody_need_predict_to_read_on() {
    let page = Page::open_at("learn/same-origin/").await;
    page.reads(SECTION, "A page asks its own server").await;
    let summary = page.sees(&format!("{SECTION} .reveal > summary")).await;
    summary.click().await.expect("a summary");
    page.verdict("The page reads the answer").await;
    assert!(!is_seen(&page, &format!("{SECTION} .predicted")).await);
    // On, and back with the browser's own button.
    let next = page.sees(&format!("{SECTION} .turn a:last-child")).await;
    next.click().await.expect("a link");
    page.reads(SECTION, "A port in the address").await;
    page.field_holds("request-url", "https://frontend.com:443/users")
        .await;
    assert!(!is_seen(&page, ".verdict").await, "asked anew");
    page.client.back().await.expect("there is a way back");
    page.reads(SECTION, "A page asks its own server").await;
    page.field_holds("request-url", "/users").await;
    page.verdict("The page reads the answer").await;
    assert!(is_seen(&page, ".verdict").await, "told before");
    // The list of chapters knows how far one has come.
    page.turns_to("learn/").await;
    page.reads(".chapters", "1 of 8 sections done").await;
    page.close().await;
}

#[tokio::test]
async fn a_prediction_that_was_forgotten_is_asked_for() {
    let page = Page::open_at("learn/same-origin/").await;
    let reveal = page.sees(&format!("{SECTION} .check")).await;
    reveal.click().await.expect("a button");
    page.reads(
        &format!("{SECTION} .unanswered"),
        "Choose an answer to each question",
    )
    .await;
    assert!(!is_seen(&page, ".verdict").await, "nothing is told yet");
    page.close().await;
}

#[tokio::test]
async fn a_lessons_scenario_can_be_changed_and_keeps_its_address() {
    let page = Page::open_at("learn/same-origin/?section=3").await;
    predicts(&page, &["Yes", "No"]).await;
    page.verdict("Answered, but withheld from the page").await;
    let missing = page.sees(".missing").await;
    missing.click().await.expect("a button");
    page.verdict("The page reads the answer").await;
    page.address_has("&allow-origin=").await;
    let query = run(&page, "return location.search", vec![]).await;
    assert_eq!(query, "?section=3");
    page.close().await;
}

#[tokio::test]
async fn cases_are_found_by_what_people_see() {
    let page = Page::open_text_at("case/").await;
    let search = page.sees("#search").await;
    let line = "Access to fetch at 'https://a.example/x' from origin 'https://b.example' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value 'https://b.example/' that is not equal to the supplied origin.";
    search.send_keys(line).await.expect("a field");
    page.reads("#found", " case").await;
    let link = page.sees("a[href='trailing-slash/']").await;
    link.click().await.expect("a link");
    page.verdict("Answered, but withheld from the page").await;
    page.reads("h1", "A slash at the end of the allowed origin")
        .await;
    page.decided_by("allow-origin-matches").await;
    page.close().await;
}

#[tokio::test]
async fn a_search_without_a_find_says_what_to_try() {
    let page = Page::open_text_at("case/").await;
    let search = page.sees("#search").await;
    search.send_keys("<b>zzz</b>").await.expect("a field");
    page.reads("#found", "No case has any of these words").await;
    search.clear().await.expect("a field");
    search.send_keys("preflight zzz").await.expect("a field");
    page.reads("#found", "The nearest: ").await;
    page.close().await;
}

#[tokio::test]
async fn the_way_from_the_first_screen_leads_through_the_course() {
    let page = Page::open().await;
    for (link, heading) in [
        ("Learn", "Learn CORS"),
        ("Cases", "cases from practice"),
        ("Interview", "The interview"),
    ] {
        let xpath = format!("//nav[@aria-label='Site']/a[normalize-space()='{link}']");
        page.finds(&xpath).await.click().await.expect("a link");
        page.reads("h1", heading).await;
    }
    page.close().await;
}

#[tokio::test]
async fn a_scenario_with_two_sends_shows_one_or_the_other() {
    let page = Page::open_at("case/cached-preflight/").await;
    // The case is about the second.
    page.sees(".sends > [aria-pressed=true]:nth-child(2)").await;
    page.reads(".lanes", "an earlier preflight covers it").await;
    page.presses("First send").await;
    page.reads(".lanes", "after a preflight").await;
    page.presses("Send 2, 8 s later").await;
    page.types("Method", "DELETE").await;
    page.reads(".lanes", "only the preflight was").await;
    page.address_has("method=DELETE").await;
    page.close().await;
}
