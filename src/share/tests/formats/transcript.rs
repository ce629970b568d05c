//! All that the screen tells, in words.

use super::*;

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
