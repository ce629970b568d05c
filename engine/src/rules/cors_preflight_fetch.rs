//! The words of the rules of [CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch).

use super::Algorithm;
use super::definition::{Definition, define};

pub(super) const PREFLIGHT_STATUS_OK: Definition = define! {
    name: "preflight-status-ok",
    algorithm: Algorithm::CorsPreflightFetch,
    step: "7",
    question: "Is the preflight's status ok?",
    yes: "The status is from 200 to 299.",
    no: "The preflight failed, so the request itself was never sent.",
    why: "Only a status from 200 to 299 says that the server knows what it was asked. Redirects and errors do not count.",
    passes: "Answer OPTIONS with 204 or 200, before any login, redirect or router gets in the way.",
    routine: false,
};

pub(super) const ALLOW_METHODS_PARSES: Definition = define! {
    name: "allow-methods-parses",
    algorithm: Algorithm::CorsPreflightFetch,
    step: "7.3",
    question: "Can Access-Control-Allow-Methods be read as a list of methods?",
    yes: "The list of allowed methods is readable.",
    no: "The value is no list of methods, so the preflight fails and the request was never sent.",
    why: "The header lists methods with commas between them.",
    passes: "Write methods with commas between them, for example PUT, DELETE.",
    routine: true,
};

pub(super) const ALLOW_HEADERS_PARSES: Definition = define! {
    name: "allow-headers-parses",
    algorithm: Algorithm::CorsPreflightFetch,
    step: "7.3",
    question: "Can Access-Control-Allow-Headers be read as a list of names?",
    yes: "The list of allowed headers is readable.",
    no: "The value is no list of header names, so the preflight fails and the request was never sent.",
    why: "The header lists names with commas between them.",
    passes: "Write names with commas between them, for example Content-Type, Authorization.",
    routine: true,
};

pub(super) const METHOD_ALLOWED: Definition = define! {
    name: "method-allowed",
    algorithm: Algorithm::CorsPreflightFetch,
    step: "7.5",
    question: "Does the preflight's answer allow the method?",
    yes: "The method may be sent.",
    no: "The method is not allowed, so the request was never sent.",
    why: "A method other than GET, HEAD and POST must be named, in the same letters: methods know upper and lower case.",
    passes: "Name the method in Access-Control-Allow-Methods; * does as well, without credentials.",
    routine: false,
};

pub(super) const AUTHORIZATION_LISTED: Definition = define! {
    name: "authorization-listed",
    algorithm: Algorithm::CorsPreflightFetch,
    step: "7.6",
    question: "Does the preflight's answer name Authorization?",
    yes: "Authorization may be sent.",
    no: "Authorization is not named, and no * covers it, so the request was never sent.",
    why: "A header that carries secrets should be allowed knowingly. Shipped browsers still let * cover it.",
    passes: "Name Authorization in Access-Control-Allow-Headers.",
    routine: false,
};

pub(super) const REQUEST_HEADER_ALLOWED: Definition = define! {
    name: "request-header-allowed",
    algorithm: Algorithm::CorsPreflightFetch,
    step: "7.7",
    question: "Does the preflight's answer allow this request header?",
    yes: "The header may be sent.",
    no: "The header is not allowed, so the request was never sent.",
    why: "Every header that is not safelisted must be named, in letters of either case.",
    passes: "Name the header in Access-Control-Allow-Headers; * does as well, without credentials.",
    routine: false,
};

pub(super) const PREFLIGHT_KEPT: Definition = define! {
    name: "preflight-kept",
    algorithm: Algorithm::CorsPreflightFetch,
    step: "7.10",
    question: "Is the preflight's answer kept for later requests?",
    yes: "For as many seconds as stand here, such a request needs no further preflight.",
    no: "The answer is used this once and not kept.",
    why: "Access-Control-Max-Age says how long; without it, 5 seconds. Browsers set limits of their own.",
    passes: "Access-Control-Max-Age with a number of seconds above 0.",
    routine: true,
};
