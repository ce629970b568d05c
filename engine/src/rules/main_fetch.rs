//! The words of the rules of [main fetch](https://fetch.spec.whatwg.org/#concept-main-fetch): which way a request goes, and what is visible in the end.

use super::Algorithm;
use super::definition::{Definition, define};

pub(super) const PORT_NOT_BLOCKED: Definition = define! {
    name: "port-not-blocked",
    algorithm: Algorithm::MainFetch,
    step: "7",
    question: "May a browser connect to this port?",
    yes: "The port is open to browsers.",
    no: "Browsers never connect to this port. The request was never sent.",
    why: "Behind some ports stand mail servers and the like, which a page could be made to talk to.",
    passes: "Serve the API at another port, for example 443, 3000 or 8080.",
    routine: true,
};

pub(super) const NOT_MIXED_CONTENT: Definition = define! {
    name: "not-mixed-content",
    algorithm: Algorithm::MainFetch,
    step: "7",
    question: "Is the request at least as safe on its way as the page?",
    yes: "The request does not weaken the page's connection.",
    no: "A page loaded over https may not ask over http. The request was never sent, and CORS was never asked.",
    why: "Anybody on the way could read and change what goes over http, and with it the page.",
    passes: "Serve the API over https and ask for it there.",
    routine: true,
};

pub(super) const SUBRESOURCE_WITHOUT_PASSWORD: Definition = define! {
    name: "subresource-without-password",
    algorithm: Algorithm::MainFetch,
    step: "",
    question: "Is the address free of a user name and password?",
    yes: "The address has no user name and no password.",
    no: "The address has a user name or password in it, and Chrome asks for no such address but where the page itself goes.",
    why: "Such addresses served phishing far more often than logging in. The standard lets some of them pass.",
    passes: "The address without them, and an Authorization header where the server wants one.",
    routine: true,
};

pub(super) const SAME_ORIGIN: Definition = define! {
    name: "same-origin",
    algorithm: Algorithm::MainFetch,
    step: "12",
    question: "Does the request stay within the page's origin?",
    yes: "Scheme, host and port are the same, so the page may read the answer. CORS plays no part.",
    no: "The request leaves the page's origin. It may be sent; whether the page may read the answer, CORS decides.",
    why: "An origin is scheme, host and port together. Pages of one origin belong together and may read each other's data.",
    passes: "Scheme, host and port all equal to the page's, for example by serving page and API from one server.",
    routine: false,
};

pub(super) const MODE_ALLOWS_CROSS_ORIGIN: Definition = define! {
    name: "mode-allows-cross-origin",
    algorithm: Algorithm::MainFetch,
    step: "12",
    question: "May this request leave the page's origin at all?",
    yes: "The mode lets it leave.",
    no: "The mode same-origin keeps the request at home. It was never sent there.",
    why: "A script that means to talk only to its own server can say so.",
    passes: "Use the mode cors.",
    routine: true,
};

pub(super) const NO_CORS_FOLLOWS_REDIRECTS: Definition = define! {
    name: "no-cors-follows-redirects",
    algorithm: Algorithm::MainFetch,
    step: "12",
    question: "Does the no-cors request follow redirects?",
    yes: "It does, as every element would.",
    no: "Across origins a no-cors request must follow redirects. It was never sent.",
    why: "Otherwise script could learn where another site sends its visitors.",
    passes: "Use the redirect mode follow.",
    routine: true,
};

pub(super) const SCHEME_IS_HTTP: Definition = define! {
    name: "scheme-is-http",
    algorithm: Algorithm::MainFetch,
    step: "12",
    question: "Does the address begin with http or https?",
    yes: "The CORS protocol works over http and https.",
    no: "The browser cannot ask such an address across origins. Nothing was sent.",
    why: "CORS is made of HTTP headers, so it needs HTTP. In localhost:8080/api the word localhost counts as the scheme.",
    passes: "Write the scheme in front, for example http://localhost:8080/api.",
    routine: true,
};

pub(super) const DATA_URL_READABLE: Definition = define! {
    name: "data-url-readable",
    algorithm: Algorithm::SchemeFetch,
    step: "3",
    question: "Can the data: URL be read?",
    yes: "The address holds its own answer: nothing is sent, and the page may read it.",
    no: "The address cannot be read, so there is no answer in it.",
    why: "A data: URL carries its content in itself, after a comma.",
    passes: "Put a comma before the content, as in data:text/plain,hello, and only base64 after ;base64.",
    routine: true,
};

pub(super) const NO_UPLOAD_LISTENER: Definition = define! {
    name: "no-upload-listener",
    algorithm: Algorithm::MainFetch,
    step: "12",
    question: "Is the request free of upload listeners?",
    yes: "Nothing listens to the upload.",
    no: "A listener for upload events alone causes a preflight.",
    why: "Upload events tell script whether the other server took the body, which a form never could.",
    passes: "Remove the listener from xhr.upload, or let the server answer the preflight.",
    routine: true,
};

pub(super) const METHOD_SAFELISTED: Definition = define! {
    name: "method-safelisted",
    algorithm: Algorithm::MainFetch,
    step: "12",
    question: "Is the method one that needs no preflight?",
    yes: "GET, HEAD and POST are CORS-safelisted: they cause no preflight.",
    no: "The method is not CORS-safelisted, so the browser asks first: it sends a preflight.",
    why: "Links and forms could always send GET and POST to any server. Servers could rely on never getting other methods from a foreign page.",
    passes: "GET, HEAD or POST.",
    routine: false,
};

pub(super) const REQUEST_HEADER_SAFELISTED: Definition = define! {
    name: "request-header-safelisted",
    algorithm: Algorithm::CorsSafelistedRequestHeader,
    step: "2",
    question: "Is this request header one that needs no preflight?",
    yes: "Name and value are CORS-safelisted: the header causes no preflight.",
    no: "Name or value is not CORS-safelisted, so the browser asks first: it sends a preflight.",
    why: "A form can set a few harmless headers. Anything beyond them, a server could rely on never getting from a foreign page.",
    passes: "Accept, Accept-Language, Content-Language, a simple Range, or a Content-Type of the three that forms have; at most 128 bytes, without unusual ones.",
    routine: false,
};

pub(super) const SAFELISTED_VALUES_WITHIN_1024: Definition = define! {
    name: "safelisted-values-within-1024",
    algorithm: Algorithm::CorsUnsafeRequestHeaderNames,
    step: "5",
    question: "Are the safelisted header values within 1,024 bytes together?",
    yes: "Together they are short enough.",
    no: "Together they are longer than 1,024 bytes, so all of them count as not safelisted and cause a preflight.",
    why: "Many harmless values together can carry a lot to a server that does not expect it.",
    passes: "Fewer or shorter values.",
    routine: true,
};

pub(super) const SAFELISTED_BEFORE_REDIRECT: Definition = define! {
    name: "safelisted-before-redirect",
    algorithm: Algorithm::MainFetch,
    step: "12",
    question: "Did the request need no preflight before it was redirected, either?",
    yes: "It never had a method or a header that needs one.",
    no: "This browser goes by the request as script made it: its method or a header of it needs a preflight, though the redirect took it away.",
    why: "The standard looks at what is left of the request after each redirect. Firefox and Safari look at what it was.",
    passes: "An answer to OPTIONS at the address that the redirect leads to, or no redirect.",
    routine: true,
};

pub(super) const RESPONSE_VISIBLE: Definition = define! {
    name: "response-visible",
    algorithm: Algorithm::MainFetch,
    step: "14.2",
    question: "May the page see the answer?",
    yes: "Script gets status, body and headers.",
    no: "Script gets an opaque response: status 0, no headers, no body.",
    why: "A no-cors request needs no permission from the server, so the page learns nothing from the answer.",
    passes: "Use the mode cors, and let the server allow the page's origin.",
    routine: false,
};

pub(super) const EXPOSE_HEADERS_PARSES: Definition = define! {
    name: "expose-headers-parses",
    algorithm: Algorithm::MainFetch,
    step: "14.1.1",
    question: "Can Access-Control-Expose-Headers be read as a list of names?",
    yes: "The list of exposed headers is readable.",
    no: "The value is no list of header names, so it exposes nothing.",
    why: "The header lists names with commas between them.",
    passes: "Write names with commas between them, for example X-Total-Count, ETag.",
    routine: true,
};

pub(super) const HEADER_EXPOSED: Definition = define! {
    name: "header-exposed",
    algorithm: Algorithm::MainFetch,
    step: "14.2",
    question: "May script see this response header?",
    yes: "Script sees it.",
    no: "The header arrived, but script does not see it: headers.get() gives null. That is no error, and the console stays silent.",
    why: "The server shares the body by allowing the origin. Further headers it shares by naming them.",
    passes: "Name it in Access-Control-Expose-Headers.",
    routine: false,
};
