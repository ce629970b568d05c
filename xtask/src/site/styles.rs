//! One style sheet in place of several: each file of its own is one request more, and compresses by itself.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::markup::{Element, elements};

/// Joins the style sheets of the page in `folder`, in their order, and gives the page with one link.
///
/// # Errors
/// A file cannot be read, written or removed, or would not mean the same behind another.
pub(super) fn join(folder: &Path, html: &str) -> Result<String> {
    let mut sheets = elements(html);
    sheets.retain(|element| element.name == "link" && element.has_word("rel", "stylesheet"));
    let hrefs: Vec<&str> = sheets
        .iter()
        .filter_map(|sheet| sheet.attribute("href"))
        .collect();
    let mut css = String::new();
    for href in &hrefs {
        let text = fs::read_to_string(folder.join(href))
            .with_context(|| format!("cannot read the style sheet {href}"))?;
        if text.contains("@import") {
            bail!(
                "{href} has an @import, which holds at the top of a file only: link the other file in index.html"
            );
        }
        css.push_str(&text);
    }
    let name = format!("styles-{:016x}.css", hash(&css));
    for href in &hrefs {
        fs::remove_file(folder.join(href)).with_context(|| format!("cannot remove {href}"))?;
    }
    fs::write(folder.join(&name), css).with_context(|| format!("cannot write {name}"))?;
    Ok(with_one_link(html, &sheets, &name))
}

/// Tells contents apart, so that no page is ever shown with the styles of an earlier one. Another
/// version of Rust may hash otherwise, which is only another name.
fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// The page with a link to `name` in place of the first of `sheets`, and without the others.
fn with_one_link(html: &str, sheets: &[Element], name: &str) -> String {
    let mut page = String::new();
    let mut at = 0;
    for (index, sheet) in sheets.iter().enumerate() {
        let before = &html[at..sheet.start];
        match index {
            0 => {
                page.push_str(before);
                page.push_str(&format!("<link rel=\"stylesheet\" href=\"./{name}\">"));
            }
            _ => page.push_str(before.trim_end()),
        }
        at = sheet.end;
    }
    page.push_str(&html[at..]);
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    /// A folder with these files, empty before.
    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        for (file, text) in files {
            fs::write(folder.join(file), text).expect("a temporary file");
        }
        folder
    }

    const PAGE: &str = "<link rel=icon href=i.svg>\n  <link rel=\"stylesheet\" href=\"./a-1.css\"/>\n  \
                        <link rel=stylesheet href=b-2.css>\n  <p>";

    #[test]
    fn the_sheets_stand_behind_one_another_under_one_link() {
        let sheets = [("a-1.css", "@layer a, b;\n"), ("b-2.css", "p{}")];
        let folder = folder("join", &sheets);
        let page = join(&folder, PAGE).expect("both are there");
        let files: Vec<PathBuf> = fs::read_dir(&folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").path())
            .collect();
        assert_eq!(files.len(), 1, "{files:?}");
        let name = files[0].file_name().and_then(|name| name.to_str());
        let name = name.expect("a name");
        assert_eq!(
            fs::read_to_string(&files[0]).expect("a file"),
            "@layer a, b;\np{}"
        );
        assert_eq!(
            page,
            format!(
                "<link rel=icon href=i.svg>\n  <link rel=\"stylesheet\" href=\"./{name}\">\n  <p>"
            )
        );
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn other_styles_have_another_name() {
        assert_ne!(hash("p{}"), hash("p{ }"));
    }

    #[test]
    fn what_would_mean_something_else_is_refused() {
        let sheets = [("a-1.css", "p{}"), ("b-2.css", "@import 'c.css';")];
        let folder = folder("import", &sheets);
        let problem = join(&folder, PAGE).expect_err("an import").to_string();
        assert!(problem.starts_with("b-2.css has an @import"), "{problem}");
        let page = "<link rel=stylesheet href=none.css>";
        let problem = join(&folder, page).expect_err("no file").to_string();
        assert_eq!(problem, "cannot read the style sheet none.css");
        fs::remove_dir_all(folder).expect("it is ours");
    }
}
