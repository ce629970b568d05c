//! What Firefox prints, letter for letter.

use crate::rules::console::chromium;
use crate::rules::console::text::templates;

templates! {
    chromium::templates::END;

    FORBIDDEN_HEADER = "Attempt to set a forbidden header was denied: {}";
    UPGRADED = "Mixed Content: Upgrading insecure display request ‘{}’ to use ‘https’";
    MIXED_CONTENT = "Blocked loading mixed active content “{}”";
    AUTHORIZATION_WARNING = "Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at {} soon. (Reason: When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not covered. To include the `Authorization` header, it must be explicitly listed in CORS header `Access-Control-Allow-Headers`).";

    /// How its CORS errors go: URL, reason.
    BLOCKED = "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at {}. (Reason: {}).";
    WITH_STATUS = "{} Status code: {}.";
    WITHOUT_STATUS = "{} Status code: (null).";
    QUOTED = "‘{}’";

    NO_ALLOW_ORIGIN = "CORS header ‘Access-Control-Allow-Origin’ missing";
    WILDCARD_WITH_CREDENTIALS = "Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’";
    OTHER_ORIGIN = "CORS header ‘Access-Control-Allow-Origin’ does not match ‘{}’";
    MANY_ORIGINS = "Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed";
    CREDENTIALS_NOT_TRUE = "expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’";
    INVALID_TOKEN = "invalid token ‘{}’ in CORS header ‘{}’";
    NO_METHOD = "Did not find method in CORS header ‘Access-Control-Allow-Methods’";
    NO_HEADER = "header ‘{}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response";
    PREFLIGHT_NOT_OK = "CORS preflight response did not succeed";
    REDIRECTED = "CORS request external redirect not allowed";
    NOT_HTTP = "CORS request not http";
    DID_NOT_SUCCEED = "CORS request did not succeed";

    REDIRECT_TO_DATA = "Redirecting to data: URI not allowed (Blocked loading of: “{}”)";
    MAY_NOT_LOAD = "Security Error: Content at {} may not load data from {}.";
    MAY_NOT_LINK = "Security Error: Content at {} may not load or link to {}.";
    /// The page, which it names by a number of its own where the origin is opaque.
    OPAQUE_PAGE = "moz-nullprincipal:{…}?{}";

    SRC_INVALID = "‘src’ attribute of <script> element is not a valid URI: “{}”";
    SCRIPT_MALFORMED = "<script> source URI is malformed: “{}”.";
    SCRIPT_NOT_ALLOWED = "<script> source URI is not allowed in this document: “{}”.";
    SCRIPT_FAILED = "Loading failed for the <script> with source “{}”.";
}
