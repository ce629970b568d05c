//! The wire as a diagram.

use super::*;

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
