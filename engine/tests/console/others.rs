//! What Firefox and Safari print of connections, redirects, schemes and mixed content.

use cors_engine::Scenario;
use cors_engine::scenario::{Api, CredentialsMode, Mode, RedirectMode};

use super::{ConsoleRow, console_rows};
use crate::support::*;

const INSECURE: &str = "http://api.example/x";

/// An image or a script with `crossorigin`.
fn element(api: Api) -> Scenario {
    let element = fetch(API).api(api).mode(Mode::Cors);
    element.credentials(CredentialsMode::SameOrigin)
}

fn put() -> Scenario {
    fetch(API).method("PUT")
}

fn moved(location: &str) -> Scenario {
    fetch(API).redirect("302", location, &[(ACAO, PAGE)])
}

fn moved_from_home(location: &str) -> Scenario {
    fetch("/x").redirect("302", location, &[])
}

/// One redirect more than a browser follows.
fn redirects() -> Scenario {
    (0..21).fold(fetch(API), |scenario, number| {
        let location = format!("https://api.example/{number}");
        scenario.redirect("302", &location, ANYBODY)
    })
}

pub(super) fn rows() -> Vec<ConsoleRow> {
    console_rows! {
        "no connection: fetch": fetch(API).refused() =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Failed to load resource: Could not connect to the server.",
            ];
        "no connection: fetch preflighted": put().refused() =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Could not connect to the server.",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Could not connect to the server.",
            ];
        "no connection: script cors": element(Api::Script).refused() =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
                "<script> source URI is not allowed in this document: “https://api.example/data”.",
            ],
            safari [
                "Failed to load resource: Could not connect to the server.",
            ];
        "no connection: same-origin fetch": fetch("/x").refused() =>
            firefox [],
            safari [
                "Failed to load resource: Could not connect to the server.",
            ];
        "404 ok: fetch": fetch(API).answer("404", ANYBODY) =>
            firefox [],
            safari [
                "Failed to load resource: the server responded with a status of 404 (Not Found)",
            ];
        "404 ok: script": element(Api::Script).answer("404", ANYBODY) =>
            firefox [
                "Loading failed for the <script> with source “https://api.example/data”.",
            ],
            safari [
                "Failed to load resource: the server responded with a status of 404 (Not Found)",
            ];
        "xhr dropped headers": fetch("/x").api(Api::Xhr).header("Cookie", "a").header("Host", "1").header("X-A", "1") =>
            firefox [
                "Attempt to set a forbidden header was denied: Cookie",
                "Attempt to set a forbidden header was denied: Host",
            ],
            safari [
                "Refused to set unsafe header \"Cookie\"",
                "Refused to set unsafe header \"Host\"",
            ];
        "redirect error cors": fetch(API).redirect_mode(RedirectMode::Error).redirect("302", "/y", &[(ACAO, PAGE)]) =>
            firefox [],
            safari [
                "Not allowed to follow a redirection while loading https://api.example/data",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Not allowed to follow a redirection while loading https://api.example/data",
            ];
        "20 redirects: xhr": redirects().api(Api::Xhr) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/19. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Load cannot follow more than 20 redirections",
                "XMLHttpRequest cannot load https://api.example/19 due to access control checks.",
                "Failed to load resource: Load cannot follow more than 20 redirections",
            ];
        "location bad: fetch": moved("https://") =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Cross-origin redirection to https:// denied by Cross-Origin Resource Sharing policy: not allowed to follow a cross-origin CORS redirection with non CORS scheme",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Cross-origin redirection to https:// denied by Cross-Origin Resource Sharing policy: not allowed to follow a cross-origin CORS redirection with non CORS scheme",
            ];
        "location bad same-origin: script": fetch("/x").api(Api::Script).mode(Mode::Cors).credentials(CredentialsMode::SameOrigin).redirect("302", "https://", &[]) =>
            firefox [
                "Loading failed for the <script> with source “https://page.example/x”.",
            ],
            safari [
                "Failed to load resource: The URL can’t be shown",
            ];
        "location credentials other: fetch": moved("https://u:p@other.example/y") =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Cross-origin redirection to https://other.example/y denied by Cross-Origin Resource Sharing policy: redirection URL https://u:p@other.example/y has credentials",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Cross-origin redirection to https://other.example/y denied by Cross-Origin Resource Sharing policy: redirection URL https://u:p@other.example/y has credentials",
            ];
        "location credentials from home: fetch": moved_from_home("https://u:p@other.example/y") =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://page.example/x. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Cross-origin redirection to https://other.example/y denied by Cross-Origin Resource Sharing policy: redirection URL https://u:p@other.example/y has credentials",
                "Failed to load resource: Cross-origin redirection to https://other.example/y denied by Cross-Origin Resource Sharing policy: redirection URL https://u:p@other.example/y has credentials",
                "Fetch API cannot load https://page.example/x due to access control checks.",
            ];
        "location to ftp://api.example/x: fetch": moved("ftp://api.example/x") =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ftp://api.example/x. (Reason: CORS request not http).",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "FTP URLs are disabled",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: FTP URLs are disabled",
            ];
        "location to localhost:8080/x: fetch": moved("localhost:8080/x") =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at localhost:8080/x. (Reason: CORS request not http).",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Cross-origin redirection to localhost:8080/x denied by Cross-Origin Resource Sharing policy: not allowed to follow a cross-origin CORS redirection with non CORS scheme",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Cross-origin redirection to localhost:8080/x denied by Cross-Origin Resource Sharing policy: not allowed to follow a cross-origin CORS redirection with non CORS scheme",
            ];
        "location from home to localhost:8080/x: fetch": moved_from_home("localhost:8080/x") =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at localhost:8080/x. (Reason: CORS request not http).",
            ],
            safari [
                "[blocked] The page at https://page.example/app requested insecure content from localhost:8080/x. This content was blocked and must be served over HTTPS.",
                "Failed to load resource: Redirect was not allowed",
                "Fetch API cannot load https://page.example/x due to access control checks.",
            ];
        "location from home to file:///etc/hosts: fetch": moved_from_home("file:///etc/hosts") =>
            firefox [
                "Security Error: Content at https://page.example/x may not load or link to file:///etc/hosts.",
            ],
            safari [
                "Not allowed to load local resource: file:///etc/hosts",
                "Failed to load resource: Redirect was not allowed",
                "Fetch API cannot load https://page.example/x due to access control checks.",
            ];
        "location from home to data:text/plain,x: fetch": moved_from_home("data:text/plain,x") =>
            firefox [
                "Redirecting to data: URI not allowed (Blocked loading of: “data:text/plain,x”)",
            ],
            safari [
                "Cross-origin redirection to data:text/plain,x denied by Cross-Origin Resource Sharing policy: not allowed to follow a cross-origin CORS redirection with non CORS scheme",
                "Failed to load resource: Cross-origin redirection to data:text/plain,x denied by Cross-Origin Resource Sharing policy: not allowed to follow a cross-origin CORS redirection with non CORS scheme",
                "Fetch API cannot load https://page.example/x due to access control checks.",
            ];
        "location to blob:https://page.example/1: fetch": moved("blob:https://page.example/1") =>
            firefox [
                "Security Error: Content at https://api.example/data may not load data from blob:https://page.example/1.",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Cross-origin redirection to blob:https://page.example/1 denied by Cross-Origin Resource Sharing policy: not allowed to follow a cross-origin CORS redirection with non CORS scheme",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Cross-origin redirection to blob:https://page.example/1 denied by Cross-Origin Resource Sharing policy: not allowed to follow a cross-origin CORS redirection with non CORS scheme",
            ];
        "port: fetch": fetch("https://api.example:25/x") =>
            firefox [],
            safari [
                "Not allowed to use restricted network port 25: https://api.example:25/x",
            ];
        "port redirect: img": element(Api::Img).redirect("302", "https://api.example:25/x", &[(ACAO, PAGE)]) =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "Not allowed to use restricted network port 25: https://api.example:25/x",
            ];
        "port mixed: fetch": fetch("http://api.example:25/x") =>
            firefox [
                "Blocked loading mixed active content “http://api.example:25/x”",
            ],
            safari [
                "[blocked] The page at https://page.example/app requested insecure content from http://api.example:25/x. This content was blocked and must be served over HTTPS.",
                "Not allowed to request resource",
                "Fetch API cannot load http://api.example:25/x due to access control checks.",
            ];
        "mixed: fetch": fetch(INSECURE) =>
            firefox [
                "Blocked loading mixed active content “http://api.example/x”",
            ],
            safari [
                "[blocked] The page at https://page.example/app requested insecure content from http://api.example/x. This content was blocked and must be served over HTTPS.",
                "Not allowed to request resource",
                "Fetch API cannot load http://api.example/x due to access control checks.",
            ];
        "mixed: script": fetch(INSECURE).api(Api::Script).mode(Mode::Cors).credentials(CredentialsMode::SameOrigin) =>
            firefox [
                "Blocked loading mixed active content “http://api.example/x”",
                "Loading failed for the <script> with source “http://api.example/x”.",
            ],
            safari [
                "[blocked] The page at https://page.example/app requested insecure content from http://api.example/x. This content was blocked and must be served over HTTPS.",
            ];
        "mixed redirect: fetch": moved("http://other.example/y") =>
            firefox [
                "Blocked loading mixed active content “http://other.example/y”",
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/data. (Reason: CORS request did not succeed). Status code: (null).",
            ],
            safari [
                "[blocked] The page at https://page.example/app requested insecure content from http://other.example/y. This content was blocked and must be served over HTTPS.",
                "Failed to load resource: Redirect was not allowed",
                "Fetch API cannot load https://api.example/data due to access control checks.",
            ];
        "mixed no-cors: img": fetch(INSECURE).api(Api::Img) =>
            firefox [
                "Mixed Content: Upgrading insecure display request ‘http://api.example/x’ to use ‘https’",
            ],
            safari [
                "The page at https://page.example/app requested insecure content from http://api.example/x. This content was automatically upgraded and should be served over HTTPS.",
            ];
        "mixed same-origin mode: fetch": fetch(INSECURE).mode(Mode::SameOrigin) =>
            firefox [
                "Security Error: Content at https://page.example/app may not load data from http://api.example/x.",
            ],
            safari [
                "Fetch API cannot load http://api.example/x.",
            ];
        "same-origin mode": fetch(API).mode(Mode::SameOrigin) =>
            firefox [
                "Security Error: Content at https://page.example/app may not load data from https://api.example/data.",
            ],
            safari [
                "Fetch API cannot load https://api.example/data.",
            ];
        "same-origin mode redirected": fetch("/x").mode(Mode::SameOrigin).redirect("302", API, &[]) =>
            firefox [
                "Security Error: Content at https://page.example/app may not load data from https://api.example/data.",
            ],
            safari [
                "Unsafe attempt to load URL https://api.example/data from origin https://page.example. Domains, protocols and ports must match.",
                "Fetch API cannot load https://api.example/data due to access control checks.",
                "Failed to load resource: Unsafe attempt to load URL https://api.example/data from origin https://page.example. Domains, protocols and ports must match.",
            ];
        "no-cors manual": fetch(API).mode(Mode::NoCors).redirect_mode(RedirectMode::Manual) =>
            firefox [],
            safari [
                "No-Cors mode requires follow redirect mode",
                "Not allowed to request resource",
                "Fetch API cannot load https://api.example/data due to access control checks.",
            ];
        "scheme localhost:8080/x: fetch": fetch("localhost:8080/x") =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at localhost:8080/x. (Reason: CORS request not http).",
            ],
            safari [
                "Cross origin requests are only supported for HTTP.",
                "Fetch API cannot load localhost:8080/x due to access control checks.",
            ];
        "scheme no-cors localhost:8080/x: fetch": fetch("localhost:8080/x").mode(Mode::NoCors) =>
            firefox [],
            safari [
                "[blocked] The page at https://page.example/app requested insecure content from localhost:8080/x. This content was blocked and must be served over HTTPS.",
                "Not allowed to request resource",
                "Fetch API cannot load localhost:8080/x due to access control checks.",
            ];
        "scheme ftp://api.example/x: fetch": fetch("ftp://api.example/x") =>
            firefox [
                "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ftp://api.example/x. (Reason: CORS request not http).",
            ],
            safari [
                "Cross origin requests are only supported for HTTP.",
                "Fetch API cannot load ftp://api.example/x due to access control checks.",
            ];
        "scheme file:///etc/hosts: fetch": fetch("file:///etc/hosts") =>
            firefox [
                "Security Error: Content at https://page.example/app may not load or link to file:///etc/hosts.",
            ],
            safari [
                "Cross origin requests are only supported for HTTP.",
                "Fetch API cannot load file:///etc/hosts due to access control checks.",
            ];
        "scheme file:///etc/hosts: img": fetch("file:///etc/hosts").api(Api::Img).mode(Mode::Cors).credentials(CredentialsMode::SameOrigin) =>
            firefox [
                "Security Error: Content at https://page.example/app may not load or link to file:///etc/hosts.",
            ],
            safari [
                "The page at https://page.example/app requested insecure content from file:///etc/hosts. This content was not upgraded to HTTPS and must be served from the local host.",
                "Not allowed to load local resource: file:///etc/hosts",
            ];
        "scheme blob:https://page.example/1: script": fetch("blob:https://page.example/1").api(Api::Script) =>
            firefox [
                "<script> source URI is malformed: “blob:https://page.example/1”.",
            ],
            safari [
                "Failed to load resource",
            ];
        "data data:x: fetch": fetch("data:x") =>
            firefox [],
            safari [
                "Fetch API cannot load data:x.",
                "Failed to load resource: Data URL decoding failed",
            ];
        "data data:x: script": fetch("data:x").api(Api::Script) =>
            firefox [
                "<script> source URI is malformed: “data:x”.",
            ],
            safari [
                "Failed to load resource: Data URL decoding failed",
            ];
    }
}
