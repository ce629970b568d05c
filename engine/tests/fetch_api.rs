//! The [Request class](https://fetch.spec.whatwg.org/#request-class) and the [Headers class](https://fetch.spec.whatwg.org/#headers-class): what `fetch()` throws, drops and adds.

use cors_engine::fetch_api::{Exception, exception};
use cors_engine::scenario::{Api, Field, Mode};
use cors_engine::{Rule, Scenario};

use crate::support::*;

fn post(headers: &[(&str, &str)]) -> Scenario {
    headers
        .iter()
        .fold(fetch("/x").method("POST"), |scenario, (name, value)| {
            scenario.header(name, value)
        })
}

fn no_cors(headers: &[(&str, &str)]) -> Scenario {
    let mut scenario = post(headers).mode(Mode::NoCors);
    scenario.request.url = API.to_owned();
    scenario
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = request_class();
    rows.extend(headers_class());
    rows.extend(no_cors_guard());
    rows
}

fn request_class() -> Vec<Row> {
    let same = || readable(Rule::SameOrigin);
    rows! {
        "5.2: no URL":
            fetch("https://") => throws(Rule::RequestUrlParses).at(Some(Field::RequestUrl)).found(Some("https://"));
        "5.2: a host with a space": fetch("https://api example/") => throws(Rule::RequestUrlParses);
        "5.2: a port that is none":
            fetch("https://api.example:99999/") => throws(Rule::RequestUrlParses);
        "5.2: a path on a page without paths":
            fetch("/x").page("data:text/html,x") => throws(Rule::RequestUrlParses);
        "5.2: nothing is the page itself": fetch("") => same().last_url("https://page.example/app");
        "5.2: an image whose address is no URL throws nothing":
            fetch("https://").api(Api::Img) => network_error(Rule::RequestUrlParses).wire("");
        "5.2: nor does a script":
            fetch("https://").api(Api::Script) => network_error(Rule::RequestUrlParses);
        "5.2: nor does a form":
            fetch("https://").api(Api::Form) => network_error(Rule::RequestUrlParses);
        "5.3: a user name":
            fetch("https://u@page.example/") => throws(Rule::RequestUrlWithoutCredentials);
        "5.3: a password":
            fetch("https://:p@api.example/") => throws(Rule::RequestUrlWithoutCredentials);
        "5.3: empty ones are none": fetch("https://:@page.example/") => same();
        "5.3: an image may have them":
            fetch("https://u:p@api.example/").api(Api::Img) => opaque().wire("GET");
        "25.2: no method":
            fetch(API).method("GET\n") => throws(Rule::MethodIsToken).at(Some(Field::RequestMethod));
        "25.2: a forbidden method": fetch(API).method("TRACE") => throws(Rule::MethodNotForbidden);
        "25.3: a method is normalized": fetch("/x").method("dElEtE") => same().wire("DELETE");
        "25.3: others are not": fetch("/x").method("patch") => same().wire("patch");
        "32.1: no-cors and PUT":
            fetch(API).method("PUT").mode(Mode::NoCors) => throws(Rule::NoCorsMethodSafelisted);
        "32.1: no-cors and PUT, same-origin as well":
            fetch("/x").method("PUT").mode(Mode::NoCors) => throws(Rule::NoCorsMethodSafelisted);
        "32.1: no-cors and `post`":
            fetch(API).method("post").mode(Mode::NoCors) => opaque().wire("POST");
        "35: GET with a body": fetch(API).body("x") => throws(Rule::MethodTakesBody);
        "35: HEAD with a body":
            fetch(API).method("head").body("x") => throws(Rule::MethodTakesBody);
        "35: GET with an empty body": fetch(API).body("") => throws(Rule::MethodTakesBody);
        "35: DELETE with a body": fetch("/x").method("DELETE").body("x") => same().wire("DELETE");
        "35: headers are looked at before the body":
            fetch(API).body("x").header("X A", "1") => throws(Rule::RequestHeaderNameIsToken);
        "37: a text body brings its type":
            post(&[]).body("x") => same().sends("Content-Type", Some("text/plain;charset=UTF-8"));
        "37: an empty body does, too":
            post(&[]).body("") => same().sends("Content-Type", Some("text/plain;charset=UTF-8"));
        "37: script's own type stays":
            post(&[("content-type", "a/b")]).body("{}") => same().sends("Content-Type", Some("a/b"));
        "37: no body, no type": post(&[]) => same().sends("Content-Type", None);
        "37: a type that no-cors drops is replaced":
            no_cors(&[("Content-Type", "application/json")]).body("{}")
            => opaque().sends("Content-Type", Some("text/plain;charset=UTF-8"));
        "form: without a type, urlencoded":
            fetch("/x").api(Api::Form).method("post").body("a=b")
            => same().wire("POST").sends("Content-Type", Some("application/x-www-form-urlencoded"));
        "form: GET makes the body the query":
            fetch("/x?old#f").api(Api::Form).body("a=b") => same().wire("GET").last_url("https://page.example/x?a=b#f");
        "form: GET without data leaves a question mark":
            fetch("/x").api(Api::Form) => same().last_url("https://page.example/x?");
    }
}

fn headers_class() -> Vec<Row> {
    let same = || readable(Rule::SameOrigin);
    rows! {
        "1: white space around a value is dropped":
            post(&[("X-A", " \t1\r\n")]) => same().sends("X-A", Some("1"));
        "2: a name with a space":
            post(&[("X A", "1")]) => throws(Rule::RequestHeaderNameIsToken).at(Some(Field::RequestHeader(0)));
        "2: a name with a colon": post(&[("X-A:", "1")]) => throws(Rule::RequestHeaderNameIsToken);
        "2: no name": post(&[("", "1")]) => throws(Rule::RequestHeaderNameIsToken);
        "2: a name beyond ASCII": post(&[("X-É", "1")]) => throws(Rule::RequestHeaderNameIsToken);
        "2: a line break in a value":
            post(&[("X-A", "1\r\nX-B: 2")]) => throws(Rule::RequestHeaderValueValid);
        "2: a NUL in a value": post(&[("X-A", "1\u{0}2")]) => throws(Rule::RequestHeaderValueValid);
        "2: a value beyond one byte":
            post(&[("X-A", "1"), ("X-B", "€")])
            => throws(Rule::RequestHeaderValueValid).at(Some(Field::RequestHeader(1)));
        "2: a value of high bytes": post(&[("X-A", "é")]) => same().sends("X-A", Some("é"));
        "2: an empty value": post(&[("X-A", "")]) => same().sends("X-A", Some(""));
        "2: an invalid forbidden header throws all the same":
            post(&[("Cookie", "\u{0}x")]) => throws(Rule::RequestHeaderValueValid);
        "2: forbidden ones are dropped":
            post(&[("Host", "a"), ("Cookie", "b"), ("ORIGIN", "c"), ("Referer", "d"), ("Content-Length", "5"), ("Date", "e"), ("DNT", "1"), ("TE", "f"), ("Via", "g"), ("Set-Cookie", "h")])
            => same().sends("Host", None).sends("Cookie", None).sends("Origin", Some(PAGE)).sends("Content-Length", None).sends("Set-Cookie", None);
        "2: those of the preflight are dropped":
            post(&[("Access-Control-Request-Method", "PUT"), ("Access-Control-Request-Headers", "x")])
            => same().sends("Access-Control-Request-Method", None).sends("Access-Control-Request-Headers", None);
        "2: Sec- and Proxy- are dropped":
            post(&[("Sec-Fetch-Mode", "cors"), ("proxy-anything", "x"), ("Second", "1")])
            => same().sends("Sec-Fetch-Mode", None).sends("Proxy-Anything", None).sends("Second", Some("1"));
        "2: a method override to a forbidden method is dropped":
            post(&[("X-HTTP-Method-Override", "PUT, trace")]) => same().sends("X-HTTP-Method-Override", None);
        "2: a method override to another stays":
            post(&[("X-HTTP-Method-Override", "PUT")]) => same().sends("X-HTTP-Method-Override", Some("PUT"));
        "2: User-Agent may be set":
            post(&[("User-Agent", "x")]) => same().sends("User-Agent", Some("x"));
        "2: CORS headers of answers may be set":
            post(&[(ACAO, "*")]) => same().sends(ACAO, Some("*"));
    }
}

fn no_cors_guard() -> Vec<Row> {
    let long = "a".repeat(64);
    rows! {
        "3: no-cors keeps the four":
            no_cors(&[("Accept", "a"), ("Accept-Language", "de"), ("Content-Language", "fr"), ("Content-Type", "text/plain")])
            => opaque().wire("POST").sends("Accept", Some("a")).sends("Accept-Language", Some("de")).sends("Content-Language", Some("fr")).sends("Content-Type", Some("text/plain"));
        "3: no-cors drops all others":
            no_cors(&[("X-A", "1"), ("Authorization", "x")])
            => opaque().sends("X-A", None).sends("Authorization", None);
        "3: no-cors drops a type that forms do not have":
            no_cors(&[("Content-Type", "application/json")]) => opaque().sends("Content-Type", None);
        "3: no-cors drops a single range":
            no_cors(&[("Range", "bytes=0-")]) => opaque().sends("Range", None);
        "3: no-cors drops an unsafe byte":
            no_cors(&[("Accept", "a(b)")]) => opaque().sends("Accept", None);
        "3: no-cors drops the same at home":
            { let mut scenario = no_cors(&[("X-A", "1")]); scenario.request.url = "/x".to_owned(); scenario }
            => readable(Rule::SameOrigin).sends("X-A", None);
        "3: no-cors judges a name's values joined":
            no_cors(&[("Accept", &long), ("Accept", &long)])
            => opaque().sends("Accept", Some("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
        "3: no-cors judges a type joined":
            no_cors(&[("Content-Type", "text/plain"), ("Content-Type", "text/plain")])
            => opaque().sends("Content-Type", Some("text/plain"));
        "3: no-cors throws for a bad name as well":
            no_cors(&[("X A", "1")]) => throws(Rule::RequestHeaderNameIsToken);
    }
}

#[test]
fn every_row() {
    check(&rows());
}

#[test]
fn exceptions_have_the_names_that_script_reads() {
    use Exception::{SecurityError, SyntaxError, TypeError};
    let xhr = |scenario: Scenario| scenario.api(Api::Xhr);
    let rows = [
        (
            "fetch, a forbidden method",
            fetch(API).method("TRACE"),
            Some(TypeError),
        ),
        ("fetch, no URL", fetch("https://"), Some(TypeError)),
        (
            "fetch, a bad header",
            fetch(API).header("X A", "1"),
            Some(TypeError),
        ),
        (
            "xhr, a forbidden method",
            xhr(fetch(API).method("TRACE")),
            Some(SecurityError),
        ),
        (
            "xhr, no method",
            xhr(fetch(API).method("")),
            Some(SyntaxError),
        ),
        ("xhr, no URL", xhr(fetch("https://")), Some(SyntaxError)),
        (
            "xhr, a URL beyond one byte",
            xhr(fetch("https://€ €")),
            Some(SyntaxError),
        ),
        (
            "xhr, a bad header",
            xhr(fetch(API).header("X-A", "1\n2")),
            Some(SyntaxError),
        ),
        (
            "xhr, a value beyond one byte",
            xhr(fetch(API).header("X-A", "€")),
            Some(TypeError),
        ),
        ("an image", fetch("https://").api(Api::Img), None),
        ("a network error", fetch(API), None),
    ];
    for (name, scenario, wanted) in rows {
        assert_eq!(exception(&scenario, &trace(&scenario)), wanted, "{name}");
    }
}
