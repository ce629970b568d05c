//! The lists in a preflight's answer: methods and header names.

use cors_engine::Rule::*;
use cors_engine::trace::Outcome::*;

use super::{ACAC, ACAH, ACAM, ACAO, ANYBODY, API, Case, ORIGIN, case};
use crate::build::{Pairs, get, send};

// One row a case, however wide.
#[rustfmt::skip]
pub(super) fn all() -> Vec<Case> {
    let put = || send("PUT", API);
    let with = |name: &str| get(API).header(name, "x");
    let lists: Pairs = &[(ACAO, "*"), (ACAM, "*"), (ACAH, "*")];
    let credentials: Pairs = &[(ACAO, ORIGIN), (ACAC, "true"), (ACAM, "*"), (ACAH, "*")];
    let exact: Pairs = &[(ACAO, ORIGIN), (ACAC, "true")];
    vec![
        case("method not listed", NetworkError, MethodAllowed, put().preflight("204", ANYBODY)),
        case("patch is not PATCH", NetworkError, MethodAllowed, send("patch", API).preflight("204", &[(ACAO, "*"), (ACAM, "PATCH")])),
        case("put is PUT", Readable, WildcardWithoutCredentials, send("put", API).preflight("204", &[(ACAO, "*"), (ACAM, "PUT")]).answers("200", ANYBODY)),
        case("method by *", Readable, WildcardWithoutCredentials, put().preflight("204", lists).answers("200", ANYBODY)),
        case("method by * with credentials", NetworkError, MethodAllowed, put().include().preflight("204", credentials).answers("200", exact)),
        case("header not listed", NetworkError, RequestHeaderAllowed, with("X-A").preflight("204", &[(ACAO, "*"), (ACAH, "x-b")])),
        case("header in other letters", Readable, WildcardWithoutCredentials, with("X-A").preflight("204", &[(ACAO, "*"), (ACAH, "x-B,X-a")]).answers("200", ANYBODY)),
        case("header by *", Readable, WildcardWithoutCredentials, with("X-A").preflight("204", lists).answers("200", ANYBODY)),
        case("header by * among names", Readable, WildcardWithoutCredentials, with("X-A").preflight("204", &[(ACAO, "*"), (ACAH, "X-B, *")]).answers("200", ANYBODY)),
        case("header by * with credentials", NetworkError, RequestHeaderAllowed, with("X-A").include().preflight("204", credentials)),
        case("Authorization not listed", NetworkError, AuthorizationListed, with("Authorization").preflight("204", ANYBODY)),
        case("Authorization by *", Readable, WildcardWithoutCredentials, with("Authorization").preflight("204", lists).answers("200", ANYBODY)),
        case("Authorization by * with credentials", NetworkError, AuthorizationListed, with("Authorization").include().preflight("204", credentials)),
        case("Authorization and Content-Type", NetworkError, AuthorizationListed, with("Content-Type").header("Authorization", "x").preflight("204", ANYBODY)),
        case("Authorization before Accept in need", NetworkError, AuthorizationListed, with("Authorization").header("Accept", "a(b)").preflight("204", ANYBODY)),
        case("several headers", NetworkError, RequestHeaderAllowed, with("X-C").header("X-A", "1").header("X-B", "1").preflight("204", &[(ACAO, "*"), (ACAH, "x-a")])),
        case("Content-Type and a method", NetworkError, MethodAllowed, put().header("Content-Type", "application/json").preflight("204", ANYBODY)),
        case("method list unreadable", NetworkError, AllowMethodsParses, put().preflight("204", &[(ACAO, "*"), (ACAM, "GET; PUT")])),
        case("header list unreadable", NetworkError, AllowHeadersParses, with("X-A").preflight("204", &[(ACAO, "*"), (ACAH, "X A")])),
        case("method list unreadable, GET", NetworkError, AllowMethodsParses, with("X-A").preflight("204", &[(ACAO, "*"), (ACAM, "GET; PUT"), (ACAH, "x-a")])),
        case("list with empty elements", Readable, WildcardWithoutCredentials, put().preflight("204", &[(ACAO, "*"), (ACAM, ",PUT,,")]).answers("200", ANYBODY)),
        case("list on two lines", Readable, WildcardWithoutCredentials, put().preflight("204", &[(ACAO, "*"), (ACAM, "PATCH"), (ACAM, "PUT")]).answers("200", ANYBODY)),
        case("empty lists", NetworkError, MethodAllowed, put().preflight("204", &[(ACAO, "*"), (ACAM, ""), (ACAH, "")])),
    ]
}
