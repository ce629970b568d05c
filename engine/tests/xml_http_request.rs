//! [XMLHttpRequest](https://xhr.spec.whatwg.org/): where it differs from `fetch()`.

use cors_engine::scenario::{Api, CredentialsMode, Field};
use cors_engine::{Rule, Scenario};

use crate::support::*;

const ASKED: &str = "Access-Control-Request-Headers";

fn xhr(url: &str) -> Scenario {
    fetch(url).api(Api::Xhr).answer("200", ANYBODY)
}

pub(crate) fn rows() -> Vec<Row> {
    let long = "a".repeat(64);
    let simple = || readable(Rule::WildcardWithoutCredentials).wire("GET");
    let preflighted = || network_error(Rule::AllowOriginPresent).wire("OPTIONS");
    let typed = |content_type: &str| {
        xhr("/x")
            .method("POST")
            .body("x")
            .header("Content-Type", content_type)
    };
    let same = || readable(Rule::SameOrigin);
    rows! {
        "open 2: no method": xhr(API).method("GET POST") => throws(Rule::MethodIsToken);
        "open 3: a forbidden method":
            xhr(API).method("connect") => throws(Rule::MethodNotForbidden);
        "open 3: the method is looked at before the URL":
            xhr("https://").method("TRACE") => throws(Rule::MethodNotForbidden);
        "open 6: no URL": xhr("https://") => throws(Rule::RequestUrlParses);
        "open 8: a user name is taken": xhr("https://u:p@api.example/data") => simple();
        "setRequestHeader 4: no name":
            xhr(API).header("X A", "1") => throws(Rule::RequestHeaderNameIsToken);
        "setRequestHeader 4: no value":
            xhr(API).header("X-A", "1\u{0}") => throws(Rule::RequestHeaderValueValid);
        "setRequestHeader: bytes are made before the name is looked at":
            xhr(API).header("X A", "\u{100}") => throws(Rule::RequestHeaderValueValid);
        "setRequestHeader 5: a forbidden header is dropped":
            xhr(API).header("Cookie", "a=b") => simple().sends("Cookie", None);
        "setRequestHeader 6: repeats are joined":
            xhr("/x").header("X-A", "1").header("x-a", "2") => readable(Rule::SameOrigin).sends("X-A", Some("1, 2"));
        "setRequestHeader 6: repeats are joined before they are judged":
            xhr(API).header("Content-Type", "text/plain").header("Content-Type", "text/plain")
            => preflighted().asks(ASKED, Some("content-type"));
        "setRequestHeader 6: joined they may be too long":
            xhr(API).header("Accept", &long).header("Accept", &long) => preflighted().asks(ASKED, Some("accept"));
        "setRequestHeader 6: fetch judges the same one by one":
            fetch(API).header("Accept", &long).header("Accept", &long).answer("200", ANYBODY) => simple();
        "setRequestHeader 6: a dropped one does not join":
            xhr(API).header("X-HTTP-Method", "TRACE").header("X-HTTP-Method", "PUT")
            => preflighted().asks(ASKED, Some("x-http-method"));
        "send 4: GET drops its body": xhr(API).body("x") => simple().sends("Content-Type", None);
        "send 4: HEAD drops its body":
            xhr(API).method("HEAD").body("x")
            => readable(Rule::WildcardWithoutCredentials).wire("HEAD").sends("Content-Type", None);
        "send 5: a text body brings its type":
            xhr(API).method("POST").body("x")
            => readable(Rule::WildcardWithoutCredentials).wire("POST").sends("Content-Type", Some("text/plain;charset=UTF-8"));
        "send 5: script's own type stays":
            xhr("/x").method("POST").header("Content-Type", "application/json").body("{}")
            => readable(Rule::SameOrigin).sends("Content-Type", Some("application/json"));
        "send 4: another charset becomes UTF-8, and the type is written anew":
            typed("Text/Plain ; charset=latin1;x=\"a b\"") => same().sends("Content-Type", Some("text/plain;charset=UTF-8;x=\"a b\""));
        "send 4: a charset in quotes":
            typed("text/plain;charset=\"a\\\"b;c\" ; y = z;=w;v;x=1")
            => same().sends("Content-Type", Some("text/plain;charset=UTF-8;x=1"));
        "send 4: UTF-8 in any letters stays as it is":
            typed("text/plain; charset=utf-8") => same().sends("Content-Type", Some("text/plain; charset=utf-8"));
        "send 4: only the first charset counts":
            typed("text/plain;charset=utf-8;charset=x") => same().sends("Content-Type", Some("text/plain;charset=utf-8;charset=x"));
        "send 4: no type, no charset":
            typed("text;charset=x") => same().sends("Content-Type", Some("text;charset=x"));
        "send 4: what is written anew needs no preflight":
            xhr(API).method("POST").body("x").header("Content-Type", "text/plain;charset=\"x\"")
            => readable(Rule::WildcardWithoutCredentials).wire("POST");
        "send 8: a listener sets the use-CORS-preflight flag":
            xhr(API).upload_listener() => preflighted().asks(ASKED, None);
        "send 8: withCredentials is credentials mode include":
            xhr(API).include()
            => network_error(Rule::WildcardWithoutCredentials).wire("GET").at(Some(Field::ResponseHeader(0, 0)));
        "send 8: without it, `*` is enough":
            xhr(API).credentials(CredentialsMode::SameOrigin) => simple();
    }
}

#[test]
fn every_row() {
    check(&rows());
}
