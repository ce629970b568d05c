//! The wire as a picture.

use super::*;

#[test]
fn a_picture_says_in_words_what_it_shows() {
    let picture = in_format(Format::Svg, LED_ON, 0);
    let picture = roxmltree::Document::parse(&picture).expect("it is XML");
    let texts = picture.descendants().filter(|it| it.is_text());
    let text: Vec<&str> = texts
        .filter_map(|it| it.text())
        .filter(|it| !it.trim().is_empty())
        .collect();
    expect![[r#"
        Redirected, and stopped by a failed preflight
        Page to browser: fetch(). Browser decides. Preflight needed? – yes: method PUT, header Authorization. Browser to server: OPTIONS /users (api.backend.com); Access-Control-Request-Method: PUT; Access-Control-Request-Headers: authorization; Origin: https://frontend.com; Accept: */*; cookies: none, a preflight has none. Server to browser: 204 No Content (api.backend.com); Access-Control-Allow-Origin: *; Access-Control-Allow-Methods: PUT; Access-Control-Allow-Headers: Authorization. Browser decides. Preflight's answer: ✓ the request may be sent. Browser to server: PUT /users (api.backend.com); Authorization: Bearer ***; Content-Type: text/plain;charset=UTF-8; Origin: https://frontend.com; cookies: only to the same origin; answered with a redirect. Server to browser: 307 Temporary Redirect (api.backend.com); Access-Control-Allow-Origin: *; Location: https://cdn.example/x. Browser decides. CORS check: ✓ the answer is for this page. Browser decides. Preflight needed? – yes: method PUT. Browser to server: OPTIONS /x (cdn.example); Access-Control-Request-Method: PUT; Origin: null; Accept: */*; cookies: none, a preflight has none. Server to browser: 403 Forbidden (cdn.example); no Access-Control-Allow-Origin; it stops in the browser. Browser decides. Preflight's answer: ✕ no, the request stops here. Browser to server: PUT /x (cdn.example); never sent. Browser to page: TypeError.
        ✕ Redirected, and stopped by a failed preflight
        Led on
        Sent?
        ✓ Sent
        after a preflight
        Reached the server?
        ✓ Answered
        307: only the server knows what it did
        May the page read it?
        ✕ No
        there is no answer to read
        frontend.com
        Browser
        api.backend.com
        cdn.example
        fetch()
        –
        Preflight needed? yes: method PUT, header Authorization
        OPTIONS /users
        Access-Control-Request-Method: PUT
        Access-Control-Request-Headers: authorization
        Origin: https://frontend.com
        and 1 more header line
        204 No Content
        Access-Control-Allow-Origin: *
        Access-Control-Allow-Methods: PUT
        Access-Control-Allow-Headers: Authorization
        ✓
        Preflight's answer: the request may be sent
        PUT /users
        Authorization: Bearer ***
        Content-Type: text/plain;charset=UTF-8
        Origin: https://frontend.com
        answered with a redirect
        307 Temporary Redirect
        Access-Control-Allow-Origin: *
        Location: https://cdn.example/x
        ✓
        CORS check: the answer is for this page
        –
        Preflight needed? yes: method PUT
        OPTIONS /x
        Access-Control-Request-Method: PUT
        Origin: null
        and 1 more header line
        403 Forbidden
        ⌀ no Access-Control-Allow-Origin
        ✕
        Preflight's answer: no, the request stops here
        PUT /x
        never sent
        TypeError
        ✕ Does the answer say who may read it? No.
        This decides: CORS check, step 2
        CORS Playground"#]].assert_eq(&text.join("\n"));
    let root = picture.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    assert_eq!(root.attribute("width"), Some("760"));
}

#[test]
fn a_long_decision_takes_another_line() {
    let text = in_format(
        Format::Svg,
        "v=1&method=PUT&header=Authorization:%20a&header=X-Api-Key:%20b&header=Content-Type:%20application/json",
        0,
    );
    let picture = roxmltree::Document::parse(&text).expect("it is XML");
    let texts = picture.descendants().filter(|it| it.has_tag_name("text"));
    let lines: Vec<&str> = texts.filter_map(|it| it.text()).collect();
    let first = lines
        .iter()
        .position(|it| it.starts_with("Preflight needed?"));
    let first = first.expect("it is decided");
    let whole = lines[first..first + 2].join(" ");
    let wanted = "Preflight needed? yes: method PUT, header Authorization, header X-Api-Key, header Content-Type";
    assert_eq!(whole, wanted);
}
