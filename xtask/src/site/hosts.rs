//! Pages of other sites, which put the playground into a frame: served at another origin while journeys run.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::server::{self, Serving};
use crate::project;

/// Stands in the pages for the address of the site.
const STAND_IN: &str = "https://playground.example/";

/// Serves the example of the documentation and the pages of `tests/hosts`, with the address of the site in them.
///
/// # Errors
/// A page does not name the site, or a file cannot be read or written.
pub(crate) fn serve(site: &str) -> Result<Serving> {
    let folder = project::root().join("target/hosts");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for page in pages()? {
        let text =
            fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
        ensure!(
            text.contains(STAND_IN) || !has_ending(&page, "html"),
            "{} frames nothing: it should name {STAND_IN}",
            page.display()
        );
        let copy = folder.join(page.file_name().unwrap_or_default());
        fs::write(&copy, filled(&text, site))
            .with_context(|| format!("cannot write {}", copy.display()))?;
    }
    let mut serving = server::bind(0)?.serve(folder)?;
    // Another name of the same machine: so the host is not only another origin, but another site.
    serving.url = serving.url.replace("127.0.0.1", "localhost");
    Ok(serving)
}

fn filled(text: &str, site: &str) -> String {
    text.replace(STAND_IN, &format!("{site}/"))
}

fn pages() -> Result<Vec<PathBuf>> {
    let root = project::root();
    let example =
        ["html", "css", "js"].map(|ending| root.join(format!("docs/embed-host.{ending}")));
    let mut pages = example.to_vec();
    let others = root.join("tests/hosts");
    let entries = others
        .read_dir()
        .with_context(|| format!("cannot read {}", others.display()))?;
    pages.extend(entries.flatten().map(|entry| entry.path()));
    Ok(pages)
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|own| own == ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_the_site_that_it_frames() {
        assert_eq!(
            filled(
                "<iframe src=\"https://playground.example/embed/#v=1\">",
                "http://127.0.0.1:9"
            ),
            "<iframe src=\"http://127.0.0.1:9/embed/#v=1\">"
        );
    }

    #[test]
    fn the_example_of_the_documentation_is_among_them() {
        let pages = pages().expect("the folders are there");
        assert!(pages.iter().any(|page| page.ends_with("embed-host.html")));
    }
}
