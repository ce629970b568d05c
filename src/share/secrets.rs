//! Secrets: the values of request headers that let somebody in. None leaves the playground.

use cors_engine::Scenario;
use cors_engine::cut::cut_at;
use cors_engine::scenario::HeaderLines;

/// What stands in the place of a secret.
const MASK: &str = "***";

/// The names of the request headers that hold a secret, each once: also where a link has left it out already.
pub(super) fn hidden(scenario: &Scenario) -> Vec<String> {
    let mut probe = scenario.clone();
    let further = probe.then.iter_mut().map(|send| &mut send.request);
    for request in std::iter::once(&mut probe.request).chain(further) {
        for (_, value) in &mut request.headers {
            if !value.is_empty() {
                "any".clone_into(value);
            }
        }
    }
    masked(&probe)
}

/// The names of the headers whose values are masked, each once, as typed.
fn masked(scenario: &Scenario) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let further = scenario.then.iter().map(|send| &send.request.headers);
    for lines in std::iter::once(&scenario.request.headers).chain(further) {
        for (name, value) in lines {
            let is_known = names.iter().any(|known| known.eq_ignore_ascii_case(name));
            if !is_known && mask(name, value).is_some() {
                names.push(name.clone());
            }
        }
    }
    names
}

/// The scenario with `***` in the place of its secrets.
pub(super) fn with_masks(scenario: &Scenario) -> Scenario {
    let mut scenario = scenario.clone();
    mask_lines(&mut scenario.request.headers);
    for send in &mut scenario.then {
        mask_lines(&mut send.request.headers);
    }
    scenario
}

fn mask_lines(lines: &mut HeaderLines) {
    for (name, value) in lines {
        if let Some(masked) = mask(name, value) {
            *value = masked;
        }
    }
}

/// The value to show instead, if this header's is a secret.
fn mask(name: &str, value: &str) -> Option<String> {
    let secrets = ["Authorization", "Proxy-Authorization", "Cookie"];
    if !secrets.iter().any(|it| it.eq_ignore_ascii_case(name)) {
        return None;
    }
    let schemes = ["Basic ", "Bearer "].into_iter();
    let mut schemes = schemes
        .map(|scheme| cut_at(value, scheme.len()).0.to_owned())
        .zip(["Basic ", "Bearer "]);
    let kept = schemes.find(|(start, scheme)| start.eq_ignore_ascii_case(scheme));
    let (mut shown, secret) = match kept {
        Some((start, _)) => {
            let secret = cut_at(value, start.len()).1;
            (start, secret)
        }
        None => (String::new(), value),
    };
    if secret.is_empty() || secret == MASK {
        return None;
    }
    shown.push_str(MASK);
    Some(shown)
}
