//! [Origins](https://html.spec.whatwg.org/multipage/browsers.html#concept-origin): what is the same, and how it is written.

use cors_engine::Rule;
use cors_engine::origin::Origin;

use crate::support::*;

pub(crate) fn rows() -> Vec<Row> {
    let home = || readable(Rule::SameOrigin);
    let abroad = || network_error(Rule::AllowOriginPresent);
    rows! {
        "Same origin: scheme, host and port": fetch("https://page.example/other") => home();
        "Same origin: 443 is https's port":
            fetch("https://page.example/").page("https://page.example:443/") => home();
        "Same origin: 80 is http's port":
            fetch("http://page.example:80/").page("http://page.example/") => home();
        "Same origin: 80 is not https's port": fetch("https://page.example:80/") => abroad();
        "Same origin: a dot at the end of a host counts":
            fetch("https://page.example./") => abroad();
        "Same origin: a percent-encoded letter does not":
            fetch("https://p%61ge.example/") => home();
        "Same origin: another way to write an address does not":
            fetch("http://127.1/").page("http://127.0.0.1/") => home();
        "Same origin: ::1 is not localhost":
            fetch("http://[::1]/").page("http://localhost/") => abroad();
        "Same origin: Punycode in capitals":
            fetch("https://XN--BCHER-KVA.example/").page("https://xn--bcher-kva.example/") => home();
        "Same origin: two files are not":
            fetch("file:///a").page("file:///a") => network_error(Rule::SchemeIsHttp).wire("");
        "Serialization: no default port":
            fetch("/x").method("POST").page("https://page.example:443/") => home().origins("https://page.example");
        "Serialization: any other port":
            fetch("/x").method("POST").page("https://page.example:8443/")
            => home().origins("https://page.example:8443");
        "Serialization: an IPv6 host":
            fetch("/x").method("POST").page("http://[0:0::1]:3000/") => home().origins("http://[::1]:3000");
        "Serialization: lower case":
            fetch("/x").method("POST").page("HTTPS://PAGE.Example/") => home().origins("https://page.example");
        "Serialization: an opaque origin is `null`":
            fetch(API).page("file:///a") => abroad().origins("null");
    }
}

#[test]
fn every_row() {
    check(&rows());
}

#[test]
fn an_opaque_origin_is_same_origin_with_nothing() {
    let page = trace(&fetch(API).opaque_page()).page_origin;
    assert_eq!(page, Some(Origin::Opaque));
    assert!(!Origin::Opaque.is_same_origin(&Origin::Opaque));
}

#[test]
fn effective_ports() {
    let rows = [
        ("https://a.example/", 443),
        ("http://a.example/", 80),
        ("http://a.example:443/", 443),
        ("https://a.example:3000/", 3000),
    ];
    for (url, wanted) in rows {
        let Some(Origin::Tuple(origin)) = trace(&fetch("/").page(url)).page_origin else {
            panic!("{url} has a tuple origin");
        };
        assert_eq!(origin.effective_port(), wanted, "{url}");
    }
}
