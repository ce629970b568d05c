//! How much a reader must download before the page works, and how much that may be.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::first_load;
use crate::project;

/// Sizes are in bytes after brotli, as hosts send static files; 1 KB is 1000 bytes.
const BUDGETS: [Budget; 3] = [
    Budget {
        name: "HTML",
        allowed: 14_000,
        counts: |extension| extension == "html",
    },
    Budget {
        name: "wasm, script, CSS",
        allowed: 120_000,
        counts: |extension| matches!(extension, "wasm" | "js" | "css"),
    },
    Budget {
        name: "first load in all",
        allowed: 150_000,
        counts: |_| true,
    },
];

struct Budget {
    name: &'static str,
    allowed: usize,
    counts: fn(extension: &str) -> bool,
}

/// A file with its sizes in bytes.
struct Measured {
    name: String,
    raw: usize,
    compressed: usize,
}

impl Measured {
    fn extension(&self) -> &str {
        Path::new(&self.name)
            .extension()
            .and_then(|extension| extension.to_str())
            .unwrap_or_default()
    }
}

/// Prints the sizes of the page's first load.
///
/// # Errors
/// If a budget is exceeded.
pub(crate) fn check(html: &str) -> Result<()> {
    let dist = project::dist();
    let files = first_load::files(&dist, html)?;
    let measured = files
        .iter()
        .map(|file| measure(&dist, file))
        .collect::<Result<Vec<_>>>()?;
    if !measured.iter().any(|file| file.extension() == "wasm") {
        bail!("the page preloads no wasm, so its first load cannot be measured: see Trunk.toml");
    }
    println!("{}", table(&measured));
    match exceeded(&measured) {
        None => Ok(()),
        Some(sentence) => bail!("{sentence}"),
    }
}

fn measure(dist: &Path, file: &Path) -> Result<Measured> {
    let bytes =
        fs::read(dist.join(file)).with_context(|| format!("cannot read {}", file.display()))?;
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut compressed, &parameters)?;
    Ok(Measured {
        name: file.display().to_string(),
        raw: bytes.len(),
        compressed: compressed.len(),
    })
}

fn used(files: &[Measured], budget: &Budget) -> usize {
    let counted = files
        .iter()
        .filter(|file| (budget.counts)(file.extension()));
    counted.map(|file| file.compressed).sum()
}

fn exceeded(files: &[Measured]) -> Option<String> {
    let budget = BUDGETS
        .iter()
        .find(|budget| used(files, budget) > budget.allowed)?;
    let used = used(files, budget);
    let counted = files
        .iter()
        .filter(|file| (budget.counts)(file.extension()));
    let largest = counted
        .max_by_key(|file| file.compressed)
        .map_or("", |file| &file.name);
    Some(format!(
        "{} takes {used} bytes after brotli, {} more than its budget of {}; the largest is {largest}",
        budget.name,
        used - budget.allowed,
        budget.allowed
    ))
}

fn table(files: &[Measured]) -> String {
    let mut table = format!("{:<44} {:>9} {:>9}\n", "file", "bytes", "brotli");
    for Measured {
        name,
        raw,
        compressed,
    } in files
    {
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{name:<44} {raw:>9} {compressed:>9}");
    }
    let _ = writeln!(table, "\n{:<44} {:>9} {:>9}", "budget", "allowed", "brotli");
    for budget in &BUDGETS {
        let _ = writeln!(
            table,
            "{:<44} {:>9} {:>9}",
            budget.name,
            budget.allowed,
            used(files, budget)
        );
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(sizes: &[(&str, usize)]) -> Vec<Measured> {
        let measured = |&(name, compressed): &(&str, usize)| Measured {
            name: name.to_owned(),
            raw: compressed * 3,
            compressed,
        };
        sizes.iter().map(measured).collect()
    }

    #[test]
    fn a_budget_is_exceeded_by_its_own_files_only() {
        let fits = files(&[
            ("index.html", 14_000),
            ("a.wasm", 110_000),
            ("a.css", 10_000),
            ("i.svg", 16_000),
        ]);
        assert_eq!(exceeded(&fits), None);
        let rows = [
            (
                files(&[("index.html", 14_001)]),
                "HTML takes 14001 bytes after brotli, 1 more than its budget of 14000; the largest is index.html",
            ),
            (
                files(&[("a.wasm", 110_000), ("a.js", 10_002)]),
                "wasm, script, CSS takes 120002 bytes after brotli, 2 more than its budget of 120000; the largest is a.wasm",
            ),
            (
                files(&[("a.wasm", 120_000), ("i.png", 30_001)]),
                "first load in all takes 150001 bytes after brotli, 1 more than its budget of 150000; the largest is a.wasm",
            ),
        ];
        for (files, wanted) in rows {
            assert_eq!(exceeded(&files).as_deref(), Some(wanted));
        }
    }

    #[test]
    fn the_table_names_files_and_budgets() {
        let table = table(&files(&[("index.html", 1000), ("a.wasm", 44_000)]));
        for line in [
            "file                                             bytes    brotli",
            "a.wasm                                          132000     44000",
            "first load in all                               150000     45000",
        ] {
            assert!(
                table.lines().any(|own| own == line),
                "{line}\nis missing in\n{table}"
            );
        }
    }
}
