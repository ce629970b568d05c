//! Problems: what no page and no server can do, all at once.

use cors_engine::scenario::{
    Api, CredentialsMode, Field, Hop, MOST_HOPS, MOST_LINES, MOST_SENDS, Mode, RedirectMode,
};
use cors_engine::trace::{Outcome, StepOutcome};
use cors_engine::{Rule, Scenario};

use crate::support::*;

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = addresses();
    rows.extend(answers());
    rows.extend(combinations());
    rows.extend(limits());
    rows
}

fn addresses() -> Vec<Row> {
    let same = || readable(Rule::SameOrigin);
    rows! {
        "Page: no URL":
            fetch("/x").page("frontend.com") => invalid(Rule::PageUrlUsable).at(Some(Field::PageUrl));
        "Page: nothing": fetch("/x").page("") => invalid(Rule::PageUrlUsable);
        "Page: about:blank": fetch("/x").page("about:blank") => invalid(Rule::PageUrlUsable);
        "Page: ftp": fetch("/x").page("ftp://page.example/") => invalid(Rule::PageUrlUsable);
        "Page: a host with a space":
            fetch("/x").page("https://page example/") => invalid(Rule::PageUrlUsable);
        "Page: http": fetch("/x").page("http://page.example/") => same();
        "Page: file":
            fetch(API).page("file:///a").answer("200", ANYBODY) => readable(Rule::WildcardWithoutCredentials);
        "Host: not ASCII, of the page":
            fetch("/x").page("https://bücher.example/") => invalid(Rule::HostIsAscii).at(Some(Field::PageUrl));
        "Host: not ASCII, of the request":
            fetch("https://bücher.example/") => invalid(Rule::HostIsAscii).at(Some(Field::RequestUrl));
        "Host: not ASCII, with a capital letter":
            fetch("https://Bücher.example/") => invalid(Rule::HostIsAscii).at(Some(Field::RequestUrl));
        "Host: percent-encoded":
            fetch("https://b%C3%BCcher.example/") => invalid(Rule::HostIsAscii);
        "Host: not ASCII, of a Location":
            fetch("/x").redirect("302", "https://b\u{C3}\u{BC}cher.example/", &[])
            => invalid(Rule::HostIsAscii).at(Some(Field::ResponseHeader(0, 0)));
        "Host: a Location that nobody reads":
            fetch("/x").answer("201", &[("Location", "https://bücher.example/")]) => same();
        "Host: in Punycode":
            fetch("https://xn--bcher-kva.example/") => network_error(Rule::AllowOriginPresent);
        "Host: a path that is not ASCII is none":
            fetch("/bücher") => same().last_url("https://page.example/b%C3%BCcher");
        "Host: a space in it is no matter of ASCII":
            fetch("https://a b.example/ü") => throws(Rule::RequestUrlParses);
    }
}

fn answers() -> Vec<Row> {
    let status = |status: &str| fetch("/x").answer(status, &[]);
    let answered =
        |name: &str, value: &str| fetch("/x").answer("200", &[("X-A", "1"), (name, value)]);
    let line = Some(Field::ResponseHeader(0, 1));
    rows! {
        "Status: 99":
            status("99") => invalid(Rule::StatusInRange).at(Some(Field::ResponseStatus(0))).found(Some("99"));
        "Status: 100 to 199 announce the real answer":
            status("199") => invalid(Rule::StatusInRange);
        "Status: 200": status("200") => readable(Rule::SameOrigin);
        "Status: 999": status("999") => readable(Rule::SameOrigin);
        "Status: 1000": status("1000") => invalid(Rule::StatusInRange);
        "Status: no number": status("OK") => invalid(Rule::StatusInRange);
        "Status: nothing": status("") => invalid(Rule::StatusInRange);
        "Status: a sign": status("+200") => invalid(Rule::StatusInRange);
        "Status: white space": status(" 200") => invalid(Rule::StatusInRange);
        "Status: of the preflight, asked or not":
            fetch("/x").preflight("0", &[]) => invalid(Rule::StatusInRange).at(Some(Field::PreflightStatus(0)));
        "Header name: a space":
            answered("X B", "1") => invalid(Rule::AnswerHeaderNameIsToken).at(line);
        "Header name: a colon": answered("X-B:", "1") => invalid(Rule::AnswerHeaderNameIsToken);
        "Header name: nothing": answered("", "1") => invalid(Rule::AnswerHeaderNameIsToken);
        "Header name: of the preflight":
            fetch("/x").preflight("204", &[("X A", "1")])
            => invalid(Rule::AnswerHeaderNameIsToken).at(Some(Field::PreflightHeader(0, 0)));
        "Header value: a line break":
            answered("X-B", "1\n2") => invalid(Rule::AnswerHeaderValueValid).at(line);
        "Header value: beyond one byte":
            answered("X-B", "€") => invalid(Rule::AnswerHeaderValueValid);
        "Header value: a line break at its end is white space":
            answered("X-B", "1\n") => readable(Rule::SameOrigin).sees(&["x-a: 1", "x-b: 1"]);
    }
}

fn combinations() -> Vec<Row> {
    let api = |api| fetch("/x").api(api);
    let at = |field| invalid(Rule::RequestPossible).at(Some(field));
    rows! {
        "xhr: no-cors": api(Api::Xhr).mode(Mode::NoCors) => at(Field::RequestMode);
        "xhr: same-origin": api(Api::Xhr).mode(Mode::SameOrigin) => at(Field::RequestMode);
        "xhr: omit":
            api(Api::Xhr).credentials(CredentialsMode::Omit) => at(Field::RequestCredentials);
        "xhr: redirect mode":
            api(Api::Xhr).redirect_mode(RedirectMode::Error) => at(Field::RequestRedirect);
        "fetch: an upload listener":
            fetch("/x").upload_listener() => at(Field::RequestUploadListener);
        "img: same-origin": api(Api::Img).mode(Mode::SameOrigin) => at(Field::RequestMode);
        "img: no-cors without credentials":
            api(Api::Img).credentials(CredentialsMode::SameOrigin) => at(Field::RequestCredentials);
        "img: cors and omit":
            api(Api::Img).mode(Mode::Cors).credentials(CredentialsMode::Omit) => at(Field::RequestCredentials);
        "img: POST": api(Api::Img).method("POST") => at(Field::RequestMethod);
        "img: a header": api(Api::Img).header("X-A", "1") => at(Field::RequestHeader(0));
        "script: a body": api(Api::Script).body("x") => at(Field::RequestBody);
        "script: redirect mode":
            api(Api::Script).redirect_mode(RedirectMode::Manual) => at(Field::RequestRedirect);
        "form: cors": api(Api::Form).mode(Mode::Cors) => at(Field::RequestMode);
        "form: same-origin credentials":
            api(Api::Form).credentials(CredentialsMode::SameOrigin) => at(Field::RequestCredentials);
        "form: PUT": api(Api::Form).method("PUT") => at(Field::RequestMethod);
        "form: another header": api(Api::Form).header("X-A", "1") => at(Field::RequestHeader(0));
        "form: JSON":
            api(Api::Form).method("POST").header("Content-Type", "application/json") => at(Field::RequestHeader(0));
        "form: two types":
            api(Api::Form).method("POST").header("Content-Type", "text/plain").header("Content-Type", "text/plain")
            => at(Field::RequestHeader(1));
        "form: `post` and an enctype":
            api(Api::Form).method("post").header("content-type", "multipart/form-data")
            => readable(Rule::SameOrigin).wire("POST");
        "fetch: everything else goes":
            fetch("/x").mode(Mode::SameOrigin).credentials(CredentialsMode::Omit).redirect_mode(RedirectMode::Error)
            => readable(Rule::SameOrigin);
    }
}

fn limits() -> Vec<Row> {
    let lines = |count: usize| vec![("X-A", "1"); count];
    let hops = |count: usize| {
        let mut scenario = fetch("/x");
        scenario.hops = vec![Hop::default(); count];
        scenario
    };
    let sends =
        |count: usize| (0..count).fold(fetch("/x"), |scenario, _| scenario.then(0, fetch("/x")));
    let asked =
        |count: usize| (0..count).fold(fetch("/x"), |scenario, _| scenario.header("X-A", "1"));
    let over = |field| invalid(Rule::WithinLimits).at(field);
    rows! {
        "Limits: 22 hops": hops(MOST_HOPS) => readable(Rule::SameOrigin);
        "Limits: 23 hops": hops(MOST_HOPS + 1) => over(Some(Field::Response(MOST_HOPS)));
        "Limits: 100 lines of an answer":
            fetch("/x").answer("200", &lines(MOST_LINES)) => readable(Rule::SameOrigin);
        "Limits: 101 lines of an answer":
            fetch("/x").answer("200", &lines(MOST_LINES + 1)) => over(Some(Field::ResponseHeader(0, MOST_LINES)));
        "Limits: 101 lines of a preflight's answer":
            fetch("/x").preflight("200", &lines(MOST_LINES + 1)) => over(Some(Field::PreflightHeader(0, MOST_LINES)));
        "Limits: 100 lines of the request": asked(MOST_LINES) => readable(Rule::SameOrigin);
        "Limits: 101 lines of the request":
            asked(MOST_LINES + 1) => over(Some(Field::RequestHeader(MOST_LINES)));
        "Limits: 20 further sends": sends(MOST_SENDS) => readable(Rule::SameOrigin);
        "Limits: 21 further sends": sends(MOST_SENDS + 1) => over(None).found(Some("21"));
    }
}

#[test]
fn every_row() {
    check(&rows());
}

/// The places of all problems, and the rules that they break.
fn problems(scenario: &Scenario) -> Vec<(Option<String>, &'static str)> {
    let trace = trace(scenario);
    assert_eq!(trace.outcome, Outcome::Invalid);
    assert!(
        trace
            .steps
            .iter()
            .all(|step| step.outcome == StepOutcome::Failed)
    );
    trace
        .steps
        .iter()
        .map(|step| (step.evidence.pointer(), step.rule.name()))
        .collect()
}

#[test]
fn all_problems_at_once() {
    let scenario = fetch("https://bücher.example/")
        .page("nowhere")
        .api(Api::Xhr)
        .mode(Mode::NoCors)
        .preflight("99", &[("X A", "1")])
        .answer("1000", &[("X B", "1"), ("X-A", "€")]);
    let place = |place: &str| Some(place.to_owned());
    assert_eq!(
        problems(&scenario),
        [
            (place("/page/url"), "page-url-usable"),
            (place("/request/mode"), "request-possible"),
            (place("/hops/0/preflight/status"), "status-in-range"),
            (
                place("/hops/0/preflight/headers/0"),
                "answer-header-name-is-token"
            ),
            (place("/hops/0/response/status"), "status-in-range"),
            (
                place("/hops/0/response/headers/0"),
                "answer-header-name-is-token"
            ),
            (
                place("/hops/0/response/headers/1"),
                "answer-header-value-valid"
            ),
        ]
    );
}

#[test]
fn problems_of_further_sends_point_into_them() {
    let scenario = fetch("/x")
        .then(1, fetch("/x"))
        .then(1, fetch("/x").upload_listener().redirect("99", "/y", &[]));
    let place = |place: &str| Some(place.to_owned());
    assert_eq!(
        problems(&scenario),
        [
            (place("/then/1/request/upload_listener"), "request-possible"),
            (place("/then/1/hops/0/response/status"), "status-in-range"),
        ]
    );
}
