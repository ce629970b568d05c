//! The words of the rules, of the consoles and about bad links, and the public suffixes, written into the page: as text
//! of the page they are no part of the wasm.

use anyhow::{Context, Result, bail};

use super::markup::elements;

/// What would end a `<script>` before its end tag, or keep that tag from ending it. A `<script` alone
/// does neither.
const MARKUP: [&str; 2] = ["</script", "<!--"];

/// The page with `text` in the element that index.html has for it.
///
/// # Errors
/// The page has no such element, or the text cannot stand in one.
pub(super) fn fill(html: &str, text: &str) -> Result<String> {
    if let Some(line) = text.lines().find(|line| is_markup(line)) {
        bail!("the words of a rule would be read as markup, so write this otherwise: {line}");
    }
    let place = elements(html)
        .into_iter()
        .find(|element| element.name == "script" && element.attribute("id") == Some("words"))
        .context("index.html needs <script type=\"text/plain\" id=\"words\"></script>, into which the words of the rules are written")?;
    let (before, after) = html.split_at(place.end);
    Ok([before, text, after].concat())
}

fn is_markup(line: &str) -> bool {
    let line = line.to_ascii_lowercase();
    MARKUP.iter().any(|markup| line.contains(markup))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<p id=words></p><script type='text/plain' id=words></script></body>";

    #[test]
    fn the_text_stands_in_its_element_and_everything_else_stays() {
        let text = "May 1 < 2 & <b>?\nA <script> is.\n";
        assert_eq!(
            fill(PAGE, text).expect("there is a place"),
            format!("<p id=words></p><script type='text/plain' id=words>{text}</script></body>")
        );
    }

    #[test]
    fn the_projects_own_page_has_the_place() {
        let html = std::fs::read_to_string(crate::project::root().join("index.html"));
        let html = html.expect("index.html is there");
        let words = cors_engine::rules::Words::text_of_all();
        let filled = fill(&html, &words).expect("there is a place");
        assert_eq!(filled.len(), html.len() + words.len());
    }

    #[test]
    fn a_text_that_would_be_markup_is_refused() {
        for markup in ["</script>", "</SCRIPT", "<!--"] {
            let problem = fill(PAGE, &format!("One?\nTwo {markup}\n")).expect_err(markup);
            let wanted = format!("so write this otherwise: Two {markup}");
            assert!(problem.to_string().ends_with(&wanted), "{problem}");
        }
    }

    #[test]
    fn a_page_without_a_place_is_refused() {
        let problem = fill("<p id=words></p><script></script>", "One?").expect_err("no place");
        assert!(problem.to_string().starts_with("index.html needs <script"));
    }
}
