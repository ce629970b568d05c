//! The pages of the course: made of the built page when all else about it is done.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use cors_course::{Course, Template, pages};

use super::policy;
use crate::project;

/// Writes the course into a built site, whose page is `html`, and gives the folder of its scripts and styles.
///
/// # Errors
/// A file of the course is wrong, the page has no place for it, or a file cannot be read or written.
pub(super) fn write(site: &Path, html: &str) -> Result<PathBuf> {
    let course = read()?;
    let assets = copy_assets(site)?;
    let template = Template::of_built_page(html).map_err(|problem| anyhow!(problem))?;
    for page in pages(&course, &template, &assets) {
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

/// Copies scripts and styles into a folder whose name is of what is in them, so that hosts may let browsers
/// keep them for ever. Scripts that import each other go on doing so in any folder.
fn copy_assets(site: &Path) -> Result<String> {
    let folder = project::root().join("static/course");
    let mut files: Vec<PathBuf> = folder
        .read_dir()
        .with_context(|| format!("cannot read {}", folder.display()))?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    if files.is_empty() {
        bail!("{} is empty", folder.display());
    }
    let mut hasher = DefaultHasher::new();
    let mut texts = Vec::new();
    for file in files {
        let text = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let name = file.file_name().unwrap_or_default().to_owned();
        hasher.write(name.as_encoded_bytes());
        hasher.write(&text);
        texts.push((name, text));
    }
    let name = format!("course-{:016x}", hasher.finish());
    let target = site.join(&name);
    fs::create_dir_all(&target).with_context(|| format!("cannot make {}", target.display()))?;
    for (file, text) in texts {
        let path = target.join(file);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(name)
}
