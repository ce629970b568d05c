//! Rows: a scenario, and what the standard says becomes of it.

mod build;
pub(crate) mod generate;
#[cfg(feature = "serde")]
pub(crate) mod json_schema;
pub(crate) mod url_table;
mod vocabulary;
mod wanted;

pub(crate) use build::{Build, curl, fetch};
pub(crate) use wanted::{
    Wanted, invalid, network_error, opaque, opaque_redirect, readable, throws,
};

use cors_engine::{PreflightCache, Scenario, Trace, evaluate};

/// The page's origin.
pub(crate) const PAGE: &str = "https://page.example";
/// Another origin.
pub(crate) const API: &str = "https://api.example/data";
/// A third origin.
pub(crate) const OTHER: &str = "https://other.example/data";

pub(crate) const ACAO: &str = "Access-Control-Allow-Origin";
pub(crate) const ACAC: &str = "Access-Control-Allow-Credentials";
pub(crate) const ACAM: &str = "Access-Control-Allow-Methods";
pub(crate) const ACAH: &str = "Access-Control-Allow-Headers";
pub(crate) const ACEH: &str = "Access-Control-Expose-Headers";
pub(crate) const ACMA: &str = "Access-Control-Max-Age";

/// Header lines that let anybody read an answer made without credentials.
pub(crate) const ANYBODY: &[(&str, &str)] = &[(ACAO, "*")];
/// Header lines that let the page read an answer made with credentials.
pub(crate) const THE_PAGE: &[(&str, &str)] = &[(ACAO, PAGE), (ACAC, "true")];

/// A name that begins with the step of the standard, a scenario, and what becomes of it.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) scenario: Scenario,
    pub(crate) wanted: Wanted,
}

/// Rows, one or a few lines each: `"1: name": scenario => wanted;`.
///
/// A macro, so that a table stays a table when the code is formatted.
macro_rules! rows {
    ($($name:literal: $scenario:expr => $wanted:expr;)*) => {
        vec![$($crate::support::Row { name: $name, scenario: $scenario, wanted: $wanted }),*]
    };
}
pub(crate) use rows;

/// The trace of a scenario whose preflight cache is empty.
pub(crate) fn trace(scenario: &Scenario) -> Trace {
    evaluate(scenario, &PreflightCache::new())
}

/// Fails with every row whose trace is not as wanted.
pub(crate) fn check(rows: &[Row]) {
    let wrong: Vec<String> = rows
        .iter()
        .flat_map(|row| {
            let differences = row.wanted.differences(&trace(&row.scenario));
            differences
                .into_iter()
                .map(move |difference| format!("{}\n    {difference}", row.name))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
