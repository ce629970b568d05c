//! The words of the rules of [HTTP-redirect fetch](https://fetch.spec.whatwg.org/#http-redirect-fetch).

use super::Algorithm;
use super::definition::{Definition, define};

pub(super) const LOCATION_PARSES: Definition = define! {
    name: "location-parses",
    algorithm: Algorithm::HttpRedirectFetch,
    step: "5",
    question: "Is the redirect's Location a URL?",
    yes: "The Location parses.",
    no: "The Location cannot be read as a URL, so the fetch ends here.",
    why: "There is nowhere to go on to.",
    passes: "A whole address or a path in Location.",
    routine: true,
};

pub(super) const LOCATION_SCHEME_IS_HTTP: Definition = define! {
    name: "location-scheme-is-http",
    algorithm: Algorithm::HttpRedirectFetch,
    step: "6",
    question: "Does the redirect lead to http or https?",
    yes: "The redirect stays with http or https.",
    no: "A redirect may only lead to http or https, so the fetch ends here.",
    why: "A foreign server must not send a fetch to a local file or into a program.",
    passes: "An http or https address in Location.",
    routine: true,
};

pub(super) const REDIRECTS_WITHIN_20: Definition = define! {
    name: "redirects-within-20",
    algorithm: Algorithm::HttpRedirectFetch,
    step: "7",
    question: "Were there fewer than 20 redirects before this one?",
    yes: "The chain is short enough to follow.",
    no: "After 20 redirects the browser gives up.",
    why: "Servers that send the browser in circles would keep it busy for ever.",
    passes: "Point the first Location at the final address.",
    routine: true,
};

pub(super) const LOCATION_WITHOUT_CREDENTIALS: Definition = define! {
    name: "location-without-credentials",
    algorithm: Algorithm::HttpRedirectFetch,
    step: "9",
    question: "Is the redirect's address free of a user name and password?",
    yes: "The Location carries no user name and no password.",
    no: "A request that crosses origins may not be redirected to an address with a user name or password.",
    why: "The redirecting server would log the browser in somewhere under a name of its choice.",
    passes: "Take the part before the @ out of Location.",
    routine: true,
};

pub(super) const REDIRECT_KEEPS_METHOD: Definition = define! {
    name: "redirect-keeps-method",
    algorithm: Algorithm::HttpRedirectFetch,
    step: "12",
    question: "Does the redirect keep method and body?",
    yes: "Method and body go on unchanged.",
    no: "The method turns into GET, and the body goes with its headers. Only a method that curl was given with -X stays.",
    why: "By old habit 301 and 302 turn POST into GET; 303 turns all but GET and HEAD into GET.",
    passes: "Answer with 307 or 308, which change nothing.",
    routine: true,
};

pub(super) const REDIRECT_KEEPS_AUTHORIZATION: Definition = define! {
    name: "redirect-keeps-authorization",
    algorithm: Algorithm::HttpRedirectFetch,
    step: "13",
    question: "Does the redirect keep the Authorization header?",
    yes: "The request stays with the same origin and keeps its Authorization header.",
    no: "The redirect leads to another origin, so the Authorization header is taken off.",
    why: "A token is meant for the server it was given to, not for where that one points.",
    passes: "Redirect within one origin, or ask for the final address.",
    routine: false,
};
