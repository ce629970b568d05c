//! What Safari prints, letter for letter.

use crate::rules::console::firefox;
use crate::rules::console::text::templates;

templates! {
    firefox::templates::END;

    FORBIDDEN_HEADER = "Refused to set unsafe header \"{}\"";

    /// The line of Web Inspector.
    NOT_LOADED = "Failed to load resource: {}";
    STATUS = "the server responded with a status of {} ({})";
    NO_REASON = "Failed to load resource";

    FETCH_CANNOT_LOAD = "Fetch API cannot load {} due to access control checks.";
    XHR_CANNOT_LOAD = "XMLHttpRequest cannot load {} due to access control checks.";
    IMAGE_CANNOT_LOAD = "Cannot load image {} due to access control checks.";
    SCRIPT_DENIED = "Cross-origin script load denied by Cross-Origin Resource Sharing policy.";
    REDIRECT_DENIED = "Cross-origin redirection to {} denied by Cross-Origin Resource Sharing policy: {}";

    WILDCARD_WITH_CREDENTIALS = "Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.";
    CREDENTIALS_NOT_TRUE = "Credentials flag is true, but Access-Control-Allow-Credentials is not \"true\".";
    MANY_ORIGINS = "Access-Control-Allow-Origin cannot contain more than one origin.";
    OTHER_ORIGIN = "Origin {} is not allowed by Access-Control-Allow-Origin. Status code: {}";
    PREFLIGHT_NOT_OK = "Preflight response is not successful. Status code: {}";
    INVALID_LIST = "Header {} has an invalid value: {}";
    METHOD_NOT_ALLOWED = "Method {} is not allowed by Access-Control-Allow-Methods.";
    HEADER_NOT_ALLOWED = "Request header field {} is not allowed by Access-Control-Allow-Headers.";

    NOT_FOLLOWED = "Not allowed to follow a redirection while loading {}";
    TOO_MANY_REDIRECTS = "Load cannot follow more than 20 redirections";
    REDIRECT_NOT_ALLOWED = "Redirect was not allowed";
    CREDENTIALS_IN_LOCATION = "redirection URL {} has credentials";
    NOT_HTTP = "Redirection to URL with a scheme that is not HTTP(S)";
    NOT_HTTP_SENTENCE = "Redirection to URL with a scheme that is not HTTP(S).";
    NOT_CORS_SCHEME = "not allowed to follow a cross-origin CORS redirection with non CORS scheme";

    NOT_REQUESTED = "Not allowed to request resource";
    NO_CORS_NOT_FOLLOWED = "No-Cors mode requires follow redirect mode";
    FETCH_STOPS = "Fetch API cannot load {}.";
    XHR_STOPS = "XMLHttpRequest cannot load {}.";
    UNSAFE_ATTEMPT = "Unsafe attempt to load URL {} from origin {}. Domains, protocols and ports must match.";
    PORT = "Not allowed to use restricted network port {}: {}";
    ONLY_HTTP = "Cross origin requests are only supported for HTTP.";
    LOCAL_RESOURCE = "Not allowed to load local resource: {}";
    CANNOT_SHOW = "The URL can’t be shown";
    NO_FTP = "FTP URLs are disabled";
    DATA_URL = "Data URL decoding failed";
    NO_CONNECTION = "Could not connect to the server.";

    UPGRADED = "The page at {} requested insecure content from {}. This content was automatically upgraded and should be served over HTTPS.";
    NOT_UPGRADED = "The page at {} requested insecure content from {}. This content was not upgraded to HTTPS and must be served from the local host.";
    INSECURE = "[blocked] The page at {} requested insecure content from {}. This content was blocked and must be served over HTTPS.";
    /// Of the page's own machine the sentence has no end.
    INSECURE_ON_LOOPBACK = "[blocked] The page at {} requested insecure content from {}. This content was blocked and must";
}
