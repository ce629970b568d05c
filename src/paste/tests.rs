//! Pastes of all kinds, and what is read of them.

use cors_engine::scenario::MOST_LINES;
use expect_test::{Expect, expect};

use super::{MOST_BYTES, PasteProblem, Reason, headers};

#[track_caller]
fn check(text: &str, wanted: Expect) {
    let pasted = headers(text);
    let mut out = String::new();
    if let Some(status) = pasted.status {
        out += &format!("{status}\n");
    }
    for (name, value) in pasted.lines {
        out += &format!("{name}={value}\n");
    }
    for PasteProblem { found, reason } in pasted.problems {
        out += &format!("{reason:?} {found}\n");
    }
    wanted.assert_eq(&out);
}

#[test]
fn nothing() {
    check("", expect![""]);
    check(" \r\n\t\r\n", expect![""]);
}

#[test]
fn raw_headers() {
    check(
        "Content-Type: text/html\r\nX-A:1\nX-A:\t 2 \t\nX-Empty:\nVary: a: b\n",
        expect![[r#"
            Content-Type=text/html
            X-A=1
            X-A=2
            X-Empty=
            Vary=a: b
        "#]],
    );
}

#[test]
fn curl_with_headers_and_body() {
    check(
        "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\n\r\nX-Body: 1\n<p>\n",
        expect![[r#"
            200
            Access-Control-Allow-Origin=*
        "#]],
    );
    check(
        "\n\nHTTP/2 204 \nvary: origin\n",
        expect![[r#"
        204
        vary=origin
    "#]],
    );
}

#[test]
fn marks_mean_nothing_in_a_body() {
    check(
        "A: 1\n\n< B: 2\n",
        expect![[r#"
        A=1
    "#]],
    );
}

#[test]
fn an_answer_is_taken_wherever_it_stands() {
    check(
        "< A: 1\n> B: 2\n",
        expect![[r#"
        A=1
        RequestBesideAnswer > B: 2
    "#]],
    );
}

#[test]
fn a_request_line_has_three_words() {
    check(
        "GET /x HTTP/1.1 and more\n",
        expect![[r#"
        NotAHeaderLine GET /x HTTP/1.1 and more
    "#]],
    );
}

#[test]
fn curl_that_says_everything() {
    check(
        "* Connected to api.example (10.0.0.1) port 443\n\
         > OPTIONS /users HTTP/2\n> Host: api.example\n> Origin: https://app.example\n>\n\
         { [5 bytes data]\n\
         < HTTP/2 204 \n< access-control-allow-origin: *\n<  folded\n* A note\n< vary: a\n< \n\
         <p>Body: 1</p>\n* Connection #0 left intact\n",
        expect![[r#"
            204
            access-control-allow-origin=* folded
            vary=a
            RequestBesideAnswer > OPTIONS /users HTTP/2
        "#]],
    );
    check(
        "> GET /users HTTP/1.1\r\n> Host: api.example\r\n> Accept: */*\r\n> \r\n",
        expect![[r#"
            Host=api.example
            Accept=*/*
        "#]],
    );
    check(
        "< A: 1\nB: 2\n<\nC: 3",
        expect![[r#"
        A=1
        NoMark B: 2
    "#]],
    );
}

#[test]
fn developer_tools_with_the_value_on_the_next_line() {
    check(
        ":authority:\napi.example\n:method:\nGET\nOrigin:\nhttps://app.example\nX-Empty:\nAccept:\n*/*\n",
        expect![[r#"
            Origin=https://app.example
            X-Empty=
            Accept=*/*
        "#]],
    );
    check(
        ":status:\n200\ncontent-type:\napplication/json; charset=utf-8\nalt-svc:\nh3=\":443\"\n",
        expect![[r#"
            200
            content-type=application/json; charset=utf-8
            alt-svc=h3=":443"
        "#]],
    );
}

#[test]
fn pseudo_headers_and_request_lines() {
    check(
        ":status: 200\n:path: /a:b\nA: 1\n:colour: red",
        expect![[r#"
        200
        A=1
        UnknownPseudoHeader :colour: red
    "#]],
    );
    check(
        "GET https://api.example:8080/x HTTP/1.1\nHost: api.example:8080\nUpgrade: TLS/1.0, HTTP/2",
        expect![[r#"
            Host=api.example:8080
            Upgrade=TLS/1.0, HTTP/2
        "#]],
    );
}

#[test]
fn values_that_go_on() {
    check(
        "A: 1\n  2\n\t3\nB:\n 4\n",
        expect![[r#"
        A=1 2 3
        B=4
    "#]],
    );
    // Indented as a whole, as in a document.
    check(
        "    HTTP/1.1 200\n    A: 1\n      2\n  B: 3\n",
        expect![[r#"
        200
        A=1 2
        B=3
    "#]],
    );
    check(
        "HTTP/1.1 200 OK\n  A: 1\n",
        expect![[r#"
        200
        A=1
    "#]],
    );
    check(
        "bad\n A: 1\n",
        expect![[r#"
        A=1
        NotAHeaderLine bad
    "#]],
    );
}

#[test]
fn interim_answers_give_way() {
    check(
        "HTTP/1.1 100 Continue\nX-A:\n\nHTTP/1.1 201 Created\nA: 1\n\nbody",
        expect![[r#"
            201
            A=1
        "#]],
    );
    check(
        "HTTP/1.1 200 Connection established\n\nHTTP/2 404\nA: 1\n",
        expect![[r#"
            404
            A=1
        "#]],
    );
}

#[test]
fn of_several_answers_the_first_is_taken() {
    check(
        "HTTP/1.1 301\nLocation: /b\n\nmoved\nHTTP/1.1 200\nA: 1\n",
        expect![[r#"
            301
            Location=/b
            SecondAnswer HTTP/1.1 200
        "#]],
    );
    check(
        "HTTP/1.1 301\nLocation: /b\nHTTP/1.1 200\nA: 1\n",
        expect![[r#"
            301
            Location=/b
            SecondAnswer HTTP/1.1 200
        "#]],
    );
    check(
        "HTTP/1.1\nA: 1",
        expect![[r#"
        A=1
        NoStatus HTTP/1.1
    "#]],
    );
}

#[test]
fn what_is_no_header_line() {
    check(
        "{\n  \"Access-Control-Allow-Origin\": \"*\",\n  'X-A': 1\n}\n",
        expect![[r#"
            Json {
            Json "Access-Control-Allow-Origin": "*",
            Json 'X-A': 1
            Json }
        "#]],
    );
    check(
        "add_header X-A \"https://a\" always;\nHeader set X-A 1\nres.set('X-A', 1);\n",
        expect![[r#"
            Configuration add_header X-A "https://a" always;
            Configuration Header set X-A 1
            Configuration res.set('X-A', 1);
        "#]],
    );
    check(
        "Access-Control-Allow-Origin *\n: 1\nX A: 1\nX-A : 1\n-H 'X-A: 1'\nÄ: 1\n",
        expect![[r#"
            NotAHeaderLine Access-Control-Allow-Origin *
            UnknownPseudoHeader : 1
            NotAName X A: 1
            NotAName X-A : 1
            NotAName -H 'X-A: 1'
            NotAName Ä: 1
        "#]],
    );
}

#[test]
fn long_lines_are_shortened_at_a_character() {
    let pasted = headers(&"ü".repeat(100));
    assert_eq!(pasted.problems[0].found, "ü".repeat(40));
}

#[test]
fn the_first_lines_are_kept_of_too_many() {
    let text = "A: 1\n".repeat(MOST_LINES) + "B: 2\nC: 3\n";
    let pasted = headers(&text);
    assert_eq!(pasted.lines.len(), MOST_LINES);
    assert_eq!(
        pasted.problems,
        [PasteProblem::new("B: 2", Reason::TooManyLines)]
    );
}

#[test]
fn the_first_bytes_are_kept_of_too_many() {
    let value = "ü".repeat(MOST_BYTES / 2);
    let pasted = headers(&format!("A: 1\nB: {value}\nC: 3"));
    assert_eq!(pasted.lines, [("A".to_owned(), "1".to_owned())]);
    let found = format!("B: {}", &value[..76]);
    assert_eq!(
        pasted.problems,
        [PasteProblem::new(&found, Reason::TooLong)]
    );
    assert_eq!(headers(&value).problems.len(), 1, "just as many bytes");
    // A body may be as long as it likes.
    assert_eq!(headers(&format!("A: 1\n\n{value}\n")).problems, []);
}

#[test]
fn a_text_that_is_none_is_given_up_early() {
    let pasted = headers(&"bad\n".repeat(100));
    assert_eq!(pasted.problems.len(), 20);
    assert_eq!(pasted.problems[18].reason, Reason::NotAHeaderLine);
    assert_eq!(pasted.problems[19].reason, Reason::TooManyProblems);
}

#[test]
fn every_reason_has_an_advice_of_its_own() {
    let reasons = [
        Reason::NotAHeaderLine,
        Reason::NotAName,
        Reason::Json,
        Reason::Configuration,
        Reason::NoStatus,
        Reason::UnknownPseudoHeader,
        Reason::NoMark,
        Reason::RequestBesideAnswer,
        Reason::SecondAnswer,
        Reason::TooManyLines,
        Reason::TooLong,
        Reason::TooManyProblems,
    ];
    let advice: std::collections::BTreeSet<_> = reasons.map(Reason::advice).into_iter().collect();
    assert_eq!(advice.len(), reasons.len());
    assert!(advice.iter().all(|words| words.ends_with('.')));
}
