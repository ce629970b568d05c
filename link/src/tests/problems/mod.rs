//! Bad links: what is said of them, and what is read all the same.

mod advice;
mod limits;

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
