//! The answers of one hop: statuses, bodies, lines, short keys.

use super::*;

#[test]
fn answers() {
    check(&[
        ("v=1&pre=204&pre-header=Vary:%20Origin", |it| {
            it.hops[0].preflight = preflight("204", &[("Vary", "Origin")]);
        }),
        ("v=1&pre=200", |it| {
            it.hops[0].preflight = preflight("200", &[]);
        }),
        ("v=1&status=", |it| {
            it.hops[0].response = Some(answer("", &[]));
        }),
        ("v=1&status=two%20hundred", |it| {
            it.hops[0].response = Some(answer("two hundred", &[]));
        }),
        ("v=1&status=0200&res-header=A:%20*&res-body=%5B%5D", |it| {
            let mut answer = answer("0200", &[("A", "*")]);
            answer.body = "[]".into();
            it.hops[0].response = Some(answer);
        }),
        // A key alone means none: the connection fails.
        ("v=1&status", |it| it.hops[0].response = None),
        ("v=1&pre=204&status", |it| {
            it.hops[0].preflight = preflight("204", &[]);
            it.hops[0].response = None;
        }),
        ("v=1&hop", |it| it.hops.clear()),
    ]);
}

#[test]
fn lines_with_a_short_key() {
    check(&[
        (
            "v=1&pre=204&pre-allow-origin=*&pre-max-age=60&allow-origin=%2A",
            |it| {
                let headers = [
                    ("Access-Control-Allow-Origin", "*"),
                    ("Access-Control-Max-Age", "60"),
                ];
                it.hops[0].preflight = preflight("204", &headers);
                it.hops[0].response = Some(answer("200", &headers[..1]));
            },
        ),
        // The order of the lines is kept, and so is what stands twice.
        (
            "v=1&allow-origin=a&res-header=Vary:%20Origin&allow-credentials=true&allow-origin=b",
            |it| {
                let headers = [
                    ("Access-Control-Allow-Origin", "a"),
                    ("Vary", "Origin"),
                    ("Access-Control-Allow-Credentials", "true"),
                    ("Access-Control-Allow-Origin", "b"),
                ];
                it.hops[0].response = Some(answer("200", &headers));
            },
        ),
        // A value is text: it has no name to end.
        ("v=1&allow-origin=%20a:%20b%26&expose-headers=", |it| {
            let headers = [
                ("Access-Control-Allow-Origin", " a: b&"),
                ("Access-Control-Expose-Headers", ""),
            ];
            it.hops[0].response = Some(answer("200", &headers));
        }),
        // Other letters are another text, though the same header; a request has no short keys.
        ("v=1&res-header=access-control-max-age:%201", |it| {
            it.hops[0].response = Some(answer("200", &[("access-control-max-age", "1")]));
        }),
        ("v=1&header=Access-Control-Allow-Origin:%20a", |it| {
            it.request.headers = lines(&[("Access-Control-Allow-Origin", "a")]);
        }),
    ]);
}
