//! [Methods](https://fetch.spec.whatwg.org/#methods).

use cors_engine::Rule;
use cors_engine::infrastructure::methods::{
    is_cors_safelisted_method, is_forbidden_method, is_method, normalize,
};

use crate::support::*;

pub(crate) fn rows() -> Vec<Row> {
    let answered = || fetch(API).answer("200", ANYBODY);
    let preflighted = || network_error(Rule::AllowOriginPresent).wire("OPTIONS");
    rows! {
        "CORS-safelisted method: GET":
            answered() => readable(Rule::WildcardWithoutCredentials).wire("GET");
        "CORS-safelisted method: HEAD":
            answered().method("HEAD") => readable(Rule::WildcardWithoutCredentials).wire("HEAD");
        "CORS-safelisted method: POST":
            answered().method("POST") => readable(Rule::WildcardWithoutCredentials).wire("POST");
        "CORS-safelisted method: `post` is POST":
            answered().method("post") => readable(Rule::WildcardWithoutCredentials).wire("POST");
        "CORS-safelisted method: OPTIONS is none": answered().method("OPTIONS") => preflighted();
        "CORS-safelisted method: PUT is none": answered().method("PUT") => preflighted();
        "CORS-safelisted method: DELETE is none": answered().method("DELETE") => preflighted();
        "CORS-safelisted method: PATCH is none": answered().method("PATCH") => preflighted();
        "CORS-safelisted method: a same-origin PUT asks nobody":
            fetch("/data").method("PUT") => readable(Rule::SameOrigin).wire("PUT");
        "Forbidden method: CONNECT":
            fetch(API).method("CONNECT") => throws(Rule::MethodNotForbidden);
        "Forbidden method: `trace`": fetch(API).method("trace") => throws(Rule::MethodNotForbidden);
        "Forbidden method: Track, same-origin as well":
            fetch("/data").method("Track") => throws(Rule::MethodNotForbidden);
        "Method: two words are none": fetch(API).method("GET POST") => throws(Rule::MethodIsToken);
        "Method: nothing is none": fetch(API).method("") => throws(Rule::MethodIsToken);
        "Method: white space is not dropped":
            fetch(API).method(" GET") => throws(Rule::MethodIsToken);
        "Method: beyond one byte": fetch(API).method("GĒT") => throws(Rule::MethodIsToken);
    }
}

#[test]
fn every_row() {
    check(&rows());
}

#[test]
fn normalize_knows_six_methods() {
    let rows = [
        ("delete", "DELETE"),
        ("gEt", "GET"),
        ("head", "HEAD"),
        ("Options", "OPTIONS"),
        ("post", "POST"),
        ("put", "PUT"),
        ("patch", "patch"),
        ("Patch", "Patch"),
        ("PATCH", "PATCH"),
        ("query", "query"),
        ("geT ", "geT "),
        ("", ""),
    ];
    for (method, wanted) in rows {
        assert_eq!(normalize(method), wanted, "normalize {method:?}");
    }
}

#[test]
fn kinds_of_methods() {
    // Method, is one, is safelisted, is forbidden.
    let rows = [
        ("GET", true, true, false),
        ("get", true, false, false),
        ("HEAD", true, true, false),
        ("POST", true, true, false),
        ("PUT", true, false, false),
        ("connect", true, false, true),
        ("TRACE", true, false, true),
        ("tRaCk", true, false, true),
        ("!#$%&'*+-.^_`|~09", true, false, false),
        ("", false, false, false),
        ("G T", false, false, false),
        ("G/T", false, false, false),
        ("É", false, false, false),
        ("GET\n", false, false, false),
    ];
    for (method, wanted_method, safelisted, forbidden) in rows {
        assert_eq!(is_method(method), wanted_method, "{method:?} is a method");
        assert_eq!(
            is_cors_safelisted_method(method),
            safelisted,
            "{method:?} is safelisted"
        );
        assert_eq!(
            is_forbidden_method(method),
            forbidden,
            "{method:?} is forbidden"
        );
    }
}
