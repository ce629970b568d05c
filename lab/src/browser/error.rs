//! What can go wrong with a browser.

use std::error::Error;
use std::fmt;
use std::io;

/// What can go wrong with a browser.
#[derive(Debug)]
pub enum BrowserError {
    /// No Chromium is installed.
    NotFound(String),
    /// It does not start.
    Start(io::Error),
    /// It ended; what it said last.
    Closed(String),
    /// It did not do this within its time.
    TimedOut(String),
    /// It cannot show this page.
    NoPage(String),
    /// It refused this.
    Refused(String),
}

impl BrowserError {
    pub(super) fn start(error: io::Error) -> BrowserError {
        BrowserError::Start(error)
    }
}

impl fmt::Display for BrowserError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BrowserError::NotFound(tried) => write!(
                formatter,
                "no Chromium found ({tried}): install chromium or google-chrome, or set CHROME to its path"
            ),
            BrowserError::Start(error) => write!(formatter, "Chromium does not start: {error}"),
            BrowserError::Closed(said) => write!(formatter, "Chromium ended. {said}"),
            BrowserError::TimedOut(what) => write!(formatter, "Chromium took too long: {what}"),
            BrowserError::NoPage(what) => write!(formatter, "Chromium shows no such page: {what}"),
            BrowserError::Refused(what) => write!(formatter, "Chromium refused: {what}"),
        }
    }
}

impl Error for BrowserError {}
