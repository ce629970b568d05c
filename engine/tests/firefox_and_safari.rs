//! Where Firefox and Safari differ from the standard, as runs of the same scenarios in Firefox 153.7
//! and WebKitGTK 2.50.6 showed.

use cors_engine::scenario::{Api, CredentialsMode, Mode, Profile, RedirectMode};
use cors_engine::{Rule, Scenario};

use crate::support::*;

const Y: &str = "https://other.example/y";
const ASKED: &str = "Access-Control-Request-Headers";

fn in_firefox(scenario: Scenario) -> Scenario {
    scenario.profile(Profile::Firefox)
}

fn in_safari(scenario: Scenario) -> Scenario {
    scenario.profile(Profile::Safari)
}

fn read() -> Wanted {
    readable(Rule::WildcardWithoutCredentials)
}

/// A method that anybody may use, with these lines more in the preflight's answer.
fn asking(method: &str, preflight: &[(&str, &str)]) -> Scenario {
    let mut headers = vec![(ACAO, "*")];
    headers.extend_from_slice(preflight);
    fetch(API)
        .method(method)
        .preflight("204", &headers)
        .answer("200", ANYBODY)
}

/// PUT, allowed for a minute.
fn put() -> Scenario {
    asking("PUT", &[(ACAM, "PUT"), (ACMA, "60")])
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = preflights();
    rows.extend(redirects());
    rows.extend(upload_listeners());
    rows.extend(max_age());
    rows.extend(cache_of_firefox());
    rows.extend(cache_of_safari());
    rows.extend(requests());
    rows
}

fn preflights() -> Vec<Row> {
    let missing = || fetch(API).method("PUT").preflight("404", &[]);
    let unread = || network_error(Rule::AllowOriginPresent).wire("OPTIONS");
    rows! {
        "preflight: the CORS check comes before the status": missing() => unread();
        "preflight: in Firefox, too": in_firefox(missing()) => unread();
        "preflight: in Safari the status comes first":
            in_safari(missing()) => network_error(Rule::PreflightStatusOk).wire("OPTIONS");
        "preflight: in Safari an ok status leads to the CORS check":
            in_safari(missing().preflight("204", &[])) => unread();
    }
}

fn redirects() -> Vec<Row> {
    let open: &[(&str, &str)] = &[(ACAM, "*"), (ACAH, "*, Authorization")];
    let turned = || {
        asking("PUT", open)
            .redirect("303", "/y", ANYBODY)
            .answer("200", ANYBODY)
    };
    let json = || {
        asking("POST", open)
            .body("{}")
            .header("Content-Type", "application/json")
            .redirect("302", "/y", ANYBODY)
            .preflight("204", &[(ACAO, "*"), (ACAH, "content-type")])
            .answer("200", ANYBODY)
    };
    let token = || {
        fetch("/x")
            .header("Authorization", "Bearer x")
            .redirect("302", API, &[])
            .preflight("204", ANYBODY)
            .answer("200", ANYBODY)
    };
    let from_home = || {
        fetch("/x")
            .method("PUT")
            .redirect("303", API, &[])
            .answer("200", ANYBODY)
    };
    let simple = || fetch("/x").redirect("302", API, &[]).answer("200", ANYBODY);
    let again = |rule| network_error(rule).wire("OPTIONS PUT OPTIONS");
    let hidden = |origin| {
        asking("PUT", &[(ACAM, "PUT")])
            .redirect("307", Y, ANYBODY)
            .preflight("204", &[(ACAO, origin), (ACAM, "PUT")])
            .answer("200", &[(ACAO, "null")])
    };
    let doubled = || {
        fetch(API)
            .redirect("302", "/y", &[("Location", "/y"), (ACAO, "*")])
            .answer("200", ANYBODY)
    };
    let without = |mode| fetch(API).redirect_mode(mode).answer("302", ANYBODY);
    let named = readable(Rule::AllowOriginMatches).wire("OPTIONS PUT OPTIONS PUT");
    rows! {
        "redirect: what is left of the request needs no preflight": turned() => read().wire("OPTIONS PUT GET");
        "redirect: in Firefox what was asked for once is asked for again":
            in_firefox(turned()) => again(Rule::AllowOriginPresent);
        "redirect: in Safari, too": in_safari(turned()) => again(Rule::PreflightStatusOk);
        "redirect: Firefox asks for what is left":
            in_firefox(json()) => read().wire("OPTIONS POST OPTIONS GET").asks(ASKED, None);
        "redirect: Safari asks for what the redirect took away, too":
            in_safari(json()) => read().wire("OPTIONS POST OPTIONS GET").asks(ASKED, Some("content-type"));
        "redirect: and Safari must be allowed it":
            in_safari(json().preflight("204", ANYBODY))
            => network_error(Rule::RequestHeaderAllowed).wire("OPTIONS POST OPTIONS");
        "redirect: a header that was dropped on the way abroad": token() => read().wire("GET GET");
        "redirect: in Firefox it causes a preflight": in_firefox(token()) => read().wire("GET OPTIONS GET");
        "redirect: in Safari it must be allowed":
            in_safari(token()) => network_error(Rule::AuthorizationListed).wire("GET OPTIONS");
        "redirect: a method that never went abroad is forgotten, in Firefox":
            in_firefox(from_home()) => read().wire("PUT GET");
        "redirect: and in Safari": in_safari(from_home()) => read().wire("PUT GET");
        "redirect: a simple request stays one, in Firefox": in_firefox(simple()) => read().wire("GET GET");
        "redirect: a simple request stays one, in Safari": in_safari(simple()) => read().wire("GET GET");
        "redirect: a tainted request's preflight hides the page":
            hidden("null") => named.origins("https://page.example https://page.example null null");
        "redirect: in Firefox it names the page":
            in_firefox(hidden(PAGE)) => readable(Rule::AllowOriginMatches).origins("https://page.example https://page.example https://page.example null");
        "redirect: in Firefox it is checked by that name":
            in_firefox(hidden("null")) => network_error(Rule::AllowOriginMatches).wire("OPTIONS PUT OPTIONS");
        "redirect: the same Location twice is none": doubled() => network_error(Rule::LocationParses).wire("GET");
        "redirect: to Firefox it is one": in_firefox(doubled()) => read().wire("GET GET");
        "redirect: error and no Location": without(RedirectMode::Error) => network_error(Rule::RedirectModeFollows);
        "redirect: to Safari that is an answer": in_safari(without(RedirectMode::Error)) => read();
        "redirect: but not with manual": in_safari(without(RedirectMode::Manual)) => opaque_redirect();
    }
}

fn upload_listeners() -> Vec<Row> {
    let listening = |method: &str| {
        asking(method, &[(ACMA, "60")])
            .api(Api::Xhr)
            .upload_listener()
    };
    let disallowed = || network_error(Rule::MethodAllowed).wire("OPTIONS");
    let after_put = || put().then(0, listening("POST").preflight("204", ANYBODY));
    let asked = || read().wire("OPTIONS PUT");
    let twice = || listening("POST").then(0, listening("POST"));
    let once = || read().wire("OPTIONS POST").then(read().wire("POST"));
    rows! {
        "upload: without a list its method counts as listed": listening("PUT") => read().wire("OPTIONS PUT");
        "upload: not in Firefox": in_firefox(listening("PUT")) => disallowed();
        "upload: nor in Safari": in_safari(listening("PUT")) => disallowed();
        "upload: POST needs an entry of its own":
            after_put() => asked().then(read().wire("OPTIONS POST"));
        "upload: in Firefox any entry does": in_firefox(after_put()) => asked().then(read().wire("POST"));
        "upload: in Safari any entry does": in_safari(after_put()) => asked().then(read().wire("POST"));
        "upload: Firefox keeps that POST was allowed": in_firefox(twice()) => once();
        "upload: Safari keeps that POST was allowed": in_safari(twice()) => once();
    }
}

fn max_age() -> Vec<Row> {
    let kept = |age: &str| {
        asking("PUT", &[(ACAM, "PUT"), (ACMA, age)]).then(0, asking("PUT", &[(ACAM, "PUT")]))
    };
    let later = |age: &str| {
        asking("PUT", &[(ACAM, "PUT"), (ACMA, age)]).then(6, asking("PUT", &[(ACAM, "PUT")]))
    };
    let ended = || {
        let x_a = asking("PUT", &[(ACAM, "PUT"), (ACAH, "x-a"), (ACMA, "0")]).header("X-A", "1");
        put().then(0, x_a).then(0, put())
    };
    let asked = || read().wire("OPTIONS PUT");
    let cached = || read().wire("PUT");
    rows! {
        "Max-Age: no number is 5 seconds": kept("soon") => asked().then(cached());
        "Max-Age: in Firefox it is none": in_firefox(kept("soon")) => asked().then(asked());
        "Max-Age: nor is a number with a sign, in Firefox": in_firefox(kept("+9")) => asked().then(asked());
        "Max-Age: without it, 5 seconds in Firefox, too":
            in_firefox(asking("PUT", &[(ACAM, "PUT")]).then(0, put())) => asked().then(cached());
        "Max-Age: 5 seconds in Safari, too": in_safari(kept("soon")) => asked().then(cached());
        "Max-Age: -1 is 0 in Safari": in_safari(kept("-1")) => asked().then(asked());
        "Max-Age: +60 is a number in Safari": in_safari(later("+60")) => asked().then(cached());
        "Max-Age: 0 ends what was kept": ended() => asked().then(asked()).then(asked());
        "Max-Age: not in Firefox": in_firefox(ended()) => asked().then(asked()).then(cached());
    }
}

fn cache_of_firefox() -> Vec<Row> {
    let any = || asking("PUT", &[(ACAM, "*"), (ACMA, "60")]);
    let shared: &[(&str, &str)] = &[(ACAO, PAGE), (ACAC, "true"), (ACAM, "PUT"), (ACMA, "60")];
    let own = || {
        put()
            .preflight("204", shared)
            .answer("200", THE_PAGE)
            .include()
    };
    let anonymous = || own().credentials(CredentialsMode::SameOrigin);
    let asked = || read().wire("OPTIONS PUT");
    let cached = || read().wire("PUT");
    let lost = || network_error(Rule::AllowOriginPresent).wire("GET");
    let simple = || put().then(0, fetch(API)).then(0, put());
    let tainted = || {
        let back = asking("PUT", &[(ACAM, "PUT")]).redirect("307", API, ANYBODY);
        let elsewhere = back
            .answer("200", ANYBODY)
            .preflight("204", &[(ACAO, "*"), (ACAM, "PUT")]);
        let mut scenario = put().then(0, elsewhere);
        scenario.then[0].request.url = OTHER.to_owned();
        scenario
    };
    let shared_with_page = || readable(Rule::AllowCredentialsTrue).wire("OPTIONS PUT");
    let matched = |wire| readable(Rule::AllowOriginMatches).wire(wire);
    rows! {
        "cache: a `*` is one": any().then(0, any()) => asked().then(cached());
        "cache: in Firefox it is a name": in_firefox(any().then(0, any())) => asked().then(asked());
        "cache: with credentials serves without": own().then(0, anonymous()) => shared_with_page().then(matched("PUT"));
        "cache: Firefox keeps the two apart": in_firefox(own().then(0, anonymous())) => shared_with_page().then(matched("OPTIONS PUT"));
        "cache: a simple request that fails takes nothing": simple() => asked().then(lost()).then(cached());
        "cache: in Firefox it does": in_firefox(simple()) => asked().then(lost()).then(asked());
        "cache: a tainted request is none of the page's": tainted() => asked().then(read().wire("OPTIONS PUT OPTIONS PUT"));
        "cache: in Firefox its preflight is": in_firefox(tainted()) => asked().then(read().wire("OPTIONS PUT PUT"));
    }
}

fn cache_of_safari() -> Vec<Row> {
    let other = || asking("DELETE", &[(ACAM, "DELETE"), (ACMA, "60")]);
    let replaced = || put().then(0, other()).then(0, put());
    let broken = || put().answer("200", &[]).then(0, put());
    let hidden = || put().opaque_page().then(0, put());
    let any = || asking("GET", &[(ACAH, "*"), (ACMA, "60")]).header("Authorization", "Bearer x");
    let asked = || read().wire("OPTIONS PUT");
    let deleted = || read().wire("OPTIONS DELETE");
    let lost = || network_error(Rule::AllowOriginPresent).wire("OPTIONS PUT");
    let allowed = || read().wire("OPTIONS GET");
    rows! {
        "cache: in Firefox answers add up": in_firefox(replaced()) => asked().then(deleted()).then(read().wire("PUT"));
        "cache: in Safari a new one replaces the old": in_safari(replaced()) => asked().then(deleted()).then(asked());
        "cache: in Firefox a network error clears it": in_firefox(broken()) => lost().then(asked());
        "cache: not in Safari": in_safari(broken()) => lost().then(read().wire("PUT"));
        "cache: Safari serves null": in_safari(hidden()) => asked().then(read().wire("PUT"));
        "cache: in Safari `*` stands for Authorization": in_safari(any().then(0, any())) => allowed().then(read().wire("GET"));
        "cache: in Firefox it stands for nothing": in_firefox(any().then(0, any())) => allowed().then(allowed());
    }
}

fn requests() -> Vec<Row> {
    let long = || {
        let filled = (0..11).fold(fetch(API), |scenario, _| {
            scenario.header("Accept", &"a".repeat(100))
        });
        filled.answer("200", ANYBODY)
    };
    let twice = || {
        fetch(API)
            .header("Content-Type", "text/plain")
            .header("content-type", "text/plain")
            .answer("200", ANYBODY)
    };
    let lost = || network_error(Rule::AllowOriginPresent).wire("OPTIONS");
    let local = |url| fetch(url).answer("200", ANYBODY);
    let image = |url| fetch(url).api(Api::Img);
    let blocked = || network_error(Rule::NotMixedContent).wire("");
    let home = || fetch("/x").api(Api::Img).mode(Mode::Cors);
    rows! {
        "values: more than 1,024 bytes together": long() => lost();
        "values: in Firefox no matter": in_firefox(long()) => read().wire("GET");
        "values: in Safari they matter": in_safari(long()) => network_error(Rule::PreflightStatusOk).wire("OPTIONS");
        "values: repeats are judged alone": in_firefox(twice()) => read().wire("GET");
        "values: in Safari joined": in_safari(twice()) => network_error(Rule::PreflightStatusOk).asks(ASKED, Some("content-type"));
        "mixed: http to the page's own machine": local("http://localhost:3000/x") => read();
        "mixed: Safari blocks it": in_safari(local("http://localhost:3000/x")) => blocked();
        "mixed: and by its number": in_safari(local("http://127.0.0.1/x")) => blocked();
        "mixed: but no image": in_safari(image("http://localhost/x")) => opaque();
        "mixed: an image at an IP address": image("http://192.0.2.1/x") => blocked();
        "mixed: Firefox asks for it over https":
            in_firefox(image("http://192.0.2.1/x")) => opaque().last_url("https://192.0.2.1/x");
        "Origin: in Safari an element with crossorigin sends it at home":
            in_safari(home()) => readable(Rule::SameOrigin).sends("Origin", Some(PAGE));
        "Origin: in Firefox not": in_firefox(home()) => readable(Rule::SameOrigin).sends("Origin", None);
    }
}

#[test]
fn every_row() {
    check(&rows());
}
