//! [Main fetch](https://fetch.spec.whatwg.org/#concept-main-fetch): which way a request goes.

use cors_engine::Rule;
use cors_engine::scenario::{Api, Field, Mode, RedirectMode};
use cors_engine::trace::ResponseType;

use crate::support::*;

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = ports();
    rows.extend(ways());
    rows.extend(preflight_or_not());
    rows
}

fn ports() -> Vec<Row> {
    let blocked = || network_error(Rule::PortNotBlocked).wire("");
    rows! {
        "7: a bad port":
            fetch("https://api.example:25/") => blocked().found(Some("25")).at(Some(Field::RequestUrl));
        "7: the last of the bad ports": fetch("https://api.example:10080/") => blocked();
        "7: port 0": fetch("https://api.example:0/") => blocked();
        "7: port 6000": fetch("https://api.example:6000/") => blocked();
        "7: its own server's bad port": fetch("/").page("https://page.example:6667/") => blocked();
        "7: port 8080 is none":
            fetch("https://api.example:8080/").answer("200", ANYBODY) => readable(Rule::WildcardWithoutCredentials);
        "7: port 443 of http is none":
            fetch("http://api.example:443/").page("http://page.example/").answer("200", ANYBODY)
            => readable(Rule::WildcardWithoutCredentials);
        "7: no-cors makes no difference":
            fetch("https://api.example:22/").mode(Mode::NoCors) => blocked();
        "7: a redirect to a bad port":
            fetch(API).redirect("302", "https://api.example:25/", ANYBODY)
            => network_error(Rule::PortNotBlocked).wire("GET").at(Some(Field::ResponseHeader(0, 0))).at_hop(1);
        "7: the port comes before the mixed content": fetch("http://api.example:25/") => blocked();
    }
}

fn ways() -> Vec<Row> {
    let same = || {
        readable(Rule::SameOrigin)
            .of_type(ResponseType::Basic)
            .wire("GET")
    };
    rows! {
        "12: a path on the page's server":
            fetch("/users") => same().last_url("https://page.example/users");
        "12: a host without a scheme is a path":
            fetch("api.example/users") => same().last_url("https://page.example/api.example/users");
        "12: a scheme of the page's": fetch("//page.example/x") => same();
        "12: the default port written out": fetch("https://page.example:443/x") => same();
        "12: capitals in the host": fetch("HTTPS://PAGE.example/x") => same();
        "12: same origin with any mode": fetch("/x").mode(Mode::SameOrigin) => same();
        "12: same origin and no-cors is not opaque": fetch("/x").mode(Mode::NoCors) => same();
        "12: same origin asks for no header, with credentials or without":
            fetch("/x").include() => same();
        "12: same origin, any method and header, no preflight":
            fetch("/x").method("PATCH").header("X-A", "1").body("{}") => readable(Rule::SameOrigin).wire("PATCH");
        "12: an upload listener, same-origin":
            fetch("/x").api(Api::Xhr).method("POST").upload_listener() => readable(Rule::SameOrigin).wire("POST");
        "12: another host": fetch(API) => network_error(Rule::AllowOriginPresent).wire("GET");
        "12: a subdomain is another host":
            fetch("https://api.page.example/") => network_error(Rule::AllowOriginPresent);
        "12: another port":
            fetch("https://page.example:8443/") => network_error(Rule::AllowOriginPresent);
        "12: another scheme":
            fetch("https://page.example/").page("http://page.example/") => network_error(Rule::AllowOriginPresent);
        "12: localhost is not 127.0.0.1":
            fetch("http://127.0.0.1:3000/").page("http://localhost:3000/") => network_error(Rule::AllowOriginPresent);
        "12: a sandboxed page is same origin with nobody":
            fetch("/x").opaque_page() => network_error(Rule::AllowOriginPresent).origins("null");
        "12: same-origin mode to another origin":
            fetch(API).mode(Mode::SameOrigin)
            => network_error(Rule::ModeAllowsCrossOrigin).wire("").at(Some(Field::RequestMode));
        "12: same-origin mode on a sandboxed page":
            fetch("/x").opaque_page().mode(Mode::SameOrigin) => network_error(Rule::ModeAllowsCrossOrigin).wire("");
        "12: same-origin mode comes before the scheme":
            fetch("ftp://api.example/").mode(Mode::SameOrigin).page("http://page.example/")
            => network_error(Rule::ModeAllowsCrossOrigin);
        "12: no-cors to another origin":
            fetch(API).mode(Mode::NoCors) => opaque().of_type(ResponseType::Opaque).wire("GET").sees(&[]);
        "12: no-cors reads no CORS header":
            fetch(API).mode(Mode::NoCors).answer("200", ANYBODY) => opaque().sees(&[]);
        "12: no-cors and an error page":
            fetch(API).mode(Mode::NoCors).answer("500", &[]) => opaque();
        "12: no-cors with redirect mode manual":
            fetch(API).mode(Mode::NoCors).redirect_mode(RedirectMode::Manual)
            => network_error(Rule::NoCorsFollowsRedirects).wire("").at(Some(Field::RequestRedirect));
        "12: no-cors with redirect mode error":
            fetch(API).mode(Mode::NoCors).redirect_mode(RedirectMode::Error)
            => network_error(Rule::NoCorsFollowsRedirects).wire("");
        "12: no-cors with redirect mode error, same-origin":
            fetch("/x").mode(Mode::NoCors).redirect_mode(RedirectMode::Error) => same();
        "12: no-cors and ftp":
            fetch("ftp://api.example/").mode(Mode::NoCors).page("http://page.example/")
            => network_error(Rule::SchemeIsHttp).wire("");
        "12: a host with a port and no scheme":
            fetch("localhost:8080/api") => network_error(Rule::SchemeIsHttp).wire("").found(Some("localhost"));
        "12: file":
            fetch("file:///etc/hosts").page("http://page.example/") => network_error(Rule::SchemeIsHttp).wire("");
        "12: a file next to a file":
            fetch("data.json").page("file:///home/me/index.html")
            => network_error(Rule::SchemeIsHttp).wire("").found(Some("file"));
        "12: an image from elsewhere": fetch(API).api(Api::Img) => opaque().wire("GET");
        "12: an image with crossorigin":
            fetch(API).api(Api::Img).mode(Mode::Cors) => network_error(Rule::AllowOriginPresent).wire("GET");
        "12: a script with crossorigin=use-credentials":
            fetch(API).api(Api::Script).mode(Mode::Cors).include().answer("200", THE_PAGE)
            => readable(Rule::AllowCredentialsTrue);
        "12: a script from elsewhere": fetch(API).api(Api::Script) => opaque().wire("GET");
        "12: a form to elsewhere is sent":
            fetch(API).api(Api::Form).method("POST") => opaque().wire("POST");
        "12: a form at home":
            fetch("/x").api(Api::Form).method("POST") => readable(Rule::SameOrigin).wire("POST");
        "12: a form never asks first":
            fetch(API).api(Api::Form).method("POST").header("Content-Type", "text/plain").body("a=b")
            => opaque().wire("POST").sends("Content-Type", Some("text/plain"));
    }
}

fn preflight_or_not() -> Vec<Row> {
    let listed: &[(&str, &str)] = &[(ACAO, "*"), (ACAM, "*"), (ACAH, "*")];
    let api = move || fetch(API).preflight("204", listed).answer("200", ANYBODY);
    let read = || readable(Rule::WildcardWithoutCredentials);
    rows! {
        "12: GET, HEAD and POST ask nobody":
            api().method("POST").body("a=b")
            => read().wire("POST").sends("Content-Type", Some("text/plain;charset=UTF-8"));
        "12: PUT asks first": api().method("PUT") => read().wire("OPTIONS PUT");
        "12: a POST of JSON asks first":
            api().method("POST").header("Content-Type", "application/json").body("{}") => read().wire("OPTIONS POST");
        "12: a GET with a JSON type asks first":
            api().header("Content-Type", "application/json") => read().wire("OPTIONS GET");
        "12: an upload listener asks first":
            api().api(Api::Xhr).method("POST").upload_listener() => read().wire("OPTIONS POST");
        "12: xhr without a listener does not":
            api().api(Api::Xhr).method("POST") => read().wire("POST");
        "12: credentials alone ask nobody":
            fetch(API).include().answer("200", THE_PAGE) => readable(Rule::AllowCredentialsTrue).wire("GET");
        "12: a CORS header on the request asks first":
            api().header(ACAO, "*") => read().wire("OPTIONS GET");
        "12: what is forbidden is dropped, and asks nobody":
            api().header("Cookie", "a=b").header("Sec-A", "1") => read().wire("GET").sends("Cookie", None);
        "12: an OPTIONS of script's own asks first, by OPTIONS":
            api().method("OPTIONS") => read().wire("OPTIONS OPTIONS");
    }
}

#[test]
fn every_row() {
    check(&rows());
}
