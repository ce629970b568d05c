//! The library of scenarios: a file each, in the public format, which presets, chapters and cards name.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use cors_engine::Scenario;
use cors_engine::format::MOST_BYTES;

use crate::problem::Problem;

/// Scenarios by the names of their files.
pub(crate) type Scenarios = BTreeMap<String, Scenario>;

/// Reads all of a folder; what cannot be read goes to `problems`.
pub(crate) fn read(folder: &Path, problems: &mut Vec<Problem>) -> Scenarios {
    let mut scenarios = Scenarios::new();
    for path in files(folder, "json", problems) {
        match read_one(&path) {
            Ok(scenario) => {
                scenarios.insert(stem(&path), scenario);
            }
            Err(sentence) => problems.push(Problem::new(path, sentence)),
        }
    }
    scenarios
}

fn read_one(path: &Path) -> Result<Scenario, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    if text.len() > MOST_BYTES {
        return Err("a scenario has at most 32 KB".to_owned());
    }
    let scenario: Scenario = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    match scenario.title.is_empty() {
        true => Err("it needs a title: the screen shows it".to_owned()),
        false => Ok(scenario),
    }
}

/// The files of a folder with an ending, in the order of their names.
pub(crate) fn files(
    folder: &Path,
    ending: &str,
    problems: &mut Vec<Problem>,
) -> Vec<std::path::PathBuf> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(Problem::new(folder, error));
            return Vec::new();
        }
    };
    let mut paths: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|it| it == ending))
        .collect();
    paths.sort();
    paths
}

/// The name of a file, without its ending.
pub(crate) fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}
