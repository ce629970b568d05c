//! Laws that hold for every scenario.

use cors_engine::trace::ExchangeKind;
use cors_lab::generate;
use cors_link::with_masks;
use roxmltree::Document;

use super::*;
use crate::share::told::Told;
use crate::share::{open, read, write};

/// Always the same ones, so that a red run can be run again.
const SEED: u64 = 20;
const COUNT: u64 = 400;

/// Each so many bytes of a file something is changed.
const EACH: usize = 29;

/// Those that are made up, and those in which every text is odd.
fn scenarios() -> impl Iterator<Item = Scenario> {
    let made = (0..COUNT).map(|number| {
        let mut scenario = generate::scenario(SEED, number);
        scenario.title = hostile::TEXTS[number as usize % hostile::TEXTS.len()].into();
        scenario
    });
    made.chain(hostile::TEXTS.into_iter().map(hostile::with))
}

/// Whatever is in it, it is XML that neither does nor fetches anything.
pub(super) fn check_picture(text: &str) {
    let picture = Document::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let known = [
        "svg", "title", "desc", "rect", "line", "path", "circle", "text",
    ];
    for element in picture.descendants().filter(|it| it.is_element()) {
        let name = element.tag_name().name();
        assert!(known.contains(&name), "{name}\n{text}");
        for attribute in element.attributes() {
            let name = attribute.name();
            assert!(
                !name.starts_with("on") && !name.contains("href"),
                "{name}\n{text}"
            );
            assert!(!attribute.value().contains("url("), "{name}\n{text}");
        }
    }
}

/// Whatever is in it, each line is one of ours, and no character of it means anything but text.
pub(super) fn check_mermaid(text: &str) {
    for (number, line) in text.lines().enumerate() {
        let Some((before, words)) = line.split_once([':']).or(line.split_once(" as ")) else {
            assert_eq!((number, line), (0, "sequenceDiagram"), "{text}");
            continue;
        };
        let arrows = ["->>", "-x", "--x"];
        let is_ours = before == "  accTitle"
            || before == "  Note over B"
            || before.starts_with("  participant ")
            || arrows.iter().any(|arrow| before.contains(arrow));
        assert!(is_ours, "{line}\n{text}");
        let mut plain = String::new();
        for (index, part) in words.replace("<br/>", " ").split('#').enumerate() {
            match part.split_once(';') {
                Some((digits, rest)) if index > 0 => {
                    assert!(digits.bytes().all(|it| it.is_ascii_digit()), "{line}");
                    plain.push('?');
                    plain += rest;
                }
                _ if index == 0 => plain += part,
                _ => panic!("a # of its own: {line}"),
            }
        }
        let is_known = |it: char| it.is_ascii_alphanumeric() || " .,-/…()?✓✕–⌀".contains(it);
        assert!(plain.chars().all(is_known), "{line}\n{plain}");
        let mut words = plain.split(|it: char| !it.is_ascii_alphanumeric());
        assert!(
            !words.any(|word| word.eq_ignore_ascii_case("end")),
            "{line}"
        );
    }
}

#[test]
fn every_format_is_made_of_every_scenario() {
    for scenario in scenarios() {
        let fragment = fragment_of(&scenario);
        for send in 0..=scenario.then.len() {
            check_picture(&in_format(Format::Svg, &fragment, send));
            check_mermaid(&in_format(Format::Mermaid, &fragment, send));
            for format in [
                Format::Markdown,
                Format::Transcript,
                Format::Curl,
                Format::Script,
            ] {
                let text = in_format(format, &fragment, send);
                assert!(!text.contains(['\0', '\r', '\u{202E}']), "{text:?}");
            }
        }
    }
}

#[test]
fn what_a_preflight_has_stopped_is_what_it_has_asked_for() {
    let mut stopped = 0;
    for scenario in scenarios() {
        let fragment = fragment_of(&scenario);
        for send in 0..=scenario.then.len() {
            let told = Told::of(Shared {
                fragment: &fragment,
                address: ADDRESS,
                send,
            });
            let last = told.trace.exchanges.last();
            let preflight = last.filter(|it| it.kind == ExchangeKind::Preflight);
            let wanted = preflight.map(|it| {
                let method = it.header("Access-Control-Request-Method");
                (it.hop, &it.url, method.unwrap_or_default())
            });
            let unsent = told.unsent.as_ref();
            let found = unsent.map(|it| (it.hop, &it.url, &*it.method));
            assert_eq!(found, wanted, "{fragment}");
            stopped += usize::from(found.is_some());
        }
    }
    assert!(stopped > 50, "{stopped}");
}

#[test]
fn a_file_is_read_as_what_was_written_and_as_the_format_has_it() {
    for scenario in scenarios() {
        let masked = with_masks(&scenario);
        let text = in_format(Format::File, &fragment_of(&scenario), 0);
        assert_eq!(read(&text).as_ref(), Ok(&masked), "{text}");
        let others: Scenario = serde_json::from_str(&text).expect("the format has it");
        assert_eq!(others, masked, "{text}");
        let theirs = serde_json::to_string(&scenario).expect("it can be said");
        assert_eq!(read(&theirs).as_ref(), Ok(&scenario), "{theirs}");
        let fragment = open(&text).expect("it is not too long");
        let link = cors_link::read(&fragment).expect("a link");
        assert_eq!(link.scenario, masked);
    }
}

#[test]
fn what_the_format_refuses_is_refused_and_nothing_else() {
    for (name, text) in files() {
        // Here and there a character is left out, or is another.
        let places = (name.len() % EACH..text.len()).step_by(EACH);
        for at in places.filter(|at| text.is_char_boundary(*at)) {
            let (before, after) = text.split_at(at);
            let mut rest = after.chars();
            rest.next();
            for other in ["", "0", "\"", ",", "x"] {
                let changed = format!("{before}{other}{}", rest.as_str());
                let wanted = serde_json::from_str::<Scenario>(&changed).ok();
                let found = read(&changed).ok();
                assert_eq!(found, wanted, "{name} at {at}:\n{changed}");
            }
        }
    }
}

#[test]
fn reading_is_total() {
    for scenario in scenarios().step_by(40) {
        let text = write(&scenario).expect("it can be said");
        for at in 0..text.trim_end().len() {
            if let Some(beginning) = text.get(..at) {
                let problems = read(beginning).expect_err("it has no end");
                assert!(problems.iter().all(|it| !it.sentence.is_empty()));
            }
        }
    }
}
