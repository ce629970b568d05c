//! What is on the screen, as plain data. It arranges what the engine says, and decides nothing.

mod cache;
mod console;
mod exchange;
mod fields;
mod header_effect;
mod judges;
mod origins;
mod public_suffix;
mod site;
mod steps;
mod verdict;
pub mod words;

#[cfg(test)]
mod tests;

pub use cache::CacheRow;
pub use console::ConsoleView;
pub use cors_link::StepName;
pub(crate) use exchange::status_line;
pub use exchange::{
    Client, Gate, LineView, Lit, MessageView, Reach, Travel, What, When, WireRow, WireView,
};
pub use fields::{Fields, MissingLine};
pub use header_effect::{EffectSign, EffectView};
pub use judges::{Dissent, judge_name};
pub use origins::{Comparison, OriginPart, OriginRow, OriginsView};
pub use steps::{EvidenceRow, Sign, StepView, Text, step_numbered};
pub use verdict::{LaneView, Tone, VerdictView};

use std::rc::Rc;

use cors_engine::{PreflightCache, Scenario, Trace};

/// All that the screen shows of a scenario and its trace, part by part.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// What happened, in one sentence and three outcomes.
    pub verdict: Rc<VerdictView>,
    /// What the browser's console prints, and what script sees.
    pub console: Rc<ConsoleView>,
    /// Page and request, part by part.
    pub origins: Rc<OriginsView>,
    /// Who sent what, and where it ended.
    pub wire: Rc<WireView>,
    /// The decisions, in order.
    pub steps: Rc<Vec<StepView>>,
    /// The index of the one that is looked at.
    pub current: usize,
    /// The name of the one that decided.
    pub deciding: StepName,
    /// What there is to say beside the fields.
    pub fields: Rc<Fields>,
    /// The addresses asked, hop by hop.
    pub urls: Vec<String>,
    /// The hops at which the browser sends a preflight.
    pub preflighted_hops: Vec<usize>,
    /// What each request header does.
    pub effects: Rc<Vec<EffectView>>,
    /// The preflight cache before this send.
    pub cache: Rc<Vec<CacheRow>>,
    /// The judges that say otherwise.
    pub dissents: Rc<Vec<Dissent>>,
}

/// Arranges a scenario and its trace, made with `cache`, for the screen, with the step called
/// `focus` looked at.
pub fn present(
    scenario: &Scenario,
    cache: &PreflightCache,
    trace: &Trace,
    focus: StepName,
) -> View {
    let (steps, current) = steps::steps(trace, focus);
    let looked_at = steps
        .get(current)
        .and_then(|step| step.name.find(&trace.steps));
    let looked_at = looked_at.unwrap_or(trace.deciding);
    View {
        verdict: verdict::verdict(trace).into(),
        console: console::console(scenario, trace).into(),
        origins: origins::origins(trace).into(),
        wire: exchange::wire(scenario, trace, looked_at).into(),
        steps: steps.into(),
        current,
        deciding: StepName::deciding(trace),
        fields: fields::fields(scenario, trace, looked_at).into(),
        urls: trace.urls.iter().map(|url| url.href.clone()).collect(),
        preflighted_hops: trace.preflights().map(|exchange| exchange.hop).collect(),
        effects: header_effect::effects(scenario, trace).into(),
        cache: cache::cache(cache).into(),
        dissents: judges::dissents(scenario, cache, trace).into(),
    }
}
