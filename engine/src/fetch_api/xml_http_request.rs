//! [XMLHttpRequest](https://xhr.spec.whatwg.org/): open, set request headers, send.

use alloc::format;

use super::headers_class::{is_not_forbidden, validate};
use super::request_class::{check_method, parse_url};
use super::{Client, plain_request};
use crate::infrastructure::headers::{HeaderList, SetBy, normalize};
use crate::infrastructure::methods;
use crate::infrastructure::requests::Request;
use crate::scenario::{Field, ScenarioRequest};
use crate::trace::{Failure, Recorder};

/// Runs [`open()`](https://xhr.spec.whatwg.org/#the-open()-method),
/// [`setRequestHeader()`](https://xhr.spec.whatwg.org/#the-setrequestheader()-method) and
/// [`send()`](https://xhr.spec.whatwg.org/#the-send()-method), in this order.
///
/// # Errors
/// One of them throws.
pub(super) fn send(
    trace: &mut Recorder,
    client: &Client,
    scenario: &ScenarioRequest,
) -> Result<Request, Failure> {
    check_method(trace, &scenario.method)?;
    let url = parse_url(trace, client, &scenario.url)?;
    let mut request = plain_request(client, scenario, url);
    request.unsafe_request = true;
    request.use_cors_preflight = scenario.upload_listener;
    request.method = methods::normalize(&scenario.method);

    for (index, (name, value)) in scenario.headers.iter().enumerate() {
        let value = normalize(value);
        validate(trace, index, name, value)?;
        if is_not_forbidden(trace, index, name, value) {
            combine(&mut request.header_list, index, name, value);
        }
    }

    // NOT MODELLED: a text body puts its own charset into a `Content-Type` that names another.
    // GET and HEAD have no body, whatever script passes.
    if matches!(request.method.as_str(), "GET" | "HEAD") {
        request.body = None;
    }
    if request.body.is_some() && !request.header_list.contains("Content-Type") {
        request
            .header_list
            .append("Content-Type", "text/plain;charset=UTF-8", SetBy::Protocol);
    }
    Ok(request)
}

/// [Combines](https://fetch.spec.whatwg.org/#concept-header-list-combine): a second value of a name
/// joins the first, before any check.
fn combine(list: &mut HeaderList, index: usize, name: &str, value: &str) {
    let earlier = list
        .0
        .iter_mut()
        .find(|header| header.name.eq_ignore_ascii_case(name));
    match earlier {
        Some(header) => header.value = format!("{}, {value}", header.value),
        None => list.append(name, value, SetBy::Scenario(Field::RequestHeader(index))),
    }
}
