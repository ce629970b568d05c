//! The preflight cache, over several sends.

use cors_engine::Rule::*;
use cors_engine::scenario::CredentialsMode;
use cors_engine::trace::Outcome::*;

use super::{ACAM, ACAO, ANYBODY, API, Case, MAX_AGE, case};
use crate::build::{Build, send};

// One row a case, however wide.
#[rustfmt::skip]
pub(super) fn all() -> Vec<Case> {
    let put = || {
        send("PUT", API)
            .preflight("204", &[(ACAO, "*"), (ACAM, "PUT")])
            .answers("200", ANYBODY)
    };
    let aged = |age: &str| {
        send("PUT", API)
            .preflight("204", &[(ACAO, "*"), (ACAM, "PUT"), (MAX_AGE, age)])
            .answers("200", ANYBODY)
    };
    let kept = |build: Build| case("kept", Readable, WildcardWithoutCredentials, build);
    let mut omit = put();
    omit.0.request.credentials = CredentialsMode::Omit;
    vec![
        Case { name: "kept for 5 s",..kept(put().again_after(0)) },
        Case { name: "kept for 5 s, not 6",..kept(put().again_after(6)) },
        Case { name: "Max-Age: 0",..kept(aged("0").again_after(0)) },
        Case { name: "Max-Age: -1",..kept(aged("-1").again_after(0)) },
        Case { name: "Max-Age: 1",..kept(aged("1").again_after(2)) },
        Case { name: "Max-Age: nonsense",..kept(aged("1h").again_after(0)) },
        Case { name: "credentials omitted",..kept(omit.again_after(0)) },
        case("opaque page", Readable, WildcardWithoutCredentials, put().opaque().again_after(0)),
        case("origin hidden by a redirect", NetworkError, AllowOriginPresent, put().redirects("307", "https://other.example/x").preflight("204", &[(ACAO, "*"), (ACAM, "PUT")]).redirects("307", "/x").answers("200", ANYBODY)),
        case("not kept after a failure", NetworkError, AllowOriginPresent, put().answers("200", &[]).again_after(0)),
    ]
}
