//! [Filtered responses](https://fetch.spec.whatwg.org/#concept-filtered-response): what script may see.

use cors_engine::scenario::{Field, Mode};
use cors_engine::trace::{Choice, StepOutcome};
use cors_engine::{Rule, Scenario};

use crate::support::*;

/// A GET answered with these lines, and with `*` for the page.
fn shared(lines: &[(&str, &str)]) -> Scenario {
    let mut all = vec![(ACAO, "*")];
    all.extend_from_slice(lines);
    fetch(API).answer("200", &all)
}

/// The same with credentials.
fn with_credentials(lines: &[(&str, &str)]) -> Scenario {
    let mut all = THE_PAGE.to_vec();
    all.extend_from_slice(lines);
    fetch(API).include().answer("200", &all)
}

fn sees(headers: &'static [&'static str]) -> Wanted {
    readable(Rule::WildcardWithoutCredentials).sees(headers)
}

pub(crate) fn rows() -> Vec<Row> {
    let count = ("X-Total-Count", "3");
    rows! {
        "basic: all headers, in lower case, sorted":
            fetch("/x").answer("200", &[("X-B", "2"), ("X-A", "1")])
            => readable(Rule::SameOrigin).sees(&["x-a: 1", "x-b: 2"]);
        "basic: several lines are joined":
            fetch("/x").answer("200", &[("X-A", "1"), ("x-a", "2")]) => readable(Rule::SameOrigin).sees(&["x-a: 1, 2"]);
        "basic: never Set-Cookie":
            fetch("/x").answer("200", &[("Set-Cookie", "a=b"), ("set-cookie2", "c=d"), ("X-A", "1")])
            => readable(Rule::SameOrigin).sees(&["x-a: 1"]);
        "cors: the safelisted seven":
            shared(&[("Cache-Control", "a"), ("Content-Language", "b"), ("Content-Length", "3"), ("Content-Type", "d/d"), ("Expires", "e"), ("Last-Modified", "f"), ("Pragma", "g")])
            => sees(&["cache-control: a", "content-language: b", "content-length: 3", "content-type: d/d", "expires: e", "last-modified: f", "pragma: g"]);
        "cors: no other header":
            shared(&[count, ("ETag", "e"), ("Location", "/"), ("Content-Disposition", "x")]) => sees(&[]);
        "cors: not even Allow-Origin": shared(&[]) => sees(&[]);
        "cors: exposed ones":
            shared(&[count, (ACEH, "X-Total-Count")]) => sees(&["x-total-count: 3"]);
        "cors: exposed in other letters":
            shared(&[count, (ACEH, "x-TOTAL-count, ETag")]) => sees(&["x-total-count: 3"]);
        "cors: exposed on a second line":
            shared(&[count, (ACEH, "ETag"), (ACEH, "X-Total-Count")]) => sees(&["x-total-count: 3"]);
        "cors: all lines of an exposed name":
            shared(&[("X-A", "1"), ("X-A", "2"), (ACEH, "X-A")]) => sees(&["x-a: 1, 2"]);
        "cors: Set-Cookie cannot be exposed":
            shared(&[("Set-Cookie", "a=b"), (ACEH, "Set-Cookie")]) => sees(&[]);
        "14.1.1: a list that is none exposes nothing":
            shared(&[count, (ACEH, "X-Total-Count; ETag")]) => sees(&[]);
        "14.1.1: a list with an unreadable line exposes nothing":
            shared(&[count, (ACEH, "X-Total-Count"), (ACEH, "a b")]) => sees(&[]);
        "14.1.1: a misspelled list exposes nothing":
            shared(&[count, ("Access-Control-Expose-Header", "X-Total-Count")]) => sees(&[]);
        "14.1.2: `*` exposes all but Set-Cookie":
            shared(&[count, ("Set-Cookie", "a=b"), (ACEH, "*")])
            => sees(&["access-control-allow-origin: *", "access-control-expose-headers: *", "x-total-count: 3"]);
        "14.1.2: `*` among others":
            shared(&[count, (ACEH, "ETag, *")])
            => sees(&["access-control-allow-origin: *", "access-control-expose-headers: ETag, *", "x-total-count: 3"]);
        "14.1.3: `*` with credentials is a header's name":
            with_credentials(&[count, ("*", "star"), (ACEH, "*")])
            => readable(Rule::AllowCredentialsTrue).sees(&["*: star"]);
        "14.1.3: names with credentials":
            with_credentials(&[count, (ACEH, "X-Total-Count")])
            => readable(Rule::AllowCredentialsTrue).sees(&["x-total-count: 3"]);
        "14.1: the preflight's list exposes nothing":
            shared(&[count]).method("PUT").preflight("204", &[(ACAO, "*"), (ACAM, "*"), (ACEH, "*")]) => sees(&[]);
        "14.1: a redirect's list exposes nothing":
            fetch(API).redirect("302", "/y", &[(ACAO, "*"), (ACEH, "*")]).answer("200", &[(ACAO, "*"), count])
            => sees(&[]);
        "opaque: nothing":
            fetch(API).mode(Mode::NoCors).answer("200", &[("Content-Type", "a/b"), (ACAO, "*"), (ACEH, "*")])
            => opaque().sees(&[]);
        "cors: after a redirect from home to elsewhere, too":
            fetch("/x").redirect("302", API, &[]).answer("200", &[(ACAO, "*"), ("Content-Type", "a/b"), count])
            => sees(&["content-type: a/b"]);
    }
}

#[test]
fn every_row() {
    check(&rows());
}

#[test]
fn a_hidden_header_is_a_step_that_points_at_its_line() {
    let trace = trace(&shared(&[("ETag", "e")]));
    let hidden: Vec<_> = trace
        .steps_of(Rule::HeaderExposed)
        .filter(|step| step.outcome == StepOutcome::Decided(Choice::No))
        .map(|step| step.evidence.field)
        .collect();
    let line = |line| Some(Field::ResponseHeader(0, line));
    assert_eq!(hidden, [line(0), line(1)]);
}
