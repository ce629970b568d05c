//! A scenario as it leaves: without secrets, played, and arranged as on the screen.

use cors_engine::trace::Exchange;
use cors_engine::{PreflightCache, Scenario, Trace, evaluate};

use super::secrets::hidden;
use super::unsent::unsent;
use super::{Shared, link};
use crate::sends;
use crate::view::{StepName, StepView, View, present};

/// All that the formats tell of a scenario.
pub(super) struct Told {
    /// The whole scenario.
    pub(super) scenario: Scenario,
    /// The send that is looked at, alone.
    pub(super) stage: Scenario,
    /// What the browser did.
    pub(super) trace: Trace,
    /// The request that a preflight has stopped.
    pub(super) unsent: Option<Exchange>,
    /// The same, arranged.
    pub(super) view: View,
    /// The address that shows it; `None`: it is too long to be shared.
    pub(super) link: Option<String>,
    /// The request headers whose values are masked.
    pub(super) masked: Vec<String>,
}

impl Told {
    pub(super) fn of(it: Shared) -> Told {
        let typed = scenario_of(it.fragment);
        let scenario = cors_link::with_masks(&typed);
        let (stage, cache) = on_stage(&scenario, it.send);
        let trace = evaluate(&stage, &cache);
        let view = present(&stage, &cache, &trace, StepName::deciding(&trace));
        Told {
            masked: hidden(&typed),
            link: link::short(it.address, &cors_link::write(&scenario, None)),
            unsent: unsent(&stage, &cache, &trace),
            scenario,
            stage,
            trace,
            view,
        }
    }

    /// The step that decided.
    pub(super) fn deciding(&self) -> Option<&StepView> {
        self.view.steps.iter().find(|step| step.is_deciding)
    }

    /// What to do about the values that are masked.
    pub(super) fn about_masks(&self) -> Option<String> {
        about_masks(&self.masked)
    }
}

/// What to do about the values of these headers.
fn about_masks(names: &[String]) -> Option<String> {
    if names.is_empty() {
        return None;
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut sentence = String::from("*** stands in the place of what ");
    sentence.push_str(&names.join(", "));
    sentence.push_str(" held: put your own value there.");
    Some(sentence)
}

/// The scenario of a link; what is no link stands for the opening scenario.
pub(super) fn scenario_of(fragment: &str) -> Scenario {
    cors_link::read(fragment).map_or_else(Scenario::opening, |link| link.scenario)
}

/// A send alone, without the blank lines that somebody has just added; and the preflight cache before it.
fn on_stage(scenario: &Scenario, send: usize) -> (Scenario, PreflightCache) {
    let cache = match send {
        further if (1..=scenario.then.len()).contains(&further) => {
            sends::cache_before(scenario, &PreflightCache::new(), further)
        }
        // The first one, also in the place of one that is not there.
        _ => PreflightCache::new(),
    };
    let mut stage = scenario.clone();
    sends::turn_to(&mut stage, send);
    stage.then.clear();
    (sends::finished(stage), cache)
}
