//! Links that have too much, or lost their end.

use super::*;

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
