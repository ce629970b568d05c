//! Requests of elements: img, script, form.

use cors_engine::Rule::*;
use cors_engine::scenario::{Api, Mode, ReferrerPolicy};
use cors_engine::trace::Outcome::*;

use super::{ACAO, ANYBODY, API, Case, ORIGIN, case};
use crate::build::api;

// One row a case, however wide.
#[rustfmt::skip]
pub(super) fn all() -> Vec<Case> {
    let anonymous = |element| api(element, API).mode(Mode::Cors);
    vec![
        case("img", Opaque, ResponseVisible, api(Api::Img, API).answers("200", &[("Content-Type", "image/png")])),
        case("img crossorigin", NetworkError, AllowOriginPresent, anonymous(Api::Img)),
        case("img crossorigin, *", Readable, WildcardWithoutCredentials, anonymous(Api::Img).answers("200", ANYBODY)),
        case("img use-credentials, *", NetworkError, WildcardWithoutCredentials, anonymous(Api::Img).include().answers("200", ANYBODY)),
        case("img upgraded", Opaque, ResponseVisible, api(Api::Img, "http://api.example/i.png").answers("200", &[("Content-Type", "image/png")])),
        case("script", Opaque, ResponseVisible, api(Api::Script, API).answers("200", &[("Content-Type", "text/javascript")])),
        case("script crossorigin", NetworkError, AllowOriginPresent, anonymous(Api::Script)),
        case("script crossorigin, *", Readable, WildcardWithoutCredentials, anonymous(Api::Script).answers("200", ANYBODY)),
        case("script use-credentials", NetworkError, AllowCredentialsTrue, anonymous(Api::Script).include().answers("200", &[(ACAO, ORIGIN)])),
        case("form GET", Opaque, ResponseVisible, api(Api::Form, API).body("a=b")),
        case("form GET without fields", Opaque, ResponseVisible, api(Api::Form, API)),
        case("form POST", Opaque, ResponseVisible, api(Api::Form, API).method("POST").body("a=b")),
        case("form POST, text", Opaque, ResponseVisible, api(Api::Form, API).method("POST").header("Content-Type", "text/plain").body("a=b")),
        case("form POST, files", Opaque, ResponseVisible, api(Api::Form, API).method("POST").header("Content-Type", "multipart/form-data").body("a=b")),
        case("form POST to http", Opaque, ResponseVisible, api(Api::Form, "http://api.example/").method("POST")),
        case("form POST at home", Readable, SameOrigin, api(Api::Form, "/data").method("POST").body("a=b")),
        case("form POST without referrer", Opaque, ResponseVisible, api(Api::Form, API).method("POST").body("a=b").referrer_policy(ReferrerPolicy::NoReferrer)),
        case("form, no server", NetworkError, ServerAnswered, api(Api::Form, API).unreachable()),
        case("form redirected home", Readable, SameOrigin, api(Api::Form, API).method("POST").redirects("303", "https://app.example/done")),
    ]
}
