//! Texts that try to be more than text.

use cors_engine::scenario::{PreflightAnswer, lines};
use expect_test::expect;
use pulldown_cmark::{Event, Parser, Tag};

use super::*;

/// What ends something, or begins something, in one of the formats.
pub(super) const TEXTS: [&str; 16] = [
    "```\n# Heading\n````",
    "a` <b>x</b> ![x](y) `` <i> ```",
    "<img src=x onerror=alert(1)>",
    "](javascript:alert(1)) ![x](//evil.example)",
    "'; rm -rf ~ #",
    "$(id) `id` \\",
    "end",
    "a;b\n%%{init: {'theme': 'x'}}%%\nend\nNote over P: x",
    "#35;#lt;b#gt; $$\\frac$$",
    "\"'&<>]]></text><script>1</script>",
    "-->",
    "\u{202E}txt.exe\u{200B}\0\u{7}",
    "\r\n\r\nHTTP/1.1 200 OK",
    "@everyone #123 ~~x~~ | y",
    "é😀\u{FFFE}",
    "1. x\n- y\n> z",
];

/// A scenario with a text wherever one can be typed.
pub(super) fn with(text: &str) -> Scenario {
    let mut scenario = Scenario::opening();
    scenario.title = text.into();
    scenario.request.method = "POST".into();
    scenario.request.body = Some(text.into());
    scenario.request.url += "?";
    scenario.request.url += text;
    let answer = scenario.hops[0].response.as_mut().expect("it has one");
    answer.body = text.into();
    let visible: String = text.chars().filter(|it| (' '..='~').contains(it)).collect();
    answer
        .headers
        .push(("Access-Control-Allow-Origin".into(), visible.clone()));
    scenario.request.headers.push(("X-Odd".into(), visible));
    // Allowed, so that the answer comes to be judged.
    scenario.hops[0].preflight = Some(PreflightAnswer {
        status: "204".into(),
        headers: lines(&[
            ("Access-Control-Allow-Origin", "*"),
            ("Access-Control-Allow-Headers", "X-Odd"),
        ]),
    });
    scenario
}

/// The same, stopped at its preflight.
fn stopped_with(text: &str) -> Scenario {
    let mut scenario = with(text);
    scenario.hops[0].preflight = None;
    scenario
}

/// Each text in a format, from scenarios that differ in what becomes of them; and beside it what there is
/// instead where the text is a plain one.
fn told_with_each(format: Format) -> impl Iterator<Item = (&'static str, String, String)> {
    [with, stopped_with].into_iter().flat_map(move |made| {
        let plain = in_format(format, &fragment_of(&made("a")), 0);
        TEXTS.into_iter().map(move |text| {
            let told = in_format(format, &fragment_of(&made(text)), 0);
            (text, told, plain.clone())
        })
    })
}

#[test]
fn nothing_typed_becomes_markdown() {
    for format in [Format::Markdown, Format::Transcript] {
        for (text, told, plain) in told_with_each(format) {
            for event in Parser::new(&told) {
                match event {
                    Event::Html(_) | Event::InlineHtml(_) => panic!("{text:?}: {event:?}\n{told}"),
                    Event::Start(Tag::Image { .. }) => panic!("{text:?}: {event:?}\n{told}"),
                    Event::Start(Tag::Link { dest_url, .. }) => {
                        let is_ours = dest_url.starts_with(ADDRESS)
                            || dest_url.starts_with("https://fetch.spec.whatwg.org/#");
                        assert!(is_ours, "{text:?}: {dest_url}\n{told}");
                    }
                    _ => {}
                }
            }
            let headings = |told: &str| {
                Parser::new(told)
                    .filter(|it| matches!(it, Event::Start(Tag::Heading { .. })))
                    .count()
            };
            assert_eq!(headings(&told), headings(&plain), "{text:?}\n{told}");
        }
    }
}

#[test]
fn a_fence_is_longer_than_what_it_holds() {
    let mut scenario = Scenario::opening();
    scenario.request.method = "POST".into();
    scenario.request.body = Some(TEXTS[0].into());
    let told = in_format(Format::Markdown, &fragment_of(&scenario), 0);
    let (_, asked) = told.split_once("The browser asks:\n").expect("a part");
    let (asked, _) = asked.split_once("The server answers").expect("a part");
    expect![[r#"

        `````
        POST https://api.backend.com/users
        Accept: application/json
        Content-Type: text/plain;charset=UTF-8
        Origin: https://frontend.com

        ```
        # Heading
        ````
        `````

    "#]]
    .assert_eq(asked);
}

#[test]
fn nothing_typed_becomes_a_line_of_mermaid() {
    for (_, told, plain) in told_with_each(Format::Mermaid) {
        assert_eq!(told.lines().count(), plain.lines().count(), "{told}");
        laws::check_mermaid(&told);
    }
    let told = in_format(Format::Mermaid, &fragment_of(&with("end;%%<b>:#")), 0);
    expect![[r#"
        sequenceDiagram
          accTitle: Answered, but withheld from the page
          participant P as frontend.com
          participant B as Browser
          participant S0 as api.backend.com
          P->>B: fetch#40;#41;
          Note over B: Preflight needed#63; – yes#58; header X-Odd
          B->>S0: OPTIONS /users#63;#101;nd#59;#37;#37;#37;3Cb#37;3E#58;#35;<br/>Access-Control-Request-Method#58; POST<br/>Access-Control-Request-Headers#58; x-odd<br/>Origin#58; https#58;//frontend.com
          S0->>B: 204 No Content<br/>Access-Control-Allow-Origin#58; #42;<br/>Access-Control-Allow-Headers#58; X-Odd
          Note over B: Preflight#39;s answer#58; ✓ the request may be sent
          B->>S0: POST /users#63;#101;nd#59;#37;#37;#37;3Cb#37;3E#58;#35;<br/>Content-Type#58; text/plain#59;charset#61;UTF-8<br/>Origin#58; https#58;//frontend.com<br/>(handler ran#59; may have changed data)
          S0-xB: 200 OK<br/>Content-Type#58; application/json<br/>✕ Access-Control-Allow-Origin#58; #101;nd#59;#37;#37;#60;b#62;#58;#35;
          Note over B: CORS check#58; ✕ no, the answer stops here
          B->>P: TypeError
    "#]].assert_eq(&told);
}

#[test]
fn nothing_typed_stands_in_a_comment_of_the_shell() {
    for (text, told, plain) in told_with_each(Format::Curl) {
        let comments = |told: &str| {
            let lines = told.lines().filter(|it| it.starts_with('#'));
            lines.map(str::to_owned).collect::<Vec<String>>()
        };
        assert_eq!(comments(&told), comments(&plain), "{text:?}\n{told}");
    }
    let mut scenario = with("it's");
    scenario.request.url = "https://api.example/'\n;reboot".into();
    expect![[r#"
        # curl shows what a server answers. It is no browser: it asks nobody first, and keeps nothing from you.
        # A browser sends more header lines, and its cookies.

        # The preflight
        curl -g -i -X 'OPTIONS' --url 'https://api.example/'\'';reboot' \
          -H 'Accept: */*' \
          -H 'Access-Control-Request-Method: POST' \
          -H 'Access-Control-Request-Headers: x-odd' \
          -H 'Origin: https://frontend.com'

        # The request
        curl -g -i --url 'https://api.example/'\'';reboot' \
          -H 'Accept: application/json' \
          -H 'X-Odd: it'\''s' \
          -H 'Content-Type: text/plain;charset=UTF-8' \
          -H 'Origin: https://frontend.com' \
          --data-raw 'it'\''s'
    "#]].assert_eq(&in_format(Format::Curl, &fragment_of(&scenario), 0));
}

#[test]
fn nothing_typed_becomes_an_element() {
    for (text, told, plain) in told_with_each(Format::Svg) {
        laws::check_picture(&told);
        let count = |told: &str| {
            let picture = roxmltree::Document::parse(told).expect("it is XML");
            picture.descendants().filter(|it| it.is_element()).count()
        };
        // A title of its own, and of the header lines some may be lit.
        assert!(count(&told) <= count(&plain) + 2, "{text:?}\n{told}");
    }
}
