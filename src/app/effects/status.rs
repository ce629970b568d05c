//! Announces a new verdict to those who do not see it.

use web_sys::window;

/// Says a headline in the page's status line, which stands in index.html.
pub(super) fn announce(headline: &str) {
    let document = window().and_then(|window| window.document());
    if let Some(status) = document.and_then(|it| it.get_element_by_id("status")) {
        status.set_text_content(Some(headline));
    }
}
