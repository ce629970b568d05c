//! Where Chromium is: the CHROME variable, then PATH.

use std::env;
use std::path::{Path, PathBuf};

use super::BrowserError;

/// Names under which it is installed, the likeliest first.
const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];

/// Where macOS keeps it, which puts nothing on PATH.
const MACOS: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// The path of the installed Chromium.
///
/// # Errors
/// There is none; the error says what to do.
pub fn find_chromium() -> Result<PathBuf, BrowserError> {
    if let Some(chrome) = env::var_os("CHROME").filter(|chrome| !chrome.is_empty()) {
        let path = PathBuf::from(chrome);
        return match path.is_file() {
            true => Ok(path),
            false => Err(BrowserError::NotFound(format!(
                "CHROME is {}, which is no file",
                path.display()
            ))),
        };
    }
    let folders: Vec<PathBuf> = env::var_os("PATH")
        .map(|path| env::split_paths(&path).collect())
        .unwrap_or_default();
    NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .chain([Path::new(MACOS).to_owned()])
        .find(|path| path.is_file())
        .ok_or_else(|| BrowserError::NotFound(format!("tried {} on PATH", NAMES.join(", "))))
}
