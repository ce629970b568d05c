//! The pages of the course: made of the built page when all else about it is done.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use cors_course::{Course, Template, pages};

use super::address::Address;
use super::{folder, oembed, policy};
use crate::project;

/// Writes the course into a built site, whose page is `html`, and gives the folder of its scripts and styles.
/// With the address of the site, other sites can make frames of the links to it.
///
/// # Errors
/// A file of the course is wrong, the page has no place for it, or a file cannot be read or written.
pub(super) fn write(site: &Path, html: &str, address: Option<&Address>) -> Result<PathBuf> {
    let course = read()?;
    let files = folder::read(&project::root().join("static/course"), "")?;
    let assets = folder::write(site, "course", files)?;
    let template = Template::of_built_page(html).map_err(|problem| anyhow!(problem))?;
    for mut page in pages(&course, &template, &assets) {
        if let Some((address, frame)) = address.zip(page.frame.as_ref()) {
            let place = page.path.trim_end_matches("index.html");
            page.text = oembed::write(site, address, place, frame, &page.text)?;
        }
        if page.path.ends_with(".html") {
            policy::check(&page.text).with_context(|| format!("in {}", page.path))?;
        }
        let path = site.join(&page.path);
        let folder = path.parent().unwrap_or(site);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, &page.text))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(site.join(assets))
}

fn read() -> Result<Course> {
    Course::read(&project::root().join("course/content")).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        anyhow!("the course has problems:\n{}", lines.join("\n"))
    })
}
