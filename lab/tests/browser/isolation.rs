//! What one case leaves behind no other meets, and a browser that ran many is as light as a new one.

use cors_engine::scenario::Scenario;
use cors_lab::browser::{Browser, Page};
use cors_lab::servers::{ReceivedRequest, Servers};
use cors_lab::verify::{Lab, Verdict};

use crate::build::{get, send};

/// Method, URL and cookies of all that a scenario's first send let reach the servers.
fn received(lab: &mut Lab, scenario: &Scenario) -> Vec<(String, String, Option<String>)> {
    let Verdict::Ran(reports) = lab.verify(scenario).expect("Chromium runs") else {
        panic!("not run");
    };
    let part = |request: &ReceivedRequest| {
        (
            request.method.clone(),
            request.url(),
            request.header("Cookie"),
        )
    };
    reports[0].received.iter().map(part).collect()
}

#[test]
fn what_a_case_leaves_behind_no_other_meets() {
    let mut lab = super::lab();
    let own = |url| get(url).page("http://app.example/");
    let preflight = [
        ("Access-Control-Allow-Origin", "*"),
        ("Access-Control-Allow-Methods", "PUT"),
        ("Access-Control-Max-Age", "600"),
    ];
    let rows = [
        (
            "preflight cache",
            send("PUT", "https://api.example/data")
                .preflight("204", &preflight)
                .answers("200", &preflight[..1]),
        ),
        (
            "cookies",
            own("/data").answers("200", &[("Set-Cookie", "a=b")]),
        ),
        (
            "cache",
            own("/data").answers("200", &[("Cache-Control", "max-age=600")]),
        ),
        // Over http: nothing that comes with the lab's own certificate is cached.
        ("redirects", own("/data").redirects("301", "/next")),
    ];
    for (name, build) in rows {
        let first = received(&mut lab, &build.0);
        assert!(!first.is_empty(), "{name}");
        assert_eq!(received(&mut lab, &build.0), first, "{name}");
    }
}

#[test]
fn a_page_ends_with_its_value() {
    let servers = Servers::start().expect("a port is free");
    let mut browser = Browser::start(servers.port()).unwrap_or_else(|error| panic!("{error}"));
    let before = browser.open_pages().expect("Chromium answers");
    for _ in 0..8 {
        drop(Page::open(&mut browser, "https://app.example/").expect("it opens"));
    }
    let after = browser.open_pages().expect("Chromium answers");
    // The last ones may still be closing.
    assert!(after < before + 4, "{after} pages, {before} before");
}
