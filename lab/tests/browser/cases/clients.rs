//! Other clients than a page: the program curl, and a development proxy in the browser's stead.

use cors_engine::Rule::*;
use cors_engine::scenario::{Api, Mode, RedirectMode};
use cors_engine::trace::Outcome::*;

use super::{ACAM, ACAO, ANYBODY, API, Case, case};
use crate::build::{Build, Pairs, api, get, send};

pub(super) fn all() -> Vec<Case> {
    [curl(), curl_redirected(), proxied()]
        .into_iter()
        .flatten()
        .collect()
}

fn by_curl(method: &str, url: &str) -> Build {
    api(Api::Curl, url).method(method)
}

const OTHER: &str = "https://other.example/x";
const COOKIES: Pairs = &[("Set-Cookie", "a=b"), ("X-B", "2"), ("Set-Cookie", "c=d")];

// One row a case, however wide.
#[rustfmt::skip]
fn curl() -> Vec<Case> {
    let curl = by_curl;
    let case = |name, build| case(name, Readable, ClientIsBrowser, build);
    vec![
        case("curl sees what no page may read", curl("GET", API).answers("200", COOKIES)),
        case("curl sends a method and a header without asking", curl("patch", API).header("X-A", "1").header("Content-Type", "application/json").body("{}")),
        case("curl sends what no page may", curl("TRACE", API).header("Origin", "https://me.example").header("Cookie", "a=b").header("X-Empty", "")),
        case("curl sends lines of one name apart", curl("GET", API).header("X-A", "1").header("X-A", "2")),
        case("curl sends a form's type with a body", curl("GET", API).body("a=b")),
        case("curl posts bytes beyond ASCII", curl("POST", API).header("X-A", "\u{E4}").body("\u{E4}'\"\\")),
        case("curl asks for a head", curl("HEAD", API)),
        case("curl asks a port that browsers block", curl("GET", "https://api.example:25/")),
        case("curl asks over http", curl("GET", "http://api.example/a/../b?c=[1]&d={2}#e")),
        case("curl takes 407 for an answer", curl("GET", API).answers("407", &[])),
        case("curl takes 500 for an answer", curl("POST", API).answers("500", &[])),
        super::case("curl and no server", NetworkError, ServerAnswered, curl("GET", API).unreachable()),
        super::case("curl after a page", Readable, WildcardWithoutCredentials, send("PUT", API).preflight("204", &[(ACAO, "*"), (ACAM, "PUT")]).answers("200", ANYBODY).then(0, curl("PUT", API))),
    ]
}

#[rustfmt::skip]
fn curl_redirected() -> Vec<Case> {
    let curl = by_curl;
    let case = |name, build| case(name, Readable, ClientIsBrowser, build);
    let posted = |status| curl("POST", API).body("a=b").redirects(status, "/next");
    let confided = || curl("GET", API).header("Authorization", "Bearer x").header("Cookie", "a=b").redirects("302", OTHER);
    vec![
        case("curl turns POST into GET by 301", posted("301")),
        case("curl turns POST into GET by 303", posted("303")),
        case("curl keeps POST by 307", posted("307")),
        case("curl keeps a type that was typed", posted("302").header("Content-Type", "application/json")),
        case("curl keeps POST without a body", curl("POST", API).redirects("303", "/next")),
        case("curl keeps PUT, not its body", curl("PUT", API).body("x").redirects("303", "/next").redirects("308", "/last")),
        case("curl keeps HEAD", curl("HEAD", API).redirects("303", "/next")),
        case("curl keeps a secret from another host", confided()),
        case("curl tells it the first host again", confided().redirects("302", API)),
        case("curl keeps a secret from another port", confided().redirects("302", "https://api.example:8443/")),
        case("curl follows 300", curl("GET", API).redirects("300", "/next")),
        case("curl follows 304", curl("GET", API).redirects("304", OTHER)),
        case("curl follows the first Location that says something", curl("GET", API).redirects("302", "").with_response_header("Location", "/b").with_response_header("Location", "/c")),
        case("curl has nowhere to go", curl("GET", API).redirects("302", "")),
        case("curl shows a redirect", curl("POST", API).body("x").redirect(RedirectMode::Manual).answers("303", &[("Location", OTHER)])),
        case("curl follows 21 redirects", (0..21).fold(curl("GET", API), |build, _| build.redirects("302", "/again"))),
        super::case("curl and a Location that is no URL", NetworkError, LocationParses, curl("GET", API).redirects("302", "https://[")),
        super::case("curl and a Location of another kind", NetworkError, LocationSchemeIsHttp, curl("GET", API).redirects("302", "data:,x")),
        super::case("curl sent on to nobody", NetworkError, ServerAnswered, curl("GET", API).redirects("302", OTHER).unreachable()),
    ]
}

#[rustfmt::skip]
fn proxied() -> Vec<Case> {
    let from = |build: Build, page: &str, proxy: &str| build.page(page).proxy(proxy);
    let dev = |build: Build| from(build, "http://localhost:5173/", "https://api.example");
    let json: Pairs = &[("Content-Type", "application/json"), ("X-A", "1")];
    vec![
        case("proxy: what it asks is the same origin", Readable, SameOrigin, dev(send("PUT", "/users?a=b").header("X-A", "1").body("{}")).answers("200", json)),
        case("proxy: over http to another port", Readable, SameOrigin, from(get("/users"), "https://app.example/", "http://api.example:8080")),
        case("proxy: xhr", Readable, SameOrigin, dev(api(Api::Xhr, "/users").method("DELETE")).answers("404", json)),
        case("proxy: script", Readable, SameOrigin, dev(api(Api::Script, "/a.js")).answers("200", &[("Content-Type", "text/javascript")])),
        case("proxy: form", Readable, SameOrigin, dev(api(Api::Form, "/users").method("POST").body("a=b"))),
        case("proxy: sent on to the third party", NetworkError, AllowOriginPresent, dev(get("/users")).redirects("302", API).answers("200", json)),
        case("proxy: sent on to the third party, which allows it", Readable, WildcardWithoutCredentials, dev(get("/users")).redirects("302", API).answers("200", ANYBODY)),
        case("proxy: sent on to a path", Readable, SameOrigin, dev(get("/users")).redirects("307", "/users/")),
        case("proxy: passed by", NetworkError, AllowOriginPresent, dev(get(API)).answers("200", json)),
        case("proxy: with a tainted origin its preflight is forwarded", NetworkError, AllowOriginPresent, dev(send("PUT", "/users")).opaque()),
        case("proxy: with a tainted origin, allowed", Readable, WildcardWithoutCredentials, dev(send("PUT", "/users")).opaque().preflight("204", &[(ACAO, "*"), (ACAM, "PUT")]).answers("200", ANYBODY)),
        case("proxy: no-cors at home", Readable, SameOrigin, dev(get("/users").mode(Mode::NoCors))),
        case("proxy: nobody answers", NetworkError, ServerAnswered, dev(get("/users")).unreachable()),
        case("proxy: curl", Readable, ClientIsBrowser, dev(by_curl("POST", "http://localhost:5173/users").body("a=b")).redirects("307", "/next").answers("200", COOKIES)),
    ]
}
