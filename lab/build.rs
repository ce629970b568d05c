//! Gives the lab a fingerprint of all that decides what a made-up case is and how it ends.
//!
//! Results that are kept belong to one fingerprint. What only reports results is left out.

use std::path::{Path, PathBuf};
use std::{fs, io};

const SOURCES: [&str; 6] = [
    "../engine/src",
    "src/browser",
    "src/generate",
    "src/ledger",
    "src/servers",
    "src/verify",
];

const LOCK: &str = "../Cargo.lock";

/// The libraries that the engine's answers rest on.
const LIBRARIES: [&str; 2] = ["url", "idna_adapter"];

fn main() -> io::Result<()> {
    let mut fingerprint = Fingerprint::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        for file in files(Path::new(source))? {
            fingerprint.add(file.to_string_lossy().replace('\\', "/").as_bytes());
            fingerprint.add(&fs::read(&file)?);
        }
    }
    println!("cargo::rerun-if-changed={LOCK}");
    let lock = fs::read_to_string(LOCK)?.replace('\r', "");
    for package in lock.split("\n\n") {
        let is_one = |name: &&str| package.contains(&format!("name = \"{name}\"\n"));
        if LIBRARIES.iter().any(is_one) {
            fingerprint.add(package.as_bytes());
        }
    }
    println!("cargo::rustc-env=CORS_LAB_SOURCES={:016x}", fingerprint.0);
    Ok(())
}

/// All files below `folder`, in the same order everywhere.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.is_dir() {
            true => found.extend(files(&path)?),
            false => found.push(path),
        }
    }
    found.sort();
    Ok(found)
}

/// [FNV-1a](https://datatracker.ietf.org/doc/html/rfc9923): the same number on every machine and in
/// every version of Rust, which the standard library's hashes do not promise.
struct Fingerprint(u64);

impl Fingerprint {
    fn new() -> Fingerprint {
        Fingerprint(0xCBF2_9CE4_8422_2325)
    }

    /// Adds a text and where it ends. Line ends count alike on every system.
    fn add(&mut self, text: &[u8]) {
        let bytes = text.iter().filter(|byte| **byte != b'\r');
        for byte in bytes.chain(&[0]) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
    }
}
