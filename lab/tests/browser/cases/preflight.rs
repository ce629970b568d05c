//! Preflights: what causes one, and what its answer must be.

use cors_engine::Rule::*;
use cors_engine::scenario::Api;
use cors_engine::trace::Outcome::*;

use super::{ACAH, ACAM, ACAO, ANYBODY, API, Case, ORIGIN, case};
use crate::build::{api, get, send};

// One row a case, however wide.
#[rustfmt::skip]
pub(super) fn all() -> Vec<Case> {
    let json = || {
        send("POST", API)
            .header("Content-Type", "application/json")
            .body("{}")
    };
    let put = || send("PUT", API);
    let exact = (ACAO, ORIGIN);
    vec![
        case("no OPTIONS handler", NetworkError, AllowOriginPresent, json()),
        case("405 with Allow-Origin", NetworkError, PreflightStatusOk, json().preflight("405", ANYBODY)),
        case("401 without", NetworkError, AllowOriginPresent, get(API).header("Authorization", "Bearer x").preflight("401", &[])),
        case("preflight redirected", NetworkError, PreflightStatusOk, json().preflight("301", &[(ACAO, "*"), ("Location", "https://api.example/data/")])),
        case("preflight redirected without Allow-Origin", NetworkError, PreflightStatusOk, json().preflight("307", &[("Location", "https://api.example/data/")])),
        case("preflight 302 without Location", NetworkError, PreflightStatusOk, json().preflight("302", ANYBODY)),
        case("preflight 304", NetworkError, PreflightStatusOk, json().preflight("304", ANYBODY)),
        case("preflight 300", NetworkError, PreflightStatusOk, json().preflight("300", &[(ACAO, "*"), ("Location", "/x")])),
        case("preflight 299", Readable, WildcardWithoutCredentials, put().preflight("299", &[(ACAO, "*"), (ACAM, "PUT")]).answers("200", ANYBODY)),
        case("preflight, * and credentials", NetworkError, WildcardWithoutCredentials, put().include().preflight("204", &[(ACAO, "*"), (ACAM, "PUT")])),
        case("xhr preflight, * and credentials", NetworkError, WildcardWithoutCredentials, api(Api::Xhr, API).method("PUT").include().preflight("204", ANYBODY)),
        case("preflight without Allow-Credentials", NetworkError, AllowCredentialsTrue, put().include().preflight("204", &[exact, (ACAM, "PUT")])),
        case("preflight with another origin", NetworkError, AllowOriginMatches, put().preflight("204", &[(ACAO, "https://b.example")])),
        case("preflight with two", NetworkError, AllowOriginMatches, put().preflight("204", &[(ACAO, "*"), (ACAO, "*")])),
        case("preflight with nonsense", NetworkError, AllowOriginMatches, put().preflight("204", &[(ACAO, "app.example")])),
        case("preflight ok, answer without", NetworkError, AllowOriginPresent, put().preflight("204", &[(ACAO, "*"), (ACAM, "PUT")])),
        case("preflighted and readable", Readable, WildcardWithoutCredentials, json().preflight("204", &[(ACAO, "*"), (ACAH, "content-type")]).answers("201", ANYBODY)),
        case("form type needs no preflight", Readable, WildcardWithoutCredentials, send("POST", API).header("Content-Type", "text/plain; charset=utf-8").body("x").answers("200", ANYBODY)),
        case("text body needs no preflight", Readable, WildcardWithoutCredentials, send("POST", API).body("x").answers("200", ANYBODY)),
        case("simple range", Readable, WildcardWithoutCredentials, get(API).header("Range", "bytes=0-").answers("206", ANYBODY)),
        case("upload listener", NetworkError, AllowOriginPresent, api(Api::Xhr, API).method("POST").body("x").upload_listener()),
        case("upload listener allowed", Readable, WildcardWithoutCredentials, api(Api::Xhr, API).method("POST").body("x").upload_listener().preflight("200", ANYBODY).answers("200", ANYBODY)),
        case("long value", NetworkError, AllowOriginPresent, get(API).header("Accept", &"a".repeat(129))),
        case("unsafe byte", NetworkError, AllowOriginPresent, get(API).header("Accept", "a(b)")),
        case("CORS header on the request", NetworkError, AllowOriginPresent, get(API).header(ACAO, "*")),
        case("no server", NetworkError, ServerAnswered, put().unreachable()),
    ]
}
