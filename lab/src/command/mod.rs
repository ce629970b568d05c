//! What is typed after `cors-lab`, and what becomes of it.

mod check;
mod conformance;
mod options;
mod read;
mod text;
mod verify;

use options::Options;

const USAGE: &str = "\
usage:
  cors-lab check [--format json|text] [--expect OUTCOME] FILE…
      says what browsers do with the scenarios in these files
  cors-lab check --ndjson [--format json|text] [--expect OUTCOME]
      the same for standard input, one scenario a line, one result a line
  cors-lab verify [--workers N] FILE…
      runs them in an installed Chromium, those of curl by curl, and says where these do otherwise
  cors-lab verify [--workers N] --generate N [--seed S] [--first F]
      does so with N made-up scenarios; the same seed makes the same ones, and F is the
      number of the first: several runs can share a seed
  cors-lab conformance [--cases N] [--seed S] [--workers N] [--sitting N] [--shards A..B]
                       [--state DIR] [--page FILE]
      does so with 10,000, or N, in shards of 250, keeps what is done in DIR
      (target/conformance), and writes FILE once all is done (docs/CONFORMANCE.md; DIR has it
      where they are fewer). Run again, it goes on where it stopped. A sitting ends after N
      cases. Several machines can run a part of the shards each, for example 0..20 and 20..40:
      copy what is in their DIRs together, and run it once more

exit status: 0 all well; 1 an outcome is not as expected, or Chromium does otherwise;
2 at least one file or line is not usable";

/// The exit status, from good to bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// All well.
    Well = 0,
    /// Not as expected.
    Unexpected = 1,
    /// Something given cannot be used.
    Unusable = 2,
}

/// Does what `args` say.
///
/// # Errors
/// They say nothing that can be done, or it cannot be done here; a sentence for the terminal.
pub(crate) fn run(args: Vec<String>) -> Result<Status, String> {
    let mut args = args.into_iter();
    match args.next().as_deref() {
        Some("check") => check::check(&Options::parse(args, options::CHECK)?),
        Some("verify") => verify::verify(&Options::parse(args, options::VERIFY)?),
        Some("conformance") => {
            conformance::conformance(&Options::parse(args, options::CONFORMANCE)?)
        }
        Some("help" | "--help" | "-h") => {
            println!("{USAGE}");
            Ok(Status::Well)
        }
        Some(other) => Err(format!("there is no command {other}\n{USAGE}")),
        None => Err(format!("a command is missing\n{USAGE}")),
    }
}
