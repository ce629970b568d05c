//! The words of the rules of the [Fetch API](https://fetch.spec.whatwg.org/#fetch-api): what throws before anything is sent.

use super::Algorithm;
use super::definition::{Definition, define};

pub(super) const REQUEST_URL_PARSES: Definition = define! {
    name: "request-url-parses",
    algorithm: Algorithm::RequestConstructor,
    step: "5.2",
    question: "Is the request's address a URL?",
    yes: "The address parses.",
    no: "The address cannot be read as a URL, so nothing is sent: script gets an exception, an element an error event.",
    why: "Without a URL there is nothing to send and nothing to compare.",
    passes: "Type a whole address, for example https://api.backend.com/users, or a path such as /users on the page's own server.",
    routine: true,
};

pub(super) const REQUEST_URL_WITHOUT_CREDENTIALS: Definition = define! {
    name: "request-url-without-credentials",
    algorithm: Algorithm::RequestConstructor,
    step: "5.3",
    question: "Is the address free of a user name and password?",
    yes: "The address carries no user name and no password.",
    no: "fetch() takes no address with a user name or password in it, so script gets an exception and nothing is sent.",
    why: "A password in an address ends up in logs and histories.",
    passes: "Take the part before the @ out of the address. Send an Authorization header instead.",
    routine: true,
};

pub(super) const METHOD_IS_TOKEN: Definition = define! {
    name: "method-is-token",
    algorithm: Algorithm::RequestConstructor,
    step: "25.2",
    question: "Is the method one word?",
    yes: "The method is a token.",
    no: "This is no method, so script gets an exception and nothing is sent.",
    why: "The method is the first word of a request; it may hold no space and may not be empty.",
    passes: "Type one word without spaces, for example GET, POST or PATCH.",
    routine: true,
};

pub(super) const METHOD_NOT_FORBIDDEN: Definition = define! {
    name: "method-not-forbidden",
    algorithm: Algorithm::RequestConstructor,
    step: "25.2",
    question: "May script use this method?",
    yes: "Script may use the method.",
    no: "CONNECT, TRACE and TRACK are closed to script, so it gets an exception and nothing is sent.",
    why: "These methods can open tunnels or echo secret headers back to the page.",
    passes: "Use any other method, for example GET.",
    routine: true,
};

pub(super) const NO_CORS_METHOD_SAFELISTED: Definition = define! {
    name: "no-cors-method-safelisted",
    algorithm: Algorithm::RequestConstructor,
    step: "32.1",
    question: "May a no-cors request use this method?",
    yes: "The method is GET, HEAD or POST.",
    no: "A no-cors request may only be GET, HEAD or POST, so script gets an exception and nothing is sent.",
    why: "no-cors sends what an element could send, and elements know no other method.",
    passes: "Use GET, HEAD or POST, or the mode cors.",
    routine: true,
};

pub(super) const REQUEST_HEADER_NAME_IS_TOKEN: Definition = define! {
    name: "request-header-name-is-token",
    algorithm: Algorithm::HeadersAppend,
    step: "2",
    question: "Is this a header name?",
    yes: "The name is a token.",
    no: "This is no header name, so script gets an exception and nothing is sent.",
    why: "A space or a colon within a name would break the header line.",
    passes: "Use letters, digits and hyphens only, for example X-Request-Id. Leave out spaces and the colon.",
    routine: true,
};

pub(super) const REQUEST_HEADER_VALUE_VALID: Definition = define! {
    name: "request-header-value-valid",
    algorithm: Algorithm::HeadersAppend,
    step: "2",
    question: "Can this value stand on a header line?",
    yes: "The value fits on a header line.",
    no: "This value cannot stand on a header line, so script gets an exception and nothing is sent.",
    why: "A line break would start another header, and every character is one byte on the wire.",
    passes: "Leave out line breaks and NUL, and use characters up to U+00FF only.",
    routine: true,
};

pub(super) const REQUEST_HEADER_NOT_FORBIDDEN: Definition = define! {
    name: "request-header-not-forbidden",
    algorithm: Algorithm::HeadersAppend,
    step: "2",
    question: "May script set this header?",
    yes: "Script may set it.",
    no: "The browser keeps this header for itself: it drops the line without a word and goes on.",
    why: "Headers such as Host, Cookie and Origin tell servers the truth because pages cannot write them.",
    passes: "Leave the line out. The browser sends its own where one is due.",
    routine: true,
};

pub(super) const NO_CORS_REQUEST_HEADER_SAFELISTED: Definition = define! {
    name: "no-cors-request-header-safelisted",
    algorithm: Algorithm::HeadersAppend,
    step: "3",
    question: "May a no-cors request carry this header?",
    yes: "An element could send it, so it stays.",
    no: "An element could not send it: the browser drops the line without a word and goes on.",
    why: "no-cors gives script no more than elements have: Accept, Accept-Language, Content-Language and three kinds of Content-Type.",
    passes: "Use the mode cors, and let the server allow the header.",
    routine: false,
};

pub(super) const METHOD_TAKES_BODY: Definition = define! {
    name: "method-takes-body",
    algorithm: Algorithm::RequestConstructor,
    step: "35",
    question: "May this method have a body?",
    yes: "The request may have the body.",
    no: "GET and HEAD take no body in fetch(), so script gets an exception and nothing is sent.",
    why: "GET and HEAD ask for something; what is asked stands in the address.",
    passes: "Take the body out, or use POST.",
    routine: true,
};
