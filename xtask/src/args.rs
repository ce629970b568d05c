//! What may follow `cargo xtask`.

use std::path::PathBuf;

use crate::fuzz::Target;
use crate::prove_fixes;
use crate::stages::Stage;

/// The port of the playground unless another is asked for.
const PORT: u16 = 8080;
/// How long is fuzzed unless another time is asked for.
const MINUTES: u32 = 20;

/// One thing to do.
#[derive(Debug, PartialEq)]
pub(crate) enum Task {
    Help,
    Serve(ServeOptions),
    Build,
    Test(Vec<Stage>),
    Env,
    Screenshots(PathBuf),
    BenchUi,
    /// This, for that many minutes.
    Fuzz(Target, u32),
    Conformance(Vec<String>),
    /// Of these stacks, or of all.
    ProveFixes(Vec<String>),
    ProveHosting,
    FinishPage,
}

/// The words after `serve`.
#[derive(Debug, PartialEq)]
pub(crate) struct ServeOptions {
    pub(crate) port: u16,
    pub(crate) open: bool,
    pub(crate) dev: bool,
}

/// Reads the words after `cargo xtask`; the error is one sentence that says what to type.
pub(crate) fn parse(words: &[String]) -> Result<Task, String> {
    let Some((task, rest)) = words.split_first() else {
        return Ok(Task::Help);
    };
    if rest.iter().any(|word| word == "--help" || word == "-h") {
        return Ok(Task::Help);
    }
    match task.as_str() {
        "--help" | "-h" | "help" => Ok(Task::Help),
        "serve" => serve(rest).map(Task::Serve),
        "build" => nothing_after(task, rest).map(|()| Task::Build),
        "test" => rest
            .iter()
            .map(|word| stage(word))
            .collect::<Result<_, _>>()
            .map(Task::Test),
        "env" => nothing_after(task, rest).map(|()| Task::Env),
        "screenshots" => screenshots(rest).map(Task::Screenshots),
        "bench-ui" => nothing_after(task, rest).map(|()| Task::BenchUi),
        "fuzz" => fuzz(rest),
        // The lab reads these words itself, and says what is wrong with them.
        "conformance" => Ok(Task::Conformance(rest.to_vec())),
        "prove-fixes" => rest
            .iter()
            .map(|word| provable(word))
            .collect::<Result<_, _>>()
            .map(Task::ProveFixes),
        "prove-hosting" => nothing_after(task, rest).map(|()| Task::ProveHosting),
        "finish-page" => nothing_after(task, rest).map(|()| Task::FinishPage),
        _ => Err(format!(
            "`{task}` is none of the tasks: type `cargo xtask` to see them."
        )),
    }
}

fn serve(words: &[String]) -> Result<ServeOptions, String> {
    let mut options = ServeOptions {
        port: PORT,
        open: false,
        dev: false,
    };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--open" => options.open = true,
            "--dev" => options.dev = true,
            "--port" => options.port = port(words.next().map_or("", String::as_str))?,
            _ => match word.strip_prefix("--port=") {
                Some(number) => options.port = port(number)?,
                None => return Err(unexpected(word, "--port N, --open and --dev")),
            },
        }
    }
    Ok(options)
}

fn port(word: &str) -> Result<u16, String> {
    match word.parse() {
        Ok(0) | Err(_) => Err(format!(
            "`{word}` is no port: type a number from 1 to 65535, for example `--port {PORT}`."
        )),
        Ok(port) => Ok(port),
    }
}

fn stage(word: &str) -> Result<Stage, String> {
    Stage::ALL
        .into_iter()
        .find(|stage| stage.name() == word)
        .ok_or_else(|| format!("`{word}` is no stage: type any of {}.", Stage::names()))
}

fn provable(word: &str) -> Result<String, String> {
    let names = prove_fixes::names();
    match names.contains(&word) {
        true => Ok(word.to_owned()),
        false => Err(format!(
            "`{word}` is no stack that can be proven: type any of {}.",
            names.join(", ")
        )),
    }
}

fn screenshots(words: &[String]) -> Result<PathBuf, String> {
    match words {
        [] => Ok(crate::project::root().join("target/screenshots")),
        [folder] if !folder.starts_with('-') => Ok(PathBuf::from(folder)),
        [.., last] => Err(unexpected(last, "one folder")),
    }
}

fn fuzz(words: &[String]) -> Result<Task, String> {
    let named = words.first().and_then(|word| Target::from_name(word));
    let (target, rest) = match named {
        Some(target) => (target, &words[1..]),
        None => (Target::Scenario, words),
    };
    minutes(rest).map(|minutes| Task::Fuzz(target, minutes))
}

fn minutes(words: &[String]) -> Result<u32, String> {
    match words {
        [] => Ok(MINUTES),
        // Seconds must fit as well, and no time at all would be all the time there is.
        [word] => match word.parse() {
            Ok(0_u16) | Err(_) => Err(format!(
                "`{word}` is no number of minutes: type, for example, `cargo xtask fuzz {MINUTES}`."
            )),
            Ok(minutes) => Ok(u32::from(minutes)),
        },
        [.., last] => Err(unexpected(last, "`link`, and one number of minutes")),
    }
}

fn nothing_after(task: &str, words: &[String]) -> Result<(), String> {
    match words.first() {
        None => Ok(()),
        Some(word) => Err(format!(
            "`{word}` means nothing here: type `cargo xtask {task}` alone."
        )),
    }
}

fn unexpected(word: &str, known: &str) -> String {
    format!("`{word}` means nothing here: known are {known}.")
}

/// What `cargo xtask` prints.
pub(crate) fn help() -> String {
    format!(
        "\
Sets up, serves and tests the CORS Playground. What is missing is installed first, with a word on why.

  cargo xtask serve           build the release, serve it at http://127.0.0.1:{PORT}
      --port N                at another port
      --open                  and open it in the browser
      --dev                   a debug build instead, rebuilt and reloaded on every change
  cargo xtask build           build the release into dist/, for a host; with its address in SITE_URL, links to
                              pages can be pasted where oEmbed is read
  cargo xtask test [STAGE…]   all that CI runs, or only the named stages:
                              {stages}
  cargo xtask env             what plain Trunk needs: eval \"$(cargo xtask env)\" && trunk serve
  cargo xtask screenshots [DIR]
                              pictures of the built page in twelve states: four widths, light and dark
  cargo xtask bench-ui        how long the built page takes from a key to the new picture, the CPU slowed four times
  cargo xtask fuzz [MINUTES]  made-up scenario texts against the laws of the engine; {MINUTES} minutes by default
  cargo xtask fuzz link [MINUTES]
                              made-up links against the laws of links
  cargo xtask conformance     10,000 made-up cases in Chromium beside the engine; goes on where it stopped
      --sitting N             end after N cases this time
      --shards A..B           only these shards of 250 cases, so that machines can share the work
      --state DIR             keep what is done there, not in target/conformance
      --cases N, --seed S, --workers N, --page FILE
  cargo xtask prove-fixes [STACK…]
                              real servers with the code of stacks/content, judged by the engine; all, or only
                              {stacks}
  cargo xtask prove-hosting   what dist/ holds in a folder of nginx and of Caddy, with the files of hosting/
  cargo xtask finish-page     called by Trunk itself: words, styles, minifying, the security policy",
        stages = Stage::names(),
        stacks = prove_fixes::names().join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task, String> {
        parse(
            &line
                .split_whitespace()
                .map(String::from)
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn reads_what_it_prints_in_the_help() {
        let serve = |port, open, dev| Ok(Task::Serve(ServeOptions { port, open, dev }));
        let rows = [
            ("", Ok(Task::Help)),
            ("serve --help", Ok(Task::Help)),
            ("serve", serve(8080, false, false)),
            ("serve --port 9 --open", serve(9, true, false)),
            ("serve --dev --port=65535", serve(65535, false, true)),
            ("test", Ok(Task::Test(vec![]))),
            (
                "test web engine",
                Ok(Task::Test(vec![Stage::Web, Stage::Engine])),
            ),
            ("build", Ok(Task::Build)),
            ("env", Ok(Task::Env)),
            (
                "screenshots there",
                Ok(Task::Screenshots(PathBuf::from("there"))),
            ),
            ("bench-ui", Ok(Task::BenchUi)),
            ("fuzz", Ok(Task::Fuzz(Target::Scenario, 20))),
            ("fuzz 3", Ok(Task::Fuzz(Target::Scenario, 3))),
            ("fuzz link", Ok(Task::Fuzz(Target::Link, 20))),
            ("fuzz link 5", Ok(Task::Fuzz(Target::Link, 5))),
            (
                "conformance --sitting 500",
                Ok(Task::Conformance(vec!["--sitting".into(), "500".into()])),
            ),
            (
                "prove-fixes go nginx",
                Ok(Task::ProveFixes(vec!["go".into(), "nginx".into()])),
            ),
            ("prove-hosting", Ok(Task::ProveHosting)),
            ("finish-page", Ok(Task::FinishPage)),
        ];
        for (line, wanted) in rows {
            assert_eq!(parsed(line), wanted, "{line}");
        }
    }

    #[test]
    fn answers_what_it_does_not_know_with_what_to_type() {
        let rows = [
            (
                "srve",
                "`srve` is none of the tasks: type `cargo xtask` to see them.",
            ),
            (
                "serve --prot 1",
                "`--prot` means nothing here: known are --port N, --open and --dev.",
            ),
            (
                "serve --port",
                "`` is no port: type a number from 1 to 65535, for example `--port 8080`.",
            ),
            (
                "serve --port 0",
                "`0` is no port: type a number from 1 to 65535, for example `--port 8080`.",
            ),
            (
                "env now",
                "`now` means nothing here: type `cargo xtask env` alone.",
            ),
            (
                "fuzz 0",
                "`0` is no number of minutes: type, for example, `cargo xtask fuzz 20`.",
            ),
            (
                "fuzz 1 2",
                "`2` means nothing here: known are `link`, and one number of minutes.",
            ),
            (
                "screenshots a b",
                "`b` means nothing here: known are one folder.",
            ),
        ];
        for (line, wanted) in rows {
            assert_eq!(parsed(line), Err(wanted.to_owned()), "{line}");
        }
        let problem = parsed("test engin").expect_err("no such stage");
        assert!(
            problem.contains("`engin` is no stage") && problem.contains("engine"),
            "{problem}"
        );
    }
}
