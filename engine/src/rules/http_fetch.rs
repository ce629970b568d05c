//! The words of the rules of [HTTP fetch](https://fetch.spec.whatwg.org/#http-fetch) and what it calls to send a request.

use super::Algorithm;
use super::definition::{Definition, define};

pub(super) const PREFLIGHT_CACHED: Definition = define! {
    name: "preflight-cached",
    algorithm: Algorithm::HttpFetch,
    step: "4.1",
    question: "Does an earlier preflight's answer still cover this request?",
    yes: "An earlier answer allows this method and these headers, so no preflight is sent.",
    no: "Nothing in the preflight cache covers this request, so the browser sends a preflight.",
    why: "A preflight costs a round trip; its answer may be kept for a while.",
    passes: "An earlier preflight for the same address and origin whose answer allowed the method and the headers, and has not expired.",
    routine: false,
};

pub(super) const ORIGIN_NAMES_THE_PAGE: Definition = define! {
    name: "origin-names-the-page",
    algorithm: Algorithm::AppendOriginHeader,
    step: "3",
    question: "Does the Origin header name the page?",
    yes: "The browser tells the server which origin asks.",
    no: "The browser sends Origin: null: the page has no origin to name, or a redirect has hidden it.",
    why: "The server needs to know who asks, and a page cannot write this header itself.",
    passes: "A page with an ordinary http or https address, and no redirect by a foreign server to another origin.",
    routine: true,
};

pub(super) const SERVER_ANSWERED: Definition = define! {
    name: "server-answered",
    algorithm: Algorithm::HttpNetworkFetch,
    step: "",
    question: "Did the server answer?",
    yes: "The request reached the server, and an answer came back.",
    no: "No connection: no server was reached, so none could say anything about CORS.",
    why: "A refused connection, an unknown name and a broken certificate look like a CORS error to script, but CORS has no part in them.",
    passes: "Start the server, and check name, port and certificate.",
    routine: false,
};

pub(super) const NO_PROXY_AUTHENTICATION: Definition = define! {
    name: "no-proxy-authentication",
    algorithm: Algorithm::HttpNetworkOrCacheFetch,
    step: "15",
    question: "Is the status another than 407?",
    yes: "The answer is the server's own, not a proxy's call for a password.",
    no: "407 is what proxies answer. From a server it is a network error.",
    why: "A password meant for a proxy must not go to a server that only says it is one.",
    passes: "401 where the server itself wants a password.",
    routine: true,
};

pub(super) const ANSWER_IS_FINAL: Definition = define! {
    name: "answer-is-final",
    algorithm: Algorithm::HttpFetch,
    step: "6",
    question: "Is this answer the last one?",
    yes: "The answer is final.",
    no: "The answer is a redirect: it leads to another address, which is judged anew.",
    why: "301, 302, 303, 307 and 308 with a Location lead to another address.",
    passes: "Any other status, or no Location.",
    routine: true,
};

pub(super) const REDIRECT_MODE_FOLLOWS: Definition = define! {
    name: "redirect-mode-follows",
    algorithm: Algorithm::HttpFetch,
    step: "6.2",
    question: "Does the request follow redirects?",
    yes: "The redirect mode follows it.",
    no: "The redirect mode does not follow it.",
    why: "Script may ask to be told of redirects, or to have them fail.",
    passes: "Use the redirect mode follow.",
    routine: true,
};
