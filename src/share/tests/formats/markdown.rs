//! What goes into an issue.

use super::*;

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

            To play it: <https://cors.example/#v=1&title=Led%20on&method=PUT&header=Authorization:%20Bearer%20***&body=%7B%7D&pre=204&pre-allow-origin=*&pre-allow-methods=PUT&pre-allow-headers=Authorization&status=307&allow-origin=*&res-header=Location:%20https://cdn.example/x&hop=2&pre=403&allow-origin=%2A>

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

            After the redirect the request was not sent. It would be:

            ```
            PUT https://cdn.example/x
            Content-Type: text/plain;charset=UTF-8
            Origin: null

            {}
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
fn a_request_that_its_preflight_has_stopped_is_shown_as_it_would_be() {
    let text = in_format(Format::Markdown, STOPPED, 0);
    let (_, end) = text.split_once("The server answers").expect("a part");
    expect![[r#"
         the preflight:

        ```
        204 No Content
        Access-Control-Allow-Origin: *
        Access-Control-Allow-Headers: X-Reason
        ```

        The request itself was not sent. It would be:

        ```
        DELETE https://api.backend.com/users
        X-Reason: it's old
        Content-Type: text/plain;charset=UTF-8
        Origin: https://frontend.com

        all
        ```

        What decides: **Does the preflight's answer allow the method?** No. The method is not allowed, so the request was never sent. The server answered the preflight with 204. The request itself was never sent.

        - asked for: `DELETE`
        - found: no Access-Control-Allow-Methods line
        - needed: `DELETE`
        - to pass: Name the method in Access-Control-Allow-Methods; \* does as well, without credentials.
        - in the standard: [CORS-preflight fetch, step 7.5](https://fetch.spec.whatwg.org/#cors-preflight-fetch-0)
    "#]].assert_eq(end);
    // Nor where no connection was possible, to the first server or to another.
    let text = in_format(Format::Markdown, "v=1&method=PUT&status", 0);
    let told = "No server answers the preflight.\n\nThe request itself was not sent. It would be:\n\n```\nPUT ";
    assert!(text.contains(told), "{text}");
    let (to_nobody, _) = LED_ON.split_once("&hop=2").expect("a part");
    let text = in_format(Format::Markdown, to_nobody, 0);
    assert!(
        text.contains("After the redirect the request was not sent."),
        "{text}"
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
fn what_is_too_long_for_a_link_says_so() {
    let long = format!("v=1&res-body={}", "a".repeat(2000));
    let text = in_format(Format::Markdown, &long, 0);
    assert!(text.contains("too long for a link"), "{text}");
    assert!(!text.contains(ADDRESS), "{text}");
}

#[test]
fn a_file_on_a_disk_has_only_the_end_of_a_link() {
    let it = Shared {
        fragment: "v=1&title=%60",
        address: "",
        send: 0,
    };
    let text = shared(Format::Markdown, it).expect("it can be said");
    let wanted =
        "\nTo play it, put this behind the address of a CORS Playground: `#v=1&title=%60`\n";
    assert!(text.contains(wanted), "{text}");
}
