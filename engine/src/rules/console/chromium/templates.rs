//! What Chromium prints, letter for letter.

use crate::rules::console::text::templates;

templates! {
    0;

    FORBIDDEN_HEADER = "Refused to set unsafe header \"{}\"";

    /// How its CORS errors begin: what asked, for which URL, [`REDIRECTED_FROM`], origin, reason.
    ACCESS_BLOCKED = "Access to {} at '{}' {}from origin '{}' has been blocked by CORS policy: {}";
    REDIRECTED_FROM = "(redirected from '{}') ";
    IN_PREFLIGHT = "Response to preflight request doesn't pass access control check: {}";

    NO_ALLOW_ORIGIN = "No 'Access-Control-Allow-Origin' header is present on the requested resource.";
    WILDCARD_WITH_CREDENTIALS = "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.";
    MANY_ORIGINS = "The 'Access-Control-Allow-Origin' header contains multiple values '{}', but only one is allowed.";
    INVALID_ORIGIN = "The 'Access-Control-Allow-Origin' header contains the invalid value '{}'.";
    OTHER_ORIGIN = "The 'Access-Control-Allow-Origin' header has a value '{}' that is not equal to the supplied origin.";
    /// What it adds for users of `fetch()`.
    SEND_VALID_VALUE = "{} Have the server send the header with a valid value.";
    CREDENTIALS_NOT_TRUE = "The value of the 'Access-Control-Allow-Credentials' header in the response is '{}' which must be 'true' when the request's credentials mode is 'include'.";
    /// What it adds for users of `XMLHttpRequest`, to say where the credentials mode comes from.
    XHR_CREDENTIALS = "{} The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute.";

    PREFLIGHT_REDIRECTED = "Redirect is not allowed for a preflight request.";
    PREFLIGHT_NOT_OK = "It does not have HTTP ok status.";
    METHODS_UNREADABLE = "Cannot parse Access-Control-Allow-Methods response header field in preflight response.";
    HEADERS_UNREADABLE = "Cannot parse Access-Control-Allow-Headers response header field in preflight response.";
    METHOD_NOT_ALLOWED = "Method {} is not allowed by Access-Control-Allow-Methods in preflight response.";
    HEADER_NOT_ALLOWED = "Request header field {} is not allowed by Access-Control-Allow-Headers in preflight response.";

    /// The quotes are empty: it keeps the password out of its console.
    CREDENTIALS_IN_LOCATION = "Redirect location '' contains a username and password, which is disallowed for cross-origin requests.";
    /// Of a scheme that its CORS code does not know. The list is that of version 156.
    ONLY_SUPPORTED_FOR = "Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app.";

    MIXED_CONTENT = "Mixed Content: The page at '{}' was loaded over HTTPS, but requested an insecure {} '{}'. This request has been blocked; the content must be served over HTTPS.";
    UNSAFE_ATTEMPT = "Unsafe attempt to load URL {} from frame with URL {}. Domains, protocols and ports must match.";
    NOT_SAME_ORIGIN = "Fetch API cannot load {}. Request mode is \"same-origin\" but the URL's origin is not same as the request origin {}.";
    NO_CORS_NOT_FOLLOWED = "Fetch API cannot load {}. Request mode is \"no-cors\" but the redirect mode is not \"follow\".";
    SCHEME_NOT_SUPPORTED = "Fetch API cannot load {}. URL scheme \"{}\" is not supported.";
    FTP_NOT_SUPPORTED = "FTP is not supported.";
    LOCAL_RESOURCE = "Not allowed to load local resource: {}";

    /// Method, URL, status: the network layer of an answer that the page gets.
    ANSWERED = "{} {} {}";
    /// Method, URL, error: the network layer of an answer that the page does not get.
    NET_ERROR = "{} {} net::{}";
    WITH_STATUS = "{} {}";
    STATUS_WITH_REASON = "{} ({})";
}
