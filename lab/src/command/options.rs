//! The options of the commands.

use cors_engine::trace::Outcome;

use super::USAGE;

/// The options that `check` takes.
pub(super) const CHECK: &[&str] = &["--ndjson", "--format", "--expect"];
/// The options that `verify` takes.
pub(super) const VERIFY: &[&str] = &["--workers", "--generate", "--seed", "--first"];

/// The options that `conformance` takes.
pub(super) const CONFORMANCE: &[&str] = &[
    "--workers",
    "--cases",
    "--seed",
    "--shards",
    "--sitting",
    "--state",
    "--page",
];

/// How results are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    Text,
}

/// What was typed after a command.
#[derive(Clone, Debug, Default)]
pub(super) struct Options {
    pub(super) ndjson: bool,
    pub(super) format: Option<Format>,
    pub(super) expect: Option<Outcome>,
    pub(super) workers: Option<usize>,
    pub(super) generate: Option<usize>,
    pub(super) seed: Option<u64>,
    pub(super) first: Option<u64>,
    pub(super) cases: Option<u64>,
    pub(super) shards: Option<String>,
    pub(super) sitting: Option<u64>,
    pub(super) state: Option<String>,
    pub(super) page: Option<String>,
    pub(super) files: Vec<String>,
}

impl Options {
    /// Reads options and files; `known` options only.
    pub(super) fn parse(
        args: impl Iterator<Item = String>,
        known: &[&str],
    ) -> Result<Options, String> {
        let mut options = Options::default();
        let mut args = args.peekable();
        while let Some(arg) = args.next() {
            if !arg.starts_with("--") {
                options.files.push(arg);
                continue;
            }
            // Both `--seed 1` and `--seed=1`.
            let (name, value) = match arg.split_once('=') {
                Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                None => (arg, None),
            };
            if !known.contains(&name.as_str()) {
                return Err(format!("there is no option {name} here\n{USAGE}"));
            }
            if name == "--ndjson" {
                options.ndjson = true;
                continue;
            }
            let value = value.or_else(|| args.next());
            let value = value.ok_or_else(|| format!("{name} wants a value"))?;
            options.set(&name, &value)?;
        }
        Ok(options)
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        let wants = |what: &str| format!("{name} wants {what}, not {value}");
        match name {
            "--format" => {
                self.format = Some(match value {
                    "json" => Format::Json,
                    "text" => Format::Text,
                    _ => return Err(wants("json or text")),
                });
            }
            "--expect" => {
                let outcome = OUTCOMES.into_iter().find(|it| it.as_str() == value);
                let names = OUTCOMES.map(Outcome::as_str).join(", ");
                self.expect = Some(outcome.ok_or_else(|| wants(&names))?);
            }
            "--workers" => self.workers = Some(number(value).ok_or_else(|| wants("a number"))?),
            "--generate" => self.generate = Some(number(value).ok_or_else(|| wants("a number"))?),
            "--cases" => self.cases = Some(number(value).ok_or_else(|| wants("a number"))?),
            "--shards" => self.shards = Some(value.to_owned()),
            "--sitting" => self.sitting = Some(number(value).ok_or_else(|| wants("a number"))?),
            "--state" => self.state = Some(value.to_owned()),
            "--page" => self.page = Some(value.to_owned()),
            "--first" => self.first = Some(number(value).ok_or_else(|| wants("a number"))?),
            _ => self.seed = Some(number(value).ok_or_else(|| wants("a number"))?),
        }
        Ok(())
    }
}

const OUTCOMES: [Outcome; 6] = [
    Outcome::Readable,
    Outcome::Opaque,
    Outcome::OpaqueRedirect,
    Outcome::NetworkError,
    Outcome::ScriptThrows,
    Outcome::Invalid,
];

fn number<N: std::str::FromStr>(text: &str) -> Option<N> {
    text.parse().ok()
}
