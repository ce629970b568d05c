//! Which file a request asks for.

use std::path::{Path, PathBuf};

/// What a path of a request leads to.
#[derive(Debug, PartialEq)]
pub(crate) enum Target {
    File(PathBuf),
    /// A folder without the slash at its end: relative links in its page would miss it.
    Folder(String),
    Nothing,
}

/// Resolves the target of a request against the folder that is served.
pub(crate) fn resolve(root: &Path, url: &str) -> Target {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let Some(names) = decoded(path).as_deref().and_then(names) else {
        return Target::Nothing;
    };
    let mut file = names
        .iter()
        .fold(root.to_owned(), |file, name| file.join(name));
    if file.is_dir() {
        if !path.ends_with('/') {
            return Target::Folder(format!("/{}/", path.trim_start_matches('/')));
        }
        file.push("index.html");
    }
    match is_inside(root, &file) && file.is_file() {
        true => Target::File(file),
        false => Target::Nothing,
    }
}

/// The names that lead from the root to the file; none if one of them is no plain name.
fn names(path: &str) -> Option<Vec<String>> {
    let is_plain = |name: &str| name != ".." && !name.contains(['\\', ':', '\0']);
    let names = path
        .split('/')
        .filter(|name| !name.is_empty() && *name != ".");
    names
        .map(|name| is_plain(name).then(|| name.to_owned()))
        .collect()
}

/// A link inside the folder may lead out of it.
fn is_inside(root: &Path, file: &Path) -> bool {
    match (root.canonicalize(), file.canonicalize()) {
        (Ok(root), Ok(file)) => file.starts_with(root),
        _ => false,
    }
}

/// The text without its percent-encoding; none if that is malformed or not UTF-8.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => {
                let digits = [bytes.next()?, bytes.next()?].map(char::from);
                let value = |digit: char| digit.to_digit(16);
                u8::try_from(value(digits[0])? * 16 + value(digits[1])?).ok()?
            }
            _ => byte,
        });
    }
    String::from_utf8(decoded).ok()
}

/// The type that a browser must be told for a file; wasm is compiled while it loads only with its own.
pub(crate) fn content_type(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// A folder `site` with two pages, and a secret beside it.
    fn with_site(name: &str, check: impl Fn(&Path)) {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        let site = folder.join("site");
        fs::create_dir_all(site.join("learn")).expect("a temporary folder");
        fs::write(folder.join("secret.txt"), "secret").expect("a temporary file");
        fs::write(site.join("index.html"), "page").expect("a temporary file");
        fs::write(site.join("learn/a b.html"), "page").expect("a temporary file");
        check(&site);
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn requests_lead_to_files_and_never_out_of_the_folder() {
        with_site("paths", |site| {
            let file = |name: &str| Target::File(site.join(name));
            let rows = [
                ("/", file("index.html")),
                ("/index.html?a=../..#b", file("index.html")),
                ("//learn/./a%20b.html", file("learn/a b.html")),
                ("/learn", Target::Folder("/learn/".to_owned())),
                ("//learn", Target::Folder("/learn/".to_owned())),
                ("/learn/", Target::Nothing),
                ("/missing.js", Target::Nothing),
                ("/../secret.txt", Target::Nothing),
                ("/%2e%2e/secret.txt", Target::Nothing),
                ("/%2e%2e%2fsecret.txt", Target::Nothing),
                ("/..%5csecret.txt", Target::Nothing),
                ("/learn/../../secret.txt", Target::Nothing),
                ("/index.html%00.js", Target::Nothing),
                ("/%zz", Target::Nothing),
                ("/%f", Target::Nothing),
                ("/%ff", Target::Nothing),
                ("/C:/secret.txt", Target::Nothing),
            ];
            for (url, wanted) in rows {
                assert_eq!(resolve(site, url), wanted, "{url}");
            }
        });
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_lead_out_either() {
        with_site("links", |site| {
            let target = site.join("../secret.txt");
            std::os::unix::fs::symlink(target, site.join("link.txt")).expect("a temporary link");
            assert_eq!(resolve(site, "/link.txt"), Target::Nothing);
        });
    }

    #[test]
    fn every_kind_of_file_has_its_type() {
        let rows = [
            ("a.html", "text/html; charset=utf-8"),
            ("a-1f.js", "text/javascript; charset=utf-8"),
            ("a_bg.wasm", "application/wasm"),
            ("a.css", "text/css; charset=utf-8"),
            ("a.svg", "image/svg+xml"),
            ("a", "application/octet-stream"),
        ];
        for (name, wanted) in rows {
            assert_eq!(content_type(Path::new(name)), wanted, "{name}");
        }
    }
}
