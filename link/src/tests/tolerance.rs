//! What is no link, and what is read although nobody writes it.

use super::link;
use crate::{LinkStep, read, write};

#[test]
fn without_a_pair_it_is_no_link() {
    for fragment in [
        "",
        "v",
        "step-3",
        "response-header-1-name",
        "?secret=kX7wFh2aQ9",
    ] {
        assert_eq!(read(fragment), None, "{fragment}");
    }
}

#[test]
fn these_mean_what_is_written_otherwise() {
    for (typed, written) in [
        // In any order, but for what belongs to a hop or a send.
        (
            "v=1&profile=firefox&mode=cors&api=img&page=/",
            "v=1&page=/&api=img&mode=cors&profile=firefox",
        ),
        (
            "v=1&then=1&title=A&status=404",
            "v=1&title=A&then=1&status=404",
        ),
        // What is left out anyway.
        ("v=1&api=fetch&header&body&hop=1&pre&status=200", "v=1"),
        ("v=1&method=GET&then=0&method=GET", "v=1&then=0"),
        ("v=1&&method=PUT&", "v=1&method=PUT"),
        // Header lines without a space, with a real one, with every colon encoded.
        ("v=1&header=A:1", "v=1&header=A:%201"),
        ("v=1&header=A: 1", "v=1&header=A:%201"),
        ("v=1&header=A%3A%201%3A%202", "v=1&header=A:%201:%202"),
        ("v=1&header=A%3A%20100%25", "v=1&header=A:%20100%25"),
        ("v=1&header=:authority: x", "v=1&header=%3Aauthority:%20x"),
        // Encoded more than is needed, less than is needed, with small letters.
        ("v=1&url=%68ttps%3a%2F%2Fa%c3%a9", "v=1&url=https://a%C3%A9"),
        ("v=1&title=é<b>\"", "v=1&title=%C3%A9%3Cb%3E%22"),
        ("v=1&mode=no%2Dcors", "v=1&mode=no-cors"),
        // An answer to a preflight of which only the lines are given.
        ("v=1&pre-header=A: 1", "v=1&pre=200&pre-header=A:%201"),
        ("v=1&pre-max-age=5", "v=1&pre=200&pre-max-age=5"),
        ("v=1&status&res-body=x", "v=1&res-body=x"),
        ("v=1&status&max-age=5", "v=1&max-age=5"),
        // A line in full that has a short key.
        (
            "v=1&allow-origin=a&res-header=Access-Control-Allow-Origin: b",
            "v=1&allow-origin=a&allow-origin=b",
        ),
        // Copied out of HTML.
        (
            "v=1&amp;url=/amp;a&amp;&amp;method=PUT",
            "v=1&url=/amp;a&method=PUT",
        ),
        // What WordPress appends.
        ("v=1&method=PUT#?secret=kX7wFh2aQ9", "v=1&method=PUT"),
        ("v=1&url=/%23?secret=a", "v=1&url=/%23?secret=a"),
        ("v=1&url=/?secret=a", "v=1&url=/?secret=a"),
    ] {
        let link = link(typed);
        assert_eq!(link.problems, [], "{typed}");
        assert_eq!(write(&link.scenario, None), written, "{typed}");
    }
}

#[test]
fn a_step_may_be_a_number() {
    assert_eq!(link("v=1&step=12").step, Some(LinkStep::Numbered(12)));
}
