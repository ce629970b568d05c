//! Where Chromium differs from the standard, as the engine's profile `chromium` has it.

use cors_engine::Rule::*;
use cors_engine::scenario::{Api, Mode, RedirectMode, ReferrerPolicy};
use cors_engine::trace::Outcome::*;

use super::{ACAC, ACAH, ACAM, ACAO, ANYBODY, API, Case, MAX_AGE, ORIGIN, case};
use crate::build::{Build, Pairs, api, get, send};

const SHARED: Pairs = &[
    (ACAO, ORIGIN),
    (ACAC, "true"),
    (ACAM, "PUT, *"),
    (ACAH, "x-a, *"),
];

// One row a case, however wide.
#[rustfmt::skip]
pub(super) fn all() -> Vec<Case> {
    let asked = |method: &str, preflight: Pairs| send(method, API).preflight("204", preflight).answers("200", ANYBODY);
    let put = || asked("PUT", &[(ACAO, "*"), (ACAM, "PUT")]);
    let delete = || asked("DELETE", &[(ACAO, "*"), (ACAM, "DELETE")]);
    let looping = |of| (0..21).fold(api(of, API), |build, _| build.redirects("307", "/data"));
    let with_password = |of| api(of, "https://u:p@api.example/data").answers("200", ANYBODY);
    let aged = |age| asked("PUT", &[(ACAO, "*"), (ACAM, "PUT"), (MAX_AGE, age)]);
    let shared = |method| send(method, API).preflight("204", SHARED).answers("200", SHARED);
    let listening = |method: &str, preflight: Pairs| {
        let request = api(Api::Xhr, API).method(method).body("x").upload_listener();
        request.preflight("204", preflight).answers("200", ANYBODY)
    };
    let typed = |content_type| api(Api::Xhr, "/data").method("POST").body("x").header("Content-Type", content_type);
    let read = |name, build: Build| case(name, Readable, WildcardWithoutCredentials, build);
    vec![
        read("port 4190", get("https://api.example:4190/").answers("200", ANYBODY)),
        case("407", NetworkError, NoProxyAuthentication, get(API).answers("407", ANYBODY)),
        case("407 to a preflight", NetworkError, NoProxyAuthentication, send("PUT", API).preflight("407", ANYBODY)),
        read("empty Location", get(API).answers("302", &[(ACAO, "*"), ("Location", "")])),
        read("empty Location, redirect error", get(API).redirect(RedirectMode::Error).answers("302", &[(ACAO, "*"), ("Location", "")])),
        case("no Location, redirect manual", OpaqueRedirect, RedirectModeFollows, get(API).redirect(RedirectMode::Manual).answers("302", ANYBODY)),
        case("preflight with an empty Location", NetworkError, AllowOriginPresent, send("PUT", API).preflight("307", &[("Location", "")])),
        case("password, img", NetworkError, SubresourceWithoutPassword, with_password(Api::Img)),
        case("password, script", NetworkError, SubresourceWithoutPassword, with_password(Api::Script)),
        read("password, crossorigin img", with_password(Api::Img).mode(Mode::Cors)),
        read("password, xhr", with_password(Api::Xhr)),
        case("Location with a password, same origin, xhr", Readable, SameOrigin, api(Api::Xhr, "/data").redirects("302", "https://u:p@app.example/b")),
        read("relative Location after a password, xhr", with_password(Api::Xhr).redirects("302", "/b").answers("200", ANYBODY)),
        case("relative Location after a password, same origin, xhr", Readable, SameOrigin, api(Api::Xhr, "https://u:p@app.example/data").redirects("302", "/b").answers("404", &[])),
        read("preflight kept for null along a chain", put().opaque().redirects("307", "/data").answers("200", ANYBODY)),
        read("a conditional request asks anew", get(API).header("If-None-Match", "x").preflight("204", &[(ACAO, "*"), (ACAH, "if-none-match")]).answers("200", ANYBODY).again_after(0)),
        case("form in a loop", NetworkError, RedirectsWithin20, looping(Api::Form)),
        case("Location with a password, no-cors", NetworkError, SubresourceWithoutPassword, get(API).mode(Mode::NoCors).redirects("302", "https://u:p@api.example/b")),
        case("no-referrer POST, no-cors", Opaque, ResponseVisible, send("POST", API).mode(Mode::NoCors).referrer_policy(ReferrerPolicy::NoReferrer)),
        case("crossorigin img of its own origin", Readable, SameOrigin, api(Api::Img, "/data").mode(Mode::Cors)),
        case("no-cors, redirected by its own server", Opaque, ResponseVisible, send("POST", "/data").mode(Mode::NoCors).redirects("307", API)),
        case("User-Agent", Readable, WildcardWithoutCredentials, get(API).header("User-Agent", "x").answers("200", ANYBODY)),
        case("upload listener, method not listed", NetworkError, MethodAllowed, listening("PUT", ANYBODY)),
        read("upload listener, cached without its method", listening("POST", &[(ACAO, "*"), (ACAM, "PUT")]).again_after(0)),
        case("two equal Locations", Readable, WildcardWithoutCredentials, get(API).redirects("302", "/b").with_response_header("Location", "/b").answers("200", ANYBODY)),
        case("two Locations that differ", NetworkError, LocationParses, get(API).answers("200", &[(ACAO, "*"), ("Location", "/b"), ("Location", "/c")])),
        case("unusable Location, redirect manual", NetworkError, LocationParses, get(API).redirect(RedirectMode::Manual).answers("302", &[(ACAO, "*"), ("Location", "https://[")])),
        case("bad name, bad value, xhr", ScriptThrows, RequestHeaderValueValid, api(Api::Xhr, API).header("x a", "\u{100}")),
        case("form redirected by its own server", Opaque, ResponseVisible, api(Api::Form, "/data").method("POST").redirects("307", API)),
        case("form redirected by another server to itself", Opaque, ResponseVisible, api(Api::Form, API).method("POST").redirects("307", "/b")),
        read("upload listener without a body", api(Api::Xhr, API).upload_listener().answers("200", ANYBODY)),
        read("client hint", get(API).header("Save-Data", "ON").header("DPR", "1.5").header("Width", "320").header("ECT", "4g").answers("200", ANYBODY)),
        case("client hint without a value", NetworkError, AllowOriginPresent, get(API).header("DPR", "1.")),
        case("repeated header, each safelisted", NetworkError, AllowOriginPresent, get(API).header("Content-Type", "text/plain").header("Content-Type", "text/plain")),
        case("charset, in small letters", Readable, SameOrigin, typed("text/plain; charset=utf-8")),
        case("charset, in quotes, twice", Readable, SameOrigin, typed("text/plain;CHARSET = \"x\", b;x=charset=z; charset; charset=y")),
        read("Max-Age: +100", aged("+100").again_after(6)),
        read("Max-Age: 20 digits", aged("99999999999999999999").again_after(0)),
        read("a new preflight replaces the old", put().then(0, delete()).then(0, put())),
        read("a preflight that fails takes the old one with it", put().then(0, delete().preflight("204", ANYBODY)).then(0, put())),
        case("a failed request leaves its preflight", NetworkError, AllowOriginPresent, put().answers("200", &[]).then(0, put())),
        case("* kept with credentials, asked without", Readable, AllowCredentialsTrue, shared("PUT").include().then(0, shared("PATCH"))),
        case("* kept with credentials, asked with", Readable, AllowCredentialsTrue, shared("PUT").include().then(0, shared("PATCH").include())),
        read("* kept does not cover Authorization", asked("PUT", &[(ACAO, "*"), (ACAM, "*"), (ACAH, "*")]).then(0, get(API).header("Authorization", "x").preflight("204", &[(ACAO, "*"), (ACAH, "*")]).answers("200", ANYBODY)).again_after(0)),
    ]
}
