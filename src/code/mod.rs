//! The code that a request amounts to, for people to copy: script, the markup of an element, a command line.
//!
//! Whatever is typed stands in it as a literal. Nothing typed can end a literal, an attribute, a
//! script element or a line, and no character hides in it.

mod curl;
mod element;
mod escape;
mod fetch;
mod form;
mod xhr;

pub(crate) use escape::is_hidden;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

use cors_engine::Scenario;
use cors_engine::scenario::{Api, ReferrerPolicy};

/// The code of the scenario's first send.
///
/// Run in the page, or in a terminal, it makes the request that the scenario has. What no page can combine, such as an
/// image with a method, is left out where there is no way to write it: it is a problem of the scenario.
pub fn code(scenario: &Scenario) -> String {
    let request = &scenario.request;
    match request.api {
        Api::Fetch => fetch::fetch(request),
        Api::Xhr => xhr::xhr(request),
        Api::Img | Api::Script => element::element(request),
        Api::Form => form::form(request),
        Api::Curl => curl::curl(request),
    }
}

/// The policy's name, unless it is the default one.
fn named(policy: ReferrerPolicy) -> Option<&'static str> {
    match policy {
        ReferrerPolicy::Default => None,
        policy => Some(policy.as_str()),
    }
}
