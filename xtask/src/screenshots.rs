//! `cargo xtask screenshots`: pictures of the built page, as people with different screens see it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::project;
use crate::site::server;
use crate::stages::capabilities;
use crate::states::{FRAME_WIDTHS, FRAMED, MODES, STATES};
use crate::window::Window;

/// In CSS pixels: a small phone, a tablet, a laptop, a large screen.
const SCREENS: [(u32, u32); 4] = [(320, 640), (768, 1024), (1440, 900), (2560, 1440)];
const SCHEMES: [&str; 2] = ["light", "dark"];

/// Takes the pictures of what `dist/` holds and puts them into `folder`.
///
/// # Errors
/// A state does not show what its name says, or is wider than the screen. All pictures are taken then, too.
pub(crate) fn run(folder: &Path) -> Result<()> {
    project::require_dist()?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let browser = Browser::find_or_install()?;
    let serving = server::bind(0)?.serve(project::dist())?;
    let driver = browser.drive()?;
    let window = Window::open(&driver.url, &capabilities(&browser)?)?;
    let mut complaints = Vec::new();
    for (width, height) in SCREENS {
        for scheme in SCHEMES {
            set_screen(&window, width, height, scheme)?;
            for state in &STATES {
                let name = format!("{}-{width}-{scheme}", state.name);
                let shown = window.show(&serving.url, state);
                complaints.extend(take(&window, folder, &name, width, shown)?);
            }
            println!(
                "{}",
                folder.join(format!("*-{width}-{scheme}.png")).display()
            );
        }
    }
    for width in FRAME_WIDTHS {
        for scheme in SCHEMES {
            set_screen(&window, width, 640, scheme)?;
            for (mode, seen) in MODES {
                let name = format!("embed-{mode}-{width}-{scheme}");
                let shown = window.show_frame(&serving.url, mode, FRAMED, seen);
                complaints.extend(take(&window, folder, &name, width, shown)?);
            }
        }
    }
    println!("{}", folder.join("embed-*.png").display());
    match complaints.is_empty() {
        true => Ok(()),
        false => bail!("not as it should be:\n{}", complaints.join("\n")),
    }
}

/// Takes a picture of what is shown, and gives the complaints about it.
fn take(
    window: &Window,
    folder: &Path,
    name: &str,
    width: u32,
    shown: Result<()>,
) -> Result<Vec<String>> {
    let mut complaints = Vec::new();
    if let Err(problem) = shown {
        complaints.push(format!("{name}: {problem:#}"));
    }
    complaints.extend(too_wide(window, width)?.map(|it| format!("{name}: {it}")));
    let file = folder.join(format!("{name}.png"));
    fs::write(&file, picture(window)?)
        .with_context(|| format!("cannot write {}", file.display()))?;
    Ok(complaints)
}

fn set_screen(window: &Window, width: u32, height: u32, scheme: &str) -> Result<()> {
    // Headless windows have a least width of some 500 pixels; an emulated screen has none.
    let screen =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    window.devtools("Emulation.setDeviceMetricsOverride", &screen)?;
    // A scroll bar would take its width from the page, which phones and pictures do not have.
    window.devtools("Emulation.setScrollbarsHidden", &json!({ "hidden": true }))?;
    let features = json!({ "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        // A picture taken midway through a movement would be another one each time.
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ] });
    window.devtools("Emulation.setEmulatedMedia", &features)?;
    Ok(())
}

/// What there is to say about a page that scrolls sideways.
fn too_wide(window: &Window, width: u32) -> Result<Option<String>> {
    let script = "return document.scrollingElement.scrollWidth";
    let wide = window.run(script, &json!([]))?;
    let wide = wide.as_u64().context("a page has a width")?;
    Ok((wide > u64::from(width)).then(|| format!("{wide} pixels wide")))
}

/// The whole page as PNG.
fn picture(window: &Window) -> Result<Vec<u8>> {
    let metrics = window.devtools("Page.getLayoutMetrics", &json!({}))?;
    let size = &metrics["cssContentSize"];
    let parameters = json!({
        "format": "png",
        "captureBeyondViewport": true,
        "fromSurface": true,
        "clip": { "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 },
    });
    let taken: Value = window.devtools("Page.captureScreenshot", &parameters)?;
    let data = taken["data"]
        .as_str()
        .context("the browser gives no picture")?;
    Ok(STANDARD.decode(data)?)
}
