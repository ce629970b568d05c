//! A folder of the site that is named after what is in it, so that hosts may let browsers keep it for ever.
//! Scripts in it that import each other go on doing so, whatever its name.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use anyhow::{Context, Result};

/// A file: its name in a folder, and what is in it.
pub(super) type File = (String, Vec<u8>);

/// The files of a folder, each with `prefix` before its name; no folders in it.
pub(super) fn read(folder: &Path, prefix: &str) -> Result<Vec<File>> {
    let entries = folder
        .read_dir()
        .with_context(|| format!("cannot read {}", folder.display()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    paths
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let bytes =
                fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            Ok((format!("{prefix}{name}"), bytes))
        })
        .collect()
}

/// Writes files into a folder of the site, and gives its name: `kind`, then what tells its contents apart.
pub(super) fn write(site: &Path, kind: &str, mut files: Vec<File>) -> Result<String> {
    files.sort();
    let mut hasher = DefaultHasher::new();
    for (name, bytes) in &files {
        hasher.write(name.as_bytes());
        hasher.write(bytes);
    }
    let name = format!("{kind}-{:016x}", hasher.finish());
    let folder = site.join(&name);
    for (file, bytes) in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap_or(&folder))
            .and_then(|()| fs::write(&path, bytes))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_contents_have_another_name() {
        let site = std::env::temp_dir().join(format!("xtask-folder-{}", std::process::id()));
        let file = |text: &str| vec![("a/b.js".to_owned(), text.as_bytes().to_vec())];
        let one = write(&site, "course", file("1")).expect("it can be written");
        let other = write(&site, "course", file("2")).expect("it can be written");
        assert_ne!(one, other);
        assert!(one.starts_with("course-"), "{one}");
        let written = fs::read(site.join(one).join("a/b.js")).expect("it is there");
        assert_eq!(written, b"1");
        fs::remove_dir_all(site).expect("it is ours");
    }
}
