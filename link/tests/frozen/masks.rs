//! A link keeps that there is a secret, and not what it is.

use cors_engine::scenario::{Api, FurtherSend, HeaderLines, Mode, Profile, lines};
use cors_engine::{PreflightCache, Scenario, evaluate};
use cors_link::{masked, read, with_masks, write};

use crate::of_a_text::masks_change_no_verdict;

fn scenario(headers: HeaderLines) -> Scenario {
    let mut scenario = Scenario::new("https://api.example/");
    scenario.request.headers = headers;
    scenario
}

/// What a reader of a link finds in place of a value.
fn kept(name: &str, value: &str) -> String {
    let written = write(&scenario(lines(&[(name, value)])), None);
    let link = read(&written).expect("it has its version");
    assert_eq!(link.problems, [], "{written}");
    link.scenario.request.headers[0].1.clone()
}

#[test]
fn values_of_secret_headers_are_left_out() {
    for (name, value, wanted) in [
        ("Authorization", "abc", "***"),
        ("Authorization", "Bearer abc", "Bearer ***"),
        ("authorization", "bEARER abc def", "bEARER ***"),
        ("AUTHORIZATION", "Basic YTpi", "Basic ***"),
        ("Authorization", " \tBasic  YTpi ", "Basic ***"),
        ("Authorization", "Bearer", "***"),
        ("Authorization", "Bearer\tabc", "***"),
        ("Authorization", "Bearers abc", "***"),
        ("Authorization", "Digest username=\"ada\"", "***"),
        ("Authorization ", "Bearer abc", "Bearer ***"),
        ("Proxy-Authorization", "Basic YTpi", "Basic ***"),
        ("Cookie", "a=b; c=d", "***"),
        ("cOOKIE", "***", "***"),
        // Empty is no secret, and one that no header can have stays one.
        ("Authorization", "", ""),
        ("Cookie", " \t", " \t"),
        ("Authorization", "Bearer a\nb", "Bearer ***\0"),
        ("Authorization", "a\u{FF}", "***"),
        ("Authorization", "a\u{100}\0", "***\u{FFFD}"),
        // Others are no secrets.
        ("X-Authorization", "abc", "abc"),
        ("Cookies", "Bearer abc", "Bearer abc"),
        ("", "Bearer abc", "Bearer abc"),
    ] {
        assert_eq!(kept(name, value), wanted, "{name}: {value}");
    }
}

#[test]
fn masks_are_of_all_requests_and_of_no_answer() {
    let secret = || lines(&[("Cookie", "a=b"), ("X-A", "a=b")]);
    let mut before = scenario(secret());
    let answer = before.hops[0].response.as_mut().expect("an answer");
    answer.headers = secret();
    let mut send = FurtherSend {
        wait_s: 1,
        request: before.request.clone(),
        hops: before.hops.clone(),
    };
    send.request.headers = lines(&[("authorization", "Basic x"), ("Cookie", "c")]);
    before.then.push(send);

    let after = with_masks(&before);
    let masked_lines = lines(&[("Cookie", "***"), ("X-A", "a=b")]);
    assert_eq!(after.request.headers, masked_lines);
    assert_eq!(after.hops, before.hops);
    let further = lines(&[("authorization", "Basic ***"), ("Cookie", "***")]);
    assert_eq!(after.then[0].request.headers, further);
    assert_eq!(masked(&before), ["Cookie", "authorization"]);
    assert_eq!(masked(&after), [""; 0]);

    let written = write(&before, None);
    assert_eq!(written, write(&after, None));
    assert_eq!(read(&written).map(|link| link.scenario), Some(after));
}

/// Where only a secret changes from send to send, that is nothing to a link.
#[test]
fn another_secret_is_the_same_mask() {
    let mut before = scenario(lines(&[("Cookie", "a")]));
    let mut send = FurtherSend {
        wait_s: 0,
        request: before.request.clone(),
        hops: before.hops.clone(),
    };
    send.request.headers = lines(&[("Cookie", "b")]);
    before.then.push(send);
    let read = read(&write(&before, None)).expect("it has its version");
    assert_eq!(read.scenario, with_masks(&before));
}

#[test]
fn no_mask_changes_a_verdict() {
    let names = ["Authorization", "cookie", "Proxy-Authorization", "Cookie "];
    let long = "x".repeat(2000);
    let values = [
        "",
        " ",
        "abc",
        "Bearer abc",
        "a\0b",
        "Basic a\r\n b",
        "\n",
        "é",
        "a\u{100}",
        "\u{100}\n",
        &long,
    ];
    let mut count = 0;
    for (api, mode) in [
        (Api::Fetch, Mode::Cors),
        (Api::Fetch, Mode::NoCors),
        (Api::Xhr, Mode::Cors),
        (Api::Img, Mode::NoCors),
        (Api::Form, Mode::NoCors),
        (Api::Curl, Mode::Cors),
    ] {
        for (name, value) in names.iter().flat_map(|it| values.map(|value| (it, value))) {
            for profile in Profile::ALL {
                let mut scenario = scenario(lines(&[("Accept", "*/*"), (name, value)]));
                scenario.profile = *profile;
                scenario.request.api = api;
                scenario.request.mode = mode;
                scenario.request.credentials = api.default_credentials(mode);
                let trace = evaluate(&scenario, &PreflightCache::new());
                masks_change_no_verdict(&scenario, &trace);
                count += 1;
            }
        }
    }
    assert!(count > 1000);
}
