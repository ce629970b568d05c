//! The architecture, held by the compiler's little sister: who may mention what, and how files look.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const SOURCES: [&str; 11] = [
    "src", "engine", "link", "course", "fix", "predict", "stacks", "adviser", "lab", "xtask",
    "tests",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder of the project with one of these endings, except what builds leave there.
fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry.expect("a folder's entry").path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            if path.is_dir() {
                if !matches!(name, "target" | "corpus" | "artifacts") {
                    folders.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn rust_files() -> Vec<PathBuf> {
    SOURCES
        .iter()
        .flat_map(|folder| files(folder, &[".rs"]))
        .collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Fails with every place in `paths` that has one of `words`.
fn nobody_mentions(paths: &[PathBuf], words: &[&str], why: &str) {
    let mut places = Vec::new();
    for path in paths {
        for (number, line) in read(path).lines().enumerate() {
            if let Some(word) = words.iter().find(|word| line.contains(**word)) {
                places.push(format!("{}:{}: {word}", path.display(), number + 1));
            }
        }
    }
    assert!(places.is_empty(), "{why}\n{}", places.join("\n"));
}

#[test]
fn every_file_says_in_its_first_line_what_it_is() {
    let silent: Vec<PathBuf> = rust_files()
        .into_iter()
        .filter(|path| !read(path).starts_with("//! "))
        .collect();
    assert!(silent.is_empty(), "begin with one `//!` line: {silent:#?}");
}

#[test]
fn no_file_is_longer_than_can_be_read_in_one_go() {
    // Tables of test rows may be long: nobody reads them from top to bottom.
    let is_code = |path: &PathBuf| !path.components().any(|part| part.as_os_str() == "tests");
    let long: Vec<String> = rust_files()
        .iter()
        .filter(|path| is_code(path))
        .chain(&files("static", &[".js"]))
        .map(|path| (path, read(path).lines().count()))
        .filter(|(_, lines)| *lines > 400)
        .map(|(path, lines)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "split what has two jobs: {long:#?}");
}

#[test]
fn only_the_app_knows_the_browser() {
    let mut pure = files("link", &[".rs"]);
    pure.extend(files("stacks", &[".rs"]));
    pure.extend(files("src", &[".rs"]));
    let pure: Vec<PathBuf> = pure
        .into_iter()
        .filter(|path| !path.starts_with(root().join("src/app")) && !path.ends_with("src/main.rs"))
        .collect();
    assert!(!pure.is_empty());
    let browser = ["web_sys", "wasm_bindgen", "gloo", "use yew", "yew::"];
    nobody_mentions(&pure, &browser, "what is on the screen is plain data");
}

#[test]
fn the_engine_reads_no_clock_no_network_no_file() {
    let library = read(&root().join("engine/src/lib.rs"));
    assert!(library.contains("#![no_std]"), "the compiler proves it");
    let engine = files("engine/src", &[".rs"]);
    nobody_mentions(
        &engine,
        &["extern crate std"],
        "the engine does without std",
    );
    // All that it takes from where it runs is a URL parser, which is as pure as itself.
    let elsewhere: Vec<PathBuf> = engine
        .into_iter()
        .filter(|path| !path.ends_with("url/parser.rs"))
        .collect();
    nobody_mentions(
        &elsewhere,
        &["web_sys", "js_sys", "wasm_bindgen"],
        "the engine knows no browser",
    );
}

#[test]
fn text_never_becomes_markup() {
    let words = [
        "from_html_unchecked",
        "set_inner_html",
        "Html::from_html",
        "innerHTML",
    ];
    let mut sources = files("src", &[".rs"]);
    sources.extend(files("static", &[".js"]));
    nobody_mentions(&sources, &words, "what is typed is text");
}

#[test]
fn links_go_to_the_living_standards() {
    let words = ["w3.org/TR/cors", "w3.org/TR/access-control", "w3.org/TR/2"];
    let mut sources = rust_files();
    sources.retain(|path| !path.ends_with("tests/tidy.rs"));
    sources.extend(files(".", &[".md"]));
    nobody_mentions(&sources, &words, "the withdrawn standard is wrong by now");
}

/// The classes that the style sheets in a folder name.
fn defined_classes(folder: &str) -> BTreeSet<String> {
    let css: String = files(folder, &[".css"])
        .iter()
        .map(|path| read(path))
        .collect();
    without_comments(&css)
        .split('.')
        .skip(1)
        .map(leading_name)
        .filter(|name| name.starts_with(|first: char| first.is_ascii_lowercase()))
        .collect()
}

/// The classes of elements: in HTML, also within Rust, and where code makes elements: `class("span", "sign")`,
/// `.set("class", "sign")`, `link.className = "sign"`, `make("p", { className: "sign" })`.
fn used_classes(markup: &str) -> BTreeSet<String> {
    let markup = markup.replace("\\\"", "\"");
    let after = |opening: &'static str| markup.split(opening).skip(1);
    let named = after("class=\"")
        .chain(after(".set(\"class\", \""))
        .chain(after("className = \""))
        .chain(after("className: \""));
    let made = after("class(\"").filter_map(|rest| rest.split_once("\", \"").map(|(_, rest)| rest));
    named
        .chain(made)
        .filter_map(|rest| rest.split('"').next())
        .flat_map(|value| value.split_whitespace().map(String::from))
        .collect()
}

#[test]
fn classes_are_used_and_defined() {
    let text = |folder, ending| -> String {
        let files = files(folder, &[ending]);
        files.iter().map(|path| read(path)).collect()
    };
    let of_app = text("src/app", ".rs") + &read(&root().join("index.html"));
    let of_course = text("course/src/pages", ".rs") + &text("static/course", ".js");
    let of_later = text("static/later", ".js")
        + &text("static/frame", ".js")
        + &read(&root().join("xtask/src/site/frame.rs"));
    let app = used_classes(&of_app);
    let course = used_classes(&of_course);
    let later = used_classes(&of_later);
    let defined = |folders: &[&str]| -> BTreeSet<String> {
        let classes = folders.iter().map(|folder| defined_classes(folder));
        classes.flatten().collect()
    };
    let styles = defined(&["static/css"]);
    let course_styles = defined(&["static/css", "static/course"]);
    let all_styles = defined(&[
        "static/css",
        "static/course",
        "static/later",
        "static/frame",
    ]);
    let used: BTreeSet<String> = [&app, &course, &later]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    let unused: Vec<&String> = all_styles.difference(&used).collect();
    assert!(unused.is_empty(), "styled, but nowhere used: {unused:?}");
    // What the app shows is styled on its first load, not by what comes later or elsewhere.
    let unused: Vec<&String> = styles.difference(&app).collect();
    assert!(
        unused.is_empty(),
        "in the first load, but not of it: {unused:?}"
    );
    // Classes that only help a test or a script to find something need no style; there are none.
    let undefined: Vec<&String> = app
        .difference(&styles)
        .chain(course.difference(&course_styles))
        .chain(later.difference(&all_styles))
        .collect();
    assert!(undefined.is_empty(), "used, but not styled: {undefined:?}");
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut text = String::from(parts.next().unwrap_or_default());
    for part in parts {
        text.push_str(part.split_once("*/").map_or("", |(_, rest)| rest));
    }
    text
}

fn leading_name(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect()
}

#[test]
fn css_keeps_to_its_layers() {
    for path in files("static/css", &[".css"]) {
        let css = without_comments(&read(&path));
        let layer = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or_default();
        assert!(
            css.contains(&format!("@layer {layer} {{")),
            "{}",
            path.display()
        );
        assert!(!css.contains("!important"), "{}", path.display());
    }
    let markup = files("src/app", &[".rs"]);
    nobody_mentions(
        &markup,
        &["style=", "style={"],
        "the security policy forbids inline styles",
    );
}

#[test]
fn the_documents_name_files_that_exist() {
    let names = [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "docs/embedding.md",
    ];
    for name in names {
        let document = root().join(name);
        let text = read(&document);
        let folder = document.parent().expect("a file is in a folder");
        for target in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            let path = target.split('#').next().unwrap_or_default();
            if path.is_empty() || path.contains("://") {
                continue;
            }
            assert!(folder.join(path).exists(), "{name} points at {path}");
        }
    }
    let lines = read(&root().join("ARCHITECTURE.md")).lines().count();
    assert!(
        lines <= 150,
        "ARCHITECTURE.md has {lines} lines: a map, not the land"
    );
}
