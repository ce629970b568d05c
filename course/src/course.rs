//! The whole course, read from a folder, and what is wrong with it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use cors_engine::Scenario;

use crate::card::Card;
use crate::chapter::Chapter;
use crate::claim::Claim;
use crate::preset::{Preset, Presets};
use crate::problem::Problem;
use crate::scenarios::{self, Scenarios, files};

/// All presets, chapters and cards, with their scenarios.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// The presets, in the order of their list.
    pub presets: Vec<Preset>,
    /// The chapters, in their order.
    pub chapters: Vec<Chapter>,
    /// The cards, from the easiest on.
    pub cards: Vec<Card>,
    scenarios: Scenarios,
}

impl Course {
    /// Reads the course from its folder, and checks all that it claims against the engine.
    ///
    /// # Errors
    /// All that is wrong with its files, at once.
    pub fn read(folder: &Path) -> Result<Course, Vec<Problem>> {
        let mut problems = Vec::new();
        let course = Course {
            scenarios: scenarios::read(&folder.join("scenarios"), &mut problems),
            presets: presets(&folder.join("presets.toml"), &mut problems),
            chapters: read_all(&folder.join("chapters"), Chapter::read, &mut problems),
            cards: read_all(&folder.join("cards"), Card::read, &mut problems),
        };
        course.check(folder, &mut problems);
        match problems.is_empty() {
            true => Ok(course),
            false => Err(problems),
        }
    }

    /// The scenario that a claim is about.
    pub fn scenario(&self, claim: &Claim) -> &Scenario {
        &self.scenarios[&claim.name]
    }

    /// The scenarios, with their names.
    pub fn scenarios(&self) -> impl Iterator<Item = (&str, &Scenario)> {
        self.scenarios.iter().map(|(name, it)| (name.as_str(), it))
    }

    /// What somebody claims of some scenario, with who it is.
    fn claims(&self) -> Vec<(String, Claim)> {
        let presets = self.presets.iter();
        let presets = presets.map(|it| (format!("preset {}", it.slug), it.claim()));
        let sections = self.chapters.iter().flat_map(|chapter| {
            let sections = chapter.sections.iter();
            sections.map(|it| {
                let who = format!("chapter {}, “{}”", chapter.slug, it.heading);
                (who, it.claim.clone())
            })
        });
        let cards = self.cards.iter();
        let cards = cards.map(|it| (format!("card {}", it.slug), it.claim.clone()));
        presets.chain(sections).chain(cards).collect()
    }

    fn check(&self, folder: &Path, problems: &mut Vec<Problem>) {
        let mut unused: BTreeSet<&str> = self.scenarios.keys().map(String::as_str).collect();
        for (who, claim) in self.claims() {
            let mut problem =
                |sentence| problems.push(Problem::new(folder, format!("{who}: {sentence}")));
            match self.scenarios.get(&claim.name) {
                None => problem(format!("there is no scenarios/{}.json", claim.name)),
                Some(scenario) => {
                    unused.remove(claim.name.as_str());
                    claim.contradictions(scenario).into_iter().for_each(problem);
                }
            }
        }
        let scenarios = folder.join("scenarios");
        problems.extend(unused.into_iter().map(|name| {
            let file = scenarios.join(format!("{name}.json"));
            Problem::new(file, "nothing shows it")
        }));
        let names = |kind: &str, slugs: Vec<&String>, problems: &mut Vec<Problem>| {
            let mut seen = BTreeSet::new();
            for slug in slugs {
                if !is_slug(slug) {
                    let sentence =
                        format!("{kind} {slug}: a name is of a to z, 0 to 9 and hyphens");
                    problems.push(Problem::new(folder, sentence));
                }
                if !seen.insert(slug) {
                    problems.push(Problem::new(
                        folder,
                        format!("{kind} {slug} is there twice"),
                    ));
                }
            }
        };
        names(
            "preset",
            self.presets.iter().map(|it| &it.slug).collect(),
            problems,
        );
        names(
            "chapter",
            self.chapters.iter().map(|it| &it.slug).collect(),
            problems,
        );
        names(
            "card",
            self.cards.iter().map(|it| &it.slug).collect(),
            problems,
        );
    }
}

fn is_slug(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.len() <= 60 && text.bytes().all(is_part)
}

fn presets(path: &Path, problems: &mut Vec<Problem>) -> Vec<Preset> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string());
    let read = text.and_then(|text| toml::from_str(&text).map_err(|error| error.to_string()));
    match read {
        Ok(Presets { preset }) => preset,
        Err(sentence) => {
            problems.push(Problem::new(path, sentence));
            Vec::new()
        }
    }
}

fn read_all<T>(
    folder: &Path,
    read: fn(&str) -> Result<T, String>,
    problems: &mut Vec<Problem>,
) -> Vec<T> {
    let mut all = Vec::new();
    let paths: Vec<PathBuf> = files(folder, "md", problems);
    for path in paths {
        let text = fs::read_to_string(&path).map_err(|error| error.to_string());
        match text.and_then(|text| read(&text)) {
            Ok(it) => all.push(it),
            Err(sentence) => problems.push(Problem::new(path, sentence)),
        }
    }
    all
}
