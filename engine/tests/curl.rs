//! curl, which is no browser: rows of what it does, each seen in a run of curl 7.88.

use cors_engine::rules::{Texts, console};
use cors_engine::scenario::{
    Api, Browser, CredentialsMode, Field, Mode, Profile, RedirectMode, ReferrerPolicy,
};
use cors_engine::trace::ResponseType;
use cors_engine::{Rule, Scenario};

use crate::support::*;

/// Asked by POST with a body, and redirected to the same server.
fn posted(status: &str) -> Scenario {
    let sent = curl(API).method("POST").body("a=b");
    sent.redirect(status, "/next", &[])
}

/// Asked with what is meant for one server, and redirected to another.
fn confided() -> Scenario {
    curl(API)
        .header("Authorization", "Bearer x")
        .header("Cookie", "a=b")
        .header("Host", "inner.example")
        .redirect("302", OTHER, &[])
}

fn printed() -> Wanted {
    readable(Rule::ClientIsBrowser)
}

fn as_is(field: Field) -> Wanted {
    invalid(Rule::RequestPossible).at(Some(field))
}

pub(crate) fn rows() -> Vec<Row> {
    let asking = rows! {
        "curl: what a browser withholds, it prints":
            curl(API).answer("200", &[("Set-Cookie", "a=b"), ("X-B", "2"), ("set-cookie", "c=d")])
            => printed().origins("-").sees(&["Set-Cookie: a=b", "X-B: 2", "set-cookie: c=d"]);
        "curl: a method as it is typed, without a preflight":
            curl(API).method("patch").header("X-A", "1") => printed().wire("patch").sends("X-A", Some("1"));
        "curl: headers that no page may set":
            curl(API).header("Origin", "https://me.example").header("Cookie", "a=b")
            => printed().origins("https://me.example").sends("Cookie", Some("a=b"));
        "curl: a method that no page may use": curl(API).method("TRACE") => printed().wire("TRACE");
        "curl: lines of one name stay lines":
            curl(API).header("X-A", "1").header("X-A", "2") => printed().sends("X-A", Some("1 | 2"));
        "curl: a body with GET brings a form's type":
            curl(API).body("a=b") => printed().wire("GET").sends("Content-Type", Some("application/x-www-form-urlencoded"));
        "curl: a type that is typed stands":
            curl(API).header("content-type", "text/plain").body("x") => printed().sends("Content-Type", Some("text/plain"));
        "curl: http from an https page": curl("http://api.example/") => printed();
        "curl: a port that browsers block": curl("https://api.example:25/") => printed();
        "curl: no server": curl(API).refused() => network_error(Rule::ServerAnswered).at(Some(Field::Response(0)));
        "curl: an error is an answer": curl(API).answer("500", &[]) => printed();
        "curl: 407 is an answer, whoever judges": curl(API).answer("407", &[]).profile(Profile::Firefox) => printed();
        "curl: no page's cache covers it":
            fetch(API).method("PUT").preflight("204", &[(ACAO, "*"), (ACAM, "PUT")]).answer("200", ANYBODY)
                .then(1, curl(API).method("PUT"))
            => readable(Rule::WildcardWithoutCredentials).wire("OPTIONS PUT").then(printed().wire("PUT"));
    };
    [asking, redirects(), problems()]
        .into_iter()
        .flatten()
        .collect()
}

fn redirects() -> Vec<Row> {
    rows! {
        "curl -L: 301 turns POST into GET, and drops the type that curl gave the body":
            posted("301") => printed().wire("POST GET").sends("Content-Type", None);
        "curl -L: 303 does so, too": posted("303") => printed().wire("POST GET");
        "curl -L: 307 changes nothing":
            posted("307") => printed().wire("POST POST").sends("Content-Type", Some("application/x-www-form-urlencoded"));
        "curl -L: a type that was typed goes on without a body":
            posted("302").header("Content-Type", "application/json")
            => printed().wire("POST GET").sends("Content-Type", Some("application/json"));
        "curl -L: -X POST without a body stays":
            curl(API).method("POST").redirect("303", "/next", &[]) => printed().wire("POST POST");
        "curl -L: -X PUT stays, its body does not":
            curl(API).method("PUT").body("x").redirect("303", "/next", &[]).redirect("307", "/last", &[])
            => printed().wire("PUT PUT PUT").sends("Content-Type", None);
        "curl -L: HEAD stays": curl(API).method("HEAD").redirect("303", "/next", &[]) => printed().wire("HEAD HEAD");
        "curl -L: another host does not get what is for the first":
            confided() => printed().sends("Authorization", None).sends("Cookie", None).sends("Host", None);
        "curl -L: the first gets it again":
            confided().redirect("302", API, &[]) => printed().sends("Authorization", Some("Bearer x")).sends("Cookie", Some("a=b"));
        "curl -L: every status of 3 leads on": curl(API).redirect("300", "/next", &[]) => printed().wire("GET GET");
        "curl -L: 304, too": curl(API).redirect("304", OTHER, &[]) => printed().last_url(OTHER);
        "curl -L: an empty Location leads nowhere": curl(API).redirect("302", "", &[]) => printed().wire("GET");
        "curl -L: of several the first that says something":
            curl(API).redirect("302", "", &[("Location", "/b"), ("Location", "/c")]) => printed().last_url("https://api.example/b");
        "curl -L: a Location that is no URL": curl(API).redirect("302", "https://[", &[]) => network_error(Rule::LocationParses);
        "curl -L: neither http nor https": curl(API).redirect("302", "data:,x", &[]) => network_error(Rule::LocationSchemeIsHttp);
        "curl -L: a user name in a Location": curl(API).redirect("302", "https://u:p@other.example/", &[]) => printed().wire("GET GET");
        "curl -L: to nobody": curl(API).redirect("302", OTHER, &[]).refused() => network_error(Rule::ServerAnswered).at_hop(1);
        "curl: without -L it prints the redirect":
            curl(API).redirect_mode(RedirectMode::Manual).redirect("302", "https://[", &[]) => printed().wire("GET").sees(&["Location: https://["]);
    }
}

fn problems() -> Vec<Row> {
    let no_url = |url| curl(url);
    let wanted = || invalid(Rule::CurlUrlWhole).at(Some(Field::RequestUrl));
    rows! {
        "curl: a path": no_url("/users") => wanted();
        "curl: no scheme": no_url("api.example/users") => wanted();
        "curl: a host that looks like a scheme": no_url("localhost:8080/api") => wanted();
        "curl: another scheme": no_url("data:,x") => wanted();
        "curl: a scheme without slashes": no_url("https:api.example") => wanted();
        "curl: a space": no_url("https://api.example/a b") => wanted();
        "curl: no host": no_url("https://") => wanted();
        "curl: capitals are a scheme as well": no_url("HTTPS://api.example/") => printed();
        "curl: a password in the address": no_url("https://u:p@api.example/") => wanted();
        "curl: another host than ASCII": no_url("https://bücher.example/") => invalid(Rule::HostIsAscii);
        "curl: no-cors": curl(API).mode(Mode::NoCors) => as_is(Field::RequestMode);
        "curl: credentials": curl(API).include() => as_is(Field::RequestCredentials);
        "curl: credentials of a page": curl(API).credentials(CredentialsMode::SameOrigin) => as_is(Field::RequestCredentials);
        "curl: redirect mode error": curl(API).redirect_mode(RedirectMode::Error) => as_is(Field::RequestRedirect);
        "curl: a referrer policy has no effect": curl(API).method("PUT").policy(ReferrerPolicy::Origin) => printed().origins("-");
        "curl: an upload listener": curl(API).upload_listener() => as_is(Field::RequestUploadListener);
        "curl: a method of two words": curl(API).method("GE T") => as_is(Field::RequestMethod);
        "curl: a header name with a space": curl(API).header("X A", "1") => invalid(Rule::AnswerHeaderNameIsToken).at(Some(Field::RequestHeader(0)));
        "curl: a header of two lines": curl(API).header("X-A", "1").header("X-B", "1\n2") => invalid(Rule::AnswerHeaderValueValid).at(Some(Field::RequestHeader(1)));
    }
}

#[test]
fn curl_asks_and_prints() {
    check(&rows());
}

#[test]
fn no_browser_takes_part() {
    for row in rows() {
        let trace = trace(&row.scenario);
        for browser in Browser::ALL {
            let lines = console(&row.scenario, &trace, *browser, Texts::compiled_in());
            let is_of_page = row.scenario.request.api != Api::Curl;
            assert!(is_of_page || lines.is_empty(), "{}: {lines:?}", row.name);
        }
        if row.scenario.request.api == Api::Curl {
            assert_eq!(trace.response_type, None::<ResponseType>, "{}", row.name);
            assert_eq!(trace.page_origin, None, "{}", row.name);
        }
    }
}

#[test]
fn whoever_judges_sees_the_same() {
    for row in rows() {
        let mut scenario = row.scenario;
        if scenario.request.api != Api::Curl {
            continue;
        }
        let standard = trace(&scenario);
        for profile in Profile::ALL {
            scenario.profile = *profile;
            assert_eq!(trace(&scenario), standard, "{}", row.name);
        }
    }
}
