//! What Firefox and Safari print of the CORS check and of preflights.

use cors_engine::Scenario;
use cors_engine::scenario::{Api, CredentialsMode, Mode};

use super::{ConsoleRow, console_rows};
use crate::support::*;

/// Where redirects lead.
const Y: &str = "https://other.example/y";

/// An image or a script with `crossorigin`.
fn element(api: Api) -> Scenario {
    let element = fetch(API).api(api).mode(Mode::Cors);
    element.credentials(CredentialsMode::SameOrigin)
}

fn put() -> Scenario {
    fetch(API).method("PUT")
}

fn x_a() -> Scenario {
    fetch(API).header("X-A", "1")
}

fn authorized() -> Scenario {
    fetch(API).header("Authorization", "Bearer x")
}

pub(super) fn rows() -> Vec<ConsoleRow> {
    console_rows! {
        "Allow-Origin missing: fetch": fetch(API) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.",
            ],
            safari [
                "Origin https://page.example is not allowed by Access-Control-Allow-Origin. Status code: 200",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Origin https://page.example is not allowed by Access-Control-Allow-Origin. Status code: 200",
            ];
        "Allow-Origin missing 404: fetch": fetch(API).answer("404", &[]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 404.",
            ],
            safari [
                "Origin https://page.example is not allowed by Access-Control-Allow-Origin. Status code: 404",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Origin https://page.example is not allowed by Access-Control-Allow-Origin. Status code: 404",
            ];
        "Allow-Origin missing: xhr": fetch(API).api(Api::Xhr) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.",
            ],
            safari [
                "Origin https://page.example is not allowed by Access-Control-Allow-Origin. Status code: 200",
                "XMLHttpRequest cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Origin https://page.example is not allowed by Access-Control-Allow-Origin. Status code: 200",
            ];
        "Allow-Origin missing: img": element(Api::Img) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.",
            ],
            safari [
                "Origin https://page.example is not allowed by Access-Control-Allow-Origin. Status code: 200",
                "Cannot load image https://api.example/data due to access control checks.",
                "Failed to load resource: Origin https://page.example is not allowed by Access-Control-Allow-Origin. Status code: 200",
            ];
        "Allow-Origin missing: script": element(Api::Script) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.",
                "<script> source URI is not allowed in this document: “https://api.example/data”.",
            ],
            safari [
                "Origin https://page.example is not allowed by Access-Control-Allow-Origin. Status code: 200",
                "Failed to load resource: Origin https://page.example is not allowed by Access-Control-Allow-Origin. Status code: 200",
                "Cross-origin script load denied by Cross-Origin Resource Sharing policy.",
            ];
        "Allow-Origin missing redirected other: fetch": fetch(API).redirect("302", Y, &[(ACAO, PAGE)]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://other.example/y. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.",
            ],
            safari [
                "Origin null is not allowed by Access-Control-Allow-Origin. Status code: 200",
                "Fetch API cannot load https://other.example/y due to access control checks.",
                "Failed to load resource: Origin null is not allowed by Access-Control-Allow-Origin. Status code: 200",
            ];
        "Allow-Origin missing on redirect: fetch": fetch(API).redirect("302", Y, &[]).answer("200", ANYBODY) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 302.",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Cross-origin redirection to https://other.example/y denied by Cross-Origin Resource Sharing policy: Origin https://page.example is not allowed by Access-Control-Allow-Origin. Status code: 302",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Cross-origin redirection to https://other.example/y denied by Cross-Origin Resource Sharing policy: Origin https://page.example is not allowed by Access-Control-Allow-Origin. Status code: 302",
            ];
        "Allow-Origin mismatch: fetch": fetch(API).answer("200", &[(ACAO, "https://a.example")]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://a.example’).",
            ],
            safari [
                "Origin https://page.example is not allowed by Access-Control-Allow-Origin. Status code: 200",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Origin https://page.example is not allowed by Access-Control-Allow-Origin. Status code: 200",
            ];
        "Allow-Origin two lines: fetch": fetch(API).answer("200", &[(ACAO, PAGE), (ACAO, PAGE)]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed).",
            ],
            safari [
                "Access-Control-Allow-Origin cannot contain more than one origin.",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Access-Control-Allow-Origin cannot contain more than one origin.",
            ];
        "Allow-Origin list: fetch": fetch(API).answer("200", &[(ACAO, "https://page.example, https://b.example")]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://page.example, https://b.example’).",
            ],
            safari [
                "Access-Control-Allow-Origin cannot contain more than one origin.",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Access-Control-Allow-Origin cannot contain more than one origin.",
            ];
        "opaque page": fetch(API).opaque_page() =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.",
            ],
            safari [
                "Origin null is not allowed by Access-Control-Allow-Origin. Status code: 200",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Origin null is not allowed by Access-Control-Allow-Origin. Status code: 200",
            ];
        "`*` with credentials: fetch": fetch(API).include().answer("200", &[(ACAO, "*"), (ACAC, "true")]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘https://api.example/data’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).",
            ],
            safari [
                "Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.",
            ];
        "`*` with credentials: script": element(Api::Script).include().answer("200", &[(ACAO, "*"), (ACAC, "true")]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘https://api.example/data’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).",
                "<script> source URI is not allowed in this document: “https://api.example/data”.",
            ],
            safari [
                "Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.",
                "Failed to load resource: Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.",
                "Cross-origin script load denied by Cross-Origin Resource Sharing policy.",
            ];
        "Allow-Credentials missing: fetch": fetch(API).include().answer("200", &[(ACAO, PAGE)]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).",
            ],
            safari [
                "Credentials flag is true, but Access-Control-Allow-Credentials is not \"true\".",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Credentials flag is true, but Access-Control-Allow-Credentials is not \"true\".",
            ];
        "preflight Allow-Origin missing 405: fetch": put() =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 405.",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Preflight response is not successful. Status code: 405",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Preflight response is not successful. Status code: 405",
            ];
        "preflight Allow-Origin missing 302: fetch": put().preflight("302", &[("Location", "/y")]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 302.",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Preflight response is not successful. Status code: 302",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Preflight response is not successful. Status code: 302",
            ];
        "preflight Allow-Origin mismatch 404: fetch": put().preflight("404", &[(ACAO, "https://a.example")]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://a.example’).",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Preflight response is not successful. Status code: 404",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Preflight response is not successful. Status code: 404",
            ];
        "preflight 404: fetch": put().preflight("404", &[(ACAO, PAGE), (ACAM, "PUT")]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS preflight response did not succeed). Status code: 404.",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Preflight response is not successful. Status code: 404",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Preflight response is not successful. Status code: 404",
            ];
        "preflight 307: fetch": put().preflight("307", &[(ACAO, PAGE), (ACAM, "PUT"), ("Location", "/y")]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request external redirect not allowed).",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS preflight response did not succeed). Status code: 307.",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Preflight response is not successful. Status code: 307",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Preflight response is not successful. Status code: 307",
            ];
        "preflight 302 cross: fetch": put().preflight("302", &[(ACAO, PAGE), ("Location", Y)]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request external redirect not allowed).",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://page.example’).",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Preflight response is not successful. Status code: 302",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Preflight response is not successful. Status code: 302",
            ];
        "preflight Allow-Methods bad: fetch": put().preflight("204", &[(ACAO, PAGE), (ACAM, "PUT; DELETE")]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: invalid token ‘PUT; DELETE’ in CORS header ‘Access-Control-Allow-Methods’).",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Header Access-Control-Allow-Methods has an invalid value: PUT; DELETE",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Header Access-Control-Allow-Methods has an invalid value: PUT; DELETE",
            ];
        "preflight Allow-Headers bad two elements: fetch": x_a().preflight("204", &[(ACAO, PAGE), (ACAH, "x-a, (b), c d")]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: invalid token ‘(b)’ in CORS header ‘Access-Control-Allow-Headers’).",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Header Access-Control-Allow-Headers has an invalid value: x-a, (b), c d",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Header Access-Control-Allow-Headers has an invalid value: x-a, (b), c d",
            ];
        "method missing and Allow-Headers bad: fetch": x_a().method("PUT").preflight("204", &[(ACAO, PAGE), (ACAH, "x-a x-b")]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: Did not find method in CORS header ‘Access-Control-Allow-Methods’).",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Header Access-Control-Allow-Headers has an invalid value: x-a x-b",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Header Access-Control-Allow-Headers has an invalid value: x-a x-b",
            ];
        "preflight method: fetch": put().preflight("204", &[(ACAO, PAGE)]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: Did not find method in CORS header ‘Access-Control-Allow-Methods’).",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Method PUT is not allowed by Access-Control-Allow-Methods.",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Method PUT is not allowed by Access-Control-Allow-Methods.",
            ];
        "preflight headers missing two: fetch": fetch(API).header("X-B", "1").header("X-A", "1").preflight("204", &[(ACAO, PAGE)]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: header ‘x-a’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Request header field X-B is not allowed by Access-Control-Allow-Headers.",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Request header field X-B is not allowed by Access-Control-Allow-Headers.",
            ];
        "preflight Authorization missing: fetch": authorized().preflight("204", &[(ACAO, PAGE)]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: header ‘authorization’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Request header field Authorization is not allowed by Access-Control-Allow-Headers.",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Request header field Authorization is not allowed by Access-Control-Allow-Headers.",
            ];
        "preflight Authorization and x missing: fetch": authorized().header("A-X", "1").preflight("204", &[(ACAO, PAGE)]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: header ‘a-x’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Request header field Authorization is not allowed by Access-Control-Allow-Headers.",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Request header field Authorization is not allowed by Access-Control-Allow-Headers.",
            ];
        "preflight Authorization `*`: fetch": authorized().preflight("204", &[(ACAO, PAGE), (ACAH, "*")]).answer("200", &[(ACAO, PAGE)]) =>
            firefox [
                "Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at https://api.example/data soon. (Reason: When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not covered. To include the `Authorization` header, it must be explicitly listed in CORS header `Access-Control-Allow-Headers`).",
            ],
            safari [];
    }
}
