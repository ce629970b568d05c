//! The files that a browser fetches when it opens the page for the first time.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::markup::{Element, elements};

/// The `rel` words that make a browser fetch what a `<link>` names.
const FETCHED: [&str; 6] = [
    "stylesheet",
    "modulepreload",
    "preload",
    "icon",
    "manifest",
    "apple-touch-icon",
];

/// The paths below `dist` of the page and of all that it fetches.
///
/// # Errors
/// If a file is missing, or if something is fetched from another origin.
pub(crate) fn files(dist: &Path, html: &str) -> Result<Vec<PathBuf>> {
    let mut files = vec![PathBuf::from("index.html")];
    for element in elements(html) {
        if let Some(url) = fetched(&element) {
            add(dist, &mut files, Path::new(""), url)?;
        }
    }
    // Style sheets name further files, and those may be style sheets too.
    let mut next = 0;
    while let Some(file) = files.get(next).cloned() {
        if file.extension().is_some_and(|extension| extension == "css") {
            let text = fs::read_to_string(dist.join(&file))?;
            let folder = file.parent().unwrap_or(Path::new(""));
            for url in css_urls(&text) {
                add(dist, &mut files, folder, url)?;
            }
        }
        next += 1;
    }
    Ok(files)
}

fn fetched(element: &Element) -> Option<&str> {
    match element.name.as_str() {
        "script" | "img" => element.attribute("src"),
        "link" if FETCHED.iter().any(|word| element.has_word("rel", word)) => {
            element.attribute("href")
        }
        _ => None,
    }
}

/// What a style sheet names in `url(…)` and `@import "…"`.
fn css_urls(css: &str) -> impl Iterator<Item = &str> {
    let quotes = ['"', '\''];
    let urls = css
        .split("url(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    let imports = css.split("@import").skip(1).filter_map(move |rest| {
        rest.trim_start()
            .strip_prefix(quotes)
            .and_then(|rest| rest.split(quotes).next())
    });
    urls.chain(imports)
        .map(move |url| url.trim().trim_matches(quotes))
}

fn add(dist: &Path, files: &mut Vec<PathBuf>, folder: &Path, url: &str) -> Result<()> {
    if url.starts_with("data:") || url.starts_with('#') {
        return Ok(());
    }
    if url.starts_with("//") || url.contains("://") {
        bail!(
            "the page fetches {url}, but nothing may come from another origin: put the file under static/"
        );
    }
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let file = match path.strip_prefix('/') {
        Some(path) => PathBuf::from(path),
        None => folder
            .join(path)
            .components()
            .filter(|part| part.as_os_str() != ".")
            .collect(),
    };
    if files.contains(&file) {
        return Ok(());
    }
    fs::metadata(dist.join(&file))
        .with_context(|| format!("the page fetches {url}, which is not in dist/"))?;
    files.push(file);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_scripts_and_style_sheets_are_followed() {
        let dist = std::env::temp_dir().join(format!("xtask-first-load-{}", std::process::id()));
        fs::create_dir_all(dist.join("css")).expect("a temporary folder");
        for name in [
            "a.js",
            "a_bg.wasm",
            "css/b.css",
            "css/font.woff2",
            "css/c.css",
            "later.html",
        ] {
            fs::write(dist.join(name), "").expect("a temporary file");
        }
        let css = "@import 'c.css'; @font-face { src: url(\"font.woff2?v=1\") } p { background: url(data:image/png;base64,) }";
        fs::write(dist.join("css/b.css"), css).expect("a temporary file");
        let html = "<link rel=modulepreload href=./a.js><script src=\"./a.js\"></script>\
                    <link rel=preload href=/a_bg.wasm><link rel=stylesheet href=./css/b.css>\
                    <link rel=canonical href=https://else.example/><a href=later.html>";

        let found = files(&dist, html).expect("all are there");
        let wanted = [
            "index.html",
            "a.js",
            "a_bg.wasm",
            "css/b.css",
            "css/font.woff2",
            "css/c.css",
        ];
        assert_eq!(found, wanted.map(PathBuf::from));

        let problem = |html| files(&dist, html).expect_err("it is refused").to_string();
        assert_eq!(
            problem("<img src=no.png>"),
            "the page fetches no.png, which is not in dist/"
        );
        assert!(problem("<script src=//cdn.example/x.js></script>").contains("another origin"));
        fs::remove_dir_all(dist).expect("it is ours");
    }
}
