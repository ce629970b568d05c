//! One scenario at least for every rule that decides and that Chromium can show, most with a working counterpart.

mod cache;
mod clients;
mod cors_check;
mod differences;
mod elements;
mod main_fetch;
mod preflight;
mod preflight_lists;
mod real_life;
mod redirects;
mod throws;

use cors_engine::Rule;
use cors_engine::trace::Outcome;

use crate::build::{Build, Pairs};

pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) build: Build,
    pub(crate) outcome: Outcome,
    pub(crate) rule: Rule,
}

fn case(name: &'static str, outcome: Outcome, rule: Rule, build: Build) -> Case {
    Case {
        name,
        build,
        outcome,
        rule,
    }
}

const API: &str = "https://api.example/data";
const ORIGIN: &str = "https://app.example";
const ACAO: &str = "Access-Control-Allow-Origin";
const ACAC: &str = "Access-Control-Allow-Credentials";
const ACAM: &str = "Access-Control-Allow-Methods";
const ACAH: &str = "Access-Control-Allow-Headers";
const ACEH: &str = "Access-Control-Expose-Headers";
const MAX_AGE: &str = "Access-Control-Max-Age";
const ANYBODY: Pairs = &[(ACAO, "*")];

pub(crate) fn all() -> Vec<Case> {
    [
        cors_check::all(),
        preflight::all(),
        preflight_lists::all(),
        main_fetch::all(),
        redirects::all(),
        throws::all(),
        elements::all(),
        cache::all(),
        differences::all(),
        real_life::all(),
        clients::all(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
