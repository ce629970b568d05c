//! [HTTP-redirect fetch](https://fetch.spec.whatwg.org/#concept-http-redirect-fetch): on to the next address.

use cors_engine::scenario::{Api, CredentialsMode, Field, Mode};
use cors_engine::{Rule, Scenario};

use crate::support::*;

const EVERYTHING: &[(&str, &str)] = &[(ACAO, "*"), (ACAM, "*"), (ACAH, "*, Authorization")];

fn read() -> Wanted {
    readable(Rule::WildcardWithoutCredentials)
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = locations();
    rows.extend(loops());
    rows.extend(credentials());
    rows.extend(methods());
    rows.extend(authorization());
    rows.extend(next_hop());
    rows
}

fn locations() -> Vec<Row> {
    let to = |location: &str| {
        fetch(API)
            .redirect("302", location, ANYBODY)
            .answer("200", ANYBODY)
    };
    let unusable = |rule| {
        network_error(rule)
            .wire("GET")
            .at(Some(Field::ResponseHeader(0, 0)))
    };
    rows! {
        "3: a path, against the current URL": to("/y") => read().last_url("https://api.example/y");
        "3: a neighbour": to("y?z") => read().last_url("https://api.example/y?z");
        "3: a host, with the current scheme":
            to("//other.example/y") => read().last_url("https://other.example/y");
        "3: the fragment goes along":
            fetch("https://api.example/data#a").redirect("302", "/y", ANYBODY).answer("200", ANYBODY)
            => read().last_url("https://api.example/y#a");
        "3: a fragment of its own":
            fetch("https://api.example/data#a").redirect("302", "/y#b", ANYBODY).answer("200", ANYBODY)
            => read().last_url("https://api.example/y#b");
        "3: bytes are read as UTF-8":
            to("/\u{C3}\u{A9}") => read().last_url("https://api.example/%C3%A9");
        "3: a byte that is no UTF-8 goes along as it is":
            to("/\u{C3}\u{A9}\u{FF}") => read().last_url("https://api.example/%C3%A9%FF");
        "3: in any letters of the name":
            { let mut scenario = to("/y"); scenario.hops[0].response.as_mut().expect("to answers").headers[0].0 = "LOCATION".to_owned(); scenario }
            => read().wire("GET GET");
        "5: no URL": to("https://[") => unusable(Rule::LocationParses);
        "5: a port that is none":
            to("https://api.example:99999/") => unusable(Rule::LocationParses);
        "5: two lines":
            fetch(API).answer("302", &[("Location", "/y"), ("Location", "/z"), (ACAO, "*")])
            => unusable(Rule::LocationParses);
        "5: the same line twice":
            fetch(API).answer("302", &[("Location", "/y"), ("Location", "/y"), (ACAO, "*")])
            => unusable(Rule::LocationParses);
        "6: another scheme": to("ftp://api.example/") => unusable(Rule::LocationSchemeIsHttp);
        "6: a data URL": to("data:text/plain,x") => unusable(Rule::LocationSchemeIsHttp);
        "6: a data URL, same-origin":
            fetch("/x").redirect("302", "data:,x", &[]) => unusable(Rule::LocationSchemeIsHttp);
        "6: a file": to("file:///etc/hosts") => unusable(Rule::LocationSchemeIsHttp);
        "6: a host with a port and no scheme":
            to("localhost:8080/") => unusable(Rule::LocationSchemeIsHttp);
        "6: javascript": to("javascript:alert(1)") => unusable(Rule::LocationSchemeIsHttp);
    }
}

/// A chain of so many redirects, with an answer at its end.
fn chain(redirects: usize) -> Scenario {
    (0..redirects).fold(fetch("/0"), |scenario, index| {
        scenario.redirect("302", &format!("/{}", index + 1), &[])
    })
}

fn loops() -> Vec<Row> {
    rows! {
        "7: 20 redirects":
            chain(20) => readable(Rule::SameOrigin).last_url("https://page.example/20");
        "7: 21 redirects":
            chain(21) => network_error(Rule::RedirectsWithin20).last_url("https://page.example/20").at_hop(20);
        "7: a chain longer than the scenario meets no connection":
            fetch("/0").answer("302", &[("Location", "/1")])
            => network_error(Rule::ServerAnswered).wire("GET GET").at(Some(Field::ResponseHeader(0, 0))).at_hop(1);
        "7: a scenario without hops meets no connection":
            { let mut scenario = fetch("/0"); scenario.hops.clear(); scenario }
            => network_error(Rule::ServerAnswered).at(Some(Field::RequestUrl));
    }
}

fn credentials() -> Vec<Row> {
    let failed = || {
        network_error(Rule::LocationWithoutCredentials)
            .wire("GET")
            .at(Some(Field::ResponseHeader(0, 0)))
    };
    let across = |location: &str| {
        fetch(API)
            .redirect("302", location, ANYBODY)
            .answer("200", ANYBODY)
    };
    let home = |location: &str| {
        fetch("/x")
            .redirect("302", location, &[])
            .answer("200", ANYBODY)
    };
    rows! {
        "9: from home to elsewhere, with a user name": home("https://u@api.example/") => failed();
        "9: from home to elsewhere, with a password only":
            home("https://:p@api.example/") => failed();
        "9: from home to elsewhere, an empty user name is none":
            home("https://@api.example/") => read().wire("GET GET");
        "9: from home to elsewhere, both empty are none":
            home("https://:@api.example/") => read().wire("GET GET");
        "9: from home to home is allowed":
            home("https://u:p@page.example/y") => readable(Rule::SameOrigin).wire("GET GET");
        "9: a no-cors request is not asked":
            home("https://u:p@api.example/").mode(Mode::NoCors) => opaque().wire("GET GET");
        "10: a CORS request, elsewhere": across("https://u:p@other.example/") => failed();
        "10: a CORS request, the same server": across("https://u:p@api.example/") => failed();
        "10: a CORS request, back home": across("https://u:p@page.example/") => failed();
        "10: an image with crossorigin":
            across("https://u:p@api.example/").api(Api::Img).mode(Mode::Cors).credentials(CredentialsMode::SameOrigin)
            => failed();
        "10: an image without":
            across("https://u:p@api.example/").api(Api::Img) => opaque().wire("GET GET");
    }
}

fn methods() -> Vec<Row> {
    let with = |status: &str, method: &str| fetch("/x").method(method).redirect(status, "/y", &[]);
    let posted = |status: &str| {
        with(status, "POST")
            .body("a")
            .header("Content-Language", "de")
            .header("X-A", "1")
    };
    let same = || readable(Rule::SameOrigin);
    rows! {
        "12: 301 turns POST into GET":
            posted("301")
            => same().wire("POST GET").sends("Content-Type", None).sends("Content-Language", None).sends("X-A", Some("1"));
        "12: 302 turns POST into GET":
            posted("302") => same().wire("POST GET").sends("Content-Type", None);
        "12: 303 turns POST into GET":
            posted("303") => same().wire("POST GET").sends("Content-Type", None);
        "12: 307 keeps POST":
            posted("307") => same().wire("POST POST").sends("Content-Type", Some("text/plain;charset=UTF-8"));
        "12: 308 keeps POST":
            posted("308") => same().wire("POST POST").sends("Content-Language", Some("de"));
        "12: 301 keeps PUT": with("301", "PUT") => same().wire("PUT PUT");
        "12: 302 keeps DELETE": with("302", "DELETE") => same().wire("DELETE DELETE");
        "12: 303 turns PUT into GET": with("303", "PUT") => same().wire("PUT GET");
        "12: 303 turns `patch` into GET": with("303", "patch") => same().wire("patch GET");
        "12: 303 keeps HEAD": with("303", "HEAD") => same().wire("HEAD HEAD");
        "12: 302 keeps HEAD": with("302", "HEAD") => same().wire("HEAD HEAD");
        "12: 307 keeps PUT": with("307", "PUT") => same().wire("PUT PUT");
        "12: 308 keeps PATCH": with("308", "PATCH") => same().wire("PATCH PATCH");
        "12: the body's headers stay where the method does":
            with("302", "PUT").header("Content-Encoding", "x").header("Content-Location", "/")
            => same().sends("Content-Encoding", Some("x")).sends("Content-Location", Some("/"));
        "12: all four headers of a body go":
            with("303", "PUT").header("Content-Encoding", "x").header("Content-Location", "/").header("Content-Type", "a/b")
            => same().sends("Content-Encoding", None).sends("Content-Location", None).sends("Content-Type", None);
    }
}

fn authorization() -> Vec<Row> {
    let home = |location: &str| {
        fetch("/x")
            .header("Authorization", "Bearer x")
            .redirect("302", location, &[])
            .answer("200", ANYBODY)
    };
    rows! {
        "13: it stays within the origin":
            home("/y") => readable(Rule::SameOrigin).sends("Authorization", Some("Bearer x"));
        "13: it goes across origins":
            home(API) => read().wire("GET GET").sends("Authorization", None);
        "13: it goes with another port":
            home("https://page.example:8443/") => read().wire("GET GET").sends("Authorization", None);
        "13: other headers go along":
            home("/y").header("X-A", "1") => readable(Rule::SameOrigin).sends("X-A", Some("1"));
        "13: between two foreign servers":
            fetch(API).header("Authorization", "Bearer x").preflight("204", EVERYTHING).redirect("307", OTHER, ANYBODY).answer("200", ANYBODY)
            => read().wire("OPTIONS GET GET").sends("Authorization", None);
        "13: on one foreign server":
            fetch(API).header("Authorization", "Bearer x").preflight("204", EVERYTHING).redirect("307", "/y", ANYBODY).preflight("204", EVERYTHING).answer("200", ANYBODY)
            => read().wire("OPTIONS GET OPTIONS GET").sends("Authorization", Some("Bearer x"));
    }
}

fn next_hop() -> Vec<Row> {
    let put = || fetch(API).method("PUT").preflight("204", EVERYTHING);
    rows! {
        "19: each hop asks anew":
            put().redirect("307", "/y", ANYBODY).preflight("204", EVERYTHING).answer("200", ANYBODY)
            => read().wire("OPTIONS PUT OPTIONS PUT");
        "19: the next hop's preflight fails":
            put().redirect("307", "/y", ANYBODY)
            => network_error(Rule::AllowOriginPresent).wire("OPTIONS PUT OPTIONS").at_hop(1);
        "19: without its method the next hop asks nobody":
            put().redirect("303", "/y", ANYBODY).answer("200", ANYBODY) => read().wire("OPTIONS PUT GET");
        "19: without its type the next hop asks nobody":
            fetch(API).method("POST").header("Content-Type", "application/json").body("{}").preflight("204", EVERYTHING).redirect("302", "/y", ANYBODY).answer("200", ANYBODY)
            => read().wire("OPTIONS POST GET");
        "19: from home to elsewhere the next hop asks first":
            fetch("/x").method("PUT").redirect("308", API, &[]).preflight("204", EVERYTHING).answer("200", ANYBODY)
            => read().wire("PUT OPTIONS PUT");
        "19: the last answer is checked":
            fetch("/x").redirect("302", API, &[]) => network_error(Rule::AllowOriginPresent).wire("GET GET").at_hop(1);
        "19: a foreign server back home is a CORS request":
            fetch(API).redirect("302", "https://page.example/x", ANYBODY)
            => network_error(Rule::AllowOriginPresent).wire("GET GET").origins("https://page.example null");
        "19: a foreign server back home, and home allows null":
            fetch(API).redirect("302", "https://page.example/x", ANYBODY).answer("200", &[(ACAO, "null")])
            => readable(Rule::AllowOriginMatches);
        "19: an upload listener asks first at each hop":
            fetch(API).api(Api::Xhr).method("POST").upload_listener().preflight("204", EVERYTHING).redirect("302", "/y", ANYBODY).preflight("204", EVERYTHING).answer("200", ANYBODY)
            => read().wire("OPTIONS POST OPTIONS GET");
    }
}

#[test]
fn every_row() {
    check(&rows());
}
