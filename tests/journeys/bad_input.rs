//! Input that nobody can use: the field says what is wrong, the trace ends there, nothing is lost.

use crate::page::Page;

/// Types `text` into the field labelled `label`, and expects `words` as its problem.
async fn is_told(page: &Page, label: &str, text: &str, words: &str) {
    page.types(label, text).await;
    let field = page.field(label).await;
    let told = page.sees(".problem").await.text().await.expect("a text");
    assert!(told.contains(words), "{label} {text:?}: {told}");
    let typed = field.prop("value").await.expect("a value");
    assert_eq!(typed.as_deref(), Some(text), "what is typed stays");
    let invalid = field.attr("aria-invalid").await.expect("an attribute");
    assert_eq!(invalid.as_deref(), Some("true"));
}

#[tokio::test]
async fn every_field_says_what_to_type_instead() {
    let page = Page::open().await;
    is_told(&page, "Page URL", "frontend", "https://frontend.com/app").await;
    page.verdict("No browser can play this yet").await;
    page.types("Page URL", "https://frontend.com/app").await;

    is_told(
        &page,
        "Request URL",
        "https://",
        "https://api.backend.com/users",
    )
    .await;
    page.verdict("Never sent: script gets an exception").await;
    page.decided_by("request-url-parses").await;
    page.types("Request URL", "https://api.backend.com/users")
        .await;

    is_told(&page, "Method", "", "one word").await;
    page.decided_by("method-is-token").await;
    page.types("Method", "GET").await;

    for status in ["99", "1000", "", "ok"] {
        page.types("Response status", status).await;
        page.decided_by("status-in-range").await;
        let told = page.text(".problem").await;
        assert!(told.contains("from 200 to 999"), "{told}");
    }
    page.types("Response status", "200").await;
    page.verdict("Answered, but withheld from the page").await;

    page.add_header("Request headers", 2, "X Id", "1").await;
    page.decided_by("request-header-name-is-token").await;
    page.add_header("Response headers", 2, "Allow Origin", "*")
        .await;
    page.decided_by("answer-header-name-is-token").await;
    let told = page.text(".problem").await;
    assert!(told.contains("Leave out spaces"), "{told}");
    page.close().await;
}
