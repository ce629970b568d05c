//! [XMLHttpRequest](https://xhr.spec.whatwg.org/): open, set request headers, send.

use super::headers_class::{is_not_forbidden, validate};
use super::request_class::{check_method, parse_url};
use super::{Client, plain_request};
use crate::infrastructure::headers::mime_type::{MimeType, replace_charset_in_text};
use crate::infrastructure::headers::{HeaderList, SetBy, normalize};
use crate::infrastructure::methods;
use crate::infrastructure::requests::Request;
use crate::scenario::{Field, Profile, ScenarioRequest};
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
    profile: Profile,
    scenario: &ScenarioRequest,
) -> Result<Request, Failure> {
    check_method(trace, &scenario.method)?;
    let url = parse_url(trace, client, &scenario.url)?;
    let mut request = plain_request(client, scenario, url);
    request.unsafe_request = true;
    request.method = methods::normalize(&scenario.method);

    for (index, (name, value)) in scenario.headers.iter().enumerate() {
        let value = normalize(value);
        validate(trace, index, name, value)?;
        if is_not_forbidden(trace, profile, index, name, value) {
            let set_by = SetBy::Scenario(Field::RequestHeader(index));
            request.header_list.combine(name, value, set_by);
        }
    }

    // GET and HEAD have no body, whatever script passes.
    if matches!(request.method.as_str(), "GET" | "HEAD") {
        request.body = None;
    }
    request.use_cors_preflight = scenario.upload_listener
        && (request.body.is_some() || !profile.listens_to_uploads_with_body_only());
    if request.body.is_some() {
        set_content_type(profile, &mut request.header_list);
    }
    Ok(request)
}

/// `send()`, step 4: a text is sent as UTF-8, whatever charset script names.
fn set_content_type(profile: Profile, headers: &mut HeaderList) {
    let mut lines = headers.0.iter_mut();
    let authored = lines.find(|header| header.name.eq_ignore_ascii_case("Content-Type"));
    let Some(header) = authored else {
        return headers.append("Content-Type", "text/plain;charset=UTF-8", SetBy::Protocol);
    };
    if profile.replaces_charset_in_text() {
        header.value = replace_charset_in_text(&header.value);
        return;
    }
    let Some(mut mime_type) = MimeType::parse(&header.value) else {
        return;
    };
    let charset = mime_type.parameter("charset");
    if charset.is_some_and(|charset| !charset.eq_ignore_ascii_case("UTF-8")) {
        mime_type.set_parameter("charset", "UTF-8");
        header.value = mime_type.serialize();
    }
}
