//! Requests of elements: [`img`](https://html.spec.whatwg.org/multipage/images.html#update-the-image-data),
//! [`script`](https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element) and
//! [`form`](https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm).

use super::request_class::parse_url;
use super::{Client, plain_request};
use crate::infrastructure::headers::SetBy;
use crate::infrastructure::methods::normalize;
use crate::infrastructure::requests::Request;
use crate::scenario::{Api, Field, Mode, Profile, ScenarioRequest};
use crate::trace::{Failure, Recorder};

/// The request of an element.
///
/// # Errors
/// Its URL does not parse: nothing is sent, and script gets an error event where it gets anything.
pub(super) fn request(
    trace: &mut Recorder,
    client: &Client,
    profile: Profile,
    scenario: &ScenarioRequest,
) -> Result<Request, Failure> {
    let mut url = parse_url(trace, client, &scenario.url)?;
    let is_crossorigin = scenario.api != Api::Form && scenario.mode == Mode::Cors;
    if is_crossorigin && profile.drops_credentials_of_crossorigin_elements() {
        url = url.without_credentials();
    }
    let mut request = plain_request(client, scenario, url);
    request.method = normalize(&scenario.method);
    if scenario.api == Api::Form {
        submit(&mut request, scenario);
    }
    Ok(request)
}

/// A form's GET carries its data in the URL, its POST in a body with the form's type.
fn submit(request: &mut Request, scenario: &ScenarioRequest) {
    if request.method == "GET" {
        // A form without data leaves an empty query: the question mark stays.
        let data = request.body.take().unwrap_or_default();
        if let Some(url) = request.url_list.last_mut() {
            *url = url.with_query(&data);
        }
        return;
    }
    match scenario.headers.first() {
        Some((name, value)) => {
            let set_by = SetBy::Scenario(Field::RequestHeader(0));
            request.header_list.append(name, value, set_by);
        }
        None => {
            let urlencoded = "application/x-www-form-urlencoded";
            request
                .header_list
                .append("Content-Type", urlencoded, SetBy::Protocol);
        }
    }
}
