//! Failures that people meet most often, and how some of them are mended.
//!
//! A frequent one has no case: a request to a local network, because the lab switches off the
//! permission that Chromium asks for. Tools that are no browsers, and proxies, have a file of their own.

use cors_engine::Rule::*;
use cors_engine::scenario::{Api, Mode, RedirectMode};
use cors_engine::trace::Outcome::*;

use super::{ACAC, ACAH, ACAM, ACAO, ACEH, ANYBODY, API, Case, MAX_AGE, ORIGIN, case};
use crate::build::{Build, Pairs, api, get, send};

const EXACT: (&str, &str) = (ACAO, ORIGIN);
const WITH_CREDENTIALS: Pairs = &[EXACT, (ACAC, "true")];
const JSON: (&str, &str) = ("Content-Type", "application/json");

pub(super) fn all() -> Vec<Case> {
    let groups = [
        who_may_read(),
        asking_first(),
        lists(),
        on_the_page(),
        on_the_way(),
    ];
    groups.into_iter().flatten().collect()
}

fn post_json() -> Build {
    let body = r#"{"name":"Ada"}"#;
    send("POST", API).header(JSON.0, JSON.1).body(body)
}

fn with_token() -> Build {
    get(API).header("Authorization", "Bearer x")
}

// One row a case, however wide.
#[rustfmt::skip]
fn who_may_read() -> Vec<Case> {
    let with = |headers: Pairs| get(API).answers("200", headers);
    let from_file = || get(API).page("file:///home/me/index.html");
    vec![
        case("no Allow-Origin at all", NetworkError, AllowOriginPresent, with(&[JSON])),
        case("no Allow-Origin at all, mended", Readable, WildcardWithoutCredentials, with(&[JSON, (ACAO, "*")])),
        case("* with credentials", NetworkError, WildcardWithoutCredentials, with(&[(ACAO, "*"), (ACAC, "true")]).include()),
        case("credentials, only the origin allowed", NetworkError, AllowCredentialsTrue, with(&[EXACT, JSON]).include()),
        case("credentials allowed by a number", NetworkError, AllowCredentialsTrue, with(&[EXACT, (ACAC, "1")]).include()),
        case("credentials allowed by proxy and app", NetworkError, AllowCredentialsTrue, with(&[EXACT, (ACAC, "true, true")]).include()),
        case("proxy and app both allow anybody", NetworkError, AllowOriginMatches, with(&[(ACAO, "*"), JSON, (ACAO, "*")])),
        case("proxy allows anybody, app the origin", NetworkError, AllowOriginMatches, with(&[(ACAO, "*"), EXACT])),
        case("404 without CORS headers", NetworkError, AllowOriginPresent, get(API).answers("404", &[JSON])),
        case("413 from the proxy", NetworkError, AllowOriginPresent, send("POST", API).body("long").answers("413", &[])),
        case("429 from the gateway", NetworkError, AllowOriginPresent, get(API).answers("429", &[("Retry-After", "60")])),
        case("500 with CORS headers", Readable, AllowOriginMatches, get(API).answers("500", &[EXACT])),
        case("the origin of the http page", NetworkError, AllowOriginMatches, with(&[(ACAO, "http://app.example")])),
        case("the origin with www", NetworkError, AllowOriginMatches, with(&[(ACAO, "https://www.app.example")])),
        case("the page's whole URL", NetworkError, AllowOriginMatches, with(&[(ACAO, "https://app.example/index.html")])),
        case("a pattern for the port", NetworkError, AllowOriginMatches, get(API).page("http://localhost:3000/").answers("200", &[(ACAO, "http://localhost:*")])),
        case("file page, anybody allowed", Readable, WildcardWithoutCredentials, from_file().answers("200", ANYBODY)),
        case("file page, file:// allowed", NetworkError, AllowOriginMatches, from_file().answers("200", &[(ACAO, "file://")])),
        case("sandboxed page, its site's origin allowed", NetworkError, AllowOriginMatches, with(&[EXACT]).opaque()),
        case("127.0.0.1 asks, localhost is allowed", NetworkError, AllowOriginMatches, get("http://localhost:3000/users").page("http://127.0.0.1:3000/").answers("200", &[(ACAO, "http://localhost:3000")])),
        case("the development server's origin in production", NetworkError, AllowOriginMatches, with(&[(ACAO, "http://localhost:5173")])),
        case("download name and number of pages not exposed", Readable, AllowOriginMatches, with(&[EXACT, ("Content-Disposition", "attachment; filename=a.csv"), ("X-Total-Count", "7"), ("Content-Length", "0")])),
        case("download name and number of pages exposed", Readable, AllowOriginMatches, with(&[EXACT, ("Content-Disposition", "attachment; filename=a.csv"), ("X-Total-Count", "7"), (ACEH, "Content-Disposition, X-Total-Count")])),
        case("Location of the created thing not exposed", Readable, WildcardWithoutCredentials, send("POST", API).body("x").answers("201", &[(ACAO, "*"), ("Location", "/data/7"), ("ETag", "\"7\"")])),
        case("cookie of another site not sent", Readable, AllowCredentialsTrue, get(API).include().answers("401", WITH_CREDENTIALS)),
        case("credentials forgotten", Readable, AllowOriginMatches, get(API).answers("401", WITH_CREDENTIALS)),
        case("a cached copy for another origin", NetworkError, AllowOriginMatches, with(&[(ACAO, "https://b.example"), ("Age", "30"), ("Cache-Control", "max-age=60")])),
        case("a cached copy of a visit without Origin", NetworkError, AllowOriginPresent, with(&[("Age", "30"), ("Vary", "Accept-Encoding")])),
        case("misspelled Allow-Origins", NetworkError, AllowOriginPresent, with(&[("Access-Control-Allow-Origins", "*")])),
        case("Allow-Origin without a scheme", NetworkError, AllowOriginMatches, with(&[(ACAO, "app.example")])),
        case("any origin reflected with credentials", Readable, AllowCredentialsTrue, with(&[(ACAO, "https://evil.example"), (ACAC, "true")]).page("https://evil.example/").include()),
        case("null allowed with credentials", Readable, AllowCredentialsTrue, with(&[(ACAO, "null"), (ACAC, "true")]).page("https://evil.example/").opaque().include()),
        case("an http origin trusted with credentials", Readable, AllowCredentialsTrue, with(&[(ACAO, "http://app.example"), (ACAC, "true")]).page("http://app.example/").include()),
    ]
}

#[rustfmt::skip]
fn asking_first() -> Vec<Case> {
    let everything: Pairs = &[EXACT, (ACAM, "GET, PUT, PATCH"), (ACAH, "content-type, authorization")];
    vec![
        case("OPTIONS meets no route", NetworkError, AllowOriginPresent, post_json().preflight("404", &[JSON])),
        case("OPTIONS meets a router with CORS headers", NetworkError, PreflightStatusOk, post_json().preflight("404", ANYBODY)),
        case("OPTIONS breaks the server", NetworkError, AllowOriginPresent, post_json().preflight("500", &[])),
        case("OPTIONS breaks a server with CORS headers", NetworkError, PreflightStatusOk, post_json().preflight("502", everything)),
        case("the login answers the preflight", NetworkError, AllowOriginPresent, with_token().preflight("401", &[("WWW-Authenticate", "Bearer")])),
        case("the login answers the preflight with CORS headers", NetworkError, PreflightStatusOk, with_token().preflight("403", everything)),
        case("the preflight passes the login", Readable, AllowOriginMatches, with_token().preflight("204", everything).answers("200", &[EXACT])),
        case("preflight sent to https", NetworkError, PreflightStatusOk, post_json().preflight("301", &[(ACAO, "*"), ("Location", "https://api.example/data")])),
        case("preflight sent to the slash", NetworkError, PreflightStatusOk, post_json().preflight("308", &[(ACAO, "*"), ("Location", "/data/")])),
        case("preflight sent to the login page", NetworkError, PreflightStatusOk, with_token().preflight("302", &[(ACAO, "*"), ("Location", "https://login.example/")])),
        case("only OPTIONS has CORS headers", NetworkError, AllowOriginPresent, post_json().preflight("204", everything).answers("201", &[JSON])),
        case("only the answer has CORS headers", NetworkError, AllowOriginPresent, post_json().preflight("204", &[("Allow", "POST")]).answers("201", ANYBODY)),
        case("CORS header on the request, listed nowhere", NetworkError, RequestHeaderAllowed, get(API).header(ACAO, "*").preflight("204", everything).answers("200", ANYBODY)),
        case("preflight kept for ten minutes", Readable, AllowOriginMatches, post_json().preflight("204", &[EXACT, (ACAH, "content-type"), (MAX_AGE, "600")]).answers("200", &[EXACT]).again_after(0)),
        case("preflight kept for longer than any browser does", Readable, AllowOriginMatches, post_json().preflight("204", &[EXACT, (ACAH, "content-type"), (MAX_AGE, "31536000")]).answers("200", &[EXACT]).again_after(0)),
        case("no server behind the preflight", NetworkError, ServerAnswered, post_json().unreachable()),
    ]
}

#[rustfmt::skip]
fn lists() -> Vec<Case> {
    let wildcards: Pairs = &[(ACAO, "*"), (ACAM, "*"), (ACAH, "*")];
    let with_credentials: Pairs = &[EXACT, (ACAC, "true"), (ACAM, "*"), (ACAH, "*")];
    let allows = |name, value| post_json().preflight("204", &[(ACAO, "*"), (name, value)]);
    vec![
        case("JSON, Content-Type not listed", NetworkError, RequestHeaderAllowed, allows(ACAH, "x-other")),
        case("JSON, Content-Type listed", Readable, WildcardWithoutCredentials, allows(ACAH, "Content-Type").answers("201", ANYBODY)),
        case("GET with Content-Type", NetworkError, RequestHeaderAllowed, get(API).header(JSON.0, JSON.1).preflight("204", ANYBODY)),
        case("token not listed", NetworkError, AuthorizationListed, with_token().preflight("204", &[(ACAO, "*"), (ACAH, "content-type")])),
        case("misspelled Allow-Header", NetworkError, RequestHeaderAllowed, allows("Access-Control-Allow-Header", "content-type")),
        case("Allow-Headers with a space in a name", NetworkError, AllowHeadersParses, allows(ACAH, "content type")),
        case("Allow-Methods with semicolons", NetworkError, AllowMethodsParses, allows(ACAM, "GET; POST")),
        case("PUT not listed", NetworkError, MethodAllowed, send("PUT", API).preflight("204", &[(ACAO, "*"), (ACAM, "GET, POST")])),
        case("PATCH in small letters", NetworkError, MethodAllowed, send("patch", API).preflight("204", &[(ACAO, "*"), (ACAM, "GET, PATCH")])),
        case("DELETE in small letters", Readable, WildcardWithoutCredentials, send("delete", API).preflight("204", &[(ACAO, "*"), (ACAM, "DELETE")]).answers("204", ANYBODY)),
        case("token by *", Readable, WildcardWithoutCredentials, with_token().preflight("204", wildcards).answers("200", ANYBODY)),
        case("token by * with credentials", NetworkError, AuthorizationListed, with_token().include().preflight("204", with_credentials)),
        case("method by * with credentials, mended", Readable, AllowCredentialsTrue, send("PUT", API).include().preflight("204", &[EXACT, (ACAC, "true"), (ACAM, "PUT")]).answers("200", WITH_CREDENTIALS)),
        case("JSON by * with credentials", NetworkError, RequestHeaderAllowed, post_json().include().preflight("204", with_credentials)),
        case("exposed by * with credentials", Readable, AllowCredentialsTrue, get(API).include().answers("200", &[EXACT, (ACAC, "true"), (ACEH, "*"), ("X-Total-Count", "7")])),
    ]
}

#[rustfmt::skip]
fn on_the_page() -> Vec<Case> {
    let no_cors = || get(API).mode(Mode::NoCors);
    let image = || api(Api::Img, "https://api.example/logo.png").mode(Mode::Cors);
    vec![
        case("no-cors, an answer that nobody can read", Opaque, ResponseVisible, no_cors().answers("200", &[JSON])),
        case("no-cors, the token is dropped", Opaque, ResponseVisible, no_cors().header("Authorization", "Bearer x")),
        case("no-cors, JSON is dropped", Opaque, ResponseVisible, send("POST", API).mode(Mode::NoCors).header(JSON.0, JSON.1).body("{}")),
        case("no-cors DELETE", ScriptThrows, NoCorsMethodSafelisted, send("DELETE", API).mode(Mode::NoCors)),
        case("no-cors at home", Readable, SameOrigin, get("/data").mode(Mode::NoCors).answers("200", &[JSON])),
        case("no-cors without redirects", NetworkError, NoCorsFollowsRedirects, no_cors().redirect(RedirectMode::Error)),
        case("image with crossorigin, cached without", NetworkError, AllowOriginPresent, image().answers("200", &[("Content-Type", "image/png"), ("Age", "30")])),
        case("image with crossorigin, for one origin", Readable, AllowOriginMatches, image().answers("200", &[("Content-Type", "image/png"), EXACT, ("Vary", "Origin")])),
        case("development proxy", Readable, SameOrigin, get("/api/users").page("http://localhost:3000/").answers("200", &[JSON])),
        case("no proxy in production", NetworkError, AllowOriginPresent, get("https://api.example/users").answers("200", &[JSON])),
        case("the proxy's path on a static host", Readable, SameOrigin, get("/api/users").answers("404", &[("Content-Type", "text/html")])),
        case("http API on an https page", NetworkError, NotMixedContent, get("http://api.example/users").answers("200", ANYBODY)),
        case("http API on loopback", Readable, WildcardWithoutCredentials, get("http://127.0.0.1:8000/users").answers("200", ANYBODY)),
        case("host and port for a scheme", NetworkError, SchemeIsHttp, get("localhost:3000/users").page("http://localhost:5173/")),
        case("xhr, host and port for a scheme", NetworkError, SchemeIsHttp, api(Api::Xhr, "localhost:3000/users").page("http://localhost:5173/")),
        case("URL without a scheme is a path", Readable, SameOrigin, get("api.example/users").answers("404", &[])),
    ]
}

#[rustfmt::skip]
fn on_the_way() -> Vec<Case> {
    let to_https = |status| get("http://api.example/users").page("http://localhost:3000/").redirects(status, "https://api.example/users");
    let token: Pairs = &[(ACAO, "*"), (ACAH, "authorization")];
    vec![
        case("sent on to https, the page's origin allowed", NetworkError, AllowOriginMatches, to_https("301").answers("200", &[(ACAO, "http://localhost:3000")])),
        case("sent on to https, anybody allowed", Readable, WildcardWithoutCredentials, to_https("308").answers("200", ANYBODY)),
        case("sent on without CORS headers", NetworkError, AllowOriginPresent, get(API).answers("302", &[("Location", "https://cdn.example/data")])),
        case("sent on, the token is lost", Readable, WildcardWithoutCredentials, with_token().preflight("204", token).redirects("302", "https://cdn.example/data").answers("401", ANYBODY)),
        case("sent on to the slash, JSON asks again", NetworkError, AllowOriginPresent, post_json().preflight("204", &[(ACAO, "*"), (ACAH, "content-type")]).redirects("307", "/data/")),
        case("sent on to the login page", NetworkError, AllowOriginPresent, get("/account").redirects("302", "https://login.example/").answers("200", &[("Content-Type", "text/html")])),
        case("sent on with a password in the URL", NetworkError, LocationWithoutCredentials, get(API).redirects("302", "https://ada:secret@api.example/data/")),
        case("no server", NetworkError, ServerAnswered, get("https://api.exmaple/users").unreachable()),
        case("xhr, no server", NetworkError, ServerAnswered, api(Api::Xhr, API).unreachable()),
    ]
}
