//! [HTTP-redirect fetch](https://fetch.spec.whatwg.org/#http-redirect-fetch): on to the next address.

use alloc::format;
use alloc::string::{String, ToString};

use super::main_fetch::{Recursive, main_fetch};
use super::{FetchParams, Response};
use crate::infrastructure::headers::{
    HeaderList, is_cors_non_wildcard_request_header_name, is_request_body_header_name,
};
use crate::infrastructure::requests::{Request, ResponseTainting};
use crate::number;
use crate::origin::Origin;
use crate::rules::Rule;
use crate::scenario::{Api, Field, Mode, Profile};
use crate::trace::{Choice, Failure, Finding};
use crate::url::Url;

pub(super) const LOCATION: &str = "Location";

/// Runs [HTTP-redirect fetch](https://fetch.spec.whatwg.org/#concept-http-redirect-fetch).
///
/// # Errors
/// The response is a network error.
pub(crate) fn http_redirect_fetch(
    params: &mut FetchParams,
    response: Response,
) -> Result<Response, Failure> {
    // 1. to 2. The response is not filtered yet.
    // 3. Let locationURL be the response's location URL.
    let finding = location_finding(&response.header_list);
    let location_url = match location_url(params.profile, &params.request, &response) {
        // 4. If it is null, return response.
        None => return Ok(response),
        // 5. If it is failure, return a network error.
        Some(Err(LocationFailure)) => return Err(params.trace.fail(Rule::LocationParses, finding)),
        Some(Ok(url)) => url,
    };
    params.trace.pass(Rule::LocationParses, finding.clone());

    // 6. If its scheme is not an HTTP(S) scheme, return a network error.
    if !location_url.is_http() {
        return Err(params.trace.fail(Rule::LocationSchemeIsHttp, finding));
    }
    params
        .trace
        .pass(Rule::LocationSchemeIsHttp, finding.clone());

    // 7. to 8. After 20 redirects, return a network error.
    let most = params.profile.most_redirects(params.request.api);
    params.trace.require(
        Rule::RedirectsWithin20,
        Choice::from(params.request.redirect_count != most),
        finding.clone(),
    )?;
    params.request.redirect_count += 1;

    // 9. to 10. No user name or password across origins.
    check_credentials(params, &location_url, finding.clone())?;

    // 11. A scenario's body is text, which can be sent again.
    // 12. 301 and 302 turn POST, 303 turns all but GET and HEAD, into GET without a body.
    let is_kept = !turns_into_get(&params.request, response.status);
    if !is_kept {
        let request = &mut params.request;
        request.body = None;
        // What curl was told stays: headers, and a method given with -X.
        let is_curl = request.api == Api::Curl;
        if !is_curl || request.method == "POST" {
            request.method = "GET".to_string();
        }
        if !is_curl {
            request.header_list.delete(&is_request_body_header_name);
        }
    }
    let status = Finding::at(
        Field::ResponseStatus(params.trace.hop),
        &number::write(response.status),
    );
    params
        .trace
        .decide(Rule::RedirectKeepsMethod, Choice::from(is_kept), status);

    // 13. Another origin does not get the `Authorization` header.
    drop_authorization(params, &location_url, finding);

    // 14. to 16. NOT MODELLED: timing.
    // 17. Append locationURL to the URL list.
    params.request.url_list.push(location_url);
    params.request.url_field = response.header_list.field(LOCATION);
    // 18. NOT MODELLED: the `Referrer-Policy` header of a redirect.
    // 19. to 21. Run main fetch again, for the next hop.
    params.trace.hop += 1;
    main_fetch(params, Recursive::Yes)
}

/// The value of `Location`.
pub(super) fn location_finding(headers: &HeaderList) -> Finding {
    let location = headers.get(LOCATION).unwrap_or_default();
    Finding::made(&location)
        .header(LOCATION)
        .field(headers.field(LOCATION))
}

/// The location URL is failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LocationFailure;

/// A response's [location URL](https://fetch.spec.whatwg.org/#concept-response-location-url): `None`
/// without `Location`.
///
/// # Errors
/// It does not parse, or there are several: extracting a header that is no list fails then.
pub(crate) fn location_url(
    profile: Profile,
    request: &Request,
    response: &Response,
) -> Option<Result<Url, LocationFailure>> {
    let current_url = request.current_url();
    let mut lines = response.header_list.all(LOCATION);
    let is_curl = request.api == Api::Curl;
    // curl takes the first that says something.
    let location = lines.find(|line| !is_curl || !line.value.is_empty())?;
    let equals_one = profile.takes_equal_locations_for_one();
    if !is_curl && lines.any(|other| !equals_one || other.value != location.value) {
        return Some(Err(LocationFailure));
    }
    let base = match profile.redirects_keep_credentials(request.response_tainting) {
        true => current_url.clone(),
        false => current_url.without_credentials(),
    };
    let Some(url) = base.join(&isomorphic_as_utf8(&location.value)) else {
        return Some(Err(LocationFailure));
    };
    Some(Ok(match url.fragment() {
        None => url.with_fragment_of(current_url),
        Some(_) => url,
    }))
}

/// The bytes of a header value, read as UTF-8, as the URL parser gets them. A byte that is no UTF-8 is
/// percent-encoded, so that it goes along as it is.
///
/// The standard leaves open how bytes become text here; browsers do this.
fn isomorphic_as_utf8(value: &str) -> String {
    // Values hold nothing above U+00FF: those that do are problems of the scenario.
    let bytes: alloc::vec::Vec<u8> = value.chars().map(|byte| byte as u8).collect();
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

/// Steps 9 and 10.
fn check_credentials(
    params: &mut FetchParams,
    location_url: &Url,
    finding: Finding,
) -> Result<(), Failure> {
    let request = &params.request;
    let is_same_origin = request.origin.is_same_origin(&Origin::of_url(location_url));
    let is_forbidden = request.api != Api::Curl
        && ((request.mode == Mode::Cors && !is_same_origin)
            || request.response_tainting == ResponseTainting::Cors);
    params.trace.require(
        Rule::LocationWithoutCredentials,
        Choice::from(!(location_url.includes_credentials() && is_forbidden)),
        finding,
    )?;
    Ok(())
}

/// The condition of step 12.
fn turns_into_get(request: &Request, status: u16) -> bool {
    match status {
        // Without one its method is none of its own: it was given with -X, or takes none.
        301..=303 if request.api == Api::Curl => request.body.is_some(),
        301 | 302 => request.method == "POST",
        303 => !matches!(request.method.as_str(), "GET" | "HEAD"),
        _ => false,
    }
}

/// Step 13.
fn drop_authorization(params: &mut FetchParams, location_url: &Url, finding: Finding) {
    let has_authorization = params.request.header_list.contains("Authorization");
    let is_curl = params.request.api == Api::Curl;
    let from = match is_curl {
        // It keeps the header for the server that it asked first, whatever comes in between.
        true => Origin::of_url(&params.request.url_list[0]),
        false => params.request.current_origin(),
    };
    let stays = from.is_same_origin(&Origin::of_url(location_url));
    if has_authorization {
        params.trace.decide(
            Rule::RedirectKeepsAuthorization,
            Choice::from(stays),
            finding,
        );
    }
    params.request.is_elsewhere = !stays;
    if !stays && !is_curl {
        params
            .request
            .header_list
            .delete(&is_cors_non_wildcard_request_header_name);
    }
}
