//! Prose of the course, from Markdown to HTML.

use pulldown_cmark::{CowStr, Event, Parser, Tag, html};

/// The HTML of some Markdown. Markup in it is shown as the text that it is; a link out opens beside the page.
pub(crate) fn html(markdown: &str) -> String {
    let events = Parser::new(markdown).flat_map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => vec![Event::Text(text)],
        Event::Start(Tag::Link { dest_url, .. }) if is_outside(&dest_url) => {
            vec![Event::InlineHtml(outward(&dest_url))]
        }
        event => vec![event],
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    out
}

fn is_outside(url: &str) -> bool {
    url.starts_with("https://")
}

fn outward(url: &str) -> CowStr<'static> {
    let url = escape(url);
    format!("<a href=\"{url}\" target=\"_blank\" rel=\"noreferrer\">").into()
}

/// A text as it is written in HTML, also in an attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// A text in which code stands in backticks, in one line.
pub(crate) fn inline(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts
        .map(|(index, part)| match index % 2 {
            0 => escape(part),
            _ => format!("<code>{}</code>", escape(part)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_prose_is_text() {
        assert_eq!(html("a <b>b</b>"), "<p>a &lt;b&gt;b&lt;/b&gt;</p>\n");
        assert_eq!(
            inline("a `<b>` \"c\""),
            "a <code>&lt;b&gt;</code> &quot;c&quot;"
        );
    }

    #[test]
    fn links_out_open_beside_the_page_and_links_within_do_not() {
        assert_eq!(
            html("[a](https://fetch.spec.whatwg.org/#x) [b](../b/)"),
            "<p><a href=\"https://fetch.spec.whatwg.org/#x\" target=\"_blank\" rel=\"noreferrer\">a</a> \
             <a href=\"../b/\">b</a></p>\n"
        );
    }
}
