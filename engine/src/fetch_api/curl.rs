//! The request of [curl](https://curl.se/docs/manpage.html), which is no browser: it sends what it is told.

use super::{Client, plain_request};
use crate::infrastructure::headers::{SetBy, normalize};
use crate::infrastructure::requests::Request;
use crate::rules::Rule;
use crate::scenario::{Field, ScenarioRequest};
use crate::trace::{Choice, Finding, Recorder};
use crate::url::Url;

/// The address of a request by curl, if it is a whole one: there is no page to complete it.
///
/// NOT MODELLED: the `Authorization` header that curl makes of a user name in an address. Also, curl sends an address as it is typed, while what parses it here encodes some
/// characters, such as braces in a path.
pub(crate) fn whole_url(text: &str) -> Option<Url> {
    let begins_with = |scheme: &str| {
        let start = text.as_bytes().get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme.as_bytes()))
    };
    let is_whole = begins_with("http://") || begins_with("https://");
    let has_space = text.bytes().any(|byte| byte <= b' ');
    Url::parse(text).filter(|url| is_whole && !has_space && !url.includes_credentials())
}

/// The request, for which nobody is asked.
pub(super) fn request(
    trace: &mut Recorder,
    client: &Client,
    scenario: &ScenarioRequest,
) -> Request {
    let finding = Finding::at(Field::RequestApi, scenario.api.as_str());
    trace.decide(Rule::ClientIsBrowser, Choice::No, finding);
    let url = whole_url(&scenario.url).expect("another address is a problem, and never asked");
    let mut request = plain_request(client, scenario, url);
    for (index, (name, value)) in scenario.headers.iter().enumerate() {
        let set_by = SetBy::Scenario(Field::RequestHeader(index));
        request.header_list.append(name, normalize(value), set_by);
    }
    request
}
