//! [CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch-0).

use cors_engine::scenario::{Api, Field, Profile};
use cors_engine::{Rule, Scenario};

use crate::support::*;

/// A PUT, whose preflight is answered 204 with these lines.
fn put(lines: &[(&str, &str)]) -> Scenario {
    let mut all = vec![(ACAO, PAGE)];
    all.extend_from_slice(lines);
    fetch(API)
        .method("PUT")
        .preflight("204", &all)
        .answer("200", &[(ACAO, PAGE)])
}

/// A GET with `X-A` and `X-B`, whose preflight is answered 204 with these lines.
fn headers(lines: &[(&str, &str)]) -> Scenario {
    put(lines)
        .method("GET")
        .header("X-B", "2")
        .header("X-A", "1")
}

/// A GET with `Authorization`, whose preflight is answered 204 with these lines.
fn authorization(lines: &[(&str, &str)]) -> Scenario {
    put(lines).method("GET").header("Authorization", "Bearer x")
}

/// The same with credentials.
fn with_credentials(scenario: Scenario) -> Scenario {
    let mut scenario = scenario.include();
    let credentials = (ACAC.to_owned(), "true".to_owned());
    let hop = &mut scenario.hops[0];
    hop.preflight
        .iter_mut()
        .for_each(|it| it.headers.push(credentials.clone()));
    hop.response
        .iter_mut()
        .for_each(|it| it.headers.push(credentials.clone()));
    scenario
}

fn sent() -> Wanted {
    readable(Rule::AllowOriginMatches)
}

fn never_sent(rule: Rule) -> Wanted {
    network_error(rule).wire("OPTIONS")
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = the_request();
    rows.extend(the_status());
    rows.extend(methods());
    rows.extend(header_names());
    rows.extend(authorization_rows());
    rows
}

fn the_request() -> Vec<Row> {
    rows! {
        "2: it accepts anything": put(&[(ACAM, "PUT")]) => sent().asks("Accept", Some("*/*"));
        "2: whatever the request itself accepts":
            put(&[(ACAM, "PUT")]).header("Accept", "application/json")
            => sent().asks("Accept", Some("*/*")).sends("Accept", Some("application/json"));
        "3: it names the method":
            put(&[(ACAM, "PUT")]) => sent().wire("OPTIONS PUT").asks("Access-Control-Request-Method", Some("PUT"));
        "3: a method that needs no permission, too":
            headers(&[(ACAH, "x-a,x-b")])
            => sent().wire("OPTIONS GET").asks("Access-Control-Request-Method", Some("GET"));
        "3: in the letters that script chose":
            put(&[(ACAM, "patch")]).method("patch") => sent().asks("Access-Control-Request-Method", Some("patch"));
        "5: header names in lower case, sorted, joined without a space":
            headers(&[(ACAH, "x-a,x-b")]) => sent().asks("Access-Control-Request-Headers", Some("x-a,x-b"));
        "5: each once":
            put(&[(ACAH, "x-a"), (ACAM, "PUT")]).header("X-A", "1").header("x-a", "2")
            => sent().asks("Access-Control-Request-Headers", Some("x-a"));
        "5: none to ask for":
            put(&[(ACAM, "PUT")]) => sent().asks("Access-Control-Request-Headers", None);
        "5: only names, never a token":
            authorization(&[(ACAH, "Authorization")])
            => sent().asks("Authorization", None).asks("Access-Control-Request-Headers", Some("authorization")).sends("Authorization", Some("Bearer x"));
        "5: safelisted ones are not asked for":
            headers(&[(ACAH, "x-a,x-b")]).header("Accept", "text/html")
            => sent().asks("Access-Control-Request-Headers", Some("x-a,x-b"));
        "5: forbidden ones are not asked for":
            put(&[(ACAM, "PUT")]).header("Cookie", "a=b")
            => sent().asks("Access-Control-Request-Headers", None).sends("Cookie", None);
        "6: it has an Origin":
            put(&[(ACAM, "PUT")]) => sent().origins("https://page.example https://page.example");
        "6: `null` for a sandboxed page":
            fetch(API).opaque_page().method("PUT").preflight("204", &[(ACAO, "*"), (ACAM, "*")]).answer("200", ANYBODY)
            => readable(Rule::WildcardWithoutCredentials).origins("null null");
        "6: no connection, no preflight":
            fetch(API).method("PUT").refused() => never_sent(Rule::ServerAnswered).at(Some(Field::Response(0)));
    }
}

fn the_status() -> Vec<Row> {
    let answered = |status: &str, lines: &[(&str, &str)]| put(&[]).preflight(status, lines);
    let allowed: &[(&str, &str)] = &[(ACAO, PAGE), (ACAM, "PUT")];
    rows! {
        "7: 200 is ok": answered("200", allowed) => sent();
        "7: 299 is ok": answered("299", allowed) => sent();
        "7: 300 is not":
            answered("300", allowed) => never_sent(Rule::PreflightStatusOk).at(Some(Field::PreflightStatus(0)));
        "7: 304 is not": answered("304", allowed) => never_sent(Rule::PreflightStatusOk);
        "7: 401 with CORS headers":
            answered("401", allowed) => never_sent(Rule::PreflightStatusOk).found(Some("401"));
        "7: 404 with CORS headers": answered("404", allowed) => never_sent(Rule::PreflightStatusOk);
        "7: 500 with CORS headers": answered("500", allowed) => never_sent(Rule::PreflightStatusOk);
        "7: a redirect is no ok status":
            answered("301", &[(ACAO, PAGE), (ACAM, "PUT"), ("Location", "/login")])
            => never_sent(Rule::PreflightStatusOk);
        "7: 307 with the same address":
            answered("307", &[(ACAO, PAGE), (ACAM, "PUT"), ("Location", API)]) => never_sent(Rule::PreflightStatusOk);
        "7: the CORS check comes before the status":
            answered("404", &[]) => never_sent(Rule::AllowOriginPresent);
        "7: the CORS check comes before a redirect's status":
            answered("302", &[("Location", "/login")]) => never_sent(Rule::AllowOriginPresent);
        "7: no OPTIONS handler means 405 without CORS headers":
            fetch(API).method("PUT") => never_sent(Rule::AllowOriginPresent);
        "7: the check is made with the request's credentials mode":
            put(&[(ACAM, "PUT")]).include() => never_sent(Rule::AllowCredentialsTrue);
        "7: `*` with credentials fails at the preflight":
            put(&[]).preflight("204", &[(ACAO, "*"), (ACAM, "PUT"), (ACAC, "true")]).include()
            => never_sent(Rule::WildcardWithoutCredentials).at(Some(Field::PreflightHeader(0, 0)));
        "7: another origin at the preflight":
            put(&[]).preflight("204", &[(ACAO, "https://a.example")]) => never_sent(Rule::AllowOriginMatches);
    }
}

fn methods() -> Vec<Row> {
    rows! {
        "7.3: `GET; POST` is no list of methods":
            put(&[(ACAM, "GET; POST")]) => never_sent(Rule::AllowMethodsParses).found(Some("GET; POST")).bytes(0, 9);
        "7.3: one bad line spoils the other":
            put(&[(ACAM, "PUT"), (ACAM, ",c,\t a b ,d")])
            => never_sent(Rule::AllowMethodsParses).at(Some(Field::PreflightHeader(0, 2))).bytes(5, 8);
        "7.3: an unreadable list fails a method that needs no permission":
            headers(&[(ACAH, "x-a, x-b"), (ACAM, "<all>")]) => never_sent(Rule::AllowMethodsParses);
        "7.3: empty elements are no mistake": put(&[(ACAM, ", PUT,,DELETE ,")]) => sent();
        "7.3: an empty list is a list":
            put(&[(ACAM, "")]) => never_sent(Rule::MethodAllowed).found(Some(""));
        "7.4: an upload listener and no list":
            put(&[]).method("POST").api(Api::Xhr).upload_listener() => sent().wire("OPTIONS POST");
        "7.4: without a list the listener's method counts as listed":
            put(&[]).api(Api::Xhr).upload_listener() => sent().wire("OPTIONS PUT");
        "7.4: with a list it must be in it":
            put(&[(ACAM, "DELETE")]).api(Api::Xhr).upload_listener() => never_sent(Rule::MethodAllowed);
        "7.5: listed": put(&[(ACAM, "GET, PUT")]) => sent();
        "7.5: listed on a second line": put(&[(ACAM, "GET"), (ACAM, "PUT")]) => sent();
        "7.5: not listed":
            put(&[(ACAM, "GET, POST, DELETE")])
            => never_sent(Rule::MethodAllowed).at(Some(Field::PreflightHeader(0, 1)));
        "7.5: no list": put(&[]) => never_sent(Rule::MethodAllowed).found(None).at(None);
        "7.5: `put` in the list is not PUT":
            put(&[(ACAM, "put")]) => never_sent(Rule::MethodAllowed);
        "7.5: script's `put` is PUT":
            put(&[(ACAM, "PUT")]).method("put") => sent().wire("OPTIONS PUT");
        "7.5: script's `patch` stays `patch`":
            put(&[(ACAM, "PATCH")]).method("patch") => never_sent(Rule::MethodAllowed);
        "7.5: `patch` and `patch`":
            put(&[(ACAM, "patch")]).method("patch") => sent().wire("OPTIONS patch");
        "7.5: POST needs no listing":
            put(&[(ACAH, "x-a")]).method("POST").header("X-A", "1") => sent().wire("OPTIONS POST");
        "7.5: HEAD needs no listing":
            put(&[(ACAH, "x-a"), (ACAM, "PUT")]).method("HEAD").header("X-A", "1") => sent().wire("OPTIONS HEAD");
        "7.5: `*` without credentials": put(&[(ACAM, "*")]) => sent();
        "7.5: `*` among others": put(&[(ACAM, "GET, *")]) => sent();
        "7.5: `*` on a line of its own": put(&[(ACAM, "GET"), (ACAM, "*")]) => sent();
        "7.5: `*` with credentials is a method's name":
            with_credentials(put(&[(ACAM, "*")])) => never_sent(Rule::MethodAllowed).found(Some("*"));
        "7.5: listed, with credentials":
            with_credentials(put(&[(ACAM, "PUT")])) => readable(Rule::AllowCredentialsTrue);
        "7.5: a method of its own":
            put(&[(ACAM, "CHICKEN")]).method("CHICKEN") => sent().wire("OPTIONS CHICKEN");
        "7.5: the method is asked before the headers":
            put(&[]).header("X-A", "1") => never_sent(Rule::MethodAllowed);
    }
}

fn header_names() -> Vec<Row> {
    rows! {
        "7.3: a name with a space is no list of names":
            headers(&[(ACAH, "x-a x-b")]) => never_sent(Rule::AllowHeadersParses);
        "7.7: listed in other letters": headers(&[(ACAH, "X-A, x-B")]) => sent();
        "7.7: listed on two lines": headers(&[(ACAH, "x-a"), (ACAH, "x-b")]) => sent();
        "7.7: one of two is missing":
            headers(&[(ACAH, "x-a")]) => never_sent(Rule::RequestHeaderAllowed).found(Some("x-a"));
        "7.7: no list": headers(&[]) => never_sent(Rule::RequestHeaderAllowed).found(None);
        "7.7: a misspelled name of the list":
            headers(&[("Access-Control-Allow-Header", "x-a, x-b")])
            => never_sent(Rule::RequestHeaderAllowed).found(None);
        "7.7: `*` without credentials": headers(&[(ACAH, "*")]) => sent();
        "7.7: `x-a, *` has a `*`": headers(&[(ACAH, "x-a, *")]) => sent();
        "7.7: `*` with credentials is a header's name":
            with_credentials(headers(&[(ACAH, "*")])) => never_sent(Rule::RequestHeaderAllowed);
        "7.7: a header named `*`, with credentials":
            with_credentials(put(&[(ACAH, "*"), (ACAM, "PUT")]).header("*", "1"))
            => readable(Rule::AllowCredentialsTrue);
        "7.7: safelisted headers need no listing":
            put(&[(ACAM, "PUT")]).header("Accept-Language", "de").header("Content-Type", "text/plain") => sent();
        "7.7: Content-Type with JSON needs listing":
            put(&[(ACAM, "PUT")]).header("Content-Type", "application/json") => never_sent(Rule::RequestHeaderAllowed);
        "7.7: CORS headers on the request need listing":
            put(&[]).method("GET").header(ACAO, "*") => never_sent(Rule::RequestHeaderAllowed);
    }
}

fn authorization_rows() -> Vec<Row> {
    rows! {
        "7.6: Authorization is listed": authorization(&[(ACAH, "AUTHORIZATION")]) => sent();
        "7.6: Authorization and `*`":
            authorization(&[(ACAH, "*")]) => never_sent(Rule::AuthorizationListed).found(Some("*"));
        "7.6: Authorization beside `*`": authorization(&[(ACAH, "*, Authorization")]) => sent();
        "7.6: Authorization without a list":
            authorization(&[]) => never_sent(Rule::AuthorizationListed).found(None);
        "7.6: Authorization and `*` in Chromium":
            authorization(&[(ACAH, "*")]).profile(Profile::Chromium) => sent();
        "7.6: Authorization and `*` in Firefox":
            authorization(&[(ACAH, "*")]).profile(Profile::Firefox) => sent();
        "7.6: Authorization and `*` in Safari":
            authorization(&[(ACAH, "*")]).profile(Profile::Safari) => sent();
        "7.6: Authorization and `*` with credentials, in Chromium as well":
            with_credentials(authorization(&[(ACAH, "*")])).profile(Profile::Chromium)
            => never_sent(Rule::AuthorizationListed);
        "7.6: Authorization is asked before other headers":
            authorization(&[]).header("X-A", "1") => never_sent(Rule::AuthorizationListed);
        "7.6: the auth layer answers the preflight":
            authorization(&[]).preflight("401", &[]) => never_sent(Rule::AllowOriginPresent);
    }
}

#[test]
fn every_row() {
    check(&rows());
}
