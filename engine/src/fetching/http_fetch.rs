//! [HTTP fetch](https://fetch.spec.whatwg.org/#http-fetch): preflight, request, CORS check, redirect.

use super::cors_check::cors_check;
use super::cors_preflight_fetch::{cors_preflight_fetch, names_to_ask_for};
use super::http_network_or_cache_fetch::{Sent, http_network_or_cache_fetch};
use super::http_redirect_fetch::{LOCATION, http_redirect_fetch, location_finding, location_url};
use super::main_fetch::MakeCorsPreflight;
use super::{FetchParams, Response};
use crate::infrastructure::methods::is_cors_safelisted_method;
use crate::infrastructure::requests::{Request, ResponseTainting};
use crate::infrastructure::statuses::is_redirect_status;
use crate::number;
use crate::rules::Rule;
use crate::scenario::{Api, Field, RedirectMode};
use crate::trace::{Choice, Failure, Finding, Message, ResponseType};

/// Runs [HTTP fetch](https://fetch.spec.whatwg.org/#concept-http-fetch).
///
/// # Errors
/// The response is a network error.
pub(crate) fn http_fetch(
    params: &mut FetchParams,
    make_cors_preflight: MakeCorsPreflight,
) -> Result<Response, Failure> {
    // 1. to 3. NOT MODELLED: service workers.
    // 4.1. Send a preflight, unless earlier ones allowed the method and all headers.
    if make_cors_preflight == MakeCorsPreflight::Yes {
        params.request.redirects_hide_origin = !params.profile.names_the_page_to_preflights();
        match is_covered_by_cache(params) {
            true => params
                .trace
                .decide(Rule::PreflightCached, Choice::Yes, Finding::none()),
            false => {
                params
                    .trace
                    .decide(Rule::PreflightCached, Choice::No, Finding::none());
                if params.profile.replaces_cache_entries() {
                    params.cache.clear_cache_entries(&params.request);
                }
                cors_preflight_fetch(params)?;
            }
        }
        params.request.redirects_hide_origin = true;
    }

    // 4.2. NOT MODELLED: service workers.
    // 4.3. Send the request.
    params.trace.message = Message::Request;
    let response = http_network_or_cache_fetch(params, Sent::Actual)?;
    params.trace.message = Message::Response;

    // 4.4. The CORS check: of every answer, a redirect's too.
    if params.request.response_tainting == ResponseTainting::Cors {
        cors_check(params.trace, &params.request, &response.header_list)?;
    }
    // 4.5. NOT MODELLED: timing.
    // 5. NOT MODELLED: Cross-Origin-Resource-Policy.

    // 6. A redirect status leads on, as the redirect mode says.
    let is_redirect = match params.request.api {
        // It follows whatever begins with 3, or shows it as it is.
        Api::Curl => {
            response.status / 100 == 3 && params.request.redirect_mode == RedirectMode::Follow
        }
        _ => is_redirect_status(response.status),
    };
    if !is_redirect || is_ordinary_without_location(params, &response) {
        record_final(params, &response, Choice::Yes);
        return Ok(response);
    }
    match params.request.redirect_mode {
        RedirectMode::Error => Err(redirect_mode_does_not_follow(params)),
        RedirectMode::Manual => {
            refuse_an_unusable_location(params, &response)?;
            redirect_mode_stops(params);
            Ok(opaque_redirect_filtered_response(response))
        }
        RedirectMode::Follow => {
            // A redirect status without `Location` is an ordinary answer.
            if !response.header_list.contains(LOCATION) {
                record_final(params, &response, Choice::Yes);
                return Ok(response);
            }
            record_final(params, &response, Choice::No);
            let finding = redirect_mode_finding(params);
            params.trace.pass(Rule::RedirectModeFollows, finding);
            http_redirect_fetch(params, response)
        }
    }
    // 7. Return response.
}

/// Whether the cache makes the preflight needless: HTTP fetch, step 4.1, the other way round.
fn is_covered_by_cache(params: &FetchParams) -> bool {
    let request = &params.request;
    if is_conditional(request) && !params.profile.caches_for_conditional_requests() {
        return false;
    }
    let is_listened_to =
        request.use_cors_preflight && params.profile.caches_methods_of_upload_listeners();
    let method_needs_match = !is_cors_safelisted_method(&request.method) || is_listened_to;
    let method_is_covered = !method_needs_match
        || params
            .cache
            .has_method_match(params.profile, request, &request.method);
    let headers_are_covered = names_to_ask_for(params.profile, request)
        .iter()
        .all(|name| {
            params
                .cache
                .has_header_name_match(params.profile, request, name)
        });
    // Where a browser asks for a needless preflight, there may be neither to match.
    params.cache.has_match(params.profile, request) && method_is_covered && headers_are_covered
}

/// Whether a request has one of the headers that make HTTP-network-or-cache fetch, step 8.16, leave
/// the HTTP cache alone.
fn is_conditional(request: &Request) -> bool {
    let names = [
        "If-Modified-Since",
        "If-None-Match",
        "If-Unmodified-Since",
        "If-Match",
        "If-Range",
    ];
    names.iter().any(|name| request.header_list.contains(name))
}

/// DIFFERS: to some browsers, and to curl, a redirect status that leads nowhere is an ordinary answer.
fn is_ordinary_without_location(params: &FetchParams, response: &Response) -> bool {
    let mut lines = response.header_list.all(LOCATION);
    let needs_location = params.request.api == Api::Curl
        || params
            .profile
            .needs_location_to_redirect(params.request.redirect_mode);
    needs_location && lines.all(|line| line.value.is_empty())
}

/// DIFFERS: some browsers read the `Location` even where script alone gets to know of it.
fn refuse_an_unusable_location(
    params: &mut FetchParams,
    response: &Response,
) -> Result<(), Failure> {
    let location_url = location_url(params.profile, &params.request, response);
    match location_url {
        Some(Err(_)) if params.profile.reads_location_in_manual_mode() => {
            let finding = location_finding(&response.header_list);
            Err(params.trace.fail(Rule::LocationParses, finding))
        }
        _ => Ok(()),
    }
}

fn record_final(params: &mut FetchParams, response: &Response, choice: Choice) {
    let status = number::write(response.status);
    let finding = Finding::at(Field::ResponseStatus(params.trace.hop), &status);
    params.trace.decide(Rule::AnswerIsFinal, choice, finding);
}

fn redirect_mode_finding(params: &FetchParams) -> Finding {
    Finding::at(
        Field::RequestRedirect,
        params.request.redirect_mode.as_str(),
    )
    .wanted(RedirectMode::Follow.as_str())
}

fn redirect_mode_does_not_follow(params: &mut FetchParams) -> Failure {
    let finding = redirect_mode_finding(params);
    params.trace.fail(Rule::RedirectModeFollows, finding)
}

fn redirect_mode_stops(params: &mut FetchParams) {
    let finding = redirect_mode_finding(params);
    params
        .trace
        .decide(Rule::RedirectModeFollows, Choice::No, finding);
}

/// An [opaque-redirect filtered response](https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect).
fn opaque_redirect_filtered_response(mut response: Response) -> Response {
    response.response_type = Some(ResponseType::OpaqueRedirect);
    response
}
