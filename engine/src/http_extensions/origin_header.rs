//! The [`Origin` header](https://fetch.spec.whatwg.org/#origin-header).

use alloc::string::ToString;

use crate::infrastructure::headers::{HeaderList, SetBy};
use crate::infrastructure::requests::{Request, ResponseTainting};
use crate::origin::Origin;
use crate::rules::Rule;
use crate::scenario::{Api, Mode, Profile, ReferrerPolicy};
use crate::trace::{Choice, Finding, Recorder};

/// [Appends a request `Origin` header](https://fetch.spec.whatwg.org/#append-a-request-origin-header).
///
/// `header_list` is what is sent for the request: its own headers, or those of its preflight.
pub(crate) fn append_a_request_origin_header(
    trace: &mut Recorder,
    profile: Profile,
    request: &Request,
    header_list: &mut HeaderList,
) {
    // 1. The origin is set: a scenario's page always has one.
    // 2. Let serializedOrigin be the request's origin, or `null` where a redirect hides it.
    let mut serialized_origin = request.serialize_origin();

    let is_form = request.api == Api::Form;
    if request.mode == Mode::NoCors
        && profile.hides_origin_of_redirected_no_cors_requests()
        && is_redirected_across_origins(request)
    {
        serialized_origin = "null".to_string();
    }

    // 3. A CORS request always has the header, a preflight too, whatever method it is for.
    if request.response_tainting == ResponseTainting::Cors {
        return append(trace, header_list, &serialized_origin);
    }
    let is_crossorigin_element =
        matches!(request.api, Api::Img | Api::Script) && request.mode == Mode::Cors;
    if is_crossorigin_element && profile.sends_origin_of_crossorigin_elements() {
        return append(trace, header_list, &serialized_origin);
    }
    // 4. So has every request that is neither GET nor HEAD.
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        // 4.1. Unless its mode is `cors`, the referrer policy may hide the origin.
        let is_asked = match request.mode {
            _ if is_form => true,
            Mode::Cors => false,
            Mode::NoCors | Mode::SameOrigin => {
                profile.referrer_policy_hides_origin_of_subresources()
            }
        };
        if is_asked && referrer_policy_hides_origin(request) {
            serialized_origin = "null".to_string();
        }
        // 4.2. Append it.
        append(trace, header_list, &serialized_origin);
    }
}

fn is_redirected_across_origins(request: &Request) -> bool {
    request.url_list.windows(2).any(|urls| {
        let (last, next) = (Origin::of_url(&urls[0]), Origin::of_url(&urls[1]));
        !next.is_same_origin(&last)
    })
}

fn append(trace: &mut Recorder, header_list: &mut HeaderList, serialized_origin: &str) {
    header_list.append("Origin", serialized_origin, SetBy::Protocol);
    let choice = match serialized_origin {
        "null" => Choice::No,
        _ => Choice::Yes,
    };
    let finding = Finding::made(serialized_origin).header("Origin");
    trace.decide(Rule::OriginNamesThePage, choice, finding);
}

fn referrer_policy_hides_origin(request: &Request) -> bool {
    match request.referrer_policy {
        ReferrerPolicy::NoReferrer => true,
        ReferrerPolicy::Default
        | ReferrerPolicy::NoReferrerWhenDowngrade
        | ReferrerPolicy::StrictOrigin
        | ReferrerPolicy::StrictOriginWhenCrossOrigin => is_downgrade(request),
        ReferrerPolicy::SameOrigin => !request.origin.is_same_origin(&request.current_origin()),
        ReferrerPolicy::Origin
        | ReferrerPolicy::OriginWhenCrossOrigin
        | ReferrerPolicy::UnsafeUrl => false,
    }
}

fn is_downgrade(request: &Request) -> bool {
    let is_https = matches!(&request.origin, Origin::Tuple(origin) if origin.scheme == "https");
    is_https && request.current_url().scheme() != "https"
}
