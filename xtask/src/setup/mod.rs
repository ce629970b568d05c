//! Gets what is missing: says what and why, installs it once, finds it the next time.

pub(crate) mod apt;
pub(crate) mod axe;
pub(crate) mod cache;
pub(crate) mod cargo_tool;
mod debian;
mod debian_std;
mod minifier;
pub(crate) mod npm;
mod small_std;
mod std_build;
mod wasm;
pub(crate) mod wasm_opt;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::project;

/// The variables that a build for the browser needs.
pub(crate) struct Environment {
    variables: Vec<(&'static str, OsString)>,
    folders: Vec<PathBuf>,
}

impl Environment {
    /// What compiling for wasm needs.
    pub(crate) fn for_wasm() -> Result<Self> {
        Ok(Self {
            variables: wasm::find_or_install()?.variables(None),
            folders: Vec::new(),
        })
    }

    /// What the release build needs: also a standard library that is built for size.
    pub(crate) fn for_release() -> Result<Self> {
        let toolchain = wasm::find_or_install()?;
        let library = small_std::sysroot(&toolchain.root()?);
        Ok(Self {
            variables: toolchain.variables(library.as_deref()),
            ..Self::for_trunk()?
        })
    }

    /// What Trunk needs: also itself, wasm-bindgen, wasm-opt and a minifier.
    pub(crate) fn for_trunk() -> Result<Self> {
        let mut environment = Self::for_wasm()?;
        environment.folders.extend(cargo_tool::trunk()?);
        environment.folders.extend(cargo_tool::wasm_bindgen()?);
        environment.folders.extend(wasm_opt::folder()?);
        environment.folders.extend(minifier::folder()?);
        Ok(environment)
    }

    /// What tests in the browser need: also the runner that comes with wasm-bindgen.
    pub(crate) fn for_web_tests() -> Result<Self> {
        let mut environment = Self::for_wasm()?;
        environment.folders.extend(cargo_tool::wasm_bindgen()?);
        Ok(environment)
    }

    /// A command in the project's folder that finds all this.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(project::root())
            .env("PATH", path_with(&self.folders));
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    /// The same as lines for a shell.
    fn exports(&self) -> String {
        let folders = self
            .folders
            .iter()
            .map(|folder| folder.to_string_lossy())
            .collect::<Vec<_>>();
        let path = match folders.is_empty() {
            true => String::new(),
            false => format!("export PATH={}:\"$PATH\"\n", quoted(&folders.join(":"))),
        };
        let variables = self
            .variables
            .iter()
            .map(|(name, value)| format!("export {name}={}\n", quoted(&value.to_string_lossy())));
        std::iter::once(path).chain(variables).collect()
    }
}

/// `cargo xtask env`: sets up what Trunk needs and prints the exports; all else goes to stderr.
pub(crate) fn print_exports() -> Result<()> {
    print!("{}", Environment::for_trunk()?.exports());
    Ok(())
}

/// PATH with further folders before it.
fn path_with(folders: &[PathBuf]) -> OsString {
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let all = folders
        .iter()
        .cloned()
        .chain(std::env::split_paths(&inherited));
    // Only a folder whose name holds PATH's own separator cannot be joined: leave PATH alone then.
    std::env::join_paths(all).unwrap_or(inherited)
}

/// Says what is about to be installed, and why.
pub(crate) fn announce(sentence: &str) {
    eprintln!("\n==> {sentence}");
}

/// A word that every POSIX shell reads as this very text.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exports_survive_any_shell() {
        let environment = Environment {
            variables: vec![("RUSTUP_TOOLCHAIN", "it's".into())],
            folders: vec!["/a b".into(), "/c".into()],
        };
        assert_eq!(
            environment.exports(),
            "export PATH='/a b:/c':\"$PATH\"\nexport RUSTUP_TOOLCHAIN='it'\\''s'\n"
        );
    }

    #[test]
    fn nothing_to_export_is_nothing_printed() {
        let environment = Environment {
            variables: vec![],
            folders: vec![],
        };
        assert_eq!(environment.exports(), "");
    }
}
