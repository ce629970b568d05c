//! Secrets: the values of request headers that let somebody in. What leaves is told of them.

use cors_engine::Scenario;

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
    cors_link::masked(&probe)
}
