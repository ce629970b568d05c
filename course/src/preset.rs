//! Presets: scenarios under the names by which people look for them.

use serde::Deserialize;

use crate::claim::{Claim, first_send};

/// A scenario that people look for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    /// The name of its scenario, and of its page.
    pub slug: String,
    /// What people call it.
    pub title: String,
    /// The heading that it stands under in the list.
    pub group: String,
    /// What people see and search for: lines of consoles, everyday words.
    pub seen: Vec<String>,
    /// What happens, and why.
    pub about: String,
    /// What to change, and where; empty where nothing need be.
    #[serde(default)]
    pub fix: String,
    outcome: String,
    rule: String,
    #[serde(default)]
    step: Option<String>,
    #[serde(default = "first_send")]
    send: usize,
}

/// The file of all presets.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Presets {
    pub(crate) preset: Vec<Preset>,
}

impl Preset {
    /// What it claims of its scenario.
    pub fn claim(&self) -> Claim {
        Claim {
            name: self.slug.clone(),
            step: self.step.clone(),
            ask: Vec::new(),
            send: self.send,
            outcome: self.outcome.clone(),
            rule: self.rule.clone(),
            preflights: None,
            sent: None,
        }
    }
}
