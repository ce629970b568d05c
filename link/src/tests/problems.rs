//! Bad links: what is said of them, and what is read all the same.

use cors_engine::scenario::{MOST_HOPS, MOST_LINES, MOST_SENDS};

use super::link;
use crate::{Key, MOST_BYTES, Reason, read, write};

/// A fragment, its problems, and the scenario that is read in spite of them, written anew.
type Row = (
    &'static str,
    &'static [(&'static str, Reason)],
    &'static str,
);

fn check(rows: &[Row]) {
    for (fragment, wanted, written) in rows {
        let link = link(fragment);
        let problems: Vec<(&str, Reason)> = link
            .problems
            .iter()
            .map(|problem| (&*problem.found, problem.reason))
            .collect();
        assert_eq!(problems, *wanted, "{fragment}");
        assert_eq!(write(&link.scenario, None), *written, "{fragment}");
        assert_eq!(link.step, None, "{fragment}");
    }
}

#[test]
fn short_keys() {
    check(&[
        (
            "v=1&allow-origin&pre-max-age&max-age=5",
            &[
                ("allow-origin", Reason::NoValue),
                ("pre-max-age", Reason::NoValue),
            ],
            "v=1&max-age=5",
        ),
        (
            "v=1&Allow-Origin=*&PRE-allow-origin=*",
            &[
                ("Allow-Origin=*", Reason::NotInSmallLetters),
                ("PRE-allow-origin=*", Reason::NotInSmallLetters),
            ],
            "v=1",
        ),
        (
            "v=1&allow=GET&pre-=1&pre-pre-max-age=1&access-control-max-age=1&pre-status=1",
            &[
                ("allow=GET", Reason::UnknownKey),
                ("pre-=1", Reason::UnknownKey),
                ("pre-pre-max-age=1", Reason::UnknownKey),
                ("access-control-max-age=1", Reason::UnknownKey),
                ("pre-status=1", Reason::UnknownKey),
            ],
            "v=1",
        ),
        (
            "v=1&allow-origin=100%",
            &[("100%", Reason::BrokenEncoding)],
            "v=1&allow-origin=100%25",
        ),
    ]);
}

#[test]
fn versions() {
    check(&[
        (
            "method=PUT",
            &[("method=PUT", Reason::NoVersion)],
            "v=1&method=PUT",
        ),
        (
            "v=2&method=PUT&colour=red",
            &[
                ("v=2", Reason::UnknownVersion),
                ("colour=red", Reason::UnknownKey),
            ],
            "v=1&method=PUT",
        ),
        (
            "V=1&method=PUT",
            &[
                ("V=1", Reason::NotInSmallLetters),
                ("V=1&method=PUT", Reason::NoVersion),
            ],
            "v=1&method=PUT",
        ),
        ("v=", &[("v=", Reason::UnknownVersion)], "v=1"),
        // From a future that has other words, other keys and a key of this version without a value.
        (
            "v=2026&api=fetch-later&url&method=QUERY&hop=2;pre&colour",
            &[
                ("v=2026", Reason::UnknownVersion),
                ("api=fetch-later", Reason::NotAWordOf(Key::Api)),
                ("url", Reason::NoValue),
                ("hop=2;pre", Reason::NotTheNextHop),
                ("colour", Reason::UnknownKey),
            ],
            "v=1&method=QUERY&hop=2",
        ),
        (
            "v&method=PUT",
            &[("v", Reason::NoValue), ("v&method=PUT", Reason::NoVersion)],
            "v=1&method=PUT",
        ),
        ("v=1&v=1", &[("v=1", Reason::Repeated)], "v=1"),
        (
            "v=2&v=1",
            &[("v=2", Reason::UnknownVersion), ("v=1", Reason::Repeated)],
            "v=1",
        ),
    ]);
}

#[test]
fn keys_and_values() {
    check(&[
        (
            "v=1&metod=PUT&=x&amp;a",
            &[
                ("metod=PUT", Reason::UnknownKey),
                ("=x", Reason::UnknownKey),
                ("a", Reason::UnknownKey),
            ],
            "v=1",
        ),
        (
            "v=1&method=PUT&method=GET",
            &[("method=GET", Reason::Repeated)],
            "v=1&method=PUT",
        ),
        (
            "v=1&title&upload&hop&then=0&step",
            &[
                ("title", Reason::NoValue),
                ("upload", Reason::NoValue),
                ("step", Reason::NoValue),
            ],
            "v=1&hop&then=0",
        ),
        (
            "v=1&api=FETCH&mode=&referrer=x&opaque=1",
            &[
                ("api=FETCH", Reason::NotInSmallLetters),
                ("mode=", Reason::NotAWordOf(Key::Mode)),
                ("referrer=x", Reason::NotAWordOf(Key::Referrer)),
                ("opaque=1", Reason::NotAWordOf(Key::Opaque)),
            ],
            "v=1",
        ),
        // Capital letters: neither a key nor a word.
        (
            "v=1&Page=/&PRE-HEADER=A:1&mode=No-CORS&profile=Chromium&opaque=TRUE&method=put",
            &[
                ("Page=/", Reason::NotInSmallLetters),
                ("PRE-HEADER=A:1", Reason::NotInSmallLetters),
                ("mode=No-CORS", Reason::NotInSmallLetters),
                ("profile=Chromium", Reason::NotInSmallLetters),
                ("opaque=TRUE", Reason::NotInSmallLetters),
            ],
            "v=1&method=put",
        ),
        (
            "v=1&Page=/&page=&Hop&HEADER",
            &[
                ("Page=/", Reason::NotInSmallLetters),
                ("Hop", Reason::NotInSmallLetters),
                ("HEADER", Reason::NotInSmallLetters),
            ],
            "v=1&page=",
        ),
        // A value that could not be read does not keep a later one out.
        (
            "v=1&mode=x&mode=no-cors",
            &[("mode=x", Reason::NotAWordOf(Key::Mode))],
            "v=1&mode=no-cors",
        ),
        (
            "v=1&header=X-A&header=B: 2",
            &[("header=X-A", Reason::NotAHeaderLine)],
            "v=1&header=B:%202",
        ),
        (
            "v=1&pre-header=A: 1&pre-header&res-header&header",
            &[("pre-header", Reason::Repeated)],
            "v=1&pre=200&pre-header=A:%201",
        ),
        (
            "v=1&header=A: 1&header",
            &[("header", Reason::Repeated)],
            "v=1&header=A:%201",
        ),
        (
            "v=1&step=allow-origin-match",
            &[("step=allow-origin-match", Reason::NotAStep)],
            "v=1",
        ),
        (
            "v=1&step=allow-origin-matches.0",
            &[("step=allow-origin-matches.0", Reason::NotAStep)],
            "v=1",
        ),
        ("v=1&step=0", &[("step=0", Reason::NotAStep)], "v=1"),
        (
            "v=1&step=99999999999",
            &[("step=99999999999", Reason::NotAStep)],
            "v=1",
        ),
    ]);
}

#[test]
fn broken_encodings_are_read_as_far_as_that_goes() {
    check(&[
        (
            "v=1&title=100%&url=%G1%41%@0%/0%:0%4",
            &[
                ("100%", Reason::BrokenEncoding),
                ("%G1%41%@0%/0%:0%4", Reason::BrokenEncoding),
            ],
            "v=1&title=100%25&url=%25G1A%25@0%25/0%25:0%254",
        ),
        (
            "v=1&title=%C3&header=A%: %FF",
            &[
                ("%C3", Reason::BrokenEncoding),
                ("A%", Reason::BrokenEncoding),
                ("%FF", Reason::BrokenEncoding),
            ],
            "v=1&title=%25C3&header=A%25:%20%25FF",
        ),
        // The bytes of no character: too many for it, of half a pair, none that leads, too few.
        (
            "v=1&title=%C0%80%ED%A0%80%80%F8%90%80%80%80%E2%82a%F0%9F%98%80",
            &[(
                "%C0%80%ED%A0%80%80%F8%90%80%80%80%E2%82a%F0%9F%98%80",
                Reason::BrokenEncoding,
            )],
            "v=1&title=%25C0%2580%25ED%25A0%2580%2580%25F8%2590%2580%2580%2580%25E2%2582a%F0%9F%98%80",
        ),
        (
            "v%3D1%26method%3DPUT",
            &[
                ("v%3D1%26method%3DPUT", Reason::UnknownKey),
                ("v%3D1%26method%3DPUT", Reason::NoVersion),
            ],
            "v=1",
        ),
    ]);
}

#[test]
fn hops_and_sends() {
    check(&[
        (
            "v=1&status=302&hop=5&status=404",
            &[("hop=5", Reason::NotTheNextHop)],
            "v=1&status=302&hop=2&status=404",
        ),
        (
            "v=1&status=302&hop=2&status=303&hop=2&status=404",
            &[("hop=2", Reason::NotTheNextHop)],
            "v=1&status=302&hop=2&status=303&hop=3&status=404",
        ),
        (
            "v=1&hop=two&status=404",
            &[("hop=two", Reason::NotTheNextHop)],
            "v=1&hop=2&status=404",
        ),
        (
            "v=1&hop&hop=3&status=404",
            &[("hop=3", Reason::NotTheNextHop)],
            "v=1&status=404",
        ),
        (
            "v=1&then=1.5&method=PUT&then&then=-1",
            &[
                ("then=1.5", Reason::NotSeconds),
                ("then", Reason::NotSeconds),
                ("then=-1", Reason::NotSeconds),
            ],
            "v=1&then=0&method=PUT&then=0&then=0",
        ),
        (
            "v=1&status=404&status=500&hop=2&status=404&status=500",
            &[
                ("status=500", Reason::Repeated),
                ("status=500", Reason::Repeated),
            ],
            "v=1&status=404&hop=2&status=404",
        ),
        (
            "v=1&status=404&hop&status=500",
            &[("status=500", Reason::Repeated)],
            "v=1&status=404",
        ),
        // A value is repeated within a send, a title within a link.
        (
            "v=1&title=A&method=PUT&then=0&method=GET&title=B",
            &[("title=B", Reason::Repeated)],
            "v=1&title=A&method=PUT&then=0&method=GET",
        ),
    ]);
}

#[test]
fn lists_end_at_their_limits() {
    let fragment = |count: usize, pair: &dyn Fn(usize) -> String| {
        let pairs: String = (1..=count).map(pair).collect();
        format!("v=1{pairs}")
    };
    let line = |index: usize| format!("&pre-header=A:%20{index}");
    let lines = |count: usize| fragment(count, &line).replacen("&pre", "&pre=204&pre", 1);
    let hop = |index: usize| match index {
        1 => "&status=301".to_owned(),
        _ => format!("&hop={index}&status=302"),
    };
    let hops = |count: usize| fragment(count, &hop);
    let send = |index: usize| format!("&then=1&url={index}");
    let sends = |count: usize| fragment(count, &send);
    for (typed, found, reason, written) in [
        (
            lines(MOST_LINES + 1),
            "pre-header=A:%20101",
            Reason::TooManyLines,
            lines(MOST_LINES),
        ),
        (
            hops(MOST_HOPS + 1),
            "hop=23",
            Reason::TooManyHops,
            hops(MOST_HOPS),
        ),
        (
            sends(MOST_SENDS + 1),
            "then=1",
            Reason::TooManySends,
            sends(MOST_SENDS),
        ),
    ] {
        let link = link(&typed);
        assert_eq!(link.problems.len(), 1, "{:?}", link.problems);
        assert_eq!(
            (&*link.problems[0].found, link.problems[0].reason),
            (found, reason)
        );
        assert_eq!(write(&link.scenario, None), written);
        let at_the_limit = read(&written).map(|link| link.problems);
        assert_eq!(at_the_limit, Some(Vec::new()), "{written}");
    }
}

#[test]
fn of_a_fragment_that_is_too_long_the_whole_pairs_are_read() {
    let start = "v=1&method=PUT&body=";
    let mut fragment = start.to_owned();
    fragment.push_str(&"x".repeat(MOST_BYTES - start.len()));
    assert_eq!(link(&fragment).problems, []);
    assert_eq!(write(&link(&fragment).scenario, None), fragment);

    // A byte more, a pair more, and one that is cut in its middle, in the middle of a character.
    for (longer, found) in [
        (format!("{fragment}x"), format!("body={}", "x".repeat(75))),
        (format!("{fragment}&title=A"), "title=A".to_owned()),
        (
            format!("v=1&method=PUT&title=é{}", "é".repeat(MOST_BYTES)),
            format!("title={}", "é".repeat(37)),
        ),
    ] {
        let link = link(&longer);
        assert_eq!(link.scenario.title, "");
        assert_eq!(link.scenario.request.method, "PUT");
        let problems: Vec<(&str, Reason)> = link
            .problems
            .iter()
            .map(|problem| (&*problem.found, problem.reason))
            .collect();
        assert_eq!(problems, [(&*found, Reason::TooLong)]);
    }
    let no_end = format!("v={}", "1".repeat(MOST_BYTES));
    let reasons: Vec<Reason> = link(&no_end).problems.iter().map(|it| it.reason).collect();
    assert_eq!(reasons, [Reason::TooLong, Reason::NoVersion]);
}

/// A link may be cut anywhere: in a key, in a value, in what stands for a character.
#[test]
fn of_a_link_that_is_cut_off_the_beginning_is_read() {
    let whole =
        "v=1&page=https://app.example/&method=PUT&header=X-A:%20%C3%A9&mode=no-cors&status=404";
    for end in "v=1&".len()..whole.len() {
        let rest = link(&whole[..end]);
        let (before, _) = whole[..end].rsplit_once('&').expect("it has a version");
        match &rest.problems[..] {
            [] => {}
            [problem] if problem.reason == Reason::BrokenEncoding => {}
            [_] => assert_eq!(Some(rest.scenario), read(before).map(|it| it.scenario)),
            more => panic!("{more:?}"),
        }
    }
    check(&[
        (
            "v=1&method=PUT&mod",
            &[("mod", Reason::UnknownKey)],
            "v=1&method=PUT",
        ),
        (
            "v=1&method=PUT&title",
            &[("title", Reason::NoValue)],
            "v=1&method=PUT",
        ),
        (
            "v=1&title=%C3%A9%C3%A",
            &[("%C3%A9%C3%A", Reason::BrokenEncoding)],
            "v=1&title=%C3%A9%25C3%25A",
        ),
        (
            "v=1&mode=no-c",
            &[("mode=no-c", Reason::NotAWordOf(Key::Mode))],
            "v=1",
        ),
        (
            "v=1&res-header=Access-Cont",
            &[("res-header=Access-Cont", Reason::NotAHeaderLine)],
            "v=1",
        ),
        ("v=", &[("v=", Reason::UnknownVersion)], "v=1"),
    ]);
}

#[test]
fn a_secret_behind_a_bad_link_is_no_part_of_it() {
    check(&[
        (
            "v=1&mode=CORS&method=PUT#?secret=kX7wFh2aQ9&Page=/",
            &[("mode=CORS", Reason::NotInSmallLetters)],
            "v=1&method=PUT",
        ),
        (
            "method=PUT&title=100%#?secret=%",
            &[
                ("100%", Reason::BrokenEncoding),
                ("method=PUT&title=100%", Reason::NoVersion),
            ],
            "v=1&title=100%25&method=PUT",
        ),
    ]);
}

fn advice(reason: Reason) -> String {
    reason.advice(&Reason::sentences())
}

#[test]
fn advice_says_what_to_type() {
    let all = [
        Reason::NoVersion,
        Reason::UnknownVersion,
        Reason::UnknownKey,
        Reason::NotInSmallLetters,
        Reason::NoValue,
        Reason::BrokenEncoding,
        Reason::NotAWordOf(Key::Mode),
        Reason::NotAHeaderLine,
        Reason::NotSeconds,
        Reason::NotAStep,
    ]
    .map(advice);
    for words in &all {
        assert!(
            words.to_lowercase().contains("type") || words.contains("v=1&"),
            "{words}"
        );
        assert!(words.ends_with('.'), "{words}");
    }
    assert_eq!(
        advice(Reason::NotAWordOf(Key::Redirect)),
        "Type one of these: follow, error, manual."
    );
    let words = advice(Reason::NotAWordOf(Key::Referrer));
    assert!(words.contains(": nothing, no-referrer,"), "{words}");
    // Each has its own.
    assert!(advice(Reason::NoVersion).contains("v=1&"));
    assert!(advice(Reason::NotInSmallLetters).contains("small letters"));
    assert!(advice(Reason::NotTheNextHop).contains("hop=2"));
    // Without the sentences nothing is said, and nothing breaks.
    assert_eq!(Reason::TooManySends.advice(""), "");
}

#[test]
fn advice_names_the_limits_as_they_are() {
    for (reason, limit) in [
        (Reason::TooManyLines, MOST_LINES),
        (Reason::TooManyHops, MOST_HOPS),
        (Reason::TooManySends, MOST_SENDS),
        (Reason::TooLong, MOST_BYTES),
    ] {
        let words = advice(reason).replace(',', "");
        let is_limit = |word: &str| word == limit.to_string();
        assert!(words.split(' ').any(is_limit), "{words}");
    }
}
