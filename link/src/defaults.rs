//! What a link leaves out. Part of the notation: to change a default changes links that are out there.

use cors_engine::Scenario;
use cors_engine::scenario::{Hop, Page, Profile, ScenarioRequest};

/// The address that is asked where a link names none.
const URL: &str = "https://api.backend.com/users";

/// The scenario of a link that says nothing but its version.
pub(crate) fn scenario() -> Scenario {
    Scenario {
        title: String::new(),
        page: Page::default(),
        request: ScenarioRequest::new(URL),
        hops: vec![Hop::default()],
        then: Vec::new(),
        profile: Profile::Standard,
    }
}
