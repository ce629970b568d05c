//! Chromium and its driver: found or installed, and started on a free port.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::process::{Background, answer, on_path};
use crate::project::version_in_answer;
use crate::setup::apt;

/// The names under which systems know Chromium and Chrome.
const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];

/// A browser and the driver that fits it.
pub(crate) struct Browser {
    /// Set only if the variable CHROME names it: chromedriver finds all others by itself.
    pub(crate) chosen: Option<PathBuf>,
    pub(crate) driver: PathBuf,
}

impl Browser {
    /// Finds both, by the variables CHROME and CHROMEDRIVER or on PATH; Debian can install them.
    pub(crate) fn find_or_install() -> Result<Self> {
        if (chrome().is_none() || driver().is_none()) && apt::is_debians() {
            apt::update()?;
            let packages = ["chromium", "chromium-driver"].map(String::from);
            apt::install(&packages, "The tests run in Chromium")?;
        }
        let chrome = chrome().context(
            "the tests run in Chromium or Chrome, and none is on PATH: install it, or set CHROME to where it is",
        )?;
        let driver = driver().context(
            "the tests steer Chromium with chromedriver, which is not on PATH: install the one of your Chromium's version (https://googlechromelabs.github.io/chrome-for-testing/), or set CHROMEDRIVER to where it is",
        )?;
        let said = |program: &PathBuf| answer(Command::new(program).arg("--version"));
        agree(&said(&chrome)?, &said(&driver)?)?;
        Ok(Self {
            chosen: std::env::var_os("CHROME").map(PathBuf::from),
            driver,
        })
    }

    /// Starts the driver.
    pub(crate) fn drive(&self) -> Result<Driver> {
        let mut command = Command::new(&self.driver);
        command
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut process = Background::start(&mut command)?;
        let stdout = process
            .child()
            .stdout
            .take()
            .context("chromedriver says nothing")?;
        let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
        let port = lines
            .find_map(|line| port_in(&line))
            .context("chromedriver does not start")?;
        // Read on, or the driver would stop at a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(Driver {
            url: format!("http://127.0.0.1:{port}"),
            _process: process,
        })
    }
}

/// A driver that runs; it ends with the value.
pub(crate) struct Driver {
    /// Where it speaks WebDriver.
    pub(crate) url: String,
    _process: Background,
}

fn chrome() -> Option<PathBuf> {
    let chosen = std::env::var_os("CHROME").map(PathBuf::from);
    let usual = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    chosen
        .or_else(|| NAMES.into_iter().find_map(on_path))
        .or(Some(usual).filter(|path| path.is_file()))
}

fn driver() -> Option<PathBuf> {
    std::env::var_os("CHROMEDRIVER")
        .map(PathBuf::from)
        .or_else(|| on_path("chromedriver"))
}

/// A driver steers only browsers of its own major version.
fn agree(chrome: &str, driver: &str) -> Result<()> {
    let major = |said: &str| version_in_answer(said).and_then(|version| version.first().copied());
    if major(chrome).is_some() && major(chrome) == major(driver) {
        return Ok(());
    }
    bail!(
        "chromedriver and the browser must be of one major version, but here are “{}” and “{}”: install a matching pair, or set CHROME and CHROMEDRIVER to one",
        driver.trim(),
        chrome.trim()
    )
}

/// The port in the line with which chromedriver says that it is ready.
fn port_in(line: &str) -> Option<u16> {
    line.split_once("started successfully on port ")?
        .1
        .trim_end_matches('.')
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drivers_port_is_read_from_its_greeting() {
        let rows = [
            (
                "ChromeDriver was started successfully on port 42451.",
                Some(42451),
            ),
            ("Starting ChromeDriver 156.0.8078.79 on port 0", None),
        ];
        for (line, wanted) in rows {
            assert_eq!(port_in(line), wanted, "{line}");
        }
    }

    #[test]
    fn only_one_major_version_agrees() {
        let chrome = "Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)\n";
        assert!(agree(chrome, "ChromeDriver 156.0.8078.11 (abc)\n").is_ok());
        let problem = agree(chrome, "ChromeDriver 155.0.1.1 (abc)\n").expect_err("155 is not 156");
        assert!(
            problem.to_string().contains("ChromeDriver 155.0.1.1"),
            "{problem}"
        );
        assert!(agree("", "").is_err());
    }
}
