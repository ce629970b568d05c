//! The [`Origin` header](https://fetch.spec.whatwg.org/#origin-header).

use alloc::string::ToString;

use crate::infrastructure::headers::SetBy;
use crate::infrastructure::requests::{Request, ResponseTainting};
use crate::origin::Origin;
use crate::rules::Rule;
use crate::scenario::{Api, Mode, ReferrerPolicy};
use crate::trace::{Choice, Finding, Recorder};

/// [Appends a request `Origin` header](https://fetch.spec.whatwg.org/#append-a-request-origin-header).
pub(crate) fn append_a_request_origin_header(trace: &mut Recorder, request: &mut Request) {
    // 1. The origin is set: a scenario's page always has one.
    // 2. Let serializedOrigin be the request's origin, or `null` where a redirect hides it.
    let mut serialized_origin = request.serialize_origin();

    // 3. A CORS request always has the header.
    if request.response_tainting == ResponseTainting::Cors {
        return append(trace, request, &serialized_origin);
    }
    // 4. So has every request that is neither GET nor HEAD.
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        // 4.1. Unless its mode is `cors`, the referrer policy may hide the origin.
        let is_cors = request.mode == Mode::Cors && request.api != Api::Form;
        if !is_cors && referrer_policy_hides_origin(request) {
            serialized_origin = "null".to_string();
        }
        // 4.2. Append it.
        append(trace, request, &serialized_origin);
    }
}

fn append(trace: &mut Recorder, request: &mut Request, serialized_origin: &str) {
    request
        .header_list
        .append("Origin", serialized_origin, SetBy::Protocol);
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
