//! `cors-lab check`: what the engine says of scenarios.

use std::fs;
use std::io::{self, BufRead, IsTerminal, Read, Write};

use cors_engine::format::{MOST_BYTES, result};
use cors_engine::{PreflightCache, Scenario, evaluate};
use serde_json::Value;

use super::options::{Format, Options};
use super::{Status, USAGE, read, text};

/// Evaluates all scenarios, and writes a result or an error for each.
pub(super) fn check(options: &Options) -> Result<Status, String> {
    match (options.ndjson, options.files.as_slice()) {
        (true, []) => lines(options, &mut io::stdin().lock()),
        (true, _) => Err(format!("--ndjson reads standard input, not files\n{USAGE}")),
        (false, []) => Err(format!("a file is missing\n{USAGE}")),
        (false, files) => Ok(all_of(files.iter().map(|file| check_file(options, file)))?),
    }
}

fn all_of(mut statuses: impl Iterator<Item = Result<Status, String>>) -> Result<Status, String> {
    statuses.try_fold(Status::Well, |worst, status| Ok(worst.max(status?)))
}

fn check_file(options: &Options, file: &str) -> Result<Status, String> {
    let scenario = match fs::read(file) {
        Ok(text) => read::scenario(&text),
        Err(error) => Err(read::unusable(&error.to_string())),
    };
    if let Err(error) = &scenario {
        eprintln!(
            "cors-lab: {file}: {}",
            error["error"].as_str().unwrap_or_default()
        );
    }
    one(options, scenario)
}

/// One scenario a line, one result a line, each written as soon as it is there.
fn lines(options: &Options, input: &mut impl BufRead) -> Result<Status, String> {
    let mut worst = Status::Well;
    while let Some(line) = next_line(input).map_err(|error| error.to_string())? {
        worst = worst.max(one(options, read::scenario(&line))?);
    }
    Ok(worst)
}

/// The next line without its end; of a line that is too long only so much that this shows.
fn next_line(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let most = MOST_BYTES as u64 + 2;
    if input.by_ref().take(most).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.pop_if(|last| *last == b'\n').is_none() {
        input.skip_until(b'\n')?;
    }
    line.pop_if(|last| *last == b'\r');
    Ok(Some(line))
}

/// Writes the result of one scenario, or why it is none.
fn one(options: &Options, scenario: Result<Scenario, Value>) -> Result<Status, String> {
    let mut output = io::stdout().lock();
    let default = match options.ndjson || !output.is_terminal() {
        true => Format::Json,
        false => Format::Text,
    };
    let (written, status) = match (scenario, options.format.unwrap_or(default)) {
        (Err(error), Format::Json) => (error.to_string(), Status::Unusable),
        (Err(error), Format::Text) => (text::error(&error), Status::Unusable),
        (Ok(scenario), format) => {
            let trace = evaluate(&scenario, &PreflightCache::new());
            let status = match options.expect {
                Some(expected) if expected != trace.outcome => Status::Unexpected,
                _ => Status::Well,
            };
            let written = match format {
                Format::Text => text::result(&scenario, &trace),
                Format::Json => serde_json::to_string(&result(&scenario, &trace))
                    .map_err(|error| error.to_string())?,
            };
            (written, status)
        }
    };
    let done = writeln!(output, "{written}").and_then(|()| output.flush());
    done.map_err(|error| error.to_string())?;
    Ok(status)
}
