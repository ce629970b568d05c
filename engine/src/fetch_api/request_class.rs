//! The [Request class](https://fetch.spec.whatwg.org/#request-class): what `fetch()` begins with, and what it throws.

use super::headers_class::{Guard, fill};
use super::{Client, plain_request};
use crate::infrastructure::headers::{SetBy, position_of_no_token};
use crate::infrastructure::methods::{
    is_cors_safelisted_method, is_forbidden_method, is_method, normalize,
};
use crate::infrastructure::requests::Request;
use crate::rules::Rule;
use crate::scenario::{Field, Mode, Profile, ScenarioRequest};
use crate::trace::{Choice, Failure, Finding, Recorder};
use crate::url::Url;

/// Runs [`new Request(input, init)`](https://fetch.spec.whatwg.org/#dom-request) as far as a
/// scenario can steer it.
///
/// # Errors
/// It throws.
pub(super) fn new_request(
    trace: &mut Recorder,
    client: &Client,
    profile: Profile,
    scenario: &ScenarioRequest,
) -> Result<Request, Failure> {
    // 5.1. to 5.2. Parse the URL against the page's.
    let url = parse_url(trace, client, &scenario.url)?;
    // 5.3. User name and password are not taken.
    let finding = Finding::at(Field::RequestUrl, &scenario.url);
    trace.require(
        Rule::RequestUrlWithoutCredentials,
        Choice::from(!url.includes_credentials()),
        finding,
    )?;

    // 12. Let request be a new request with the unsafe-request flag set.
    let mut request = plain_request(client, scenario, url);
    request.unsafe_request = true;

    // 16. to 23. Mode, credentials mode and redirect mode are as the scenario says.
    // 25. The method.
    check_method(trace, &scenario.method)?;
    request.method = normalize(&scenario.method);

    // 32. A no-cors request takes less.
    let guard = match request.mode {
        Mode::NoCors => {
            let finding =
                Finding::at(Field::RequestMethod, &request.method).wanted("GET, HEAD or POST");
            // 32.1. No other method.
            trace.require(
                Rule::NoCorsMethodSafelisted,
                Choice::from(is_cors_safelisted_method(&request.method)),
                finding,
            )?;
            // 32.2. No other headers.
            Guard::RequestNoCors
        }
        Mode::Cors | Mode::SameOrigin => Guard::Request,
    };

    // 33. The headers.
    fill(
        trace,
        profile,
        &mut request.header_list,
        guard,
        &scenario.headers,
    )?;

    if profile.joins_repeated_request_headers() {
        request.header_list.combine_repeated();
    }

    // 35. GET and HEAD take no body.
    if request.body.is_some() {
        let finding = Finding::at(Field::RequestBody, &request.method);
        trace.require(
            Rule::MethodTakesBody,
            Choice::from(!matches!(request.method.as_str(), "GET" | "HEAD")),
            finding,
        )?;
    }

    // 37. A text body brings its type, unless script set one.
    if request.body.is_some() && !request.header_list.contains("Content-Type") {
        request
            .header_list
            .append("Content-Type", "text/plain;charset=UTF-8", SetBy::Protocol);
    }
    Ok(request)
}

/// Parses a request's URL against the page's.
pub(super) fn parse_url(trace: &mut Recorder, client: &Client, text: &str) -> Result<Url, Failure> {
    let finding = Finding::at(Field::RequestUrl, text);
    match client.url.join(text) {
        Some(url) => {
            trace.pass(Rule::RequestUrlParses, finding);
            Ok(url)
        }
        None => Err(trace.fail(Rule::RequestUrlParses, finding)),
    }
}

/// Step 25.2: the method is a token, and not a forbidden one.
pub(super) fn check_method(trace: &mut Recorder, method: &str) -> Result<(), Failure> {
    let finding = Finding::at(Field::RequestMethod, method);
    trace.require(
        Rule::MethodIsToken,
        Choice::from(is_method(method)),
        finding.clone().byte(position_of_no_token(method)),
    )?;
    trace.require(
        Rule::MethodNotForbidden,
        Choice::from(!is_forbidden_method(method)),
        finding,
    )?;
    Ok(())
}
