//! The program curl, which asks as a scenario says: no page, no browser.

use std::ffi::OsString;
use std::io;
use std::os::unix::ffi::OsStringExt;
use std::process::{Command, Output, Stdio};

use cors_engine::scenario::{HeaderLines, RedirectMode, ScenarioRequest};

use crate::browser::Ran;

/// Why a scenario with curl in it is not run where there is none.
pub const NOT_INSTALLED: &str = "curl is not installed";

/// Whether curl is installed.
pub fn is_installed() -> bool {
    let mut command = Command::new("curl");
    let quiet = command.arg("--version").stdout(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// Makes a request by curl, of the servers at `port` of 127.0.0.1, and says what it printed.
///
/// # Errors
/// It does not start.
pub(crate) fn run(request: &ScenarioRequest, port: u16) -> io::Result<Ran> {
    // The user's own settings stay out of it, which only the first argument can say.
    let output = Command::new("curl")
        .args([
            "--disable",
            "--silent",
            "--noproxy",
            "*",
            "--max-time",
            "20",
        ])
        // The URL keeps its own host and port; only the connection goes elsewhere.
        .args(["--connect-to", &format!("::127.0.0.1:{port}")])
        .args(["--insecure", "--http1.1"])
        .args(["--dump-header", "-", "--output", "/dev/null"])
        .args(arguments(request))
        .output()?;
    Ok(ran(&output))
}

/// The arguments that a scenario's request amounts to.
fn arguments(request: &ScenarioRequest) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = Vec::new();
    let mut add = |argument: &str| arguments.push(argument.into());
    match (request.method.as_str(), &request.body) {
        // What it does by itself.
        ("GET", None) | ("POST", Some(_)) => {}
        ("HEAD", None) => add("--head"),
        (method, _) => {
            add("-X");
            add(method);
        }
    }
    if request.redirect == RedirectMode::Follow {
        add("--location");
    }
    add("--globoff");
    add("--url");
    add(&request.url);
    if let Some(body) = &request.body {
        add("--data-raw");
        add(body);
    }
    for (name, value) in &request.headers {
        let line = match value.trim() {
            "" => format!("{name};"),
            value => format!("{name}: {value}"),
        };
        // One code point of a line is one byte.
        let bytes = line.chars().map(|byte| byte as u8).collect();
        arguments.push("-H".into());
        arguments.push(OsString::from_vec(bytes));
    }
    arguments
}

/// What it printed: the heads of all answers, of which the last one counts.
fn ran(output: &Output) -> Ran {
    let text: String = output.stdout.iter().map(|byte| char::from(*byte)).collect();
    let is_answered = output.status.success();
    let heads = text.split("\r\n\r\n").filter(|head| !head.is_empty());
    let last = heads.last().filter(|_| is_answered);
    let mut lines = last.unwrap_or_default().split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1));
    let headers: HeaderLines = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_owned(), value.trim_matches([' ', '\t']).to_owned()))
        .collect();
    Ran {
        end: if is_answered { "answered" } else { "failed" }.to_owned(),
        response_type: None,
        status: status.and_then(|status| status.parse().ok()),
        headers: is_answered.then_some(headers),
        exception: None,
    }
}
