//! The [CORS-preflight cache](https://fetch.spec.whatwg.org/#cors-preflight-cache).

use cors_engine::cors_preflight_cache::{Allows, MOST_ENTRIES};
use cors_engine::scenario::{Api, Profile};
use cors_engine::{PreflightCache, Rule, Scenario, evaluate};

use crate::support::*;

/// A request that is allowed by these lines of a preflight's answer.
fn ask(method: &str, headers: &[&str], lines: &[(&str, &str)]) -> Scenario {
    let mut all = THE_PAGE.to_vec();
    all.extend_from_slice(lines);
    let scenario = fetch(API)
        .method(method)
        .preflight("204", &all)
        .answer("200", THE_PAGE);
    headers
        .iter()
        .fold(scenario, |scenario, name| scenario.header(name, "1"))
}

fn put(lines: &[(&str, &str)]) -> Scenario {
    let mut all = vec![(ACAM, "PUT")];
    all.extend_from_slice(lines);
    ask("PUT", &[], &all)
}

fn read() -> Wanted {
    readable(Rule::AllowOriginMatches)
}

fn asked() -> Wanted {
    read().wire("OPTIONS PUT")
}

fn cached() -> Wanted {
    read().wire("PUT")
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = times();
    rows.extend(keys());
    rows.extend(what_is_kept());
    rows.extend(clearing());
    rows
}

fn times() -> Vec<Row> {
    let after = |lines: &[(&str, &str)], wait| put(lines).then(wait, put(lines));
    let profile = |profile, age: &str, wait| after(&[(ACMA, age)], wait).profile(profile);
    rows! {
        "7.9: 5 seconds by default": after(&[], 4) => asked().then(cached());
        "7.9: after 5 seconds it is over": after(&[], 5) => asked().then(asked());
        "7.9: no number is 5 seconds": after(&[(ACMA, "soon")], 4) => asked().then(cached());
        "7.9: a fraction is no number": after(&[(ACMA, "60.5")], 6) => asked().then(asked());
        "7.9: two lines are no number":
            after(&[(ACMA, "60"), (ACMA, "60")], 6) => asked().then(asked());
        "7.9: -1 is no number": after(&[(ACMA, "-1")], 4) => asked().then(cached());
        "7.9: -1 is 0 to Chromium": profile(Profile::Chromium, "-1", 0) => asked().then(asked());
        "7.9: an empty value is no number": after(&[(ACMA, "")], 4) => asked().then(cached());
        "7.9: white space around a number": after(&[(ACMA, " 60 ")], 59) => asked().then(cached());
        "7.8: Max-Age in seconds": after(&[(ACMA, "60")], 59) => asked().then(cached());
        "7.8: after Max-Age it is over": after(&[(ACMA, "60")], 60) => asked().then(asked());
        "7.8: 0 keeps nothing": after(&[(ACMA, "0")], 0) => asked().then(asked());
        "7.8: 1 second": after(&[(ACMA, "1")], 0) => asked().then(cached());
        "7.8: a number of any length":
            after(&[(ACMA, "99999999999999999999999")], u32::MAX) => asked().then(cached());
        "7.10: the standard names no limit":
            after(&[(ACMA, "90000")], 89_999) => asked().then(cached());
        "7.10: Chromium keeps it for 2 hours":
            profile(Profile::Chromium, "90000", 7199) => asked().then(cached());
        "7.10: Chromium, after 2 hours":
            profile(Profile::Chromium, "90000", 7200) => asked().then(asked());
        "7.10: Firefox keeps it for a day":
            profile(Profile::Firefox, "90000", 86_399) => asked().then(cached());
        "7.10: Firefox, after a day":
            profile(Profile::Firefox, "90000", 86_400) => asked().then(asked());
        "7.10: Safari keeps it for 10 minutes":
            profile(Profile::Safari, "90000", 599) => asked().then(cached());
        "7.10: Safari, after 10 minutes":
            profile(Profile::Safari, "90000", 600) => asked().then(asked());
        "7.12: a cached answer is not kept for longer by its use":
            after(&[(ACMA, "10")], 6).then(6, put(&[])) => asked().then(cached()).then(asked());
        "7.12: a new answer sets the time of the old":
            ask("PUT", &[], &[(ACAM, "PUT, DELETE"), (ACMA, "10")]).then(6, ask("PUT", &["X-A"], &[(ACAM, "PUT"), (ACAH, "x-a"), (ACMA, "10")])).then(6, put(&[])).then(0, ask("DELETE", &[], &[(ACAM, "DELETE")]))
            => asked().then(asked()).then(cached()).then(read().wire("OPTIONS DELETE"));
        "7.12: a new answer may end the old":
            put(&[(ACMA, "60")]).then(0, ask("PUT", &["X-A"], &[(ACAM, "PUT"), (ACAH, "x-a"), (ACMA, "0")])).then(0, put(&[]))
            => asked().then(asked()).then(asked());
    }
}

fn keys() -> Vec<Row> {
    let to = |url: &str| {
        let mut scenario = put(&[]);
        scenario.request.url = url.to_owned();
        scenario
    };
    let simple = || readable(Rule::AllowCredentialsTrue);
    rows! {
        "Match: the same URL": put(&[]).then(0, put(&[])) => asked().then(cached());
        "Match: another path":
            put(&[]).then(0, to("https://api.example/other")) => asked().then(asked());
        "Match: another query":
            put(&[]).then(0, to("https://api.example/data?x")) => asked().then(asked());
        "Match: another way to write the URL":
            put(&[]).then(0, to("https://API.example:443/x/../data")) => asked().then(cached());
        "Match: made without credentials, used without":
            put(&[]).then(0, put(&[])) => asked().then(cached());
        "Match: made without credentials, used with":
            put(&[]).then(0, put(&[]).include()) => asked().then(simple().wire("OPTIONS PUT"));
        "Match: made with credentials, used without":
            put(&[]).include().then(0, put(&[])) => simple().wire("OPTIONS PUT").then(cached());
        "Match: made with credentials, used with":
            put(&[]).include().then(0, put(&[]).include()) => simple().wire("OPTIONS PUT").then(simple().wire("PUT"));
        "Match: another API of the same page":
            put(&[]).then(0, put(&[]).api(Api::Xhr)) => asked().then(cached());
        "Match: a tainted origin is another one":
            put(&[]).then(0, { let mut tainted = fetch(OTHER).redirect("307", API, ANYBODY).method("PUT").preflight("204", &[(ACAO, "*"), (ACAM, "PUT")]).answer("200", ANYBODY); tainted.hops[0].preflight = tainted.hops[1].preflight.clone(); tainted })
            => asked().then(readable(Rule::WildcardWithoutCredentials).wire("OPTIONS PUT OPTIONS PUT").origins("https://page.example https://page.example null null"));
        "Match: Allow-Origin is not kept, the response still needs it":
            put(&[]).then(0, put(&[]).answer("200", &[]))
            => asked().then(network_error(Rule::AllowOriginPresent).wire("PUT"));
    }
}

fn what_is_kept() -> Vec<Row> {
    let all: &[(&str, &str)] = &[(ACAM, "*"), (ACAH, "*, Authorization")];
    let delete = || read().wire("OPTIONS DELETE");
    rows! {
        "Method: only those listed":
            put(&[]).then(0, ask("DELETE", &[], &[(ACAM, "DELETE")])) => asked().then(delete());
        "Method: others that were listed":
            ask("PUT", &[], &[(ACAM, "PUT, DELETE")]).then(0, ask("DELETE", &[], &[]))
            => asked().then(read().wire("DELETE"));
        "Method: `*`":
            ask("PUT", &[], &[(ACAM, "*")]).then(0, ask("DELETE", &[], &[])) => asked().then(read().wire("DELETE"));
        "Method: a `*` that came with credentials is, to the letter, one":
            ask("PUT", &[], &[(ACAM, "PUT, *")]).include().then(0, ask("DELETE", &[], &[]).include())
            => readable(Rule::AllowCredentialsTrue).wire("OPTIONS PUT").then(readable(Rule::AllowCredentialsTrue).wire("DELETE"));
        "Method: one that needs no permission needs no entry":
            ask("POST", &["X-A"], &[(ACAH, "x-a")]).then(0, ask("GET", &["X-A"], &[]))
            => read().wire("OPTIONS POST").then(read().wire("GET"));
        "Method: an upload listener needs an entry":
            put(&[]).then(0, ask("POST", &[], &[]).api(Api::Xhr).upload_listener())
            => asked().then(read().wire("OPTIONS POST"));
        "Method: an upload listener's method is kept, listed or not":
            ask("POST", &[], &[]).api(Api::Xhr).upload_listener().then(0, ask("POST", &[], &[]).api(Api::Xhr).upload_listener())
            => read().wire("OPTIONS POST").then(read().wire("POST"));
        "Header name: in other letters":
            ask("GET", &["X-A"], &[(ACAH, "X-a")]).then(0, ask("GET", &["x-A"], &[]))
            => read().wire("OPTIONS GET").then(read().wire("GET"));
        "Header name: one that was not listed":
            ask("GET", &["X-A"], &[(ACAH, "x-a")]).then(0, ask("GET", &["X-A", "X-B"], &[(ACAH, "x-a, x-b")]))
            => read().wire("OPTIONS GET").then(read().wire("OPTIONS GET"));
        "Header name: two answers add up":
            ask("GET", &["X-A"], &[(ACAH, "x-a")]).then(0, ask("GET", &["X-B"], &[(ACAH, "x-b")])).then(0, ask("GET", &["X-A", "X-B"], &[]))
            => read().wire("OPTIONS GET").then(read().wire("OPTIONS GET")).then(read().wire("GET"));
        "Header name: `*`":
            ask("GET", &["X-A"], &[(ACAH, "*")]).then(0, ask("GET", &["X-B"], &[]))
            => read().wire("OPTIONS GET").then(read().wire("GET"));
        "Header name: `*` does not cover Authorization":
            ask("GET", &["X-A"], &[(ACAH, "*")]).then(0, ask("GET", &["Authorization"], &[(ACAH, "authorization")]))
            => read().wire("OPTIONS GET").then(read().wire("OPTIONS GET"));
        "Header name: a kept `*` does not cover Authorization in Chromium either":
            ask("GET", &["X-A"], &[(ACAH, "*")]).then(0, ask("GET", &["Authorization"], &[(ACAH, "*")])).profile(Profile::Chromium)
            => read().wire("OPTIONS GET").then(read().wire("OPTIONS GET"));
        "Header name: Authorization, listed":
            ask("PUT", &[], all).then(0, ask("GET", &["Authorization"], &[])) => asked().then(read().wire("GET"));
        "Header name: method and header from two answers":
            put(&[]).then(0, ask("GET", &["X-A"], &[(ACAH, "x-a")])).then(0, ask("PUT", &["X-A"], &[]))
            => asked().then(read().wire("OPTIONS GET")).then(cached());
    }
}

fn clearing() -> Vec<Row> {
    let broken = || put(&[]).answer("200", &[]);
    let lost = || network_error(Rule::AllowOriginPresent);
    rows! {
        "12: a preflighted request that fails takes its entries along":
            put(&[]).then(0, broken()).then(0, put(&[])) => asked().then(lost().wire("PUT")).then(asked());
        "12: one whose connection fails does, too":
            put(&[]).then(0, put(&[]).refused()).then(0, put(&[]))
            => asked().then(network_error(Rule::ServerAnswered).wire("PUT")).then(asked());
        "12: one that fails right after its preflight does, too":
            broken().then(0, put(&[])) => lost().wire("OPTIONS PUT").then(asked());
        "12: entries made with credentials go as well":
            put(&[]).include().then(0, broken()).then(0, put(&[]).include())
            => readable(Rule::AllowCredentialsTrue).wire("OPTIONS PUT").then(lost().wire("PUT")).then(readable(Rule::AllowCredentialsTrue).wire("OPTIONS PUT"));
        "12: a simple request that fails takes none":
            put(&[]).then(0, fetch(API)).then(0, put(&[])) => asked().then(lost().wire("GET")).then(cached());
        "12: a failed preflight takes the old entries along":
            put(&[]).then(0, ask("PUT", &["X-A"], &[])).then(0, put(&[]))
            => asked().then(network_error(Rule::MethodAllowed).wire("OPTIONS")).then(asked());
        "12: entries of other URLs stay":
            put(&[]).then(0, { let mut other = broken(); other.request.url = OTHER.to_owned(); other }).then(0, put(&[]))
            => asked().then(lost().wire("OPTIONS PUT")).then(cached());
    }
}

#[test]
fn every_row() {
    check(&rows());
}

#[test]
fn evaluating_changes_no_cache_but_the_traces_own() {
    let before = PreflightCache::new();
    let first = evaluate(&put(&[(ACMA, "60")]), &before);
    assert_eq!(before.entries().count(), 0);
    let kept: Vec<_> = first.cache.entries().collect();
    let [(entry, seconds_left)] = kept.as_slice() else {
        panic!("one entry, not {kept:?}");
    };
    assert_eq!(*seconds_left, 60);
    assert_eq!(entry.allows, Allows::Method("PUT".to_owned()));
    assert_eq!(
        (entry.serialized_origin.as_str(), entry.url.as_str()),
        (PAGE, API)
    );
    assert!(!entry.credentials);

    // Sent for real: the next evaluation starts from what the trace carries.
    let mut cache = first.cache;
    let second = evaluate(&put(&[]), &cache);
    assert_eq!(second.preflights().count(), 0);
    cache.wait(60);
    assert_eq!(cache.entries().count(), 0);
    let third = evaluate(&put(&[]), &cache);
    assert_eq!(third.preflights().count(), 1);
    cache = third.cache;
    cache.clear();
    assert_eq!(cache, {
        let mut empty = PreflightCache::new();
        empty.wait(60);
        empty
    });
}

#[test]
fn a_long_list_pushes_the_oldest_entries_out() {
    let names: Vec<String> = (0..=MOST_ENTRIES)
        .map(|number| format!("x-{number}"))
        .collect();
    let (Some(first), Some(last)) = (names.first(), names.last()) else {
        panic!("names");
    };
    let list = names.join(",");
    let ask_with = |name: &str| ask("GET", &[name], &[(ACAH, &list)]);
    let trace = evaluate(&ask_with(last), &PreflightCache::new());
    let kept: Vec<_> = trace.cache.entries().map(|(entry, _)| entry).collect();
    assert_eq!(kept.len(), MOST_ENTRIES / 2 + 1);
    assert_eq!(
        kept.last().map(|entry| &entry.allows),
        Some(&Allows::HeaderName(last.clone()))
    );
    let again = |name| evaluate(&ask_with(name), &trace.cache).preflights().count();
    assert_eq!((again(last), again(first)), (0, 1));
}
