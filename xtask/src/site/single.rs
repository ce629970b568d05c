//! The whole playground in one file, which needs no server: for a disk, a course platform, or a frame with the
//! strictest sandbox.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

use super::address::Address;
use super::markup::{Element, elements};
use super::{folder, frame, whole};

/// Its name in the site, and wherever it is taken.
const NAME: &str = "cors-playground.html";

/// The folders of a built site that it is made of.
pub(super) struct Folders {
    pub(super) whole: PathBuf,
    pub(super) later: PathBuf,
    pub(super) course: PathBuf,
    pub(super) frame: PathBuf,
}

/// Writes the file into a built site, whose page is `html`, when all its scripts and styles are finished. Its links
/// lead to the site at `address`; without one, there are none.
///
/// # Errors
/// The page is not as index.html has it, or a file cannot be read or written.
pub(super) fn write(
    site: &Path,
    html: &str,
    folders: &Folders,
    address: Option<&Address>,
) -> Result<()> {
    let styles = styles(site, html, folders)?;
    let first = read(&folders.frame.join(frame::SCRIPTS[0]))?;
    let mut scripts = Vec::new();
    for part in whole::PARTS {
        scripts.push(read(&folders.whole.join(format!("{part}.js")))?);
    }
    for element in elements(html).iter().filter(|it| it.name == "script") {
        if let Some(source) = element.attribute("src") {
            scripts.push(read(&site.join(source))?);
        }
    }
    for script in &frame::SCRIPTS[1..] {
        scripts.push(read(&folders.frame.join(script))?);
    }
    let page = without_files(site, html, address)?;
    let page = joined(&page, &styles, &first, &scripts.join("\n;"))?;
    let path = site.join(NAME);
    fs::write(&path, page).with_context(|| format!("cannot write {}", path.display()))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// All style sheets: the page's own, and those that scripts would add.
fn styles(site: &Path, html: &str, folders: &Folders) -> Result<String> {
    let own = elements(html);
    let own = own.iter().filter(|it| it.has_word("rel", "stylesheet"));
    let mut css = String::new();
    for sheet in own.filter_map(|it| it.attribute("href")) {
        css += &read(&site.join(sheet))?;
    }
    for folder in [&folders.course, &folders.later, &folders.frame] {
        let mut files = folder::read(folder, "")?;
        files.sort();
        for (name, bytes) in files {
            if name.ends_with(".css") {
                css += std::str::from_utf8(&bytes).context("a style sheet is text")?;
            }
        }
    }
    Ok(css)
}

/// The page as a frame where it is framed, without all that names a file beside it.
fn without_files(site: &Path, html: &str, address: Option<&Address>) -> Result<String> {
    let html = frame::with_frame(html, "if-framed", "")?;
    let mut out = String::new();
    let mut at = 0;
    for element in elements(&html) {
        let Some(part) = beside(&element) else {
            continue;
        };
        let tag = format!("</{}>", element.name);
        // What is inside goes along with it.
        let end = match html[element.end..].find(&tag) {
            Some(inside) if matches!(part, Beside::Link(_) | Beside::Script) => {
                element.end + inside + tag.len()
            }
            _ => element.end,
        };
        out += &html[at..element.start];
        match part {
            Beside::Icon(file) => {
                let icon = BASE64_STANDARD.encode(fs::read(site.join(file))?);
                out += &format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">");
            }
            Beside::Link(place) => {
                let to = match address {
                    Some(address) => address.of(&place[2..]),
                    // The product's name leads to its beginning.
                    None => "#".to_owned(),
                };
                if address.is_some() || place == "./" && element.has_word("class", "brand") {
                    let (from, to) = (format!("href=\"{place}"), format!("href=\"{to}"));
                    out += &html[element.start..end].replacen(&from, &to, 1);
                }
            }
            Beside::Script | Beside::Other => {}
        }
        at = end;
    }
    Ok(out + &html[at..])
}

/// What a page names that stands beside it.
enum Beside<'a> {
    Icon(&'a str),
    /// A link that people follow.
    Link(&'a str),
    Script,
    /// Style sheets, and what names the files of the app.
    Other,
}

fn beside(element: &Element) -> Option<Beside<'_>> {
    let of = |attribute| {
        let value = element.attribute(attribute);
        value.filter(|value| value.starts_with("./"))
    };
    let is_of_app = matches!(element.attribute("name"), Some("app" | "later"));
    match element.name.as_str() {
        "link" if element.has_word("rel", "icon") => of("href").map(Beside::Icon),
        "link" => of("href").map(|_| Beside::Other),
        "a" => of("href").map(Beside::Link),
        "script" => of("src").map(|_| Beside::Script),
        "meta" if is_of_app => Some(Beside::Other),
        _ => None,
    }
}

/// The page with its styles and scripts in it, and with a policy that permits these and nothing else.
fn joined(page: &str, styles: &str, first: &str, scripts: &str) -> Result<String> {
    for script in [first, scripts] {
        if script.contains("</script") || script.contains("<!--") {
            bail!(
                "a script would end before its end: write what looks like markup in it otherwise"
            );
        }
    }
    let policy = policy(&[first, scripts], styles);
    let own = elements(page);
    let meta = own
        .iter()
        .find(|it| it.attribute("http-equiv") == Some("Content-Security-Policy"))
        .context("the page has no Content-Security-Policy")?;
    let page = [&page[..meta.start], &policy, &page[meta.end..]].concat();
    let head = format!("<style>{styles}</style><script>{first}</script></head>");
    let page = page.replacen("</head>", &head, 1);
    Ok(page.replacen("</body>", &format!("<script>{scripts}</script></body>"), 1))
}

fn policy(scripts: &[&str], styles: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let hashes: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {} 'wasm-unsafe-eval'; \
         style-src {}; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'\">",
        hashes.join(" "),
        hash(styles)
    )
}

#[cfg(test)]
mod tests {
    use super::super::address::example;
    use super::*;

    const PAGE: &str = "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"x\"></head><body></body></html>";

    #[test]
    fn the_policy_permits_the_scripts_and_styles_of_the_file_and_no_others() {
        let page = joined(PAGE, "p{}", "1", "2").expect("it is a page");
        // printf 1 | openssl dgst -sha256 -binary | base64
        for hash in [
            "'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='",
            "'sha256-1HNeOiZeFu7gP1lxi5tdAwGcB9i2xR+Q2jpmbuwTqzU='",
        ] {
            assert!(page.contains(hash), "{page}");
        }
        assert!(page.contains("</style><script>1</script></head><body><script>2</script></body>"));
        assert!(
            !page.contains("content=\"x\"") && !page.contains("'self'"),
            "{page}"
        );
    }

    #[test]
    fn links_lead_to_the_site_or_there_are_none() {
        let html = "<html lang=\"en\"><head><script src=\"./a.js\" defer></script></head><body>\
                    <a class=\"brand\" href=\"./\">B</a><a href=\"./case/\">Cases</a><a href=\"https://e.example/\">E</a></body></html>";
        let page = |address| without_files(Path::new(""), html, address).expect("it is a page");
        assert!(!page(None).contains("Cases") && page(None).contains(">E</a>"));
        assert!(page(None).contains("<a class=\"brand\" href=\"#\">B</a>"));
        let with = page(Some(&example()));
        assert!(
            with.contains("<a href=\"https://example.org/cors/case/\">Cases</a>"),
            "{with}"
        );
        assert!(!with.contains("a.js"), "{with}");
    }

    #[test]
    fn a_script_that_would_end_early_is_refused() {
        for script in ["'</script>'", "'<!--'"] {
            joined(PAGE, "", "", script).expect_err(script);
        }
    }
}
