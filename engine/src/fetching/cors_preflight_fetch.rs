//! [CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch): the browser asks first.

use alloc::string::String;
use alloc::vec::Vec;

use super::cors_check::cors_check;
use super::http_network_or_cache_fetch::{Sent, http_network_or_cache_fetch};
use super::{FetchParams, Response};
use crate::cors_preflight_cache::Allows;
use crate::cut::join;
use crate::infrastructure::headers::cors_safelisted_request_header::cors_unsafe_request_header_names;
use crate::infrastructure::headers::{
    HeaderList, SetBy, convert_header_names_to_a_sorted_lowercase_set,
    is_cors_non_wildcard_request_header_name, wildcard_covers,
};
use crate::infrastructure::methods::is_cors_safelisted_method;
use crate::infrastructure::requests::Request;
use crate::infrastructure::statuses::{is_ok_status, is_redirect_status};
use crate::number::{self, is_number};
use crate::rules::Rule;
use crate::scenario::{Field, Profile};
use crate::trace::{Choice, Failure, Finding, Message};

const ALLOW_METHODS: &str = "Access-Control-Allow-Methods";
const ALLOW_HEADERS: &str = "Access-Control-Allow-Headers";
const MAX_AGE: &str = "Access-Control-Max-Age";

/// Runs [CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch-0).
///
/// # Errors
/// The preflight's answer does not allow the request, which is then never sent.
pub(crate) fn cors_preflight_fetch(params: &mut FetchParams) -> Result<(), Failure> {
    // 1. Let preflight be a new request. It shares URL, origin and tainting with the one it is for.
    let mut header_list = HeaderList::default();
    // 2. Append `Accept`: `*/*`.
    header_list.append("Accept", "*/*", SetBy::Protocol);
    // 3. Append `Access-Control-Request-Method`.
    let method = params.request.method.clone();
    header_list.append("Access-Control-Request-Method", &method, SetBy::Protocol);
    // 4. Let headers be the CORS-unsafe request-header names.
    let unsafe_names = names_to_ask_for(params.profile, &params.request);
    // 5. If there are any, append them, joined by `,` without a space.
    if !unsafe_names.is_empty() {
        let value = join(unsafe_names.iter().map(String::as_str), ",");
        header_list.append("Access-Control-Request-Headers", &value, SetBy::Protocol);
    }

    // 6. Send it. No credentials go along: its credentials mode is "same-origin", its tainting "cors".
    params.trace.message = Message::PreflightRequest;
    let response = http_network_or_cache_fetch(params, Sent::Preflight(header_list))?;
    params.trace.message = Message::Preflight;

    // DIFFERS: some browsers look at the status first, or refuse a redirect at once.
    let is_status_first = params.profile.checks_preflight_status_first()
        || (params.profile.refuses_redirected_preflight_first() && is_redirect(&response));
    if is_status_first {
        check_status(params, &response)?;
    }
    // 7. The CORS check, made for the request so that its credentials mode counts, then the status.
    cors_check(params.trace, &params.request, &response.header_list)?;
    if !is_status_first {
        check_status(params, &response)?;
    }

    // 7.1. to 7.3. Let methods and headerNames be the values of the two lists.
    let methods = extract(params, &response, Rule::AllowMethodsParses, ALLOW_METHODS)?;
    let header_names = extract(params, &response, Rule::AllowHeadersParses, ALLOW_HEADERS)?;

    // 7.4. With an upload listener and no list, the method counts as allowed.
    let is_listed = params.request.use_cors_preflight
        && params
            .profile
            .allows_unlisted_method_of_upload_listener(&method);
    let methods = match methods {
        None if is_listed => [method].to_vec(),
        methods => methods.unwrap_or_default(),
    };
    let header_names = header_names.unwrap_or_default();

    // 7.5. to 7.7. Method and headers must be allowed.
    check_method(params, &response, &methods)?;
    check_authorization(params, &response, &header_names, &unsafe_names)?;
    check_headers(params, &response, &header_names, &unsafe_names)?;

    // 7.8. to 7.16. Keep what was allowed.
    keep(params, &response, methods, header_names);
    Ok(())
    // 8. Otherwise, a network error: every failed check above.
}

/// The header names that a preflight asks for: the CORS-unsafe request-header names.
pub(super) fn names_to_ask_for(profile: Profile, request: &Request) -> Vec<String> {
    match &request.unsafe_before_redirect {
        Some(names) if profile.asks_for_dropped_headers() => names.clone(),
        _ => cors_unsafe_request_header_names(profile, &request.header_list),
    }
}

fn is_redirect(response: &Response) -> bool {
    let location = response.header_list.get("Location");
    is_redirect_status(response.status) && location.is_some_and(|it| !it.is_empty())
}

/// The second half of step 7's condition.
fn check_status(params: &mut FetchParams, response: &Response) -> Result<(), Failure> {
    let hop = params.trace.hop;
    let field = match params.hops.get(hop).map(|hop| hop.preflight.is_some()) {
        Some(true) => Field::PreflightStatus(hop),
        _ => Field::Preflight(hop),
    };
    let finding = Finding::at(field, &number::write(response.status)).wanted("200 to 299");
    params.trace.require(
        Rule::PreflightStatusOk,
        Choice::from(is_ok_status(response.status)),
        finding,
    )?;
    Ok(())
}

/// Steps 7.1 to 7.3, for one of the two lists.
fn extract(
    params: &mut FetchParams,
    response: &Response,
    rule: Rule,
    name: &str,
) -> Result<Option<Vec<String>>, Failure> {
    match response.header_list.extract_header_list_values(name) {
        Ok(values) => {
            let finding = line_finding(response, name);
            params.trace.pass(rule, finding);
            Ok(values)
        }
        Err(not_a_list) => {
            let (from, to) = not_a_list.bytes;
            let finding = Finding::made(&not_a_list.header.value)
                .header(name)
                .field(not_a_list.header.field())
                .bytes(from, to);
            Err(params.trace.fail(rule, finding))
        }
    }
}

/// Step 7.5.
fn check_method(
    params: &mut FetchParams,
    response: &Response,
    methods: &[String],
) -> Result<(), Failure> {
    let request = &params.request;
    let method = &request.method;
    // No step of its own in the trace for a method that needs no permission.
    if is_cors_safelisted_method(method) && !methods.contains(method) {
        return Ok(());
    }
    let is_covered_by_wildcard = has_wildcard(params, methods);
    let finding = line_finding(response, ALLOW_METHODS)
        .asking_for(method)
        .wanted(method);
    if methods.contains(method) || is_covered_by_wildcard {
        params.trace.pass(Rule::MethodAllowed, finding);
        return Ok(());
    }
    Err(params.trace.fail(Rule::MethodAllowed, finding))
}

/// Step 7.6: to the standard `*` does not cover `Authorization`.
fn check_authorization(
    params: &mut FetchParams,
    response: &Response,
    header_names: &[String],
    unsafe_names: &[String],
) -> Result<(), Failure> {
    // A name that is none of these is never safelisted, either, so those asked for are all.
    let mut names = unsafe_names.iter();
    let Some(name) = names.find(|name| is_cors_non_wildcard_request_header_name(name)) else {
        return Ok(());
    };
    let finding = line_finding(response, ALLOW_HEADERS)
        .asking_for(name)
        .wanted(name);
    let is_covered = has_wildcard(params, header_names) && wildcard_covers(params.profile, name);
    params.trace.require(
        Rule::AuthorizationListed,
        Choice::from(contains_name(header_names, name) || is_covered),
        finding,
    )?;
    Ok(())
}

/// Step 7.7, for each name, all in lower case, in the order in which the preflight asked for it.
fn check_headers(
    params: &mut FetchParams,
    response: &Response,
    header_names: &[String],
    unsafe_names: &[String],
) -> Result<(), Failure> {
    let is_wildcard = has_wildcard(params, header_names);
    let line = line_finding(response, ALLOW_HEADERS);
    let allowed =
        convert_header_names_to_a_sorted_lowercase_set(header_names.iter().map(String::as_str));
    for name in unsafe_names {
        // Step 7.6 has asked for this one.
        if is_cors_non_wildcard_request_header_name(name) {
            continue;
        }
        let finding = line.clone().asking_for(name).wanted(name);
        params.trace.require(
            Rule::RequestHeaderAllowed,
            Choice::from(allowed.binary_search(name).is_ok() || is_wildcard),
            finding,
        )?;
    }
    Ok(())
}

/// Whether a list has a `*` that is one, which none is to a request with credentials.
fn has_wildcard(params: &FetchParams, names: &[String]) -> bool {
    !params.request.includes_credentials() && names.iter().any(|name| name == "*")
}

fn contains_name(names: &[String], name: &str) -> bool {
    names.iter().any(|item| item.eq_ignore_ascii_case(name))
}

/// The value of a header of the answer, or its absence.
fn line_finding(response: &Response, name: &str) -> Finding {
    match response.header_list.get(name) {
        None => Finding::absent(name),
        Some(value) => Finding::made(&value)
            .header(name)
            .field(response.header_list.field(name)),
    }
}

/// Steps 7.8 to 7.15.
fn keep(
    params: &mut FetchParams,
    response: &Response,
    methods: Vec<String>,
    header_names: Vec<String>,
) {
    // 7.8. to 7.9. Let max-age be `Access-Control-Max-Age`, or 5 where that is absent or no number.
    let max_age = max_age(params.profile, &response.header_list).unwrap_or(5);
    let is_ignored = max_age == 0 && params.profile.ignores_answers_without_time();
    // 7.10. Browsers impose limits; the standard names none.
    let max_age = max_age.min(params.profile.imposed_limit_on_max_age());
    // 7.11. Every browser has a cache.
    let choice = match max_age {
        0 => Choice::No,
        _ => Choice::Yes,
    };
    let finding = Finding::made(&number::write(max_age))
        .header(MAX_AGE)
        .field(response.header_list.field(MAX_AGE));
    params.trace.decide(Rule::PreflightKept, choice, finding);
    if params.profile.replaces_cache_entries() {
        params.cache.clear_cache_entries(&params.request);
    }
    if is_ignored {
        return;
    }
    // 7.12. to 7.15. Set or create entries for methods and header names.
    let mut allowed: Vec<Allows> = methods.into_iter().map(Allows::Method).collect();
    allowed.extend(header_names.into_iter().map(Allows::HeaderName));
    if params.profile.replaces_cache_entries() {
        allowed.push(Allows::SafelistedMethods);
    }
    params
        .cache
        .keep(params.profile, &params.request, max_age, allowed);
}

/// The value of `Access-Control-Max-Age`: digits, on one line.
fn max_age(profile: Profile, headers: &HeaderList) -> Option<u64> {
    let value = headers.get(MAX_AGE)?;
    let seconds = match profile.reads_max_age_as_integer() {
        // The comma between two lines is in no integer, either.
        true => read_integer(&value),
        // A number too large to hold is as good as for ever.
        false => is_number(&value).then(|| number::read(&value).unwrap_or(u64::MAX)),
    };
    match profile.ignores_answers_without_time() && !value.is_empty() {
        true => seconds.or(Some(0)),
        false => seconds,
    }
}

/// An integer of 64 bits, with or without a sign; what is below zero is as good as zero.
fn read_integer(text: &str) -> Option<u64> {
    let most = i64::MAX.unsigned_abs();
    match text.strip_prefix('-') {
        Some(digits) => number::read(digits).filter(|it| *it <= most + 1).map(|_| 0),
        None => number::read(text.strip_prefix('+').unwrap_or(text)).filter(|it| *it <= most),
    }
}
