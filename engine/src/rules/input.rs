//! The words of the rules about the scenario itself: what nobody can do, and who asks.

use super::Algorithm;
use super::definition::{Definition, define};

pub(super) const PAGE_URL_USABLE: Definition = define! {
    name: "page-url-usable",
    algorithm: Algorithm::Scenario,
    step: "",
    question: "Can a page have this address?",
    yes: "The page's address is usable.",
    no: "No page has this address, so there is no origin to start from.",
    why: "Everything else compares with the page's origin, and the origin comes from its address.",
    passes: "Type a whole address that begins with http://, https:// or file:///, for example https://frontend.com/app.",
    routine: true,
};

pub(super) const HOST_IS_ASCII: Definition = define! {
    name: "host-is-ascii",
    algorithm: Algorithm::Scenario,
    step: "",
    question: "Is the host written in ASCII letters?",
    yes: "The host is plain ASCII.",
    no: "Browsers translate such a host into Punycode first; the playground does not.",
    why: "An origin compares hosts in their ASCII form.",
    passes: "Write the host in its Punycode form, for example xn--bcher-kva.example for bücher.example.",
    routine: true,
};

pub(super) const PROXY_USABLE: Definition = define! {
    name: "proxy-usable",
    algorithm: Algorithm::Scenario,
    step: "",
    question: "Can the development proxy forward there?",
    yes: "The page's server can forward there.",
    no: "The page's server cannot forward there.",
    why: "A development proxy is the server that the page itself came from: it asks another server in the browser's stead, for the same path.",
    passes: "Type scheme, host and port of another server, for example https://api.backend.com, for a page that came over http or https. Or leave it empty.",
    routine: true,
};

pub(super) const CURL_URL_WHOLE: Definition = define! {
    name: "curl-url-whole",
    algorithm: Algorithm::Scenario,
    step: "",
    question: "Is curl's address a whole one?",
    yes: "The address says all that curl needs.",
    no: "There is no page whose address could complete this one: curl would guess, or refuse.",
    why: "A browser reads an address against the page's. A program has nothing but what is typed.",
    passes: "Type a whole address, with http:// or https:// in front, without spaces and without a password, for example https://api.backend.com/users.",
    routine: true,
};

pub(super) const REQUEST_POSSIBLE: Definition = define! {
    name: "request-possible",
    algorithm: Algorithm::Scenario,
    step: "",
    question: "Can this request be made?",
    yes: "The parts of the request go together.",
    no: "Nobody can combine these.",
    why: "Each way to make a request leaves only some things to choose.",
    passes: "Use fetch(), which lets script choose most, or set the named field back.",
    routine: true,
};

pub(super) const STATUS_IN_RANGE: Definition = define! {
    name: "status-in-range",
    algorithm: Algorithm::Scenario,
    step: "",
    question: "Can a server end an exchange with this status?",
    yes: "The status is a number from 200 to 999.",
    no: "No answer can have this status.",
    why: "A status has three digits, and those below 200 only announce the real answer.",
    passes: "Type a number from 200 to 999, for example 200 or 404.",
    routine: true,
};

pub(super) const ANSWER_HEADER_NAME_IS_TOKEN: Definition = define! {
    name: "answer-header-name-is-token",
    algorithm: Algorithm::Scenario,
    step: "",
    question: "Can a message have a header of this name?",
    yes: "The name is a token.",
    no: "This is no header name, so nobody would read the line as one.",
    why: "A name ends at the first character that is not allowed in it; a space or a colon within it breaks the line.",
    passes: "Use letters, digits and hyphens only, for example Access-Control-Allow-Origin. Leave out spaces and the colon.",
    routine: true,
};

pub(super) const ANSWER_HEADER_VALUE_VALID: Definition = define! {
    name: "answer-header-value-valid",
    algorithm: Algorithm::Scenario,
    step: "",
    question: "Can a message have this header value?",
    yes: "The value fits on a header line.",
    no: "This value cannot stand on a header line.",
    why: "A line break ends a header, and every character is one byte on the wire.",
    passes: "Leave out line breaks and NUL, and use characters up to U+00FF only.",
    routine: true,
};

pub(super) const WITHIN_LIMITS: Definition = define! {
    name: "within-limits",
    algorithm: Algorithm::Scenario,
    step: "",
    question: "Is the scenario within the playground's limits?",
    yes: "The scenario is within the limits.",
    no: "The scenario is larger than the playground takes.",
    why: "A limit keeps every scenario quick to judge and safe to open.",
    passes: "Keep to 22 hops, 100 header lines a message and 20 further sends.",
    routine: true,
};

pub(super) const CLIENT_IS_BROWSER: Definition = define! {
    name: "client-is-browser",
    algorithm: Algorithm::Scenario,
    step: "",
    question: "Is the client a browser?",
    yes: "A browser asks for a page, and keeps from it what is not for it.",
    no: "No browser takes part: curl sends what it is told, and shows all that comes back. Nothing enforces CORS here.",
    why: "CORS guards the people at a browser: a foreign page could use their cookies and their network. Whoever types a command asks for themselves.",
    passes: "Ask from a page, with fetch(): there the browser asks whether the server allows it.",
    routine: false,
};
