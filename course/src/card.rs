//! Interview cards: a question, a model answer, what a good answer has, and the scenario that shows it.

use serde::Deserialize;

use crate::claim::{Claim, first_send};
use crate::front_matter;

/// A question as an interviewer asks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its name, which stays: what somebody has learnt is kept under it.
    pub slug: String,
    /// The question.
    pub question: String,
    /// What it is about.
    pub topic: String,
    /// What a good answer has.
    pub points: Vec<String>,
    /// What is often said and wrong, with what is true.
    pub traps: Vec<String>,
    /// The model answer, in Markdown.
    pub answer: String,
    /// The scenario that shows it.
    pub claim: Claim,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    slug: String,
    question: String,
    topic: String,
    scenario: String,
    step: String,
    outcome: String,
    rule: String,
    #[serde(default = "first_send")]
    send: usize,
    points: Vec<String>,
    traps: Vec<String>,
}

impl Card {
    /// Reads a card.
    ///
    /// # Errors
    /// It has not what a card has: a sentence says what.
    pub fn read(text: &str) -> Result<Card, String> {
        let (data, answer): (Data, &str) = front_matter::read(text)?;
        if data.points.is_empty() || data.traps.is_empty() || answer.trim().is_empty() {
            return Err("a card has points, traps and a model answer".to_owned());
        }
        Ok(Card {
            slug: data.slug,
            question: data.question,
            topic: data.topic,
            points: data.points,
            traps: data.traps,
            answer: answer.trim().to_owned(),
            claim: Claim {
                name: data.scenario,
                step: Some(data.step).filter(|step| !step.is_empty()),
                ask: Vec::new(),
                send: data.send,
                outcome: data.outcome,
                rule: data.rule,
                preflights: None,
                sent: None,
            },
        })
    }
}
