//! The link: to the scenario, and to the step that is looked at.

use cors_engine::{PreflightCache, Scenario, evaluate};
use cors_link::{LinkStep, MOST_BYTES, MOST_TO_SHARE};

use super::along::along;
use super::file::push_text;
use super::secrets::hidden;
use super::told::scenario_of;
use crate::view::{StepName, step_numbered};

/// The whole address, if it is short enough to be shared.
pub(super) fn short(address: &str, fragment: &str) -> Option<String> {
    let mut link = address.to_owned();
    link.push('#');
    link.push_str(fragment);
    (link.len() <= MOST_TO_SHARE).then_some(link)
}

/// What there is to say about the link of a scenario, given as a fragment, as JSON: `{"fragment", "step", "most",
/// "readable", "masked": […], "along": […], "file"}`. `step` is the fragment that opens at the step that is looked at,
/// `most` and `readable` are how long a link may be to be shared and to be read, `masked` are the headers whose values
/// are left out, `along` is in words what may be a secret and is not, `file` a name for a file without its ending.
pub fn about(shown: &str) -> String {
    let typed = scenario_of(shown);
    let scenario = cors_link::with_masks(&typed);
    let mut out = String::from("{\"fragment\":");
    push_text(&mut out, &cors_link::write(&scenario, None));
    out.push_str(",\"step\":");
    push_text(
        &mut out,
        &cors_link::write(&scenario, Some(&looked_at(shown, &typed))),
    );
    out.push_str(",\"most\":");
    out.push_str(&MOST_TO_SHARE.to_string());
    out.push_str(",\"readable\":");
    out.push_str(&MOST_BYTES.to_string());
    out.push_str(",\"masked\":");
    push_list(&mut out, &hidden(&typed));
    out.push_str(",\"along\":");
    push_list(&mut out, &along(&scenario));
    out.push_str(",\"file\":");
    push_text(&mut out, &file_name(&typed.title));
    out.push('}');
    out
}

fn push_list(out: &mut String, texts: &[String]) {
    out.push('[');
    for (index, text) in texts.iter().enumerate() {
        out.push_str(if index == 0 { "" } else { "," });
        push_text(out, text);
    }
    out.push(']');
}

/// The step that a link opens at.
fn looked_at(fragment: &str, scenario: &Scenario) -> StepName {
    let trace = evaluate(scenario, &PreflightCache::new());
    let step = match cors_link::read(fragment).and_then(|link| link.step) {
        Some(LinkStep::Named(step)) => Some(step),
        Some(LinkStep::Numbered(number)) => step_numbered(&trace, number),
        None => None,
    };
    step.unwrap_or_else(|| StepName::deciding(&trace))
}

/// A title as the name of a file: small letters, digits, and a hyphen for what is between them.
fn file_name(title: &str) -> String {
    const MOST: usize = 60;
    let mut name = String::new();
    for byte in title.bytes() {
        match byte.is_ascii_alphanumeric() {
            true => name.push(byte.to_ascii_lowercase().into()),
            false if name.is_empty() || name.ends_with('-') => {}
            false => name.push('-'),
        }
        if name.len() == MOST {
            break;
        }
    }
    if name.ends_with('-') {
        name.pop();
    }
    match name.is_empty() {
        true => "scenario".to_owned(),
        false => name,
    }
}
