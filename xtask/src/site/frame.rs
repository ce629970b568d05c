//! The page that others put into theirs: the built page without its surroundings, and with what makes it a frame.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cors_course::without_preloads;

use super::{folder, policy};
use crate::project;

/// Where it stands in the site.
const FOLDER: &str = "embed";

/// In this order: the first one runs before anything is shown.
pub(super) const SCRIPTS: [&str; 4] = ["settings.js", "messages.js", "height.js", "frame.js"];

/// What the app takes the place of. The frame's scenario is not known when the site is built.
const BEFORE_START: &str = "<main class=\"before-start\"><h1>A scenario of the CORS Playground</h1>\
    <p>It shows what a browser does with a request from one origin to another, step by step.</p>\
    <noscript><p>It needs JavaScript and WebAssembly to run.</p></noscript></main>";

const FOOT: &str = "<footer class=\"frame-foot\"><ul id=\"frame-problems\" role=\"status\" hidden></ul>\
    <a id=\"to-playground\" href=\"./\" target=\"_blank\" rel=\"noopener\">Open in the playground \u{2197}</a></footer>";

/// Lets a host that asks for it size the frame to its content, which only the frame may allow.
const SIZING: &str = "<meta name=\"responsive-embedded-sizing\" content=\"allow-origins=*\">";

/// Writes the frame into a built site, whose page is `html`, and gives the folder of its scripts and styles. `course` is
/// the folder whose styles predictions share.
///
/// # Errors
/// The page is not as index.html has it, or a file cannot be read or written.
pub(super) fn write(site: &Path, html: &str, course: &Path) -> Result<PathBuf> {
    let files = folder::read(&project::root().join("static/frame"), "")?;
    let name = folder::write(site, "frame", files)?;
    let course = course
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let mut head = format!(
        "<link rel=\"stylesheet\" href=\"./{course}/course.css\">\
         <link rel=\"stylesheet\" href=\"./{name}/frame.css\">"
    );
    for (place, script) in SCRIPTS.iter().enumerate() {
        let when = if place == 0 { "" } else { " defer" };
        head += &format!("<script src=\"./{name}/{script}\"{when}></script>");
    }
    let page = framed(html, &head)?;
    // Trunk and we write addresses so, and nothing else in the page is an attribute that begins so.
    let page = page.replace("=\"./", "=\"../");
    policy::check(&page).context("in the page of the frame")?;
    let folder = site.join(FOLDER);
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join("index.html"), page))
        .with_context(|| format!("cannot write {}", folder.display()))?;
    Ok(site.join(name))
}

/// The page as a frame and nothing else, which `head` makes it.
///
/// # Errors
/// The page is not as index.html has it.
fn framed(html: &str, head: &str) -> Result<String> {
    let html = replaced(html, "<nav class=\"places\"", "</nav>", "")?;
    let html = replaced(
        &html,
        "<main class=\"before-start\">",
        "</main>",
        BEFORE_START,
    )?;
    let html = replaced(
        &html,
        "<title>",
        "</title>",
        "<title>CORS Playground</title>",
    )?;
    with_frame(&html, "", head)
}

/// The page with what a frame needs: `when` says when it is one, and `head` what it loads for that.
///
/// # Errors
/// The page is not as index.html has it.
pub(super) fn with_frame(html: &str, when: &str, head: &str) -> Result<String> {
    let html = without_preloads(html);
    let with = |html: String, mark: &str, by: String| match html.matches(mark).count() {
        1 => Ok(html.replacen(mark, &by, 1)),
        _ => Err(anyhow::anyhow!("index.html needs {mark}, once")),
    };
    let html = with(html, "<html ", format!("<html data-frame=\"{when}\" "))?;
    let html = with(html, "</head>", format!("{SIZING}{head}</head>"))?;
    with(html, "</body>", format!("{FOOT}</body>"))
}

/// The page with `by` in the place of what begins and ends so.
fn replaced(html: &str, from: &str, to: &str, by: &str) -> Result<String> {
    let start = html.find(from);
    let start = start.with_context(|| format!("index.html needs {from}…{to}"))?;
    let end = html[start..].find(to);
    let end = end.with_context(|| format!("index.html needs {to} after {from}"))?;
    Ok([&html[..start], by, &html[start + end + to.len()..]].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html lang=\"en\"><head><title>T</title>\
        <link rel=\"modulepreload\" href=\"./a.js\"></head><body><nav class=\"places\">x</nav>\
        <main class=\"before-start\"><h1>Opening</h1></main></body></html>";

    #[test]
    fn a_frame_is_the_page_without_its_surroundings() {
        let page = framed(PAGE, "<script src=\"./f.js\"></script>");
        assert_eq!(
            page.expect("it has all marks"),
            format!(
                "<html data-frame=\"\" lang=\"en\"><head><title>CORS Playground</title>{SIZING}\
                 <script src=\"./f.js\"></script></head><body>{BEFORE_START}{FOOT}</body></html>"
            )
        );
    }

    #[test]
    fn a_page_without_a_mark_is_refused() {
        for mark in ["<nav class=\"places\"", "</head>", "<title>", "</body>"] {
            let problem = framed(&PAGE.replace(mark, ""), "").expect_err(mark);
            assert!(
                problem.to_string().starts_with("index.html needs "),
                "{problem}"
            );
        }
    }
}
