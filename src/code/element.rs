//! A request as an [`img`](https://html.spec.whatwg.org/multipage/embedded-content.html#the-img-element) or a
//! [`script`](https://html.spec.whatwg.org/multipage/scripting.html#the-script-element) element.

use cors_engine::scenario::{Api, CredentialsMode, Mode, ScenarioRequest};

use super::escape::{push_address, push_attribute, trimmed};
use super::named;

/// The element.
pub(super) fn element(request: &ScenarioRequest) -> String {
    let mut out = String::from(match request.api {
        Api::Script => "<script",
        _ => "<img",
    });
    // Nothing is loaded for an empty address, while "#" is the page's own, too.
    let url = match trimmed(&request.url) {
        "" => "#",
        url => url,
    };
    push_address(&mut out, "src", url);
    match (request.mode, request.credentials) {
        (Mode::Cors, CredentialsMode::Include) => {
            push_attribute(&mut out, "crossorigin", "use-credentials");
        }
        (Mode::Cors, _) => out.push_str(" crossorigin"),
        _ => {}
    }
    if let Some(policy) = named(request.referrer_policy) {
        push_attribute(&mut out, "referrerpolicy", policy);
    }
    out.push_str(match request.api {
        Api::Script => "></script>",
        _ => ">",
    });
    out
}
