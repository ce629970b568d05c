//! Which way a request goes: origins, modes, schemes, ports.

use cors_engine::Rule::*;
use cors_engine::scenario::{Api, Mode, RedirectMode, ReferrerPolicy};
use cors_engine::trace::Outcome::*;

use super::{ANYBODY, API, Case, case};
use crate::build::{api, get, send};

// One row a case, however wide.
#[rustfmt::skip]
pub(super) fn all() -> Vec<Case> {
    let redirect = |mode| get(API).mode(Mode::NoCors).redirect(mode);
    vec![
        case("same origin", Readable, SameOrigin, get("/data").answers("200", &[("X-A", "1"), ("Set-Cookie", "a=b")])),
        case("same origin, PUT", Readable, SameOrigin, send("PUT", "/data").header("X-A", "1").answers("500", &[])),
        case("bad port", NetworkError, PortNotBlocked, get("https://api.example:25/")),
        case("mixed content", NetworkError, NotMixedContent, get("http://api.example/")),
        case("xhr, mixed content", NetworkError, NotMixedContent, api(Api::Xhr, "http://api.example/")),
        case("script, mixed content", NetworkError, NotMixedContent, api(Api::Script, "http://api.example/")),
        case("http to loopback is not mixed", Readable, WildcardWithoutCredentials, get("http://localhost:8080/").answers("200", ANYBODY)),
        case("same-origin mode", NetworkError, ModeAllowsCrossOrigin, get(API).mode(Mode::SameOrigin)),
        case("same-origin mode, same origin", Readable, SameOrigin, get("/data").mode(Mode::SameOrigin)),
        case("same-origin mode, opaque page", NetworkError, ModeAllowsCrossOrigin, get(API).mode(Mode::SameOrigin).opaque()),
        case("no-cors", Opaque, ResponseVisible, get(API).mode(Mode::NoCors).header("X-A", "1").header("Accept", "text/html")),
        case("no-cors, same origin", Readable, SameOrigin, get("/data").mode(Mode::NoCors)),
        case("no-cors POST", Opaque, ResponseVisible, send("POST", API).mode(Mode::NoCors).body("x")),
        case("no-cors, redirect error", NetworkError, NoCorsFollowsRedirects, redirect(RedirectMode::Error)),
        case("no-cors, redirect manual", NetworkError, NoCorsFollowsRedirects, redirect(RedirectMode::Manual)),
        case("localhost as a scheme", NetworkError, SchemeIsHttp, get("localhost:8080/api")),
        case("xhr, localhost as a scheme", NetworkError, SchemeIsHttp, api(Api::Xhr, "localhost:8080/api")),
        case("file URL", NetworkError, SchemeIsHttp, get("file:///etc/hosts")),
        case("ftp URL", NetworkError, NotMixedContent, get("ftp://api.example/")),
        case("ftp URL, no-cors", NetworkError, NotMixedContent, get("ftp://api.example/").mode(Mode::NoCors)),
        case("mailto URL, same-origin", NetworkError, ModeAllowsCrossOrigin, get("mailto:a@b.example").mode(Mode::SameOrigin)),
        case("data URL", Readable, DataUrlReadable, get("data:text/plain,hello")),
        case("data URL without a comma", NetworkError, DataUrlReadable, get("data:hello")),
        case("xhr, data URL without a comma", NetworkError, DataUrlReadable, api(Api::Xhr, "data:hello")),
        case("ftp URL from an http page", NetworkError, SchemeIsHttp, get("ftp://api.example/").page("http://app.example/")),
        case("xhr, ftp URL", NetworkError, SchemeIsHttp, api(Api::Xhr, "ftp://api.example/").page("http://app.example/")),
        case("img, unknown scheme", NetworkError, SchemeIsHttp, api(Api::Img, "foo:bar")),
        case("img crossorigin, unknown scheme", NetworkError, SchemeIsHttp, api(Api::Img, "foo:bar").mode(Mode::Cors)),
        case("script, file", NetworkError, SchemeIsHttp, api(Api::Script, "file:///etc/hosts")),
        case("file URL from a file page", NetworkError, SchemeIsHttp, get("file:///etc/hosts").page("file:///home/me/index.html")),
        case("no server", NetworkError, ServerAnswered, get(API).unreachable()),
        case("Origin on a same-origin POST", Readable, SameOrigin, send("POST", "/data").body("x")),
        case("Origin hidden by the policy", Opaque, ResponseVisible, send("POST", API).mode(Mode::NoCors).referrer_policy(ReferrerPolicy::NoReferrer)),
        case("Origin kept in cors mode", Readable, WildcardWithoutCredentials, send("POST", API).referrer_policy(ReferrerPolicy::NoReferrer).answers("200", ANYBODY)),
    ]
}
