//! A folder that keeps what finished shards found: a file each, so that folders can be copied together.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::plan::Shard;
use super::tally::Tally;

/// What a result holds for: a browser, and the sources of engine and lab.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The browser's name and version.
    pub browser: String,
    /// A fingerprint of the sources.
    pub sources: String,
}

impl Version {
    /// This program's own sources with a browser.
    pub fn of(browser: &str) -> Version {
        Version {
            browser: browser.to_owned(),
            sources: env!("CORS_LAB_SOURCES").to_owned(),
        }
    }
}

/// A finished shard, as its file has it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    version: Version,
    shard: Shard,
    tally: Tally,
}

/// The folder, and the version whose results count.
pub struct State {
    folder: PathBuf,
    version: Version,
}

/// What a folder holds.
#[derive(Debug, Default)]
pub struct Found {
    /// The shards that count.
    pub shards: BTreeMap<Shard, Tally>,
    /// How many shards are of another version.
    pub foreign: usize,
    /// The files that cannot be read as what they should be.
    pub unreadable: Vec<PathBuf>,
}

impl State {
    /// The state in `folder`, which need not be there yet.
    pub fn new(folder: PathBuf, version: Version) -> State {
        State { folder, version }
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whose results count.
    pub fn version(&self) -> &Version {
        &self.version
    }

    /// Reads all that is there, whoever ran it.
    ///
    /// # Errors
    /// The folder is there and cannot be read.
    pub fn read(&self) -> io::Result<Found> {
        let mut found = Found::default();
        for file in self.files()? {
            let record = fs::read(&file)
                .ok()
                .and_then(|text| serde_json::from_slice::<Record>(&text).ok());
            match record {
                None => found.unreadable.push(file),
                Some(record) if record.version != self.version => found.foreign += 1,
                Some(record) => found.merge(record.shard, record.tally),
            }
        }
        Ok(found)
    }

    fn files(&self) -> io::Result<Vec<PathBuf>> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let paths: io::Result<Vec<PathBuf>> = entries.map(|entry| Ok(entry?.path())).collect();
        let mut paths = paths?;
        paths.retain(|path| path.extension().is_some_and(|it| it == "json"));
        paths.sort();
        Ok(paths)
    }

    /// Keeps a finished shard. Whenever this is interrupted, its file is whole or not there.
    ///
    /// # Errors
    /// The folder cannot be written to.
    pub fn record(&self, shard: Shard, tally: &Tally) -> io::Result<()> {
        let record = Record {
            version: self.version.clone(),
            shard,
            tally: tally.clone(),
        };
        fs::create_dir_all(&self.folder)?;
        let file = self.file(shard);
        let unfinished = file.with_extension("unfinished");
        fs::write(&unfinished, serde_json::to_vec_pretty(&record)?)?;
        fs::rename(unfinished, file)
    }

    /// Where a shard of this version is kept.
    pub fn file(&self, shard: Shard) -> PathBuf {
        let Version { browser, sources } = &self.version;
        let Shard { seed, first, count } = shard;
        let name = format!("{browser}-{sources}-seed-{seed}-from-{first}-count-{count}.json");
        self.folder.join(name.replace(['/', '\\', ' '], "-"))
    }
}

impl Found {
    /// A shard that two machines have run counts once; one that found something counts rather.
    fn merge(&mut self, shard: Shard, tally: Tally) {
        let kept = self.shards.entry(shard).or_insert_with(|| tally.clone());
        if kept.findings.len() < tally.findings.len() {
            *kept = tally;
        }
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::conformance::tally::Finding;

    const SHARD: Shard = Shard {
        seed: 1,
        first: 250,
        count: 250,
    };

    fn state(folder: &TempDir, browser: &str, sources: &str) -> State {
        let version = Version {
            browser: browser.to_owned(),
            sources: sources.to_owned(),
        };
        State::new(folder.path().join("state"), version)
    }

    fn tally(agreeing: u64) -> Tally {
        Tally {
            agreeing,
            ..Tally::default()
        }
    }

    fn folder() -> TempDir {
        TempDir::new().expect("a folder")
    }

    #[test]
    fn what_was_recorded_is_found_again() {
        let folder = folder();
        let state = state(&folder, "Chrome/1.0", "abc");
        assert!(state.read().expect("nothing yet").shards.is_empty());
        state.record(SHARD, &tally(250)).expect("it is writable");
        let found = state.read().expect("it is readable");
        assert_eq!(found.shards, BTreeMap::from([(SHARD, tally(250))]));
        assert_eq!((found.foreign, found.unreadable.len()), (0, 0));
    }

    #[test]
    fn results_of_another_version_do_not_count() {
        let folder = folder();
        for (browser, sources) in [("Chrome/2.0", "abc"), ("Chrome/1.0", "abd")] {
            let other = state(&folder, browser, sources);
            other.record(SHARD, &tally(250)).expect("it is writable");
        }
        let found = state(&folder, "Chrome/1.0", "abc").read();
        let found = found.expect("it is readable");
        assert!(found.shards.is_empty());
        assert_eq!(found.foreign, 2);
    }

    #[test]
    fn folders_of_several_machines_are_copied_together() {
        let (one, other) = (folder(), folder());
        let version = |folder| state(folder, "Chrome/1.0", "abc");
        let second = Shard {
            first: 500,
            ..SHARD
        };
        let finding = Finding {
            number: 500,
            differences: vec!["x".to_owned()],
            shrunk: None,
        };
        let with_finding = Tally {
            findings: vec![finding],
            ..tally(249)
        };
        version(&one).record(SHARD, &tally(250)).expect("written");
        version(&one).record(second, &tally(250)).expect("written");
        version(&other)
            .record(second, &with_finding)
            .expect("written");
        // The other's file under another name, as copying by hand may leave it.
        let copy = version(&one).folder().join("copy.json");
        fs::copy(version(&other).file(second), copy).expect("copied");
        let found = version(&one).read().expect("it is readable");
        let wanted = BTreeMap::from([(SHARD, tally(250)), (second, with_finding)]);
        assert_eq!(found.shards, wanted);
    }

    #[test]
    fn half_a_file_is_named_and_does_not_count() {
        let folder = folder();
        let state = state(&folder, "Chrome/1.0", "abc");
        state.record(SHARD, &tally(250)).expect("it is writable");
        let text = fs::read(state.file(SHARD)).expect("it is there");
        fs::write(state.file(SHARD), &text[..text.len() / 2]).expect("it is writable");
        let found = state.read().expect("it is readable");
        assert!(found.shards.is_empty());
        assert_eq!(found.unreadable, [state.file(SHARD)]);
    }
}
