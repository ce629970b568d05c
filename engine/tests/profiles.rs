//! Where Chromium differs from the standard: each row beside what the standard says.

use cors_engine::scenario::{Api, CredentialsMode, Mode, Profile, RedirectMode, ReferrerPolicy};
use cors_engine::{Rule, Scenario};

use crate::support::*;

const ASKED: &str = "Access-Control-Request-Headers";

fn read() -> Wanted {
    readable(Rule::WildcardWithoutCredentials)
}

fn in_chromium(scenario: Scenario) -> Scenario {
    scenario.profile(Profile::Chromium)
}

fn put(preflight: &[(&str, &str)]) -> Scenario {
    let mut headers = ANYBODY.to_vec();
    headers.extend_from_slice(preflight);
    fetch(API)
        .method("PUT")
        .preflight("204", &headers)
        .answer("200", ANYBODY)
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = answers();
    rows.extend(passwords());
    rows.extend(origins());
    rows.extend(causes());
    rows.extend(max_age());
    rows.extend(cache());
    rows
}

fn answers() -> Vec<Row> {
    let proxy = || fetch(API).answer("407", ANYBODY);
    let without = |mode| fetch(API).redirect_mode(mode).answer("302", ANYBODY);
    let empty = || {
        fetch(API)
            .redirect("302", "", ANYBODY)
            .answer("200", ANYBODY)
    };
    let manual_to = |location: &str| {
        let request = fetch(API).redirect_mode(RedirectMode::Manual);
        request.answer("302", &[("Location", location), (ACAO, "*")])
    };
    let not_moved = || {
        fetch(API).answer(
            "200",
            &[("Location", "/y"), ("Location", "/z"), (ACAO, "*")],
        )
    };
    let twice_to = |one: &str, other: &str| {
        let to_one = fetch(API).redirect("302", one, &[("Location", other), (ACAO, "*")]);
        to_one.answer("200", ANYBODY)
    };
    let moved = || {
        fetch(API)
            .method("PUT")
            .preflight("307", &[("Location", "/x")])
    };
    rows! {
        "port: blocked by the standard":
            fetch("https://api.example:4190/").answer("200", ANYBODY) => network_error(Rule::PortNotBlocked);
        "port: not by Chromium":
            in_chromium(fetch("https://api.example:4190/").answer("200", ANYBODY)) => read();
        "port: nor the other":
            in_chromium(fetch("https://api.example:6679/").answer("200", ANYBODY)) => read();
        "407: to the standard an answer": proxy() => read();
        "407: to Chromium none": in_chromium(proxy()) => network_error(Rule::NoProxyAuthentication).wire("GET");
        "407: nor of a preflight":
            in_chromium(fetch(API).method("PUT").preflight("407", ANYBODY))
            => network_error(Rule::NoProxyAuthentication).wire("OPTIONS");
        "error: to the standard 302 alone is a redirect":
            without(RedirectMode::Error) => network_error(Rule::RedirectModeFollows);
        "error: to Chromium it leads nowhere": in_chromium(without(RedirectMode::Error)) => read();
        "manual: 302 alone is a redirect to both":
            in_chromium(without(RedirectMode::Manual)) => opaque_redirect();
        "manual: an unusable Location is not looked at": manual_to("https://[") => opaque_redirect();
        "manual: in Chromium it is": in_chromium(manual_to("https://[")) => network_error(Rule::LocationParses);
        "follow: two lines are none": twice_to("/y", "/y") => network_error(Rule::LocationParses);
        "follow: in Chromium two equal ones are one": in_chromium(twice_to("/y", "/y")) => read().wire("GET GET");
        "follow: two that differ are none there either": in_chromium(twice_to("/y", "/z")) => network_error(Rule::LocationParses);
        "200: two lines that differ": not_moved() => read();
        "200: in Chromium they spoil the answer": in_chromium(not_moved()) => network_error(Rule::LocationParses);
        "follow: in Chromium two empty lines are none": in_chromium(twice_to("", "")) => read().wire("GET");
        "follow: to the standard an empty Location is the URL itself": empty() => read().wire("GET GET");
        "follow: to Chromium it is none": in_chromium(empty()) => read().wire("GET");
        "preflight: to the standard a redirect fails the CORS check":
            moved() => network_error(Rule::AllowOriginPresent).wire("OPTIONS");
        "preflight: to Chromium it fails for being one":
            in_chromium(moved()) => network_error(Rule::PreflightStatusOk).wire("OPTIONS");
        "preflight: one that leads nowhere is none":
            in_chromium(fetch(API).method("PUT").preflight("307", &[("Location", "")]))
            => network_error(Rule::AllowOriginPresent).wire("OPTIONS");
    }
}

fn passwords() -> Vec<Row> {
    let element = |api| {
        fetch("https://u:p@api.example/data")
            .api(api)
            .answer("200", ANYBODY)
    };
    let relative = || {
        let request = fetch("https://u:p@api.example/data").api(Api::Xhr);
        request
            .redirect("302", "/y", ANYBODY)
            .answer("200", ANYBODY)
    };
    let home = |api| {
        fetch("/x")
            .api(api)
            .redirect("302", "https://u:p@page.example/y", &[])
    };
    rows! {
        "password: an element may ask with one": element(Api::Script) => opaque().wire("GET");
        "password: not in Chromium":
            in_chromium(element(Api::Script)) => network_error(Rule::SubresourceWithoutPassword).wire("");
        "password: with crossorigin Chromium leaves it out":
            in_chromium(element(Api::Img).mode(Mode::Cors).credentials(CredentialsMode::SameOrigin)) => read().last_url("https://api.example/data");
        "password: a redirect within the origin may have one": home(Api::Fetch) => readable(Rule::SameOrigin).wire("GET GET");
        "password: not in Chromium, for fetch":
            in_chromium(home(Api::Fetch)) => network_error(Rule::SubresourceWithoutPassword).wire("GET");
        "password: it goes along with a relative redirect":
            relative() => network_error(Rule::LocationWithoutCredentials).wire("GET");
        "password: not in Chromium, in a CORS request": in_chromium(relative()) => read().wire("GET GET");
        "password: in Chromium, too, within the origin":
            in_chromium(fetch("https://u:p@page.example/x").api(Api::Xhr).redirect("302", "/y", &[]))
            => readable(Rule::SameOrigin).wire("GET GET").last_url("https://u:p@page.example/y");
        "password: but for xhr":
            in_chromium(home(Api::Xhr)) => readable(Rule::SameOrigin).wire("GET GET");
    }
}

fn origins() -> Vec<Row> {
    let quiet = || {
        fetch(API)
            .method("POST")
            .mode(Mode::NoCors)
            .policy(ReferrerPolicy::NoReferrer)
    };
    let image = || fetch("/x").api(Api::Img).mode(Mode::Cors);
    let form = || {
        fetch("/x")
            .api(Api::Form)
            .method("POST")
            .redirect("307", API, &[])
    };
    let page = PAGE;
    let leaving = || {
        let request = fetch("/x").method("POST").mode(Mode::NoCors);
        request.redirect("307", API, &[])
    };
    rows! {
        "Origin: no-cors, redirected by its own server": leaving() => opaque_of_form().sends("Origin", Some(page));
        "Origin: in Chromium it is hidden there, too": in_chromium(leaving()) => opaque_of_form().sends("Origin", Some("null"));
        "Origin: the referrer policy hides it": quiet() => opaque().sends("Origin", Some("null"));
        "Origin: not in Chromium": in_chromium(quiet()) => opaque().sends("Origin", Some(page));
        "Origin: none within the origin": image() => readable(Rule::SameOrigin).sends("Origin", None);
        "Origin: in Chromium with crossorigin":
            in_chromium(image()) => readable(Rule::SameOrigin).sends("Origin", Some(page));
        "Origin: a form redirected by its own server keeps it":
            form() => opaque_of_form().sends("Origin", Some(page));
        "Origin: in Chromium it is hidden": in_chromium(form()) => opaque_of_form().sends("Origin", Some("null"));
    }
}

fn opaque_of_form() -> Wanted {
    opaque().wire("POST POST")
}

fn causes() -> Vec<Row> {
    let listening = || {
        fetch(API)
            .api(Api::Xhr)
            .upload_listener()
            .answer("200", ANYBODY)
    };
    let hinted = |name: &str, value: &str| fetch(API).header(name, value).answer("200", ANYBODY);
    let twice = || {
        fetch(API)
            .header("Content-Type", "text/plain")
            .header("content-type", "text/plain")
            .answer("200", ANYBODY)
    };
    let lost = || network_error(Rule::AllowOriginPresent).wire("OPTIONS");
    let listed = |method: &str, lists: &[(&str, &str)]| {
        let mut headers = ANYBODY.to_vec();
        headers.extend_from_slice(lists);
        let request = fetch(API)
            .api(Api::Xhr)
            .method(method)
            .body("x")
            .upload_listener();
        request.preflight("204", &headers).answer("200", ANYBODY)
    };
    let typed = |content_type: &str| {
        let request = fetch("/x").api(Api::Xhr).method("POST").body("x");
        request.header("Content-Type", content_type)
    };
    let same = || readable(Rule::SameOrigin);
    rows! {
        "upload: a listener asks for a preflight": listening() => lost();
        "upload: in Chromium not without a body": in_chromium(listening()) => read().wire("GET");
        "upload: without a list the method is allowed":
            listed("PUT", &[]) => read().wire("OPTIONS PUT");
        "upload: in Chromium it is not": in_chromium(listed("PUT", &[])) => network_error(Rule::MethodAllowed).wire("OPTIONS");
        "upload: a safelisted method is asked for each time":
            listed("POST", &[(ACAM, "PUT")]).then(0, listed("POST", &[])) => read().wire("OPTIONS POST").then(read().wire("OPTIONS POST"));
        "upload: in Chromium once":
            in_chromium(listed("POST", &[(ACAM, "PUT")]).then(0, listed("POST", &[]))) => read().wire("OPTIONS POST").then(read().wire("POST"));
        "User-Agent: a header like others": fetch(API).header("User-Agent", "x").answer("200", ANYBODY) => lost();
        "User-Agent: forbidden in Chromium":
            in_chromium(fetch(API).header("User-Agent", "x").answer("200", ANYBODY)) => read().wire("GET").sends("User-Agent", None);
        "upload: with one it does": in_chromium(listening().method("POST").body("x")) => lost();
        "charset: UTF-8 in any letters stays":
            typed("text/plain; charset=utf-8") => same().sends("Content-Type", Some("text/plain; charset=utf-8"));
        "charset: in Chromium it is written in capitals":
            in_chromium(typed("text/plain; charset=utf-8")) => same().sends("Content-Type", Some("text/plain; charset=UTF-8"));
        "charset: in Chromium the rest of the text stays":
            in_chromium(typed("text/plain;CHARSET = \"x\", b;x=charset=z; charset; charset=y"))
            => same().sends("Content-Type", Some("text/plain;CHARSET = \"UTF-8\", b;x=charset=z; charset; charset=UTF-8"));
        "client hints: none in the standard": hinted("Save-Data", "on") => lost();
        "client hints: safelisted in Chromium": in_chromium(hinted("Save-Data", "ON")) => read();
        "client hints: a value": in_chromium(hinted("DPR", "1.5")) => read();
        "client hints: no value": in_chromium(hinted("dpr", "1.")) => lost();
        "client hints: a whole number": in_chromium(hinted("Width", "320")) => read();
        "client hints: no whole number": in_chromium(hinted("Width", "1.5")) => lost();
        "client hints: a kind of connection": in_chromium(hinted("ECT", "4g")) => read();
        "client hints: none of them": in_chromium(hinted("ECT", "5g")) => lost();
        "repeats: each is safelisted": twice() => read().wire("GET");
        "repeats: joined they are not": in_chromium(twice()) => lost().asks(ASKED, Some("content-type"));
    }
}

fn max_age() -> Vec<Row> {
    let kept = |age: &str| {
        put(&[(ACAM, "PUT"), ("Access-Control-Max-Age", age)]).then(0, put(&[(ACAM, "PUT")]))
    };
    let later = |age: &str| {
        put(&[(ACAM, "PUT"), ("Access-Control-Max-Age", age)]).then(6, put(&[(ACAM, "PUT")]))
    };
    let asked = || read().wire("OPTIONS PUT");
    let cached = || read().wire("PUT");
    rows! {
        "Max-Age -1: 5 seconds": kept("-1") => asked().then(cached());
        "Max-Age -1: in Chromium not kept": in_chromium(kept("-1")) => asked().then(asked());
        "Max-Age +100: 5 seconds": later("+100") => asked().then(asked());
        "Max-Age +100: in Chromium a number": in_chromium(later("+100")) => asked().then(cached());
        "Max-Age of 20 digits: for ever": later("99999999999999999999") => asked().then(cached());
        "Max-Age of 20 digits: in Chromium 5 seconds": in_chromium(later("99999999999999999999")) => asked().then(asked());
    }
}

fn cache() -> Vec<Row> {
    let other = || {
        fetch(API)
            .method("DELETE")
            .preflight("204", &[(ACAO, "*"), (ACAM, "DELETE")])
            .answer("200", ANYBODY)
    };
    let replaced = || {
        put(&[(ACAM, "PUT")])
            .then(0, other())
            .then(0, put(&[(ACAM, "PUT")]))
    };
    let missed = || {
        put(&[(ACAM, "PUT")])
            .then(0, other().preflight("204", ANYBODY))
            .then(0, put(&[(ACAM, "PUT")]))
    };
    let broken = || {
        put(&[(ACAM, "PUT")])
            .answer("200", &[])
            .then(0, put(&[(ACAM, "PUT")]))
    };
    let hidden = || {
        put(&[(ACAM, "PUT")])
            .opaque_page()
            .then(0, put(&[(ACAM, "PUT")]))
    };
    let conditional = || {
        let request = fetch(API)
            .header("If-None-Match", "x")
            .answer("200", ANYBODY);
        let request = request.preflight("204", &[(ACAO, "*"), (ACAH, "if-none-match")]);
        request.clone().then(0, request)
    };
    let named = || {
        put(&[])
            .include()
            .preflight("204", SHARED)
            .answer("200", SHARED)
            .then(
                0,
                fetch(API)
                    .method("PATCH")
                    .preflight("204", SHARED)
                    .answer("200", SHARED),
            )
    };
    let asked = |method| read().wire(method);
    let allowed = || readable(Rule::AllowOriginMatches);
    let shared = || readable(Rule::AllowCredentialsTrue).wire("OPTIONS PUT");
    let lost = || network_error(Rule::AllowOriginPresent).wire("OPTIONS PUT");
    rows! {
        "cache: answers add up":
            replaced() => asked("OPTIONS PUT").then(asked("OPTIONS DELETE")).then(asked("PUT"));
        "cache: in Chromium a new one replaces the old":
            in_chromium(replaced()) => asked("OPTIONS PUT").then(asked("OPTIONS DELETE")).then(asked("OPTIONS PUT"));
        "cache: in Chromium one that does not cover a request goes":
            in_chromium(missed())
            => asked("OPTIONS PUT").then(network_error(Rule::MethodAllowed).wire("OPTIONS")).then(asked("OPTIONS PUT"));
        "cache: a network error clears it": broken() => lost().then(asked("OPTIONS PUT"));
        "cache: not in Chromium": in_chromium(broken()) => lost().then(asked("PUT"));
        "cache: null is an origin like others": hidden() => asked("OPTIONS PUT").then(asked("PUT"));
        "cache: not in Chromium, where it is never served": in_chromium(hidden()) => asked("OPTIONS PUT").then(asked("OPTIONS PUT"));
        "cache: not in Chromium, but along a chain of redirects":
            in_chromium(put(&[(ACAM, "PUT")]).opaque_page().redirect("307", "/data", ANYBODY).answer("200", ANYBODY))
            => asked("OPTIONS PUT PUT");
        "cache: a conditional request is served": conditional() => asked("OPTIONS GET").then(asked("GET"));
        "cache: not in Chromium, which asks anew": in_chromium(conditional()) => asked("OPTIONS GET").then(asked("OPTIONS GET"));
        "cache: a `*` made with credentials serves those without": named() => shared().then(allowed().wire("PATCH"));
        "cache: in Chromium it is a name": in_chromium(named()) => shared().then(allowed().wire("OPTIONS PATCH"));
    }
}

/// Shared with the page, credentials and all; `*` is one more method.
const SHARED: &[(&str, &str)] = &[(ACAO, PAGE), (ACAC, "true"), (ACAM, "PUT, *")];

#[test]
fn every_row() {
    check(&rows());
}
