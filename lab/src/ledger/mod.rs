//! The known differences between the engine and Chromium, each with its reason.
//!
//! A difference that no entry explains is a failure. So is an entry whose witness shows no
//! difference any more: [`stale`] finds those.

mod entries;
mod witness;

use cors_engine::Trace;
use cors_engine::scenario::{Scenario, ScenarioRequest};

use crate::browser::BrowserError;
use crate::verify::{Difference, Lab};

pub use entries::ALL;

/// A known difference.
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// Why engine and browser differ.
    pub reason: &'static str,
    /// Whether it explains a difference.
    pub explains: fn(&Case) -> bool,
    /// The smallest scenario that shows it.
    pub witness: fn() -> Scenario,
}

/// A difference, and where it was found.
pub struct Case<'a> {
    /// The request of this send.
    pub request: &'a ScenarioRequest,
    /// The engine's trace of this send.
    pub trace: &'a Trace,
    /// The traces of the sends before this one.
    pub earlier: &'a [&'a Trace],
    /// What differs.
    pub difference: &'a Difference,
}

/// The entry that explains a difference, if one does.
pub fn explain(case: &Case) -> Option<&'static Entry> {
    ALL.iter().find(|entry| (entry.explains)(case))
}

/// The entries whose witness shows no difference that they explain.
///
/// # Errors
/// The browser fails.
pub fn stale(lab: &mut Lab) -> Result<Vec<&'static Entry>, BrowserError> {
    let mut stale = Vec::new();
    for entry in ALL {
        let verdict = lab.verify(&(entry.witness)())?;
        let mut names = verdict.differences().filter_map(|it| it.known);
        if !names.any(|name| name == entry.name) {
            stale.push(entry);
        }
    }
    Ok(stale)
}
