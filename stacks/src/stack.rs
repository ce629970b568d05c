//! A stack's file: a header of `key: value` lines, a line `---`, then the template.

use cors_engine::cut::{cut, cut_last, split, trim};

use crate::problem::{Problem, Problems};
use crate::quote::Quoting;
use crate::template::Template;

/// One server, or one development proxy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stack {
    /// What people call it.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// The language of the code.
    pub language: String,
    /// How that language writes a text.
    pub quoting: Quoting,
    /// What the code was written for: programs, libraries, and their versions.
    pub packages: Vec<Package>,
    /// The file that the code goes into.
    pub file: String,
    /// Whether a real one was seen to do what it should.
    pub proof: Proof,
    /// The traps, in a sentence or two.
    pub note: String,
    /// Characters that make it take an origin for a pattern.
    pub origins_without: Vec<char>,
    pub(crate) template: Template,
}

/// What a stack is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It answers with CORS headers.
    Server,
    /// It forwards while people develop, so that there is but one origin.
    Proxy,
}

/// A program or a library in a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// Its name where it is published.
    pub name: String,
    /// The version.
    pub version: String,
}

/// Whether the code was proven with the real thing: `cargo xtask prove-fixes`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// It was. What with, if not with the stack's own packages.
    Here(Option<String>),
    /// It was not, for this reason.
    NotHere(String),
}

impl Kind {
    const NAMES: [(&str, Kind); 2] = [("server", Kind::Server), ("development proxy", Kind::Proxy)];

    /// Its name in a file.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Server => "server",
            Kind::Proxy => "development proxy",
        }
    }
}

const REQUIRED: [&str; 8] = [
    "name", "kind", "language", "literals", "packages", "file", "proven", "note",
];
const OPTIONAL: [&str; 1] = ["origins without"];
const FENCE: &str = "\n---\n";

impl Stack {
    /// Reads the text of a stack's file. `file` is its name, for what is said about it.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn read(file: &str, text: &str) -> Result<Stack, Vec<Problem>> {
        let mut problems = Problems {
            file,
            found: Vec::new(),
        };
        let Some((header, code)) = text.split_once(FENCE) else {
            problems.add(1, "a line `---` should stand between header and code");
            return Err(problems.found);
        };
        let header = Header::read(header, &mut problems);
        let kind = header.one_of("kind", &Kind::NAMES, &mut problems);
        let quoting = header.one_of("literals", &Quoting::NAMES, &mut problems);
        let packages = header.packages(&mut problems);
        let proof = header.proof(&mut problems);
        let template = Template::read(code, header.lines + 2, kind, &mut problems);
        match (kind, quoting, proof) {
            (Some(kind), Some(quoting), Some(proof)) if problems.found.is_empty() => Ok(Stack {
                name: header.text("name"),
                kind,
                language: header.text("language"),
                quoting,
                packages,
                file: header.text("file"),
                proof,
                note: header.text("note"),
                origins_without: header
                    .text("origins without")
                    .replace(' ', "")
                    .chars()
                    .collect(),
                template,
            }),
            _ => Err(problems.found),
        }
    }
}

/// The lines before the code.
struct Header<'a> {
    lines: usize,
    /// The number of the line, its key and its value.
    values: Vec<(usize, &'a str, &'a str)>,
}

impl<'a> Header<'a> {
    fn read(text: &'a str, problems: &mut Problems) -> Header<'a> {
        let mut header = Header {
            lines: text.lines().count(),
            values: Vec::new(),
        };
        for (index, line) in text.lines().enumerate() {
            let number = index + 1;
            let (key, value) = cut(line, b':');
            let value = trim(value.unwrap_or_default(), is_space);
            if !REQUIRED.contains(&key) && !OPTIONAL.contains(&key) {
                problems.add(
                    number,
                    format!("`{key}` is no key: known are {}", REQUIRED.join(", ")),
                );
            } else if value.is_empty() {
                problems.add(number, format!("`{key}` has no value"));
            } else if header.value(key).is_some() {
                problems.add(number, format!("`{key}` is there already"));
            } else {
                header.values.push((number, key, value));
            }
        }
        for key in REQUIRED {
            if !text.lines().any(|line| cut(line, b':').0 == key) {
                problems.add(header.lines, format!("`{key}` is missing"));
            }
        }
        header
    }

    fn value(&self, key: &str) -> Option<(usize, &'a str)> {
        let found = self.values.iter().find(|(_, name, _)| *name == key);
        found.map(|(number, _, value)| (*number, *value))
    }

    fn text(&self, key: &str) -> String {
        self.value(key).unwrap_or_default().1.to_owned()
    }

    fn one_of<T: Copy>(
        &self,
        key: &str,
        names: &[(&str, T)],
        problems: &mut Problems,
    ) -> Option<T> {
        let (number, value) = self.value(key)?;
        let found = names.iter().find(|(name, _)| *name == value);
        if found.is_none() {
            let names: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
            problems.add(
                number,
                format!("`{key}` should be any of {}", names.join(", ")),
            );
        }
        found.map(|(_, it)| *it)
    }

    fn packages(&self, problems: &mut Problems) -> Vec<Package> {
        let Some((number, value)) = self.value("packages") else {
            return Vec::new();
        };
        let mut packages = Vec::new();
        for item in split(value, b',') {
            match cut_last(trim(item, is_space), b' ') {
                Some((name, version)) => packages.push(Package {
                    name: name.to_owned(),
                    version: version.to_owned(),
                }),
                None => problems.add(number, "a package is a name, a space and a version"),
            }
        }
        packages
    }

    fn proof(&self, problems: &mut Problems) -> Option<Proof> {
        let (number, value) = self.value("proven")?;
        if value == "here" {
            return Some(Proof::Here(None));
        }
        if let Some(with) = value.strip_prefix("here, with ") {
            return Some(Proof::Here(Some(with.to_owned())));
        }
        if let Some(why) = value.strip_prefix("not here, because ") {
            return Some(Proof::NotHere(why.to_owned()));
        }
        problems.add(
            number,
            "it should be `here`, `here, with …` or `not here, because …`",
        );
        None
    }
}

fn is_space(byte: u8) -> bool {
    byte == b' '
}
