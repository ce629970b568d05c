//! The page's Content-Security-Policy: it must stand in every page that is shipped, and hold.

use anyhow::{Result, bail};

use super::markup::{Element, elements};

/// Nothing from another origin, nothing inline; wasm may be compiled. Frames are for the preview of an embed.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data:; font-src 'self'; connect-src 'self'; \
                      frame-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

/// Stands only in the script with which `trunk serve` reloads the page.
const RELOAD_SCRIPT: &str = ".well-known/trunk/ws";

/// A `<script>` of this type is a data block: browsers keep its text and never run it, whatever the
/// policy says.
const DATA_TYPE: &str = "text/plain";

/// Sees to the policy of the page that Trunk has built, and gives the page with which that is done.
pub(super) fn finish(html: String) -> Result<String> {
    if !html.contains(RELOAD_SCRIPT) {
        check(&html)?;
        return Ok(html);
    }
    println!(
        "This page reloads itself: its security policy allows inline scripts, for `trunk serve` only."
    );
    Ok(relaxed(&html))
}

/// The page with a policy under which Trunk's inline script runs.
fn relaxed(html: &str) -> String {
    html.replacen("script-src 'self'", "script-src 'self' 'unsafe-inline'", 1)
}

/// Whether the policy stands in the page, before all that it rules, and nothing in the page offends it.
pub(crate) fn check(html: &str) -> Result<()> {
    let elements = elements(html);
    let Some(place) = elements.iter().position(is_policy) else {
        bail!(
            "the page has no Content-Security-Policy: index.html needs <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"
        );
    };
    let found = elements[place].attribute("content").unwrap_or_default();
    if found != POLICY {
        bail!("the page's Content-Security-Policy is\n  {found}\nbut should be\n  {POLICY}");
    }
    if let Some(early) = elements[..place]
        .iter()
        .find(|element| matches!(element.name.as_str(), "link" | "script"))
    {
        bail!(
            "<{}> stands before the Content-Security-Policy, which does not rule what comes before it: move the <meta> up",
            early.name
        );
    }
    match elements.iter().find_map(|element| offence(html, element)) {
        Some(offence) => {
            bail!("the page's own policy blocks {offence}: put it in a file under static/")
        }
        None => Ok(()),
    }
}

fn is_policy(element: &Element) -> bool {
    let name = element.attribute("http-equiv").unwrap_or_default();
    element.name == "meta" && name.eq_ignore_ascii_case("content-security-policy")
}

/// What the policy forbids in an element, in words.
fn offence(html: &str, element: &Element) -> Option<String> {
    let is_handler = |name: &&str| name.starts_with("on");
    let name = &element.name;
    if name == "script"
        && element.attribute("src").is_none()
        && element.attribute("type") != Some(DATA_TYPE)
        && !html[element.end..].starts_with("</")
    {
        return Some("an inline <script>".to_owned());
    }
    if name == "style" {
        return Some("a <style>".to_owned());
    }
    if element.attribute("style").is_some() {
        return Some(format!("the style attribute of a <{name}>"));
    }
    element
        .attribute_names()
        .find(is_handler)
        .map(|handler| format!("the {handler} attribute of a <{name}>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(head: &str, body: &str) -> String {
        format!("<!doctype html><head>{head}</head><body>{body}</body>")
    }

    fn meta() -> String {
        format!("<meta http-equiv=Content-Security-Policy content=\"{POLICY}\">")
    }

    fn problem(html: &str) -> String {
        check(html)
            .err()
            .map(|problem| problem.to_string())
            .unwrap_or_default()
    }

    #[test]
    fn the_projects_own_page_has_the_policy() {
        let html = std::fs::read_to_string(crate::project::root().join("index.html"));
        check(&html.expect("index.html is there")).expect("it keeps its own policy");
    }

    #[test]
    fn a_page_that_breaks_its_policy_is_refused() {
        let script = "<script src=start.js></script>";
        let rows = [
            (page(&(meta() + script), "<p>text</p>"), ""),
            (page(script, ""), "the page has no Content-Security-Policy"),
            (
                page(&(script.to_owned() + &meta()), ""),
                "<script> stands before the Content-Security-Policy",
            ),
            (
                page(&meta().replace(" data:", " *"), ""),
                "the page's Content-Security-Policy is",
            ),
            (
                page(&meta(), "<script>alert(1)</script>"),
                "the page's own policy blocks an inline <script>",
            ),
            (
                page(&meta(), "<script type=text/plain>alert(1)</script>"),
                "",
            ),
            (
                page(&meta(), "<script type=module>alert(1)</script>"),
                "the page's own policy blocks an inline <script>",
            ),
            (
                page(&meta(), "<script type=text/javascript>alert(1)</script>"),
                "the page's own policy blocks an inline <script>",
            ),
            (
                page(&meta(), "<script type>alert(1)</script>"),
                "the page's own policy blocks an inline <script>",
            ),
            (
                page(&meta(), "<style>p{}</style>"),
                "the page's own policy blocks a <style>",
            ),
            (
                page(&meta(), "<p style=color:red>"),
                "the page's own policy blocks the style attribute of a <p>",
            ),
            (
                page(&meta(), "<p onclick='go()'>"),
                "the page's own policy blocks the onclick attribute of a <p>",
            ),
        ];
        for (html, wanted) in rows {
            assert!(
                problem(&html).starts_with(wanted),
                "{html}: {}",
                problem(&html)
            );
            assert_eq!(problem(&html).is_empty(), wanted.is_empty(), "{html}");
        }
    }

    #[test]
    fn relaxing_lets_inline_scripts_run_and_nothing_else() {
        let html = relaxed(&page(&meta(), ""));
        assert!(
            html.contains(
                "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self';"
            ),
            "{html}"
        );
    }
}
