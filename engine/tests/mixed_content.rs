//! [Mixed content](https://w3c.github.io/webappsec-mixed-content/).

use cors_engine::Rule;
use cors_engine::scenario::{Api, Field, Mode};

use crate::support::*;

pub(crate) fn rows() -> Vec<Row> {
    let read = || readable(Rule::WildcardWithoutCredentials).wire("GET");
    let blocked = || network_error(Rule::NotMixedContent).wire("");
    let ask = |url: &str| fetch(url).answer("200", ANYBODY);
    rows! {
        "4.4: http from an https page":
            ask("http://api.example/") => blocked().at(Some(Field::RequestUrl));
        "4.4: blocked before CORS, whatever the server allows":
            ask("http://api.example/").method("PUT") => blocked();
        "4.4: no-cors makes no difference":
            ask("http://api.example/").mode(Mode::NoCors) => blocked();
        "4.4: XMLHttpRequest": ask("http://api.example/").api(Api::Xhr) => blocked();
        "4.4: a script": ask("http://api.example/").api(Api::Script) => blocked();
        "4.4: a form leaves the page":
            ask("http://api.example/").api(Api::Form).method("POST") => opaque().wire("POST");
        "4.4: https from an https page": ask("https://api.example/") => read();
        "4.4: http from an http page":
            ask("http://api.example/").page("http://page.example/") => read();
        "4.4: https from an http page":
            ask("https://api.example/").page("http://page.example/") => read();
        "4.4: http from a page on localhost":
            ask("http://api.example/").page("http://localhost:3000/") => read();
        "4.4: http from a file": ask("http://api.example/").page("file:///a.html") => read();
        "4.4: localhost is trustworthy": ask("http://localhost:3000/") => read();
        "4.4: what ends with .localhost is": ask("http://api.localhost/") => read();
        "4.4: localhost with a dot at its end is": ask("http://localhost./") => read();
        "4.4: 127.0.0.1 is": ask("http://127.0.0.1:3000/") => read();
        "4.4: all of 127.0.0.0/8 is": ask("http://127.8.9.10/") => read();
        "4.4: ::1 is": ask("http://[::1]:3000/") => read();
        "4.4: 128.0.0.1 is not": ask("http://128.0.0.1/") => blocked();
        "4.4: a private address is not": ask("http://192.168.1.1/") => blocked();
        "4.4: localhost.example is not": ask("http://localhost.example/") => blocked();
        "4.4: notlocalhost is not": ask("http://notlocalhost/") => blocked();
        "4.4: a sandboxed frame of an https page":
            ask("http://api.example/").opaque_page() => blocked();
        "4.4: a redirect to http":
            fetch(API).redirect("302", "http://api.example/", ANYBODY)
            => network_error(Rule::NotMixedContent).wire("GET").at(Some(Field::ResponseHeader(0, 0))).at_hop(1);
        "4.1: an image is upgraded":
            ask("http://api.example/a.png").api(Api::Img) => opaque().wire("GET").last_url("https://api.example/a.png");
        "4.1: an image keeps its port":
            ask("http://api.example:8080/a.png").api(Api::Img) => opaque().last_url("https://api.example:8080/a.png");
        "4.1: an image at an IP address is not upgraded, but blocked":
            ask("http://192.0.2.1/a.png").api(Api::Img) => blocked();
        "4.1: an image on localhost stays":
            ask("http://localhost/a.png").api(Api::Img) => opaque().last_url("http://localhost/a.png");
        "4.1: an image of an http page stays":
            ask("http://api.example/a.png").api(Api::Img).page("http://page.example/")
            => opaque().last_url("http://api.example/a.png");
        "4.1: what is upgraded to the page's origin is same-origin":
            ask("http://page.example/a.png").api(Api::Img)
            => readable(Rule::SameOrigin).last_url("https://page.example/a.png");
    }
}

#[test]
fn every_row() {
    check(&rows());
}
