//! The user's cache folder, where the tools of all clones of the project stand, each in its version.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The folder of one tool in one version; it may not exist yet.
pub(crate) fn folder(tool: &str, version: &str) -> Result<PathBuf> {
    base(|name| std::env::var_os(name))
        .map(|base| {
            base.join("cors-playground")
                .join(format!("{tool}-{version}"))
        })
        .context("no place for tools: set HOME, or XDG_CACHE_HOME to a folder, and try again")
}

fn base(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    // The XDG specification: a relative path is to be ignored.
    let xdg = variable("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute());
    let home = || variable("HOME").map(|home| PathBuf::from(home).join(".cache"));
    let windows = || variable("LOCALAPPDATA").map(PathBuf::from);
    xdg.or_else(home).or_else(windows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base_with(variables: &[(&str, &str)]) -> Option<PathBuf> {
        base(|name| {
            variables
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).into())
        })
    }

    #[test]
    fn xdg_comes_first_if_it_is_absolute() {
        type Row<'a> = (&'a [(&'a str, &'a str)], Option<&'a str>);
        let rows: [Row; 4] = [
            (&[("HOME", "/h"), ("XDG_CACHE_HOME", "/x")], Some("/x")),
            (
                &[("HOME", "/h"), ("XDG_CACHE_HOME", "x")],
                Some("/h/.cache"),
            ),
            (&[("HOME", "/h")], Some("/h/.cache")),
            (&[], None),
        ];
        for (variables, wanted) in rows {
            assert_eq!(
                base_with(variables),
                wanted.map(PathBuf::from),
                "{variables:?}"
            );
        }
    }
}
