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

/// A link that cannot be read as it stands, what the notice shows of it, what it says to type, and the
/// method that is applied nevertheless.
const BAD_LINKS: [(&str, &str, &str, &str); 8] = [
    // From the future.
    (
        "v=2&method=PUT&colour=red",
        "colour=red",
        "Type a key such as",
        "PUT",
    ),
    // Cut off.
    (
        "v=1&method=PUT&res-header=Access-Cont",
        "res-header=Access-Cont",
        "Type a name, a colon and a value",
        "PUT",
    ),
    // Framed by WordPress.
    (
        "v=1&method=PUT&then=soon#?secret=kX7wFh2aQ9",
        "then=soon",
        "whole number of seconds",
        "PUT",
    ),
    // Encoded wrongly.
    (
        "v=1&title=100%&method=%50UT&body=%C3",
        "100%",
        "has a stray percent sign",
        "PUT",
    ),
    // Encoded once more.
    (
        "v%3D1%26method%3DPUT",
        "v%3D1%26method%3DPUT",
        "Begin the link with v=1&",
        "GET",
    ),
    // In capital letters.
    (
        "v=1&Page=/&mode=CORS&method=PUT",
        "mode=CORS",
        "small letters",
        "PUT",
    ),
    // Markup is a text like others.
    (
        "v=1&method=PUT&<img/src/onerror=alert(1)>",
        "onerror=alert(1)",
        "Type a key such as",
        "PUT",
    ),
    // No version.
    (
        "method=PUT",
        "method=PUT",
        "Begin the link with v=1&",
        "PUT",
    ),
];

#[tokio::test]
async fn a_bad_link_with_a_secret_is_written_anew_without_it() {
    let link = "#v=1&header=Authorization:%20Bearer%20s3cret&colour=red";
    let page = Page::open_at(link).await;
    page.reads(".link-notice code", "colour=red").await;
    let is_gone = "return !location.hash.includes(arguments[0])";
    page.until(is_gone, "s3cret", "").await;
    page.address_has("header=Authorization:%20Bearer%20**")
        .await;
    page.close().await;
}

#[tokio::test]
async fn a_bad_link_says_what_it_left_out_and_shows_the_rest() {
    let page = Page::open().await;
    let long = format!("v=1&method=PUT&body={}", "x".repeat(40 * 1024));
    let long = (&*long, "body=xxx", "Keep to 32,768", "PUT");
    for (number, row) in BAD_LINKS.into_iter().chain([long]).enumerate() {
        let (link, found, advice, method) = row;
        // With a query of its own it is loaded, and not only turned to.
        page.turns_to(&format!("?{number}#{link}")).await;
        page.sees("html[data-app=started]").await;
        page.reads(".link-notice[role=status] code", found).await;
        page.reads(".link-notice li", advice).await;
        let field = page.field("Method").await;
        let typed = field.prop("value").await.expect("a value");
        assert_eq!(typed.as_deref(), Some(method), "{link}");
        let headline = page.text("h1").await;
        assert!(
            headline.contains("withheld") || headline.contains("sent"),
            "{headline}"
        );

        // The verdict is announced later than an address is written. The link is still there, to be put right.
        page.reads("#status", &headline).await;
        page.until(
            "return location.hash === new URL('#' + arguments[0], location.href).hash",
            link,
            "",
        )
        .await;
        page.presses("Close").await;
        page.sees(".link-notice:empty").await;
        let again = page.field("Method").await;
        let kept = again.prop("value").await.expect("a value");
        assert_eq!(kept.as_deref(), Some(method), "{link}");
    }
    page.close().await;
}
