//! Where browsers part ways: the same scenario, judged as each of them does.

use cors_engine::scenario::Profile;
use cors_engine::{PreflightCache, Scenario, Trace, evaluate};

use super::verdict;

/// What another judge says, where that is another outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Dissent {
    /// Who.
    pub judge: &'static str,
    /// What happens there.
    pub headline: &'static str,
}

/// What a judge is called.
pub fn judge_name(profile: Profile) -> &'static str {
    match profile {
        Profile::Standard => "Standard",
        Profile::Chromium => "Chrome",
        Profile::Firefox => "Firefox",
        Profile::Safari => "Safari",
    }
}

/// The judges that do not agree with `trace` on what happens.
pub(super) fn dissents(scenario: &Scenario, cache: &PreflightCache, trace: &Trace) -> Vec<Dissent> {
    let mut other = scenario.clone();
    let mut dissents = Vec::new();
    for profile in Profile::ALL.iter().filter(|it| **it != scenario.profile) {
        other.profile = *profile;
        let theirs = evaluate(&other, cache);
        if !happens_the_same(trace, &theirs) {
            dissents.push(Dissent {
                judge: judge_name(*profile),
                headline: verdict::verdict(&theirs).headline,
            });
        }
    }
    dissents
}

/// Whether two traces agree on what is sent and what script sees. Why, may differ.
fn happens_the_same(one: &Trace, other: &Trace) -> bool {
    let sent = |trace: &Trace| (trace.preflights().count(), trace.requests().count());
    one.outcome == other.outcome && sent(one) == sent(other) && one.visible == other.visible
}
