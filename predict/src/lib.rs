//! Predictions: what is asked before the answer is shown, and the answers as the engine gives them.
//!
//! The pages of the course have them written in when the site is built. A frame in somebody else's page has
//! scenarios that no build has seen, so there the browser asks the same functions.

mod answer;
mod ask;

pub use answer::{Answer, answers, of_send};
pub use ask::Ask;

use cors_engine::Scenario;

/// The answers to all that can be asked of the first send of a link's scenario; the link is given without its `#`. What is
/// no link stands for the opening scenario. None, if a problem of the scenario keeps the browser from sending.
pub fn answers_of_fragment(fragment: &str) -> Vec<Answer> {
    let scenario = cors_link::read(fragment).map_or_else(Scenario::opening, |link| link.scenario);
    answers(&scenario, 1, &Ask::ALL).unwrap_or_default()
}
