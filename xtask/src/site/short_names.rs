//! Short names for what the wasm and its script call each other by: wasm-bindgen's carry hashes, which hardly compress.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::markup::elements;
use crate::process::answer;
use crate::project;

/// Renames in the two files of the app in `folder`, and gives the page with their new names.
///
/// # Errors
/// wasm-opt fails, or the script is not written as wasm-bindgen's version in Cargo.lock writes it.
pub(super) fn give(folder: &Path, html: &str) -> Result<String> {
    let found = elements(html);
    let file = |attribute| {
        let value = found
            .iter()
            .find_map(|element| element.attribute(attribute));
        value.with_context(|| format!("the page has no {attribute}: see Trunk.toml"))
    };
    let wasm = folder.join(file("data-wasm")?);
    let script = folder.join(file("data-script")?);
    let text =
        fs::read_to_string(&script).with_context(|| format!("cannot read {}", script.display()))?;
    let source = fs::read_to_string(project::root().join("index.html"))?;
    let mut wasm_opt = Command::new("wasm-opt");
    wasm_opt
        .args(features(&source))
        .arg("--minify-imports-and-exports-and-modules")
        .arg(&wasm)
        .arg("--output")
        .arg(&wasm);
    let names = Names::read(&answer(&mut wasm_opt)?)?;
    fs::write(&script, names.give(&text)?)?;
    rename(&wasm, &script, html)
}

/// What may be in the wasm, as index.html tells Trunk's own call of wasm-opt.
fn features(source: &str) -> Vec<String> {
    let source = elements(source);
    let words = source
        .iter()
        .filter_map(|element| element.attribute("data-wasm-opt-params"))
        .flat_map(str::split_ascii_whitespace);
    words
        .filter(|word| word.starts_with("--enable-"))
        .map(str::to_owned)
        .collect()
}

/// Names both files after what is in the wasm now. Trunk's names are made from what the compiler
/// wrote: another wasm-opt gives other names within, and one file out of a cache would not know the
/// other.
fn rename(wasm: &Path, script: &Path, html: &str) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    hasher.write(&fs::read(wasm)?);
    let fresh = format!("app-{:016x}", hasher.finish());
    let stem = script.file_stem().and_then(|stem| stem.to_str());
    let stem = stem.context("the app's script has no name")?;
    for file in [wasm, script] {
        let name = file.file_name().and_then(|name| name.to_str());
        let rest = name.and_then(|name| name.strip_prefix(stem));
        let rest = rest.with_context(|| format!("{} is not named {stem}…", file.display()))?;
        fs::rename(file, file.with_file_name(format!("{fresh}{rest}")))?;
    }
    Ok(html.replace(stem, &fresh))
}

/// The new name of each old one.
#[derive(Debug, PartialEq)]
struct Names {
    /// How the wasm calls the script.
    module: String,
    /// What the wasm takes from the script.
    imports: BTreeMap<String, String>,
    /// What the script takes from the wasm.
    exports: BTreeMap<String, String>,
}

/// The name that wasm-opt gives to every module.
const MODULE: &str = "a";

impl Names {
    /// Reads what wasm-opt prints.
    fn read(printed: &str) -> Result<Self> {
        let map: Value = serde_json::from_str(printed)
            .with_context(|| format!("wasm-opt printed no map of names but: {printed}"))?;
        let (mut modules, mut imports, mut exports) =
            (BTreeSet::new(), BTreeMap::new(), BTreeMap::new());
        for row in rows(&map, "imports")? {
            let [module, old, new] = row.as_slice() else {
                bail!("wasm-opt's map has an import of another form: {row:?}");
            };
            modules.insert(module.clone());
            imports.insert(old.clone(), new.clone());
        }
        for row in rows(&map, "exports")? {
            let [old, new] = row.as_slice() else {
                bail!("wasm-opt's map has an export of another form: {row:?}");
            };
            exports.insert(old.clone(), new.clone());
        }
        if modules.len() != 1 {
            bail!("the wasm imports from {modules:?}, where one module was expected");
        }
        let module = modules.into_iter().next().unwrap_or_default();
        Ok(Self {
            module,
            imports,
            exports,
        })
    }

    /// The script with the new names. It is read word by word: an import is a key with a function, an
    /// export a property of `wasm`, and no other word changes.
    fn give(&self, script: &str) -> Result<String> {
        let mut renamed = String::with_capacity(script.len());
        let mut given = BTreeSet::new();
        let mut rest = script;
        while let Some(start) = rest.find(is_of_word) {
            let (before, word_on) = rest.split_at(start);
            renamed.push_str(before);
            let end = word_on.find(|c| !is_of_word(c)).unwrap_or(word_on.len());
            let (word, after) = word_on.split_at(end);
            let new = match self.imports.get(word) {
                _ if is_property_of_wasm(&renamed) => {
                    self.exports.get(word).with_context(|| {
                        format!("the script uses wasm.{word}, which the wasm does not export")
                    })?
                }
                Some(new) if after.starts_with(": function(") => {
                    if !given.insert(word) {
                        bail!("the script gives the wasm {word} twice");
                    }
                    new
                }
                _ => word,
            };
            renamed.push_str(new);
            rest = after;
        }
        renamed.push_str(rest);
        if let Some(missing) = self
            .imports
            .keys()
            .find(|name| !given.contains(name.as_str()))
        {
            bail!("the script has no `{missing}: function(`, which the wasm imports");
        }
        let module = format!("\"{}\": import", self.module);
        if renamed.matches(&module).count() != 1 {
            bail!("the script does not have `{module}` once");
        }
        Ok(renamed.replace(&module, &format!("\"{MODULE}\": import")))
    }
}

/// Rows of texts in wasm-opt's map.
fn rows(map: &Value, name: &str) -> Result<Vec<Vec<String>>> {
    let rows = map[name]
        .as_array()
        .map(|rows| rows.iter().map(texts).collect());
    rows.flatten()
        .with_context(|| format!("wasm-opt's map has no {name} that are lists of texts"))
}

fn texts(row: &Value) -> Option<Vec<String>> {
    let texts = row.as_array()?.iter();
    texts.map(|text| text.as_str().map(str::to_owned)).collect()
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

/// Whether what follows `before` is a property of the variable `wasm`.
fn is_property_of_wasm(before: &str) -> bool {
    before.strip_suffix("wasm.").is_some_and(|before| {
        !before.ends_with(|c| is_of_word(c) || matches!(c, '.' | '/' | '\'' | '"'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{
 "imports": [
  ["./app_bg.js", "__wbg_key_76125a", "b"],
  ["./app_bg.js", "__wbg_error_ffc0e6", "$"]
 ],
 "exports": [["memory", "c"], ["__wbindgen_free", "d"], ["call_h2fec", "if"]]
}"#;

    const SCRIPT: &str = r#"
        __wbg_error_ffc0e6: function(arg0) { wasm.__wbindgen_free(arg0, wasm.memory.buffer);
        // It is no word of the wasm: memory, '__wbindgen_free', my.wasm.memory, awasm.memory
        __wbg_key_76125a: function() { return "__wbg_key_76125a"; },
        "./app_bg.js": import0,
function call_h2fec(arg0) { wasm.call_h2fec(arg0); }
fetch('./app_bg.wasm', 'application/wasm'); return wasm;
"#;

    const WANTED: &str = r#"
        $: function(arg0) { wasm.d(arg0, wasm.c.buffer);
        // It is no word of the wasm: memory, '__wbindgen_free', my.wasm.memory, awasm.memory
        b: function() { return "__wbg_key_76125a"; },
        "a": import0,
function call_h2fec(arg0) { wasm.if(arg0); }
fetch('./app_bg.wasm', 'application/wasm'); return wasm;
"#;

    fn give(script: &str) -> Result<String, String> {
        let names = Names::read(PRINTED).expect("a map");
        names.give(script).map_err(|problem| problem.to_string())
    }

    #[test]
    fn only_what_the_two_call_each_other_by_changes() {
        assert_eq!(give(SCRIPT).as_deref(), Ok(WANTED));
    }

    #[test]
    fn a_script_of_another_form_is_refused() {
        let rows = [
            (
                "__wbg_key_76125a: function(",
                "__wbg_key_76125a(",
                "the script has no `__wbg_key_76125a: function(`, which the wasm imports",
            ),
            (
                "./app_bg.js",
                "./other_bg.js",
                "the script does not have `\"./app_bg.js\": import` once",
            ),
            (
                "wasm.memory.buffer",
                "wasm.table",
                "the script uses wasm.table, which the wasm does not export",
            ),
            (
                "return \"",
                "__wbg_key_76125a: function() { \"",
                "the script gives the wasm __wbg_key_76125a twice",
            ),
        ];
        for (old, new, wanted) in rows {
            let script = SCRIPT.replace(old, new);
            assert_ne!(script, SCRIPT, "{old}");
            assert_eq!(give(&script), Err(wanted.to_owned()), "{old}");
        }
    }

    #[test]
    fn a_map_of_another_form_is_refused() {
        let rows = [
            ("", "wasm-opt printed no map of names but: "),
            (
                r#"{"imports":[["m","a","b"]]}"#,
                "wasm-opt's map has no exports that are lists of texts",
            ),
            (
                r#"{"imports":[["m","a"]],"exports":[]}"#,
                "wasm-opt's map has an import of another form: [\"m\", \"a\"]",
            ),
            (
                r#"{"imports":[["m","a","b"]],"exports":[[1,"c"]]}"#,
                "wasm-opt's map has no exports that are lists of texts",
            ),
            (
                r#"{"imports":[["m","a","b"],["n","c","d"]],"exports":[]}"#,
                "the wasm imports from {\"m\", \"n\"}, where one module was expected",
            ),
        ];
        for (printed, wanted) in rows {
            let problem = Names::read(printed).expect_err(printed);
            assert_eq!(problem.to_string(), wanted);
        }
    }

    #[test]
    fn wasm_opt_is_told_what_index_html_tells_trunk() {
        let source =
            "<link data-wasm-opt-params=\"--enable-sign-ext --flatten -Oz --enable-bulk-memory\">";
        assert_eq!(
            features(source),
            ["--enable-sign-ext", "--enable-bulk-memory"]
        );
    }

    #[test]
    fn both_files_and_the_page_get_a_name_after_what_is_in_the_wasm() {
        let folder = std::env::temp_dir().join(format!("xtask-names-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        let (wasm, script) = (folder.join("app-1_bg.wasm"), folder.join("app-1.js"));
        fs::write(&wasm, "w").expect("a temporary file");
        fs::write(&script, "s").expect("a temporary file");
        let page = rename(&wasm, &script, "app-1.js, app-1_bg.wasm").expect("both are there");
        for (name, text) in page.split(", ").zip(["s", "w"]) {
            assert_ne!(name, "app-1.js");
            assert_eq!(fs::read_to_string(folder.join(name)).expect("a file"), text);
        }
        fs::remove_dir_all(folder).expect("it is ours");
    }
}
