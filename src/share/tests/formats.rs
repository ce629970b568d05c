//! Each format as people get it.

use expect_test::{Expect, expect};

use super::*;
use crate::share::script_ending;

#[track_caller]
fn check(format: Format, fragment: &str, wanted: Expect) {
    wanted.assert_eq(&in_format(format, fragment, 0));
}

#[test]
fn markdown_for_an_issue() {
    check(
        Format::Markdown,
        "",
        expect![[r#"
        ### CORS: Answered, but withheld from the page

        `No Access-Control-Allow-Origin header`

        To play it: <https://cors.example/#v=1&title=No%20Access-Control-Allow-Origin%20header&header=Accept:%20application/json&res-header=Content-Type:%20application/json&res-body=%5B%5D>

        - Sent? **Sent**, no preflight needed
        - Reached the server? **Ran**, answered 200
        - May the page read it? **No**, stopped by the CORS check

        The browser asks:

        ```
        GET https://api.backend.com/users
        Accept: application/json
        Origin: https://frontend.com
        ```

        The server answers the request:

        ```
        200 OK
        Content-Type: application/json
        ```

        What decides: **Does the answer say who may read it?** No. The answer has no Access-Control-Allow-Origin header: it is shared with no other origin. The request reached the server, which answered 200. The browser keeps the answer from the page.

        - found: no Access-Control-Allow-Origin line
        - needed: `https://frontend.com`
        - to pass: An Access-Control-Allow-Origin header with the value of the request's Origin header, or \* where anybody may read.
        - in the standard: [CORS check, step 2](https://fetch.spec.whatwg.org/#concept-cors-check)
    "#]],
    );
    check(
        Format::Markdown,
        LED_ON,
        expect![[r#"
        ### CORS: Redirected, and stopped by a failed preflight

        `Led on`

        To play it: <https://cors.example/#v=1&title=Led%20on&method=PUT&header=Authorization:%20Bearer%20***&body=%7B%7D&pre=204&pre-header=Access-Control-Allow-Origin:%20*&pre-header=Access-Control-Allow-Methods:%20PUT&pre-header=Access-Control-Allow-Headers:%20Authorization&status=307&res-header=Access-Control-Allow-Origin:%20*&res-header=Location:%20https://cdn.example/x&hop=2&pre=403&res-header=Access-Control-Allow-Origin:%20%2A>

        \*\*\* stands in the place of what Authorization held: put your own value there.

        - Sent? **Sent**, after a preflight
        - Reached the server? **Answered**, 307: only the server knows what it did
        - May the page read it? **No**, there is no answer to read

        The browser asks first, with a preflight:

        ```
        OPTIONS https://api.backend.com/users
        Accept: */*
        Access-Control-Request-Method: PUT
        Access-Control-Request-Headers: authorization
        Origin: https://frontend.com
        ```

        The server answers the preflight:

        ```
        204 No Content
        Access-Control-Allow-Origin: *
        Access-Control-Allow-Methods: PUT
        Access-Control-Allow-Headers: Authorization
        ```

        The browser asks:

        ```
        PUT https://api.backend.com/users
        Authorization: Bearer ***
        Content-Type: text/plain;charset=UTF-8
        Origin: https://frontend.com

        {}
        ```

        The server answers the request:

        ```
        307 Temporary Redirect
        Access-Control-Allow-Origin: *
        Location: https://cdn.example/x
        ```

        The browser asks first, with a preflight:

        ```
        OPTIONS https://cdn.example/x
        Accept: */*
        Access-Control-Request-Method: PUT
        Origin: null
        ```

        The server answers the preflight:

        ```
        403 Forbidden
        ```

        What decides: **Does the answer say who may read it?** No. The answer has no Access-Control-Allow-Origin header: it is shared with no other origin. The server answered the preflight with 403. The request itself was never sent. The requests before the redirect were sent.

        - found: no Access-Control-Allow-Origin line
        - needed: `null`
        - to pass: An Access-Control-Allow-Origin header with the value of the request's Origin header, or \* where anybody may read.
        - in the standard: [CORS check, step 2](https://fetch.spec.whatwg.org/#concept-cors-check)
    "#]],
    );
}

#[test]
fn a_request_that_was_never_sent_is_shown_as_code() {
    check(
        Format::Markdown,
        "v=1&url=http://",
        expect![[r####"
        ### CORS: Never sent: script gets an exception

        To play it: <https://cors.example/#v=1&url=http://>

        - Sent? **Never sent**, script gets an exception
        - Reached the server? **No**, no server heard of it
        - May the page read it? **Nothing to read**

        Nothing was sent. The request would be:

        ```
        await fetch("http://");
        ```

        What decides: **Is the request's address a URL?** No. The address cannot be read as a URL, so nothing is sent: script gets an exception, an element an error event.

        - found: `http://`
        - to pass: Type a whole address, for example https://api.backend.com/users, or a path such as /users on the page's own server.
        - in the standard: [new Request(), step 5.2](https://fetch.spec.whatwg.org/#dom-request)
    "####]],
    );
}

#[test]
fn a_transcript_has_all_of_it() {
    check(
        Format::Transcript,
        "",
        expect![[r#"
            # Answered, but withheld from the page

            `No Access-Control-Allow-Origin header`

            To play it: <https://cors.example/#v=1&title=No%20Access-Control-Allow-Origin%20header&header=Accept:%20application/json&res-header=Content-Type:%20application/json&res-body=%5B%5D>

            - Sent? **Sent**, no preflight needed
            - Reached the server? **Ran**, answered 200
            - May the page read it? **No**, stopped by the CORS check

            ## On the wire

            1. Page to browser: `fetch()`

            1. Browser decides. Preflight needed? – no: method and headers safelisted

            1. Browser to server: `GET /users`; handler ran; cookies: only to the same origin

               ```
               Origin: https://frontend.com
               Accept: application/json
               ```

            1. Server to browser: `200 OK`; it stops in the browser

               ```
               Content-Type: application/json
               ```

               There is no `Access-Control-Allow-Origin` in it.

            1. Browser decides. CORS check: ✕ no, the answer stops here

            1. Browser to page: `TypeError`

            ## Step by step

            ### 1. → request

            **Does the request stay within the page's origin?** No. The request leaves the page's origin. It may be sent; whether the page may read the answer, CORS decides.

            - found: `https://api.backend.com`
            - against: `https://frontend.com`
            - in the standard: [Main fetch, step 12](https://fetch.spec.whatwg.org/#concept-main-fetch)
            - why: An origin is scheme, host and port together. Pages of one origin belong together and may read each other's data.

            ### 2. → request

            **Is the method one that needs no preflight?** Yes. GET, HEAD and POST are CORS-safelisted: they cause no preflight.

            - found: `GET`
            - against: `GET, HEAD or POST`
            - in the standard: [Main fetch, step 12](https://fetch.spec.whatwg.org/#concept-main-fetch)
            - why: Links and forms could always send GET and POST to any server. Servers could rely on never getting other methods from a foreign page.

            ### 3. → request, Accept

            **Is this request header one that needs no preflight?** Yes. Name and value are CORS-safelisted: the header causes no preflight.

            - header: `Accept`
            - found: `application/json`
            - in the standard: [CORS-safelisted request-header, step 2](https://fetch.spec.whatwg.org/#cors-safelisted-request-header)
            - why: A form can set a few harmless headers. Anything beyond them, a server could rely on never getting from a foreign page.

            ### 4. ✓ request

            **Did the server answer?** Yes. The request reached the server, and an answer came back.

            - found: `200`
            - in the standard: [HTTP-network fetch](https://fetch.spec.whatwg.org/#concept-http-network-fetch)
            - why: A refused connection, an unknown name and a broken certificate look like a CORS error to script, but CORS has no part in them.

            ### 5. ✕ answer: this decides

            **Does the answer say who may read it?** No. The answer has no Access-Control-Allow-Origin header: it is shared with no other origin. The request reached the server, which answered 200. The browser keeps the answer from the page.

            - found: no Access-Control-Allow-Origin line
            - needed: `https://frontend.com`
            - to pass: An Access-Control-Allow-Origin header with the value of the request's Origin header, or \* where anybody may read.
            - in the standard: [CORS check, step 2](https://fetch.spec.whatwg.org/#concept-cors-check)
            - why: Servers that know nothing of CORS keep their answers to themselves. One that wants to share says so in this header.

            ### 6. · answer

            **Is the allowed origin the one that asked, byte for byte?** Not reached. Never asked: the fetch had ended.

            - in the standard: [CORS check, step 4](https://fetch.spec.whatwg.org/#concept-cors-check)
            - why: One value, one origin, compared byte by byte: no list, no pattern, no slash at the end, no capitals.

            ### 7. · answer

            **May the page see the answer?** Not reached. Never asked: the fetch had ended.

            - in the standard: [Main fetch, step 14.2](https://fetch.spec.whatwg.org/#concept-main-fetch)
            - why: A no-cors request needs no permission from the server, so the page learns nothing from the answer.

            ## Console, in Chrome's words

            ```
            Access to fetch at 'https://api.backend.com/users' from origin 'https://frontend.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.
            GET https://api.backend.com/users net::ERR_FAILED 200 (OK)
            ```

            JavaScript sees `TypeError: Failed to fetch`. It is told no more: the reason stands in the console only.
        "#]],
    );
}

#[test]
fn a_transcript_of_a_chain_names_the_servers() {
    let text = in_format(Format::Transcript, LED_ON, 0);
    let (_, wire) = text.split_once("## On the wire").expect("a part");
    let (wire, _) = wire.split_once("## Step by step").expect("a part");
    expect![[r#"


        1. Page to browser: `fetch()`

        1. Browser decides. Preflight needed? – yes: method PUT, header Authorization

        1. Browser to server: `OPTIONS /users` at `api.backend.com`; cookies: none, a preflight has none

           ```
           Access-Control-Request-Method: PUT
           Access-Control-Request-Headers: authorization
           Origin: https://frontend.com
           Accept: */*
           ```

        1. Server to browser: `204 No Content` at `api.backend.com`

           ```
           Access-Control-Allow-Origin: *
           Access-Control-Allow-Methods: PUT
           Access-Control-Allow-Headers: Authorization
           ```

        1. Browser decides. Preflight's answer: ✓ the request may be sent

        1. Browser to server: `PUT /users` at `api.backend.com`; answered with a redirect; cookies: only to the same origin

           ```
           Authorization: Bearer ***
           Content-Type: text/plain;charset=UTF-8
           Origin: https://frontend.com
           ```

        1. Server to browser: `307 Temporary Redirect` at `api.backend.com`

           ```
           Access-Control-Allow-Origin: *
           Location: https://cdn.example/x
           ```

        1. Browser decides. CORS check: ✓ the answer is for this page

        1. Browser decides. Preflight needed? – yes: method PUT

        1. Browser to server: `OPTIONS /x` at `cdn.example`; cookies: none, a preflight has none

           ```
           Access-Control-Request-Method: PUT
           Origin: null
           Accept: */*
           ```

        1. Server to browser: `403 Forbidden` at `cdn.example`; it stops in the browser

           There is no `Access-Control-Allow-Origin` in it.

        1. Browser decides. Preflight's answer: ✕ no, the request stops here

        1. Browser to server: `PUT /x` at `cdn.example`; never sent

        1. Browser to page: `TypeError`

    "#]].assert_eq(wire);
}

#[test]
fn curl_has_a_command_for_each_request() {
    check(
        Format::Curl,
        LED_ON,
        expect![[r#"
            # curl shows what a server answers. It is no browser: it asks nobody first, and keeps nothing from you.
            # A browser sends more header lines, and its cookies.
            # *** stands in the place of what Authorization held: put your own value there.

            # The preflight
            curl -g -i -X 'OPTIONS' --url 'https://api.backend.com/users' \
              -H 'Accept: */*' \
              -H 'Access-Control-Request-Method: PUT' \
              -H 'Access-Control-Request-Headers: authorization' \
              -H 'Origin: https://frontend.com'

            # The request
            curl -g -i -X 'PUT' --url 'https://api.backend.com/users' \
              -H 'Authorization: Bearer ***' \
              -H 'Content-Type: text/plain;charset=UTF-8' \
              -H 'Origin: https://frontend.com' \
              --data-raw '{}'

            # The preflight, address 2
            curl -g -i -X 'OPTIONS' --url 'https://cdn.example/x' \
              -H 'Accept: */*' \
              -H 'Access-Control-Request-Method: PUT' \
              -H 'Origin: null'
        "#]],
    );
    check(
        Format::Curl,
        "v=1&url=http://",
        expect![[r#"
        # curl shows what a server answers. It is no browser: it asks nobody first, and keeps nothing from you.
        # A browser sends more header lines, and its cookies.

        # Nothing was sent, so there is no command.
    "#]],
    );
}

#[test]
fn code_says_what_is_masked() {
    check(
        Format::Script,
        LED_ON,
        expect![[r#"
        // *** stands in the place of what Authorization held: put your own value there.
        await fetch("https://api.backend.com/users", {
          method: "PUT",
          headers: {
            Authorization: "Bearer ***",
          },
          body: "{}",
        });
    "#]],
    );
    // An element has no headers, so nothing of it is left out.
    check(
        Format::Script,
        "v=1&api=img&header=Authorization:%20a",
        expect![[r#"
            <img src="https://api.backend.com/users">
        "#]],
    );
}

#[test]
fn code_has_the_ending_of_its_kind() {
    for (api, wanted) in [
        ("fetch", "js"),
        ("xhr", "js"),
        ("img", "html"),
        ("script", "html"),
        ("form", "html"),
        ("curl", "sh"),
    ] {
        let first = format!("v=1&api={api}");
        let second = format!("v=1&then=1&api={api}");
        assert_eq!(script_ending(&first, 0), wanted);
        assert_eq!(script_ending(&second, 1), wanted);
        assert_eq!(script_ending(&second, 0), "js");
    }
}

#[test]
fn mermaid_draws_who_asks_whom() {
    check(
        Format::Mermaid,
        "",
        expect![[r#"
        sequenceDiagram
          accTitle: Answered, but withheld from the page
          participant P as frontend.com
          participant B as Browser
          participant S0 as api.backend.com
          P->>B: fetch#40;#41;
          Note over B: Preflight needed#63; – no#58; method and headers safelisted
          B->>S0: GET /users<br/>Origin#58; https#58;//frontend.com<br/>(handler ran)
          S0-xB: 200 OK<br/>Content-Type#58; application/json<br/>⌀ no Access-Control-Allow-Origin
          Note over B: CORS check#58; ✕ no, the answer stops here
          B->>P: TypeError
    "#]],
    );
    check(
        Format::Mermaid,
        LED_ON,
        expect![[r#"
        sequenceDiagram
          accTitle: Redirected, and stopped by a failed preflight
          participant P as frontend.com
          participant B as Browser
          participant S0 as api.backend.com
          participant S1 as cdn.example
          P->>B: fetch#40;#41;
          Note over B: Preflight needed#63; – yes#58; method PUT, header Authorization
          B->>S0: OPTIONS /users<br/>Access-Control-Request-Method#58; PUT<br/>Access-Control-Request-Headers#58; authorization<br/>Origin#58; https#58;//frontend.com
          S0->>B: 204 No Content<br/>Access-Control-Allow-Origin#58; #42;<br/>Access-Control-Allow-Methods#58; PUT<br/>Access-Control-Allow-Headers#58; Authorization
          Note over B: Preflight#39;s answer#58; ✓ the request may be sent
          B->>S0: PUT /users<br/>Authorization#58; Bearer #42;#42;#42;<br/>Content-Type#58; text/plain#59;charset#61;UTF-8<br/>Origin#58; https#58;//frontend.com<br/>(answered with a redirect)
          S0->>B: 307 Temporary Redirect<br/>Access-Control-Allow-Origin#58; #42;<br/>Location#58; https#58;//cdn.example/x
          Note over B: CORS check#58; ✓ the answer is for this page
          Note over B: Preflight needed#63; – yes#58; method PUT
          B->>S1: OPTIONS /x<br/>Access-Control-Request-Method#58; PUT<br/>Origin#58; null
          S1-xB: 403 Forbidden<br/>⌀ no Access-Control-Allow-Origin
          Note over B: Preflight#39;s answer#58; ✕ no, the request stops here
          B--xS1: PUT /x<br/>(never sent)
          B->>P: TypeError
    "#]],
    );
    check(
        Format::Mermaid,
        "v=1&api=curl&credentials=omit",
        expect![[r#"
            sequenceDiagram
              accTitle: curl shows the answer#58; no browser, no CORS
              participant P as Terminal
              participant B as curl
              participant S0 as api.backend.com
              P->>B: curl
              B->>S0: GET /users<br/>(handler ran)
              S0->>B: 200 OK
              B->>P: the answer
        "#]],
    );
}

#[test]
fn a_picture_says_in_words_what_it_shows() {
    let picture = in_format(Format::Svg, LED_ON, 0);
    let picture = roxmltree::Document::parse(&picture).expect("it is XML");
    let text: Vec<&str> = picture.descendants().filter_map(|it| it.text()).collect();
    let text: Vec<&str> = text
        .into_iter()
        .filter(|it| !it.trim().is_empty())
        .collect();
    expect![[r#"
        Redirected, and stopped by a failed preflight
        Redirected, and stopped by a failed preflight
        Page to browser: fetch(). Browser decides. Preflight needed? – yes: method PUT, header Authorization. Browser to server: OPTIONS /users (api.backend.com); Access-Control-Request-Method: PUT; Access-Control-Request-Headers: authorization; Origin: https://frontend.com; Accept: */*; cookies: none, a preflight has none. Server to browser: 204 No Content (api.backend.com); Access-Control-Allow-Origin: *; Access-Control-Allow-Methods: PUT; Access-Control-Allow-Headers: Authorization. Browser decides. Preflight's answer: ✓ the request may be sent. Browser to server: PUT /users (api.backend.com); Authorization: Bearer ***; Content-Type: text/plain;charset=UTF-8; Origin: https://frontend.com; cookies: only to the same origin; answered with a redirect. Server to browser: 307 Temporary Redirect (api.backend.com); Access-Control-Allow-Origin: *; Location: https://cdn.example/x. Browser decides. CORS check: ✓ the answer is for this page. Browser decides. Preflight needed? – yes: method PUT. Browser to server: OPTIONS /x (cdn.example); Access-Control-Request-Method: PUT; Origin: null; Accept: */*; cookies: none, a preflight has none. Server to browser: 403 Forbidden (cdn.example); no Access-Control-Allow-Origin; it stops in the browser. Browser decides. Preflight's answer: ✕ no, the request stops here. Browser to server: PUT /x (cdn.example); never sent. Browser to page: TypeError.
        Page to browser: fetch(). Browser decides. Preflight needed? – yes: method PUT, header Authorization. Browser to server: OPTIONS /users (api.backend.com); Access-Control-Request-Method: PUT; Access-Control-Request-Headers: authorization; Origin: https://frontend.com; Accept: */*; cookies: none, a preflight has none. Server to browser: 204 No Content (api.backend.com); Access-Control-Allow-Origin: *; Access-Control-Allow-Methods: PUT; Access-Control-Allow-Headers: Authorization. Browser decides. Preflight's answer: ✓ the request may be sent. Browser to server: PUT /users (api.backend.com); Authorization: Bearer ***; Content-Type: text/plain;charset=UTF-8; Origin: https://frontend.com; cookies: only to the same origin; answered with a redirect. Server to browser: 307 Temporary Redirect (api.backend.com); Access-Control-Allow-Origin: *; Location: https://cdn.example/x. Browser decides. CORS check: ✓ the answer is for this page. Browser decides. Preflight needed? – yes: method PUT. Browser to server: OPTIONS /x (cdn.example); Access-Control-Request-Method: PUT; Origin: null; Accept: */*; cookies: none, a preflight has none. Server to browser: 403 Forbidden (cdn.example); no Access-Control-Allow-Origin; it stops in the browser. Browser decides. Preflight's answer: ✕ no, the request stops here. Browser to server: PUT /x (cdn.example); never sent. Browser to page: TypeError.
        ✕ Redirected, and stopped by a failed preflight
        ✕ Redirected, and stopped by a failed preflight
        Led on
        Led on
        Sent?
        Sent?
        ✓ Sent
        ✓ Sent
        after a preflight
        after a preflight
        Reached the server?
        Reached the server?
        ✓ Answered
        ✓ Answered
        307: only the server knows what it did
        307: only the server knows what it did
        May the page read it?
        May the page read it?
        ✕ No
        ✕ No
        there is no answer to read
        there is no answer to read
        frontend.com
        frontend.com
        Browser
        Browser
        api.backend.com
        api.backend.com
        cdn.example
        cdn.example
        fetch()
        fetch()
        –
        –
        Preflight needed? yes: method PUT, header Authorization
        Preflight needed? yes: method PUT, header Authorization
        OPTIONS /users
        OPTIONS /users
        Access-Control-Request-Method: PUT
        Access-Control-Request-Method: PUT
        Access-Control-Request-Headers: authorization
        Access-Control-Request-Headers: authorization
        Origin: https://frontend.com
        Origin: https://frontend.com
        and 1 more header line
        and 1 more header line
        204 No Content
        204 No Content
        Access-Control-Allow-Origin: *
        Access-Control-Allow-Origin: *
        Access-Control-Allow-Methods: PUT
        Access-Control-Allow-Methods: PUT
        Access-Control-Allow-Headers: Authorization
        Access-Control-Allow-Headers: Authorization
        ✓
        ✓
        Preflight's answer: the request may be sent
        Preflight's answer: the request may be sent
        PUT /users
        PUT /users
        Authorization: Bearer ***
        Authorization: Bearer ***
        Content-Type: text/plain;charset=UTF-8
        Content-Type: text/plain;charset=UTF-8
        Origin: https://frontend.com
        Origin: https://frontend.com
        answered with a redirect
        answered with a redirect
        307 Temporary Redirect
        307 Temporary Redirect
        Access-Control-Allow-Origin: *
        Access-Control-Allow-Origin: *
        Location: https://cdn.example/x
        Location: https://cdn.example/x
        ✓
        ✓
        CORS check: the answer is for this page
        CORS check: the answer is for this page
        –
        –
        Preflight needed? yes: method PUT
        Preflight needed? yes: method PUT
        OPTIONS /x
        OPTIONS /x
        Access-Control-Request-Method: PUT
        Access-Control-Request-Method: PUT
        Origin: null
        Origin: null
        and 1 more header line
        and 1 more header line
        403 Forbidden
        403 Forbidden
        ⌀ no Access-Control-Allow-Origin
        ⌀ no Access-Control-Allow-Origin
        ✕
        ✕
        Preflight's answer: no, the request stops here
        Preflight's answer: no, the request stops here
        PUT /x
        PUT /x
        never sent
        never sent
        TypeError
        TypeError
        ✕ Does the answer say who may read it? No.
        ✕ Does the answer say who may read it? No.
        This decides: CORS check, step 2
        This decides: CORS check, step 2
        CORS Playground
        CORS Playground"#]].assert_eq(&text.join("\n"));
    let root = picture.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    assert_eq!(root.attribute("width"), Some("760"));
}

#[test]
fn the_send_that_is_looked_at_is_told() {
    let first = in_format(Format::Curl, TWICE, 0);
    let second = in_format(Format::Curl, TWICE, 1);
    assert!(first.contains("-X 'OPTIONS'"), "{first}");
    assert!(!second.contains("-X 'OPTIONS'"), "{second}");
    assert!(second.contains("-X 'PUT'"), "{second}");
    // There is no third one.
    assert_eq!(in_format(Format::Curl, TWICE, 2), first);
}

#[test]
fn what_is_too_long_for_a_link_says_so() {
    let long = format!("v=1&res-body={}", "a".repeat(2000));
    let text = in_format(Format::Markdown, &long, 0);
    assert!(text.contains("too long for a link"), "{text}");
    assert!(!text.contains(ADDRESS), "{text}");
}

#[test]
fn the_link_is_described() {
    let check = |fragment, wanted: Expect| wanted.assert_eq(&super::super::about(fragment));
    check(
        "v=1&title=A%20%22Caf%C3%A9%22%20/%20..%5C&step=same-origin",
        expect![[
            r#"{"fragment":"v=1&title=A%20%22Caf%C3%A9%22%20/%20..%5C","step":"v=1&title=A%20%22Caf%C3%A9%22%20/%20..%5C&step=same-origin","most":1900,"masked":[],"along":[],"file":"a-caf"}"#
        ]],
    );
    check(
        LED_ON,
        expect![[
            r#"{"fragment":"v=1&title=Led%20on&method=PUT&header=Authorization:%20Bearer%20***&body=%7B%7D&pre=204&pre-header=Access-Control-Allow-Origin:%20*&pre-header=Access-Control-Allow-Methods:%20PUT&pre-header=Access-Control-Allow-Headers:%20Authorization&status=307&res-header=Access-Control-Allow-Origin:%20*&res-header=Location:%20https://cdn.example/x&hop=2&pre=403&res-header=Access-Control-Allow-Origin:%20%2A","step":"v=1&title=Led%20on&method=PUT&header=Authorization:%20Bearer%20***&body=%7B%7D&pre=204&pre-header=Access-Control-Allow-Origin:%20*&pre-header=Access-Control-Allow-Methods:%20PUT&pre-header=Access-Control-Allow-Headers:%20Authorization&status=307&res-header=Access-Control-Allow-Origin:%20*&res-header=Location:%20https://cdn.example/x&hop=2&pre=403&res-header=Access-Control-Allow-Origin:%20*&step=allow-origin-present.3","most":1900,"masked":["Authorization"],"along":[],"file":"led-on"}"#
        ]],
    );
    check(
        "v=1&title=%C3%A9&step=2",
        expect![[
            r#"{"fragment":"v=1&title=%C3%A9","step":"v=1&title=%C3%A9&step=method-safelisted","most":1900,"masked":[],"along":[],"file":"scenario"}"#
        ]],
    );
}
