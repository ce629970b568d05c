//! oEmbed (<https://oembed.com>): what sites such as WordPress read when somebody pastes a link to a page. A file
//! beside each page, for there is no server that could be asked.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use cors_course::Frame;
use serde_json::{Value, json};

use super::address::Address;

/// Of the frame, in CSS pixels.
const WIDTH: u32 = 800;
const HEIGHT: u32 = 560;

const PROVIDER: &str = "CORS Playground";

/// What is shown of the playground's own page: no server learns of the fragment that was pasted.
fn playground() -> Frame {
    Frame {
        title: "What does the browser do?".to_owned(),
        mode: "play",
        fragment: "v=1".to_owned(),
    }
}

/// The file of the playground's own page; gives the page that names it.
pub(super) fn of_playground(site: &Path, address: &Address, html: &str) -> Result<String> {
    write(site, address, "", &playground(), html)
}

/// Writes the file for the page at `place`, and gives the page that names it.
pub(super) fn write(
    site: &Path,
    address: &Address,
    place: &str,
    frame: &Frame,
    html: &str,
) -> Result<String> {
    let folder = site.join(place);
    let path = folder.join("oembed.json");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&path, answer(address, place, frame).to_string()))
        .with_context(|| format!("cannot write {}", path.display()))?;
    let link = format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">",
        address.of(&format!("{place}oembed.json")),
        escape(&frame.title)
    );
    Ok(html.replacen("</head>", &format!("{link}</head>"), 1))
}

fn answer(address: &Address, place: &str, frame: &Frame) -> Value {
    json!({
        "version": "1.0",
        "type": "rich",
        "title": frame.title,
        "provider_name": PROVIDER,
        "provider_url": address.of(""),
        "width": WIDTH,
        "height": HEIGHT,
        "html": snippet(address, place, frame),
    })
}

/// A plain frame and a plain link, as the page's own dialog offers them.
fn snippet(address: &Address, place: &str, frame: &Frame) -> String {
    let src = address.of(&format!("embed/?mode={}#{}", frame.mode, frame.fragment));
    let title = escape(&frame.title);
    format!(
        "<iframe title=\"CORS playground: {title}\" src=\"{}\" loading=\"lazy\" \
         sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" \
         allow=\"clipboard-write; fullscreen\" referrerpolicy=\"no-referrer\" \
         width=\"{WIDTH}\" height=\"{HEIGHT}\"></iframe>\
         <p><a href=\"{}\">{title} – {PROVIDER}</a></p>",
        escape(&src),
        escape(&address.of(place)),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::super::address::example;
    use super::*;

    fn frame() -> Frame {
        Frame {
            title: "A & \"B\"".to_owned(),
            mode: "predict",
            fragment: "v=1&method=PUT".to_owned(),
        }
    }

    #[test]
    fn a_page_names_its_file_and_the_file_has_a_frame_and_a_link() {
        let site = std::env::temp_dir().join(format!("xtask-oembed-{}", std::process::id()));
        let page = write(&site, &example(), "case/a/", &frame(), "<head></head>");
        assert_eq!(
            page.expect("it can be written"),
            "<head><link rel=\"alternate\" type=\"application/json+oembed\" \
             href=\"https://example.org/cors/case/a/oembed.json\" title=\"A &amp; &quot;B&quot;\"></head>"
        );
        let text = fs::read(site.join("case/a/oembed.json")).expect("it is there");
        let read: Value = serde_json::from_slice(&text).expect("it is JSON");
        for (name, wanted) in [
            ("version", json!("1.0")),
            ("type", json!("rich")),
            ("title", json!("A & \"B\"")),
            ("provider_url", json!("https://example.org/cors/")),
            ("width", json!(800)),
            ("height", json!(560)),
        ] {
            assert_eq!(read[name], wanted, "{name}");
        }
        assert_eq!(
            read["html"],
            "<iframe title=\"CORS playground: A &amp; &quot;B&quot;\" \
             src=\"https://example.org/cors/embed/?mode=predict#v=1&amp;method=PUT\" loading=\"lazy\" \
             sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" \
             allow=\"clipboard-write; fullscreen\" referrerpolicy=\"no-referrer\" width=\"800\" height=\"560\">\
             </iframe><p><a href=\"https://example.org/cors/case/a/\">A &amp; &quot;B&quot; – CORS Playground</a></p>"
        );
        fs::remove_dir_all(site).expect("it is ours");
    }

    #[test]
    fn the_playgrounds_own_page_has_one_at_the_root() {
        let site = std::env::temp_dir().join(format!("xtask-oembed-root-{}", std::process::id()));
        let page = of_playground(&site, &example(), "<head></head>").expect("it can be written");
        assert!(page.contains("href=\"https://example.org/cors/oembed.json\""));
        assert!(site.join("oembed.json").is_file());
        fs::remove_dir_all(site).expect("it is ours");
    }
}
