//! What a file claims of a scenario: the engine says whether it is so.

use cors_engine::{PreflightCache, Rule, Scenario, evaluate};
use cors_link::StepName;
use serde::Deserialize;

use cors_predict::{Ask, of_send};

/// A scenario, the step at which it opens, and what is claimed of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The scenario, by its file's name.
    pub name: String,
    /// The step to open it at, as links name it; the deciding one if it is left out.
    #[serde(default)]
    pub step: Option<String>,
    /// Which predictions are asked.
    #[serde(default)]
    pub ask: Vec<Ask>,
    /// The send that is looked at, from 1.
    #[serde(default = "first_send")]
    pub send: usize,
    /// Its outcome.
    pub outcome: String,
    /// Its deciding rule.
    pub rule: String,
    /// How many preflights are sent.
    #[serde(default)]
    pub preflights: Option<usize>,
    /// Whether an actual request reaches a server.
    #[serde(default)]
    pub sent: Option<bool>,
}

/// What a file is about that names no send.
pub(crate) fn first_send() -> usize {
    1
}

impl Claim {
    /// The step to open at; `None` for the deciding one.
    pub(crate) fn step_name(&self) -> Option<StepName> {
        let (rule, occurrence) = match self.step.as_deref()?.split_once('.') {
            None => (self.step.as_deref()?, 1),
            Some((rule, occurrence)) => (rule, occurrence.parse().ok()?),
        };
        let rule = Rule::from_name(rule)?;
        Some(StepName { rule, occurrence })
    }

    /// What is not as it is claimed; empty if all is.
    pub(crate) fn contradictions(&self, scenario: &Scenario) -> Vec<String> {
        let trace = evaluate(scenario, &PreflightCache::new());
        let Some(trace) = of_send(&trace, self.send) else {
            return vec![format!("{} has no send {}", self.name, self.send)];
        };
        let mut contradictions = Vec::new();
        let mut compare = |what: &str, claimed: &str, found: &str| {
            if claimed != found {
                let it = &self.name;
                contradictions.push(format!("{it}: the {what} is {found}, not {claimed}"));
            }
        };
        compare("outcome", &self.outcome, trace.outcome.as_str());
        compare(
            "deciding rule",
            &self.rule,
            trace.deciding_step().rule.name(),
        );
        if let Some(preflights) = self.preflights {
            let found = trace.preflights().count();
            compare(
                "number of preflights",
                &preflights.to_string(),
                &found.to_string(),
            );
        }
        if let Some(sent) = self.sent {
            let found = trace.requests().any(|request| request.reached_server());
            compare(
                "claim that it is sent",
                &sent.to_string(),
                &found.to_string(),
            );
        }
        if let Some(step) = &self.step {
            let is_asked = self.step_name().is_some_and(|step| {
                let asked = trace.steps_of(step.rule).count();
                asked >= step.occurrence as usize
            });
            if !is_asked {
                contradictions.push(format!("{}: there is no step {step}", self.name));
            }
        }
        contradictions
    }
}
