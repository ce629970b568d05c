//! What is on the screen, as plain data. It arranges what the engine says, and decides nothing.

mod console;
mod exchange;
mod fields;
mod header_effect;
mod origins;
mod steps;
mod verdict;

#[cfg(test)]
mod tests;

pub use console::ConsoleView;
pub use exchange::{ExchangeRow, Gate, LineView, MessageView, Parties, Reach, Travel};
pub use fields::{Fields, MissingLine};
pub use header_effect::{EffectSign, EffectView};
pub use origins::{Comparison, OriginPart, OriginRow, OriginsView};
pub use steps::{EvidenceRow, Sign, StepView, Text};
pub use verdict::{LaneView, Tone, VerdictView};

use cors_engine::{Scenario, Trace};

/// All that the screen shows of a scenario and its trace.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// What happened, in one sentence and three outcomes.
    pub verdict: VerdictView,
    /// What the browser's console prints, and what script sees.
    pub console: ConsoleView,
    /// Page and request, part by part.
    pub origins: OriginsView,
    /// Who sent what, and where it ended.
    pub exchange: Vec<ExchangeRow>,
    /// The names of the three parties.
    pub parties: Parties,
    /// The decisions, in order.
    pub steps: Vec<StepView>,
    /// What there is to say beside the fields.
    pub fields: Fields,
    /// Whether the browser sends a preflight.
    pub preflight_asked: Asked,
    /// What each request header does.
    pub effects: Vec<EffectView>,
}

/// Whether the browser sends a preflight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It does.
    Yes,
    /// It does not.
    No,
}

/// Arranges a scenario and its trace for the screen.
pub fn present(scenario: &Scenario, trace: &Trace) -> View {
    View {
        verdict: verdict::verdict(trace),
        console: console::console(scenario, trace),
        origins: origins::origins(trace),
        exchange: exchange::exchange(scenario, trace),
        parties: exchange::parties(trace),
        steps: steps::steps(trace),
        fields: fields::fields(trace),
        preflight_asked: match trace.preflights().next() {
            Some(_) => Asked::Yes,
            None => Asked::No,
        },
        effects: header_effect::effects(scenario),
    }
}
