//! The words of the rules of the [CORS check](https://fetch.spec.whatwg.org/#concept-cors-check).

use super::Algorithm;
use super::definition::{Definition, define};

pub(super) const ALLOW_ORIGIN_PRESENT: Definition = define! {
    name: "allow-origin-present",
    algorithm: Algorithm::CorsCheck,
    step: "2",
    question: "Does the answer say who may read it?",
    yes: "The answer has an Access-Control-Allow-Origin header.",
    no: "The answer has no Access-Control-Allow-Origin header: it is shared with no other origin.",
    why: "Servers that know nothing of CORS keep their answers to themselves. One that wants to share says so in this header.",
    passes: "An Access-Control-Allow-Origin header with the value of the request's Origin header, or * where anybody may read.",
    routine: false,
};

pub(super) const WILDCARD_WITHOUT_CREDENTIALS: Definition = define! {
    name: "wildcard-without-credentials",
    algorithm: Algorithm::CorsCheck,
    step: "3",
    question: "May * stand for this page?",
    yes: "* lets any origin read what an anonymous visitor would get, and this request has no credentials.",
    no: "* never counts for a request with credentials.",
    why: "* says that anybody may read. An answer made for one logged-in person is not for anybody.",
    passes: "The page's origin in place of *, with Access-Control-Allow-Credentials: true; or a request without credentials.",
    routine: false,
};

pub(super) const ALLOW_ORIGIN_MATCHES: Definition = define! {
    name: "allow-origin-matches",
    algorithm: Algorithm::CorsCheck,
    step: "4",
    question: "Is the allowed origin the one that asked, byte for byte?",
    yes: "The value is exactly the origin that asked.",
    no: "The value is not exactly the origin that asked, so the answer is for somebody else.",
    why: "One value, one origin, compared byte by byte: no list, no pattern, no slash at the end, no capitals.",
    passes: "The value of the request's Origin header, unchanged.",
    routine: false,
};

pub(super) const ALLOW_CREDENTIALS_TRUE: Definition = define! {
    name: "allow-credentials-true",
    algorithm: Algorithm::CorsCheck,
    step: "7",
    question: "Does the answer allow credentials?",
    yes: "Access-Control-Allow-Credentials is true.",
    no: "The request has credentials, and nothing in the answer says true to that.",
    why: "Reading what was made for a logged-in person takes a second, explicit yes.",
    passes: "Access-Control-Allow-Credentials: true, once, in lower case.",
    routine: false,
};
