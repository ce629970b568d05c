//! What happens to links on their way, by chance.

use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What means something in a link, and what nearly does.
pub(crate) const PIECES: &[&str] = &[
    "&",
    "=",
    "%",
    "%20",
    ": ",
    ":%20",
    "%00",
    "%C3",
    "%A9",
    "+",
    "#?secret=",
    "then",
    "then=1",
    "hop",
    "hop=2",
    "pre",
    "status=",
    "status",
    "header=Cookie:%20",
    "header=",
    "res-header=A:1",
    "allow-origin=*",
    "pre-max-age",
    "api=curl",
    "api=img",
    "mode=",
    "step=",
    "v=1",
    "V=1",
    "body",
    "\u{FEFF}",
    "é",
    "\0",
    "😀",
];

/// Something that happens to a link.
#[derive(Clone, Debug)]
pub(crate) enum Accident {
    CutOff(Index),
    Lost(Index, Index),
    Added(Index, &'static str),
    Doubled(Index),
    Swapped(Index, Index),
    InCapitals(Index),
    EncodedOnceMore,
}

/// Any of them.
pub(crate) fn accident() -> impl Strategy<Value = Accident> {
    let place = any::<Index>;
    prop_oneof![
        place().prop_map(Accident::CutOff),
        (place(), place()).prop_map(|(from, to)| Accident::Lost(from, to)),
        (place(), select(PIECES)).prop_map(|(place, it)| Accident::Added(place, it)),
        place().prop_map(Accident::Doubled),
        (place(), place()).prop_map(|(one, other)| Accident::Swapped(one, other)),
        place().prop_map(Accident::InCapitals),
        Just(Accident::EncodedOnceMore),
    ]
}

/// A link after it.
pub(crate) fn after(link: &str, accident: &Accident) -> String {
    let characters: Vec<char> = link.chars().collect();
    let mut pairs: Vec<&str> = link.split('&').collect();
    let place = |index: &Index| index.index(characters.len() + 1);
    let pair = |index: &Index| index.index(link.split('&').count());
    match accident {
        Accident::CutOff(end) => characters[..place(end)].iter().collect(),
        Accident::Lost(one, other) => {
            let (from, to) = (place(one).min(place(other)), place(one).max(place(other)));
            let kept = characters[..from].iter().chain(&characters[to..]);
            kept.collect()
        }
        Accident::Added(at, piece) => {
            let (before, rest) = characters.split_at(place(at));
            let added = before.iter().copied().chain(piece.chars());
            added.chain(rest.iter().copied()).collect()
        }
        Accident::Doubled(at) => {
            pairs.insert(pair(at), pairs[pair(at)]);
            pairs.join("&")
        }
        Accident::Swapped(one, other) => {
            pairs.swap(pair(one), pair(other));
            pairs.join("&")
        }
        Accident::InCapitals(at) => {
            let capital = pairs[pair(at)].to_uppercase();
            pairs[pair(at)] = &capital;
            pairs.join("&")
        }
        Accident::EncodedOnceMore => link.replace('%', "%25"),
    }
}
