//! The golden links: links like these are out in the world, and stay what they are.

use std::collections::BTreeSet;
use std::fmt::Write;

use cors_engine::{PreflightCache, Trace, evaluate};
use cors_link::{Key, read};

use crate::of_a_text::{check, sends};

const FILE: &str = include_str!("v1.txt");

/// So many links, from the first one on, are held by this fingerprint of them and their verdicts. Links that are
/// added come after them.
const FROZEN: (usize, u64) = (252, 0x55DB_EA44_01CB_50B3);

/// A link and its verdicts, as the file has them.
pub(crate) struct Golden {
    pub(crate) link: &'static str,
    verdicts: Vec<&'static str>,
}

pub(crate) fn golden() -> Vec<Golden> {
    let mut all: Vec<Golden> = Vec::new();
    let is_said = |line: &&str| !line.is_empty() && !line.starts_with('#');
    for line in FILE.lines().filter(is_said) {
        match (line.strip_prefix("  "), all.last_mut()) {
            (Some(verdict), Some(last)) => last.verdicts.push(verdict),
            _ => all.push(Golden {
                link: line,
                verdicts: Vec::new(),
            }),
        }
    }
    all
}

/// What the file says of a trace: of each send its outcome, the rule that decides, and how many preflights
/// and requests were sent.
fn verdicts(trace: &Trace) -> Vec<String> {
    let verdict = |send: &Trace| {
        let outcome = send.outcome.as_str();
        let rule = send.deciding_step().rule.name();
        let (preflights, requests) = (send.preflights().count(), send.requests().count());
        format!("{outcome} {rule} {preflights} {requests}")
    };
    sends(trace).map(verdict).collect()
}

#[test]
fn verdicts_never_change() {
    let mut wrong = String::new();
    for golden in golden() {
        let link = read(golden.link).unwrap_or_else(|| panic!("no link: {}", golden.link));
        assert_eq!(link.problems, [], "{}", golden.link);
        let found = verdicts(&evaluate(&link.scenario, &PreflightCache::new()));
        if found != golden.verdicts {
            let what = match golden.verdicts.is_empty() {
                true => "has no verdict yet; add these lines",
                false => "has another verdict now",
            };
            let lines = found.join("\n  ");
            writeln!(wrong, "\nThis link {what}:\n{}\n  {lines}", golden.link).expect("a text");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_is_written_anew_says_the_same() {
    for golden in golden() {
        assert!(check(golden.link).is_some(), "{}", golden.link);
    }
}

#[test]
fn no_link_is_changed_or_removed() {
    let all = golden();
    let (count, fingerprint) = FROZEN;
    assert!(count >= 100 && all.len() >= count, "{} links", all.len());
    // FNV-1a: simple, and the same with every version of Rust.
    let mut found: u64 = 0xCBF2_9CE4_8422_2325;
    let lines = all[..count].iter().flat_map(|it| {
        let verdicts = it.verdicts.iter().copied();
        std::iter::once(it.link).chain(verdicts)
    });
    for byte in lines.flat_map(|line| line.bytes().chain([b'\n'])) {
        found = (found ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    }
    assert_eq!(found, fingerprint, "the first {count} links are frozen");
}

#[test]
fn every_key_and_every_word_is_there() {
    let all = golden();
    let pairs: BTreeSet<&str> = all.iter().flat_map(|it| it.link.split('&')).collect();
    for key in Key::ALL {
        let name = key.text();
        let is_its = |pair: &&str| pair.split_once('=').is_some_and(|(key, _)| key == name);
        assert!(pairs.iter().any(is_its), "{name}");
        for word in key.words() {
            let pair = format!("{name}={word}");
            assert!(pairs.contains(&*pair), "{pair}");
        }
    }
    let none = [
        "header",
        "body",
        "hop",
        "pre",
        "pre-header",
        "status",
        "res-header",
    ];
    for key in none {
        assert!(pairs.contains(key), "{key}");
    }
}
