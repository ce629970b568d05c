//! All stacks, read from the files of a folder. Native: in a browser they are fetched one by one.

use std::fs;
use std::path::Path;

use crate::problem::Problem;
use crate::stack::{Kind, Stack};

/// The stacks of a folder with the names of their files: servers first, then proxies, by name of file.
///
/// # Errors
/// What is wrong with the files, or that one cannot be read.
pub fn read_folder(folder: &Path) -> Result<Vec<(String, Stack)>, Vec<Problem>> {
    let unreadable = |path: &Path, error: std::io::Error| Problem {
        file: path.display().to_string(),
        line: 0,
        sentence: format!("it cannot be read: {error}"),
    };
    let entries = fs::read_dir(folder).map_err(|error| vec![unreadable(folder, error)])?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let (mut stacks, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        match fs::read_to_string(&path) {
            Err(error) => problems.push(unreadable(&path, error)),
            Ok(text) => match Stack::read(&path.display().to_string(), &text) {
                Ok(stack) => stacks.push((name.into_owned(), stack)),
                Err(found) => problems.extend(found),
            },
        }
    }
    // Stable: the order of the names stays.
    stacks.sort_by_key(|(_, stack)| stack.kind == Kind::Proxy);
    match problems.is_empty() {
        true => Ok(stacks),
        false => Err(problems),
    }
}
