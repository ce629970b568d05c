//! What other sites and hosts need: the custom element under its stable name, the types of its messages, and the
//! headers that hosts should send.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::project;

/// Where each file stands in the project, and its name in the site. No name has a hash: people write them down.
const FILES: [(&str, &str); 3] = [
    ("static/embed/embed.js", "embed.js"),
    ("static/embed/embed.d.ts", "embed.d.ts"),
    ("hosting/_headers", "_headers"),
];

/// In bytes after gzip, which every host has: a page should not notice that it loads this.
const ALLOWED: usize = 2000;

/// Copies them into the site.
pub(super) fn write(site: &Path) -> Result<()> {
    for (from, to) in FILES {
        fs::copy(project::root().join(from), site.join(to))
            .with_context(|| format!("cannot copy {from} to {}", site.display()))?;
    }
    Ok(())
}

/// Whether the built element keeps its budget.
///
/// # Errors
/// It is too large, or cannot be read.
pub(super) fn check(site: &Path) -> Result<()> {
    let path = site.join("embed.js");
    let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let size = compressed(&bytes)?;
    println!("{:<44} {:>9} {size:>9} (gzip)", "embed.js", bytes.len());
    ensure!(
        size <= ALLOWED,
        "embed.js takes {size} bytes after gzip, {} more than its budget of {ALLOWED}",
        size - ALLOWED
    );
    Ok(())
}

fn compressed(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_above_its_budget_is_refused() {
        let site = std::env::temp_dir().join(format!("xtask-element-{}", std::process::id()));
        fs::create_dir_all(&site).expect("a temporary folder");
        write(&site).expect("all are there");
        assert!(site.join("_headers").is_file());
        // Numbers without a pattern, which cannot be compressed to less than half.
        let noise: String = (0_u32..800)
            .map(|number| number.wrapping_mul(2_654_435_761).to_string())
            .collect();
        fs::write(site.join("embed.js"), noise).expect("a temporary file");
        let problem = check(&site).expect_err("too large").to_string();
        assert!(
            problem.ends_with("more than its budget of 2000"),
            "{problem}"
        );
        fs::remove_dir_all(site).expect("it is ours");
    }
}
