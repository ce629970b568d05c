//! Traces as text, whole: what they say and in which order.

use cors_engine::Scenario;
use cors_engine::scenario::Mode;
use expect_test::{Expect, expect};

use crate::support::*;

fn check_text(scenario: &Scenario, wanted: Expect) {
    wanted.assert_eq(&trace(scenario).to_string());
}

#[test]
fn an_answer_that_is_shared_with_nobody() {
    check_text(
        &Scenario::opening(),
        expect![[r#"
            network-error, decided by allow-origin-present (CORS check, step 2)
            https://frontend.com asks for https://api.backend.com/users
            • Does the request stay within the page's origin? No. [same-origin]
                  found "https://api.backend.com", wanted "https://frontend.com" at /request/url
            • Is the method one that needs no preflight? Yes. [method-safelisted]
                  found "GET" at /request/method
            • Is this request header one that needs no preflight? Yes. [request-header-safelisted]
                  Accept: found "application/json" at /request/headers/0
            → GET https://api.backend.com/users
                  Accept: application/json
                  Origin: https://frontend.com
            ← 200
                  Content-Type: application/json
            ✓ Did the server answer? [server-answered]
                  found "200" at /hops/0/response/status
            ✗ Does the answer say who may read it? [allow-origin-present]
                  no Access-Control-Allow-Origin; wanted "https://frontend.com"
                  The answer has no Access-Control-Allow-Origin header: it is shared with no other origin.
                  To pass: An Access-Control-Allow-Origin header with the value of the request's Origin header, or * where anybody may read.
            ○ Is the allowed origin the one that asked, byte for byte? Not reached. [allow-origin-matches]
            ○ May the page see the answer? Not reached. [response-visible]
        "#]],
    );
}

#[test]
fn a_preflight_that_does_not_allow_the_method() {
    let scenario = fetch(API)
        .method("patch")
        .include()
        .header("X-A", "1")
        .preflight(
            "204",
            &[(ACAO, PAGE), (ACAC, "true"), (ACAM, "PATCH"), (ACAH, "x-a")],
        );
    check_text(
        &scenario,
        expect![[r#"
            network-error, decided by method-allowed (CORS-preflight fetch, step 7.5)
            https://page.example asks for https://api.example/data
            • Does the request stay within the page's origin? No. [same-origin]
                  found "https://api.example", wanted "https://page.example" at /request/url
            • Is the method one that needs no preflight? No. [method-safelisted]
                  found "patch", wanted "GET, HEAD or POST" at /request/method
            • Is this request header one that needs no preflight? No. [request-header-safelisted]
                  X-A: found "1" at /request/headers/0
            • Does an earlier preflight's answer still cover this request? No. [preflight-cached]
            → OPTIONS https://api.example/data
                  Accept: */*
                  Access-Control-Request-Method: patch
                  Access-Control-Request-Headers: x-a
                  Origin: https://page.example
            ← 204
                  Access-Control-Allow-Origin: https://page.example
                  Access-Control-Allow-Credentials: true
                  Access-Control-Allow-Methods: PATCH
                  Access-Control-Allow-Headers: x-a
            ✓ Did the server answer? [server-answered]
                  found "204" at /hops/0/preflight/status
            ✓ Does the answer say who may read it? [allow-origin-present]
                  Access-Control-Allow-Origin: found "https://page.example" at /hops/0/preflight/headers/0
            ✓ Is the allowed origin the one that asked, byte for byte? [allow-origin-matches]
                  Access-Control-Allow-Origin: found "https://page.example" at /hops/0/preflight/headers/0
            ✓ Does the answer allow credentials? [allow-credentials-true]
                  Access-Control-Allow-Credentials: found "true" at /hops/0/preflight/headers/1
            ✓ Is the preflight's status ok? [preflight-status-ok]
                  found "204" at /hops/0/preflight/status
            ✗ Does the preflight's answer allow the method? [method-allowed]
                  Access-Control-Allow-Methods: asked for "patch", found "PATCH", wanted "patch" at /hops/0/preflight/headers/2
                  The method is not allowed, so the request was never sent.
                  To pass: Name the method in Access-Control-Allow-Methods; * does as well, without credentials.
            ○ Does the preflight's answer allow this request header? Not reached. [request-header-allowed]
            ○ Did the server answer? Not reached. [server-answered]
            ○ Does the answer say who may read it? Not reached. [allow-origin-present]
            ○ Is the allowed origin the one that asked, byte for byte? Not reached. [allow-origin-matches]
            ○ Does the answer allow credentials? Not reached. [allow-credentials-true]
            ○ May the page see the answer? Not reached. [response-visible]
        "#]],
    );
}

#[test]
fn a_redirect_that_taints_the_origin_and_a_header_that_stays_hidden() {
    let scenario = fetch(API).redirect("302", OTHER, ANYBODY).answer(
        "200",
        &[
            (ACAO, "null"),
            ("ETag", "e"),
            ("Content-Type", "text/plain"),
        ],
    );
    check_text(
        &scenario,
        expect![[r#"
            readable, decided by allow-origin-matches (CORS check, step 4)
            https://page.example asks for https://api.example/data
            • Does the request stay within the page's origin? No. [same-origin]
                  found "https://api.example", wanted "https://page.example" at /request/url
            • Is the method one that needs no preflight? Yes. [method-safelisted]
                  found "GET" at /request/method
            → GET https://api.example/data
                  Origin: https://page.example
            ← 302
                  Location: https://other.example/data
                  Access-Control-Allow-Origin: *
            ✓ Did the server answer? [server-answered]
                  found "302" at /hops/0/response/status
            ✓ Does the answer say who may read it? [allow-origin-present]
                  Access-Control-Allow-Origin: found "*" at /hops/0/response/headers/1
            ✓ May * stand for this page? [wildcard-without-credentials]
                  Access-Control-Allow-Origin: found "*" at /hops/0/response/headers/1
            • Is this answer the last one? No. [answer-is-final]
                  found "302" at /hops/0/response/status
            • Does the request stay within the page's origin? No. [same-origin]
                  found "https://other.example", wanted "https://page.example" at /hops/0/response/headers/0
            • Is the method one that needs no preflight? Yes. [method-safelisted]
                  found "GET" at /request/method
            • Does the Origin header name the page? No. [origin-names-the-page]
                  Origin: found "null"
            → GET https://other.example/data
                  Origin: null
            ← 200
                  Access-Control-Allow-Origin: null
                  ETag: e
                  Content-Type: text/plain
            ✓ Did the server answer? [server-answered]
                  found "200" at /hops/1/response/status
            ✓ Does the answer say who may read it? [allow-origin-present]
                  Access-Control-Allow-Origin: found "null" at /hops/1/response/headers/0
            ✓ Is the allowed origin the one that asked, byte for byte? [allow-origin-matches]
                  Access-Control-Allow-Origin: found "null" at /hops/1/response/headers/0
            • May the page see the answer? Yes. [response-visible]
            • May script see this response header? No. [header-exposed]
                  Access-Control-Allow-Origin: found "null", wanted "Access-Control-Expose-Headers: Access-Control-Allow-Origin" at /hops/1/response/headers/0
            • May script see this response header? No. [header-exposed]
                  ETag: found "e", wanted "Access-Control-Expose-Headers: ETag" at /hops/1/response/headers/1
            • May script see this response header? Yes. [header-exposed]
                  Content-Type: found "text/plain" at /hops/1/response/headers/2
            script sees status 200
                  content-type: text/plain
        "#]],
    );
}

#[test]
fn a_further_send_that_needs_no_preflight_and_finds_no_server() {
    let put = fetch(API)
        .method("PUT")
        .preflight("204", &[(ACAO, "*"), (ACAM, "*")])
        .answer("200", ANYBODY);
    let scenario = put.clone().then(3, put.refused());
    check_text(
        &scenario,
        expect![[r#"
            readable, decided by wildcard-without-credentials (CORS check, step 3)
            https://page.example asks for https://api.example/data
            • Does the request stay within the page's origin? No. [same-origin]
                  found "https://api.example", wanted "https://page.example" at /request/url
            • Is the method one that needs no preflight? No. [method-safelisted]
                  found "PUT", wanted "GET, HEAD or POST" at /request/method
            • Does an earlier preflight's answer still cover this request? No. [preflight-cached]
            → OPTIONS https://api.example/data
                  Accept: */*
                  Access-Control-Request-Method: PUT
                  Origin: https://page.example
            ← 204
                  Access-Control-Allow-Origin: *
                  Access-Control-Allow-Methods: *
            ✓ Did the server answer? [server-answered]
                  found "204" at /hops/0/preflight/status
            ✓ Does the answer say who may read it? [allow-origin-present]
                  Access-Control-Allow-Origin: found "*" at /hops/0/preflight/headers/0
            ✓ May * stand for this page? [wildcard-without-credentials]
                  Access-Control-Allow-Origin: found "*" at /hops/0/preflight/headers/0
            ✓ Is the preflight's status ok? [preflight-status-ok]
                  found "204" at /hops/0/preflight/status
            ✓ Does the preflight's answer allow the method? [method-allowed]
                  Access-Control-Allow-Methods: asked for "PUT", found "*" at /hops/0/preflight/headers/1
            → PUT https://api.example/data
                  Origin: https://page.example
            ← 200
                  Access-Control-Allow-Origin: *
            ✓ Did the server answer? [server-answered]
                  found "200" at /hops/0/response/status
            ✓ Does the answer say who may read it? [allow-origin-present]
                  Access-Control-Allow-Origin: found "*" at /hops/0/response/headers/0
            ✓ May * stand for this page? [wildcard-without-credentials]
                  Access-Control-Allow-Origin: found "*" at /hops/0/response/headers/0
            • May the page see the answer? Yes. [response-visible]
            • May script see this response header? No. [header-exposed]
                  Access-Control-Allow-Origin: found "*", wanted "Access-Control-Expose-Headers: Access-Control-Allow-Origin" at /hops/0/response/headers/0
            script sees status 200

            Further send 1
            network-error, decided by server-answered (HTTP-network fetch)
            https://page.example asks for https://api.example/data
            • Does the request stay within the page's origin? No. [same-origin]
                  found "https://api.example", wanted "https://page.example" at /then/0/request/url
            • Is the method one that needs no preflight? No. [method-safelisted]
                  found "PUT", wanted "GET, HEAD or POST" at /then/0/request/method
            • Does an earlier preflight's answer still cover this request? Yes. [preflight-cached]
            → PUT https://api.example/data
                  Origin: https://page.example
            ← no connection
            ✗ Did the server answer? [server-answered]
                  wanted "an answer" at /then/0/hops/0/response
                  No connection: no server was reached, so none could say anything about CORS.
                  To pass: Start the server, and check name, port and certificate.
            ○ Does the answer say who may read it? Not reached. [allow-origin-present]
            ○ Is the allowed origin the one that asked, byte for byte? Not reached. [allow-origin-matches]
            ○ May the page see the answer? Not reached. [response-visible]
        "#]],
    );
}

#[test]
fn a_scenario_with_problems() {
    let scenario = fetch("/x")
        .page("frontend.com")
        .answer("99", &[("X A", "1")]);
    check_text(
        &scenario,
        expect![[r#"
            invalid, decided by page-url-usable (The scenario)
            ✗ Can a page have this address? [page-url-usable]
                  found "frontend.com" at /page/url
                  No page has this address, so there is no origin to start from.
                  To pass: Type a whole address that begins with http://, https:// or file:///, for example https://frontend.com/app.
            ✗ Can a server end an exchange with this status? [status-in-range]
                  found "99", wanted "200 to 999" at /hops/0/response/status
                  No answer can have this status.
                  To pass: Type a number from 200 to 999, for example 200 or 404.
            ✗ Can a message have a header of this name? [answer-header-name-is-token]
                  found "X A", bytes 1 to 2 at /hops/0/response/headers/0
                  This is no header name, so nobody would read the line as one.
                  To pass: Use letters, digits and hyphens only, for example Access-Control-Allow-Origin. Leave out spaces and the colon.
        "#]],
    );
}

#[test]
fn all_steps_of_an_opaque_answer() {
    let scenario = fetch(API).mode(Mode::NoCors).header("X-A", "1");
    let text = format!("{:#}", trace(&scenario));
    expect![[r#"
        opaque, decided by response-visible (Main fetch, step 14.2)
        https://page.example asks for https://api.example/data
        ✓ Is the request's address a URL? [request-url-parses]
              found "https://api.example/data" at /request/url
        ✓ Is the address free of a user name and password? [request-url-without-credentials]
              found "https://api.example/data" at /request/url
        ✓ Is the method one word? [method-is-token]
              found "GET" at /request/method
        ✓ May script use this method? [method-not-forbidden]
              found "GET" at /request/method
        ✓ May a no-cors request use this method? [no-cors-method-safelisted]
              found "GET" at /request/method
        ✓ Is this a header name? [request-header-name-is-token]
              found "X-A" at /request/headers/0
        ✓ Can this value stand on a header line? [request-header-value-valid]
              X-A: found "1" at /request/headers/0
        • May a no-cors request carry this header? No. [no-cors-request-header-safelisted]
              X-A: found "1" at /request/headers/0
        ✓ May a browser connect to this port? [port-not-blocked]
        ✓ Is the request at least as safe on its way as the page? [not-mixed-content]
        • Does the request stay within the page's origin? No. [same-origin]
              found "https://api.example", wanted "https://page.example" at /request/url
        ✓ Does the no-cors request follow redirects? [no-cors-follows-redirects]
              found "follow" at /request/redirect
        → GET https://api.example/data
        ← 200
        ✓ Did the server answer? [server-answered]
              found "200" at /hops/0/response/status
        • Is this answer the last one? Yes. [answer-is-final]
              found "200" at /hops/0/response/status
        • May the page see the answer? No. [response-visible]
        script sees status 0
    "#]]
    .assert_eq(&text);
}
