//! [Main fetch](https://fetch.spec.whatwg.org/#main-fetch): which way a request goes.

use alloc::string::String;
use alloc::vec::Vec;

use super::filtered_response::{basic_filtered_response, cors_filtered_response};
use super::http_fetch::http_fetch;
use super::scheme_fetch::scheme_fetch;
use super::{FetchParams, Response};
use crate::infrastructure::headers::SetBy;
use crate::infrastructure::headers::cors_safelisted_request_header::{
    SAFELISTED_VALUES_LIMIT, Unsafe, VALUE_LIMIT, cors_safelisted_request_header,
    cors_unsafe_request_header_names,
};
use crate::infrastructure::methods::is_cors_safelisted_method;
use crate::infrastructure::port_blocking::bad_port;
use crate::infrastructure::requests::{Request, ResponseTainting};
use crate::mixed_content;
use crate::number;
use crate::rules::Rule;
use crate::scenario::{Api, Field, Mode, Profile, RedirectMode};
use crate::trace::{Choice, Failure, Finding, Message, Recorder, ResponseType};

/// Whether main fetch is called by HTTP-redirect fetch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Recursive {
    Yes,
    No,
}

/// Runs [main fetch](https://fetch.spec.whatwg.org/#concept-main-fetch).
///
/// # Errors
/// The response is a network error.
pub(crate) fn main_fetch(
    params: &mut FetchParams,
    recursive: Recursive,
) -> Result<Response, Failure> {
    params.trace.message = Message::Request;
    // No algorithm of a browser's is curl's: it asks, and takes what comes back.
    if params.request.api == Api::Curl {
        return http_fetch(params, MakeCorsPreflight::No);
    }
    if recursive == Recursive::No {
        remember(params, |names| !names.is_empty());
    }

    // 1. to 4. NOT MODELLED: the local-URLs-only flag, CSP reports.
    // 5. NOT MODELLED: upgrade-insecure-requests.
    // 6. Upgrade a mixed content request, if appropriate.
    upgrade_a_mixed_content_request(params.profile, &mut params.request);

    // 7. A bad port, or mixed content, is a network error. NOT MODELLED: CSP, integrity policy.
    block_a_bad_port(params)?;
    block_mixed_content(params)?;
    block_embedded_credentials(params)?;

    // 8. to 9. NOT MODELLED: the `Referer` header.
    // 10. NOT MODELLED: HSTS, which needs the memory of earlier visits.
    // 11. Parallelism changes nothing here.
    // 12. The first of these that applies gives the response.
    let response = fetch_by_kind_of_request(params)?;

    // 13. A redirect's caller filters the response itself.
    if recursive == Recursive::Yes || response.response_type.is_some() {
        return Ok(response);
    }

    // 14. Filter the response as its tainting says.
    Ok(match params.request.response_tainting {
        // A form leaves the page: what another origin answers, the page that sent it never sees.
        ResponseTainting::Basic if leaves_the_page(&params.request) => {
            opaque_filtered_response(params.trace, response)
        }
        ResponseTainting::Basic => basic_filtered_response(params.trace, response),
        ResponseTainting::Cors => cors_filtered_response(params.trace, &params.request, response),
        ResponseTainting::Opaque => opaque_filtered_response(params.trace, response),
    })
    // 15. to 22. NOT MODELLED: MIME type and nosniff blocks, SRI, empty bodies.
}

fn leaves_the_page(request: &Request) -> bool {
    request.api == Api::Form && !request.origin.is_same_origin(&request.current_origin())
}

/// Main fetch, step 12.
fn fetch_by_kind_of_request(params: &mut FetchParams) -> Result<Response, Failure> {
    let request = &mut params.request;
    let is_same_origin = request.origin.is_same_origin(&request.current_origin());
    let is_data = request.current_url().scheme() == "data";
    let is_http = request.current_url().is_http();

    // Same origin and not tainted by an earlier hop; or a data URL; or a navigation.
    let is_basic = is_same_origin && request.response_tainting == ResponseTainting::Basic;
    let is_navigation = request.api == Api::Form;
    // A data URL leaves nothing to compare: nobody is asked.
    if !is_data {
        record_same_origin(params, is_same_origin);
    }
    if is_basic || is_data || is_navigation {
        params.request.response_tainting = ResponseTainting::Basic;
        return scheme_fetch(params);
    }

    match params.request.mode {
        // The mode keeps the request at home.
        Mode::SameOrigin => {
            let finding = Finding::at(Field::RequestMode, Mode::SameOrigin.as_str())
                .wanted(Mode::Cors.as_str());
            return Err(params.trace.fail(Rule::ModeAllowsCrossOrigin, finding));
        }
        // No permission is needed, and none of the answer is shown.
        Mode::NoCors => {
            let redirect_mode = params.request.redirect_mode;
            if redirect_mode != RedirectMode::Follow {
                let finding = Finding::at(Field::RequestRedirect, redirect_mode.as_str())
                    .wanted(RedirectMode::Follow.as_str());
                return Err(params.trace.fail(Rule::NoCorsFollowsRedirects, finding));
            }
            let finding = Finding::at(Field::RequestRedirect, redirect_mode.as_str());
            params.trace.pass(Rule::NoCorsFollowsRedirects, finding);
            params.request.response_tainting = ResponseTainting::Opaque;
            return scheme_fetch(params);
        }
        Mode::Cors => {}
    }
    params.trace.pass(
        Rule::ModeAllowsCrossOrigin,
        Finding::at(Field::RequestMode, "cors"),
    );

    // Only HTTP can carry the CORS protocol.
    if !is_http {
        return Err(fail_scheme(params));
    }
    let scheme =
        Finding::made(params.request.current_url().scheme()).field(params.request.url_field);
    params.trace.pass(Rule::SchemeIsHttp, scheme);

    params.request.response_tainting = ResponseTainting::Cors;
    let makes_cors_preflight = causes_a_preflight(params.trace, params.profile, &params.request);
    remember(params, |_| true);
    let response = http_fetch(params, makes_cors_preflight);

    // A preflighted request that ends in a network error takes its cache entries with it.
    let is_meant = makes_cors_preflight == MakeCorsPreflight::Yes
        || params.profile.clears_cache_after_simple_request();
    let clears = params.profile.clears_cache_after_network_error();
    if is_meant && response.is_err() && clears {
        params.request.redirects_hide_origin = !params.profile.names_the_page_to_preflights();
        params.cache.clear_cache_entries(&params.request);
    }
    response
}

/// HTTP fetch's argument makeCORSPreflight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MakeCorsPreflight {
    Yes,
    No,
}

/// Whether the use-CORS-preflight flag is set, or the unsafe-request flag is and method or headers
/// are not safelisted. Records every cause.
fn causes_a_preflight(
    trace: &mut Recorder,
    profile: Profile,
    request: &Request,
) -> MakeCorsPreflight {
    if request.use_cors_preflight {
        let finding = Finding::at(Field::RequestUploadListener, "true").wanted("false");
        trace.decide(Rule::NoUploadListener, Choice::No, finding);
    } else {
        trace.decide(Rule::NoUploadListener, Choice::Yes, Finding::none());
    }

    let method = Finding::at(Field::RequestMethod, &request.method).wanted("GET, HEAD or POST");
    let is_safelisted = is_cors_safelisted_method(&request.method);
    trace.decide(Rule::MethodSafelisted, Choice::from(is_safelisted), method);

    let mut size = 0;
    for header in &request.header_list.0 {
        let result = cors_safelisted_request_header(profile, &header.name, &header.value);
        if result.is_ok() {
            size += header.value.chars().count();
        }
        if header.set_by == SetBy::Browser {
            continue;
        }
        let finding = Finding::made(&header.value)
            .header(&header.name)
            .field(header.field());
        let finding = match result {
            Err(Unsafe::Byte(position)) => finding.bytes(position, position + 1),
            Err(Unsafe::TooLong) => finding.bytes(VALUE_LIMIT, header.value.chars().count()),
            _ => finding,
        };
        trace.decide(
            Rule::RequestHeaderSafelisted,
            Choice::from(result.is_ok()),
            finding,
        );
    }

    let is_small = size <= SAFELISTED_VALUES_LIMIT || !profile.limits_safelisted_values();
    let finding = Finding::made(&number::write(size as u64)).wanted("at most 1024");
    trace.decide(
        Rule::SafelistedValuesWithin1024,
        Choice::from(is_small),
        finding,
    );

    let was_unsafe = request.unsafe_before_redirect.is_some();
    if request.redirect_count > 0 && profile.judges_redirects_by_first_request() {
        let choice = Choice::from(!was_unsafe);
        trace.decide(Rule::SafelistedBeforeRedirect, choice, Finding::none());
    }

    let is_unsafe = unsafe_names(profile, request).is_some();
    match request.use_cors_preflight || is_unsafe || was_unsafe {
        true => MakeCorsPreflight::Yes,
        false => MakeCorsPreflight::No,
    }
}

/// DIFFERS: some browsers go on by why a request was unsafe once, whatever redirects make of it.
/// Before it leaves the page's origin, only its headers count.
fn remember(params: &mut FetchParams, counts: fn(&[String]) -> bool) {
    let request = &mut params.request;
    let is_known = request.unsafe_before_redirect.is_some();
    if !is_known && params.profile.judges_redirects_by_first_request() {
        let names = unsafe_names(params.profile, request);
        request.unsafe_before_redirect = names.filter(|names| counts(names));
    }
}

/// The CORS-unsafe request-header names of a request whose method or headers need a preflight.
fn unsafe_names(profile: Profile, request: &Request) -> Option<Vec<String>> {
    let names = cors_unsafe_request_header_names(profile, &request.header_list);
    let is_safelisted = is_cors_safelisted_method(&request.method) && names.is_empty();
    (request.unsafe_request && !is_safelisted).then_some(names)
}

fn record_same_origin(params: &mut FetchParams, is_same_origin: bool) {
    let request = &params.request;
    let found = request.current_origin().serialize();
    let wanted = request.origin.serialize();
    let finding = Finding::made(&found)
        .field(request.url_field)
        .wanted(&wanted);
    params
        .trace
        .decide(Rule::SameOrigin, Choice::from(is_same_origin), finding);
}

pub(super) fn fail_scheme(params: &mut FetchParams) -> Failure {
    let scheme = params.request.current_url().scheme();
    let finding = Finding::made(scheme)
        .field(params.request.url_field)
        .wanted("http or https");
    params.trace.fail(Rule::SchemeIsHttp, finding)
}

fn upgrade_a_mixed_content_request(profile: Profile, request: &mut Request) {
    if !mixed_content::is_upgraded(profile, request) {
        return;
    }
    if let Some(url) = request.url_list.last_mut() {
        *url = url.over_https();
    }
}

fn block_a_bad_port(params: &mut FetchParams) -> Result<(), Failure> {
    let Some(port) = bad_port(params.profile, params.request.current_url()) else {
        params.trace.pass(Rule::PortNotBlocked, Finding::none());
        return Ok(());
    };
    let finding = Finding::made(&number::write(port)).field(params.request.url_field);
    Err(params.trace.fail(Rule::PortNotBlocked, finding))
}

fn block_mixed_content(params: &mut FetchParams) -> Result<(), Failure> {
    if !mixed_content::should_fetching_request_be_blocked(params.profile, &params.request) {
        params.trace.pass(Rule::NotMixedContent, Finding::none());
        return Ok(());
    }
    let finding = Finding::made("http")
        .field(params.request.url_field)
        .wanted("https");
    Err(params.trace.fail(Rule::NotMixedContent, finding))
}

/// DIFFERS: some browsers take a user name or password in the URL for a sign of phishing.
fn block_embedded_credentials(params: &mut FetchParams) -> Result<(), Failure> {
    let request = &params.request;
    let is_subresource = matches!(request.api, Api::Fetch | Api::Img | Api::Script);
    // The mode `same-origin` has its say first.
    let leaves_home = request.mode == Mode::SameOrigin
        && !request.origin.is_same_origin(&request.current_origin());
    let is_asked = is_subresource && !leaves_home;
    if !is_asked || !params.profile.refuses_credentials_in_subresources() {
        return Ok(());
    }
    let has_none = !request.current_url().includes_credentials();
    let finding = Finding::none().field(params.request.url_field);
    params.trace.require(
        Rule::SubresourceWithoutPassword,
        Choice::from(has_none),
        finding,
    )
}

/// An [opaque filtered response](https://fetch.spec.whatwg.org/#concept-filtered-response-opaque).
fn opaque_filtered_response(trace: &mut Recorder, mut response: Response) -> Response {
    trace.message = Message::Response;
    trace.decide(Rule::ResponseVisible, Choice::No, Finding::none());
    response.response_type = Some(ResponseType::Opaque);
    response
}
