//! What a request header does, for the line beside it.

use cors_engine::fetch_api::{HeaderEffect, header_effect};
use cors_engine::infrastructure::headers::cors_safelisted_request_header::Unsafe;
use cors_engine::rules::Rule;
use cors_engine::scenario::Api;
use cors_engine::trace::{Choice, Step, StepOutcome};
use cors_engine::{Scenario, Trace};

/// What a request header does.
#[derive(Clone, Debug, PartialEq)]
pub struct EffectView {
    /// Its sign.
    pub sign: EffectSign,
    /// In words.
    pub text: String,
}

/// The sign of an effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EffectSign {
    /// It changes nothing.
    Harmless,
    /// It causes a preflight.
    Preflight,
    /// The browser drops it.
    Dropped,
    /// Script gets an exception.
    Throws,
}

impl EffectSign {
    /// Its text in attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            EffectSign::Harmless => "harmless",
            EffectSign::Preflight => "preflight",
            EffectSign::Dropped => "dropped",
            EffectSign::Throws => "throws",
        }
    }

    /// The sign itself.
    pub fn sign(self) -> &'static str {
        match self {
            EffectSign::Harmless => "✓",
            EffectSign::Preflight => "→",
            EffectSign::Dropped => "–",
            EffectSign::Throws => "✕",
        }
    }
}

/// What each request header of a scenario does.
pub(super) fn effects(scenario: &Scenario, trace: &Trace) -> Vec<EffectView> {
    // Each is sent as it is, and asks nobody.
    if scenario.request.api == Api::Curl {
        return Vec::new();
    }
    let mode = scenario.request.mode;
    let mut asked = trace.steps_of(Rule::SameOrigin);
    let is_yes = |step: &Step| step.outcome == StepOutcome::Decided(Choice::Yes);
    let stays = match asked.next().is_some_and(is_yes) {
        true => Stays::Home,
        false => Stays::Abroad,
    };
    scenario
        .request
        .headers
        .iter()
        .map(|(name, value)| {
            effect(
                name,
                value,
                header_effect(scenario.profile, name, value, mode),
                stays,
            )
        })
        .collect()
}

/// Whether a request stays within the page's origin.
#[derive(Clone, Copy)]
enum Stays {
    Home,
    Abroad,
}

fn effect(name: &str, value: &str, effect: HeaderEffect, stays: Stays) -> EffectView {
    let (sign, text) = match effect {
        HeaderEffect::BadName => (EffectSign::Throws, "no header name".into()),
        HeaderEffect::BadValue => (EffectSign::Throws, "no header value".into()),
        HeaderEffect::Forbidden => (
            EffectSign::Dropped,
            "forbidden: the browser drops it".into(),
        ),
        HeaderEffect::DroppedByNoCors => (
            EffectSign::Dropped,
            "not in no-cors: the browser drops it".into(),
        ),
        HeaderEffect::Safelisted => (
            EffectSign::Harmless,
            "safelisted: causes no preflight".into(),
        ),
        HeaderEffect::CausesPreflight(reason) => {
            let because = because(name, value, reason);
            match stays {
                Stays::Abroad => (
                    EffectSign::Preflight,
                    format!("causes a preflight: {because}"),
                ),
                Stays::Home => (
                    EffectSign::Harmless,
                    format!("to another origin it would cause a preflight: {because}"),
                ),
            }
        }
    };
    EffectView { sign, text }
}

fn because(name: &str, value: &str, reason: Unsafe) -> String {
    match reason {
        Unsafe::Name => "the name is not safelisted".into(),
        Unsafe::TooLong => format!("{} is longer than 128 bytes", name.to_ascii_lowercase()),
        Unsafe::Byte(position) => match value.trim().chars().nth(position) {
            Some(byte) => format!("{byte} is not a safelisted byte"),
            None => "a byte is not safelisted".into(),
        },
        Unsafe::ContentType => "no form could send this type".into(),
        Unsafe::Range => "it is not one simple range".into(),
    }
}
