//! Redirects: what each hop judges anew.

use cors_engine::Rule::*;
use cors_engine::scenario::{Mode, RedirectMode};
use cors_engine::trace::Outcome::*;

use super::{ACAH, ACAO, ANYBODY, API, Case, ORIGIN, case};
use crate::build::{Pairs, get, send};

// One row a case, however wide.
#[rustfmt::skip]
pub(super) fn all() -> Vec<Case> {
    let other = "https://other.example/x";
    let home = "https://app.example/home";
    let long = || {
        let mut build = get(API);
        for _ in 0..21 {
            build = build.redirects("302", "/again");
        }
        build.answers("200", ANYBODY)
    };
    let authorization: Pairs = &[(ACAO, "*"), (ACAH, "authorization")];
    vec![
        case("redirect without Allow-Origin", NetworkError, AllowOriginPresent, get(API).answers("302", &[("Location", other)])),
        case("redirect within the API", Readable, WildcardWithoutCredentials, get(API).redirects("302", "/b").answers("200", ANYBODY)),
        case("redirect to another origin", Readable, AllowOriginMatches, get(API).redirects("302", other).answers("200", &[(ACAO, "null")])),
        case("redirect to another origin, page's allowed", NetworkError, AllowOriginMatches, get(API).redirects("302", other).answers("200", &[(ACAO, ORIGIN)])),
        case("redirect back home", NetworkError, AllowOriginPresent, get(API).redirects("302", home)),
        case("redirect away from home", Readable, AllowOriginMatches, get("/data").redirects("302", API).answers("200", &[(ACAO, ORIGIN)])),
        case("303 turns PUT into GET", NetworkError, AllowOriginPresent, send("PUT", "/data").redirects("303", API)),
        case("301 turns POST into GET", Readable, WildcardWithoutCredentials, send("POST", API).header("Content-Type", "text/plain").body("x").redirects("301", "/b").answers("200", ANYBODY)),
        case("307 keeps POST", Readable, WildcardWithoutCredentials, send("POST", API).body("x").redirects("307", "/b").answers("200", ANYBODY)),
        case("preflight at each hop", Readable, WildcardWithoutCredentials, get(API).header("X-A", "1").preflight("200", &[(ACAO, "*"), (ACAH, "*")]).redirects("307", "/b").preflight("200", &[(ACAO, "*"), (ACAH, "*")]).answers("200", ANYBODY)),
        case("no preflight at the second hop", NetworkError, AllowOriginPresent, get(API).header("X-A", "1").preflight("200", &[(ACAO, "*"), (ACAH, "*")]).redirects("307", other)),
        case("Authorization dropped", Readable, WildcardWithoutCredentials, get(API).header("Authorization", "x").preflight("200", authorization).redirects("307", other).answers("200", ANYBODY)),
        case("Authorization kept", Readable, WildcardWithoutCredentials, get(API).header("Authorization", "x").preflight("200", authorization).redirects("307", "/b").preflight("200", authorization).answers("200", ANYBODY)),
        case("redirect error", NetworkError, RedirectModeFollows, get(API).redirect(RedirectMode::Error).redirects("302", "/b")),
        case("redirect manual", OpaqueRedirect, RedirectModeFollows, get(API).redirect(RedirectMode::Manual).redirects("302", "/b")),
        case("redirect manual, 302 without Location", OpaqueRedirect, RedirectModeFollows, get(API).redirect(RedirectMode::Manual).answers("302", ANYBODY)),
        case("redirect error, 302 without Location", Readable, WildcardWithoutCredentials, get(API).redirect(RedirectMode::Error).answers("302", ANYBODY)),
        case("302 without Location", Readable, WildcardWithoutCredentials, get(API).answers("302", ANYBODY)),
        case("300 with Location", Readable, WildcardWithoutCredentials, get(API).answers("300", &[(ACAO, "*"), ("Location", "/b")])),
        case("Location unreadable", NetworkError, LocationParses, get(API).redirects("302", "https://:x")),
        case("Location to a file", NetworkError, LocationSchemeIsHttp, get(API).redirects("302", "file:///etc/hosts")),
        case("Location to data", NetworkError, LocationSchemeIsHttp, get(API).redirects("302", "data:text/plain,x")),
        case("Location to mailto", NetworkError, LocationSchemeIsHttp, get(API).redirects("302", "mailto:a@b.example")),
        case("303 to mailto", NetworkError, LocationSchemeIsHttp, send("PUT", "/data").redirects("303", "mailto:a@b.example")),
        case("Location with a password", NetworkError, LocationWithoutCredentials, get(API).redirects("302", "https://u:p@api.example/b")),
        case("Location with a password, same origin", NetworkError, SubresourceWithoutPassword, get("/data").redirects("302", "https://u:p@app.example/b")),
        case("Location to a bad port", NetworkError, PortNotBlocked, get(API).redirects("302", "https://api.example:25/")),
        case("Location to http", NetworkError, NotMixedContent, get(API).redirects("302", "http://api.example/")),
        case("same-origin mode redirected away", NetworkError, ModeAllowsCrossOrigin, get("/data").mode(Mode::SameOrigin).redirects("302", API)),
        case("no-cors redirected", Opaque, ResponseVisible, get(API).mode(Mode::NoCors).redirects("302", other)),
        case("21 redirects", NetworkError, RedirectsWithin20, long()),
        case("chain longer than the servers", NetworkError, ServerAnswered, get(API).answers("302", &[(ACAO, "*"), ("Location", "/b")])),
    ]
}
