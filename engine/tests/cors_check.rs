//! The [CORS check](https://fetch.spec.whatwg.org/#concept-cors-check).

use cors_engine::Rule;
use cors_engine::scenario::{CredentialsMode, Field, Profile};
use cors_engine::trace::ResponseType;

use crate::support::*;

/// A GET without credentials, answered with these lines.
fn without(lines: &[(&str, &str)]) -> cors_engine::Scenario {
    fetch(API).answer("200", lines)
}

/// A GET with credentials, answered with these lines.
fn with(lines: &[(&str, &str)]) -> cors_engine::Scenario {
    without(lines).include()
}

fn missing() -> Wanted {
    network_error(Rule::AllowOriginPresent)
        .of_type(ResponseType::Error)
        .wire("GET")
}

fn differs() -> Wanted {
    network_error(Rule::AllowOriginMatches).wire("GET")
}

fn not_true() -> Wanted {
    network_error(Rule::AllowCredentialsTrue).wire("GET")
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = allow_origin();
    rows.extend(byte_for_byte());
    rows.extend(credentials());
    rows
}

fn allow_origin() -> Vec<Row> {
    rows! {
        "2: no header at all": without(&[]) => missing().found(None).at(None);
        "2: a misspelled name is no such header":
            without(&[("Access-Control-Allow-Origins", "*")]) => missing();
        "2: the header on the request is no header of the answer":
            without(&[]).header(ACAO, "*").preflight("204", &[(ACAO, "*"), (ACAH, ACAO)])
            => network_error(Rule::AllowOriginPresent).wire("OPTIONS GET");
        "2: an error page without the header": fetch(API).answer("500", &[]) => missing();
        "2: the preflight's header does not count for the response":
            fetch(API).method("PUT").preflight("204", &[(ACAO, PAGE), (ACAM, "PUT")])
            => network_error(Rule::AllowOriginPresent).wire("OPTIONS PUT").at(None);
        "3: `*` without credentials":
            without(ANYBODY) => readable(Rule::WildcardWithoutCredentials).of_type(ResponseType::Cors);
        "3: `*` in any letters of the name":
            without(&[("access-control-ALLOW-origin", "*")]) => readable(Rule::WildcardWithoutCredentials);
        "3: `*` with white space around it":
            without(&[(ACAO, " \t* ")]) => readable(Rule::WildcardWithoutCredentials);
        "3: `*` and Allow-Credentials, without credentials":
            without(&[(ACAO, "*"), (ACAC, "true")]) => readable(Rule::WildcardWithoutCredentials);
        "3: `*` with credentials omitted":
            without(ANYBODY).credentials(CredentialsMode::Omit) => readable(Rule::WildcardWithoutCredentials);
        "3: `*` with credentials":
            with(ANYBODY)
            => network_error(Rule::WildcardWithoutCredentials).wire("GET").found(Some("*")).at(Some(Field::ResponseHeader(0, 0)));
        "3: `*` with credentials, Allow-Credentials or not":
            with(&[(ACAC, "true"), (ACAO, "*")])
            => network_error(Rule::WildcardWithoutCredentials).at(Some(Field::ResponseHeader(0, 1)));
        "3: a token set by hand is no credentials mode":
            without(ANYBODY).header("Authorization", "Bearer x").preflight("204", &[(ACAO, "*"), (ACAH, "authorization")])
            => readable(Rule::WildcardWithoutCredentials).wire("OPTIONS GET");
        "3: an error page with the header is readable":
            fetch(API).answer("404", ANYBODY) => readable(Rule::WildcardWithoutCredentials);
        "3: a 500 with the header is readable":
            fetch(API).answer("500", ANYBODY) => readable(Rule::WildcardWithoutCredentials);
        "3: `*` to a page without an origin":
            without(ANYBODY).opaque_page() => readable(Rule::WildcardWithoutCredentials);
    }
}

fn byte_for_byte() -> Vec<Row> {
    rows! {
        "4: the page's origin": without(&[(ACAO, PAGE)]) => readable(Rule::AllowOriginMatches);
        "4: a slash at the end":
            without(&[(ACAO, "https://page.example/")]) => differs().found(Some("https://page.example/")).bytes(20, 21);
        "4: capitals": without(&[(ACAO, "https://Page.example")]) => differs().bytes(8, 9);
        "4: capitals in the scheme":
            without(&[(ACAO, "HTTPS://page.example")]) => differs().bytes(0, 5);
        "4: the default port written out":
            without(&[(ACAO, "https://page.example:443")]) => differs().bytes(20, 24);
        "4: another port": without(&[(ACAO, "https://page.example:8443")]) => differs();
        "4: another scheme": without(&[(ACAO, "http://page.example")]) => differs();
        "4: no scheme": without(&[(ACAO, "page.example")]) => differs();
        "4: www": without(&[(ACAO, "https://www.page.example")]) => differs().bytes(8, 12);
        "4: a pattern": without(&[(ACAO, "https://*.example")]) => differs();
        "4: an empty value": without(&[(ACAO, "")]) => differs().found(Some(""));
        "4: `null` is not this page": without(&[(ACAO, "null")]) => differs();
        "4: `*` within quotes": without(&[(ACAO, "\"*\"")]) => differs();
        "4: two lines are one value, `*, *`":
            without(&[(ACAO, "*"), (ACAO, "*")]) => differs().found(Some("*, *"));
        "4: two lines with the same origin":
            without(&[(ACAO, PAGE), (ACAO, PAGE)])
            => differs().found(Some("https://page.example, https://page.example")).at(Some(Field::ResponseHeader(0, 0)));
        "4: the right line first, another after it":
            without(&[(ACAO, PAGE), (ACAO, "https://a.example")]) => differs();
        "4: a list with commas":
            without(&[(ACAO, "https://page.example, https://a.example")]) => differs();
        "4: a list with spaces":
            without(&[(ACAO, "https://page.example https://a.example")]) => differs();
        "4: white space at the ends is not part of a value":
            without(&[(ACAO, " https://page.example\t")]) => readable(Rule::AllowOriginMatches);
        "4: `null` to a sandboxed page":
            without(&[(ACAO, "null")]).opaque_page() => readable(Rule::AllowOriginMatches).origins("null");
        "4: `Null` to a sandboxed page":
            without(&[(ACAO, "Null")]).opaque_page() => differs().bytes(0, 1);
        "4: its own URL's origin to a sandboxed page":
            without(&[(ACAO, PAGE)]).opaque_page() => differs();
        "4: localhost is not 127.0.0.1":
            without(&[(ACAO, "http://localhost:5173")]).page("http://127.0.0.1:5173/") => differs();
        "4: a port of its own":
            without(&[(ACAO, "http://localhost:5173")]).page("http://localhost:5173/")
            => readable(Rule::AllowOriginMatches);
        "4: a page's path, query and fragment are not in its origin":
            without(&[(ACAO, PAGE)]).page("https://page.example:443/a/b?c#d") => readable(Rule::AllowOriginMatches);
        "4: browsers agree with the standard":
            without(&[(ACAO, "https://page.example/")]).profile(Profile::Chromium) => differs();
    }
}

fn credentials() -> Vec<Row> {
    rows! {
        "5: without credentials, Allow-Credentials is not read":
            without(&[(ACAO, PAGE), (ACAC, "nonsense")]) => readable(Rule::AllowOriginMatches);
        "7: the bytes that are not `true`":
            with(&[(ACAO, PAGE), (ACAC, "true, true")]) => network_error(Rule::AllowCredentialsTrue).bytes(4, 10);
        "7: origin and `true`": with(THE_PAGE) => readable(Rule::AllowCredentialsTrue);
        "7: `true` with white space around it":
            with(&[(ACAO, PAGE), (ACAC, " true ")]) => readable(Rule::AllowCredentialsTrue);
        "7: `null` and `true` to a sandboxed page":
            with(&[(ACAO, "null"), (ACAC, "true")]).opaque_page() => readable(Rule::AllowCredentialsTrue);
        "8: no Allow-Credentials": with(&[(ACAO, PAGE)]) => not_true().found(None).at(None);
        "8: `True`":
            with(&[(ACAO, PAGE), (ACAC, "True")])
            => not_true().found(Some("True")).at(Some(Field::ResponseHeader(0, 1)));
        "8: `TRUE`": with(&[(ACAO, PAGE), (ACAC, "TRUE")]) => not_true();
        "8: `1`": with(&[(ACAO, PAGE), (ACAC, "1")]) => not_true();
        "8: an empty value": with(&[(ACAO, PAGE), (ACAC, "")]) => not_true().found(Some(""));
        "8: `*`": with(&[(ACAO, PAGE), (ACAC, "*")]) => not_true();
        "8: true twice is `true, true`":
            with(&[(ACAO, PAGE), (ACAC, "true"), (ACAC, "true")]) => not_true().found(Some("true, true"));
        "8: Allow-Credentials of the preflight does not count for the response":
            fetch(API).method("PUT").include().preflight("204", &[(ACAO, PAGE), (ACAC, "true"), (ACAM, "PUT")]).answer("200", &[(ACAO, PAGE)])
            => network_error(Rule::AllowCredentialsTrue).wire("OPTIONS PUT");
    }
}

#[test]
fn every_row() {
    check(&rows());
}
