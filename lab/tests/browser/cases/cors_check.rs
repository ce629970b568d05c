//! Who may read an answer: the CORS check, and the headers that are visible.

use cors_engine::Rule::*;
use cors_engine::scenario::Api;
use cors_engine::trace::Outcome::*;

use super::{ACAC, ACAO, ACEH, ANYBODY, API, Case, ORIGIN, case};
use crate::build::{Pairs, api, get};

// One row a case, however wide.
#[rustfmt::skip]
pub(super) fn all() -> Vec<Case> {
    let with = |headers: Pairs| get(API).answers("200", headers);
    let exact = (ACAO, ORIGIN);
    vec![
        case("no Allow-Origin", NetworkError, AllowOriginPresent, get(API)),
        case("* for anybody", Readable, WildcardWithoutCredentials, with(ANYBODY)),
        case("the origin itself", Readable, AllowOriginMatches, with(&[exact])),
        case("* and credentials", NetworkError, WildcardWithoutCredentials, with(&[(ACAO, "*"), (ACAC, "true")]).include()),
        case("xhr, * and credentials", NetworkError, WildcardWithoutCredentials, api(Api::Xhr, API).include().answers("200", ANYBODY)),
        case("no Allow-Credentials", NetworkError, AllowCredentialsTrue, with(&[exact]).include()),
        case("Allow-Credentials: True", NetworkError, AllowCredentialsTrue, with(&[exact, (ACAC, "True")]).include()),
        case("Allow-Credentials twice", NetworkError, AllowCredentialsTrue, with(&[exact, (ACAC, "true"), (ACAC, "true")]).include()),
        case("xhr, no Allow-Credentials", NetworkError, AllowCredentialsTrue, api(Api::Xhr, API).include().answers("200", &[exact])),
        case("credentials allowed", Readable, AllowCredentialsTrue, with(&[exact, (ACAC, "true")]).include()),
        case("* twice", NetworkError, AllowOriginMatches, with(&[(ACAO, "*"), (ACAO, "*")])),
        case("a list", NetworkError, AllowOriginMatches, with(&[(ACAO, "https://app.example, https://b.example")])),
        case("two with a space", NetworkError, AllowOriginMatches, with(&[(ACAO, "https://app.example https://b.example")])),
        case("slash at the end", NetworkError, AllowOriginMatches, with(&[(ACAO, "https://app.example/")])),
        case("capitals", NetworkError, AllowOriginMatches, with(&[(ACAO, "https://App.example")])),
        case("default port written", NetworkError, AllowOriginMatches, with(&[(ACAO, "https://app.example:443")])),
        case("no scheme", NetworkError, AllowOriginMatches, with(&[(ACAO, "app.example")])),
        case("a pattern", NetworkError, AllowOriginMatches, with(&[(ACAO, "https://*.example")])),
        case("empty", NetworkError, AllowOriginMatches, with(&[(ACAO, "")])),
        case("null", NetworkError, AllowOriginMatches, with(&[(ACAO, "null")])),
        case("nonsense", NetworkError, AllowOriginMatches, with(&[(ACAO, "yes")])),
        case("opaque page, null", Readable, AllowOriginMatches, with(&[(ACAO, "null")]).opaque()),
        case("opaque page, its URL's origin", NetworkError, AllowOriginMatches, with(&[exact]).opaque()),
        case("opaque page, own server", NetworkError, AllowOriginPresent, get("/data").opaque()),
        case("file page, null", Readable, AllowOriginMatches, with(&[(ACAO, "null")]).page("file:///home/me/index.html")),
        case("data page, nothing", NetworkError, AllowOriginPresent, get(API).page("data:text/html,page")),
        case("another port", NetworkError, AllowOriginMatches, get("http://localhost:3000/").page("http://127.0.0.1:5173/").answers("200", &[(ACAO, "http://localhost:5173")])),
        case("500 without", NetworkError, AllowOriginPresent, get(API).answers("500", &[])),
        case("404 with", Readable, WildcardWithoutCredentials, get(API).answers("404", ANYBODY)),
        case("204", Readable, WildcardWithoutCredentials, get(API).answers("204", ANYBODY)),
        case("exposed headers", Readable, WildcardWithoutCredentials, with(&[(ACAO, "*"), (ACEH, "X-A, x-b"), ("X-A", "1"), ("X-A", "2"), ("X-B", "3"), ("X-C", "4"), ("ETag", "5"), ("Content-Type", "text/plain"), ("Set-Cookie", "a=b")])),
        case("all exposed", Readable, WildcardWithoutCredentials, with(&[(ACAO, "*"), (ACEH, "*"), ("X-A", "1"), ("Set-Cookie", "a=b")])),
        case("* is a name with credentials", Readable, AllowCredentialsTrue, with(&[exact, (ACAC, "true"), (ACEH, "*"), ("X-A", "1")]).include()),
        case("Expose-Headers unreadable", Readable, WildcardWithoutCredentials, with(&[(ACAO, "*"), (ACEH, "X A, X-B"), ("X-B", "1")])),
        case("xhr, nothing", NetworkError, AllowOriginPresent, api(Api::Xhr, API)),
        case("xhr, headers", Readable, WildcardWithoutCredentials, api(Api::Xhr, API).answers("200", &[(ACAO, "*"), (ACEH, "X-A"), ("X-A", "1"), ("X-A", "2"), ("X-B", "3")])),
    ]
}
