//! The reference of the notation says what is so: its table, its defaults, its examples, its limits.

use cors_engine::scenario::{Api, MOST_HOPS, MOST_LINES, MOST_SENDS};
use cors_link::{CORS_HEADERS, Key, Link, MOST_BYTES, MOST_TO_SHARE, Reason, read, write};

const REFERENCE: &str = include_str!("../../../docs/link.md");

/// The cells of the rows of the table whose header row begins with `first`.
fn table(first: &str) -> Vec<Vec<&'static str>> {
    let lines = REFERENCE.lines();
    let lines = lines.skip_while(|line| !line.starts_with(first));
    let rows = lines.skip(2).take_while(|line| line.starts_with('|'));
    let cells = |row: &'static str| row.trim_matches('|').split('|').map(str::trim).collect();
    rows.map(cells).collect()
}

/// What stands in a cell as code.
fn code(cell: &'static str) -> Vec<&'static str> {
    cell.split('`').skip(1).step_by(2).collect()
}

fn link(fragment: &str) -> Link {
    read(fragment).unwrap_or_else(|| panic!("no link: {fragment}"))
}

/// A link of this alone.
fn link_of(pair: &str) -> Link {
    match pair.starts_with("v=") {
        true => link(pair),
        false => link(&format!("v=1&{pair}")),
    }
}

#[test]
fn it_has_all_keys_in_their_order() {
    let rows = table("| key |");
    let keys: Vec<&str> = rows.iter().flat_map(|row| code(row[0])).collect();
    let wanted: Vec<&str> = Key::ALL.iter().map(|key| key.text()).collect();
    assert_eq!(keys, wanted);
    for row in rows {
        let pair = code(row[4])[0];
        let problems = link_of(&format!("{pair}&{pair}")).problems;
        let is_repeated = problems.iter().any(|it| it.reason == Reason::Repeated);
        assert_eq!(row[0].ends_with('*'), !is_repeated, "{pair}");
    }
}

#[test]
fn it_has_all_words() {
    for (row, key) in table("| key |").iter().zip(Key::ALL) {
        let words = key.words().iter().copied();
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        if !words.is_empty() {
            assert_eq!(code(row[2]), words, "{}", key.text());
        }
    }
}

#[test]
fn its_defaults_are_those_of_a_link() {
    let bare = link("v=1").scenario;
    let mut count = 0;
    for row in table("| key |") {
        for default in code(row[3]) {
            let link = link_of(default);
            assert_eq!(link.problems, [], "{default}");
            assert_eq!(link.scenario, bare, "{default}");
            count += 1;
        }
    }
    assert!(count >= 18, "{count} defaults");
}

#[test]
fn its_examples_are_written_as_they_stand() {
    for (row, key) in table("| key |").iter().zip(Key::ALL) {
        let example = code(row[4])[0];
        assert!(example.starts_with(key.text()), "{example}");
        let link = link_of(example);
        assert_eq!(link.problems, [], "{example}");
        let written = write(&link.scenario, None);
        let is_written = written.split('&').any(|pair| pair == example);
        assert!(is_written || link.step.is_some(), "{example}: {written}");
    }
    let example = REFERENCE.split("```text\n#").nth(1).expect("an example");
    let example = example.lines().next().expect("a line");
    assert_eq!(link(example).problems, []);
    assert_eq!(write(&link(example).scenario, None), example);
}

#[test]
fn its_short_keys_are_the_lines_that_it_says() {
    let rows = table("| short key |");
    let names: Vec<&str> = rows.iter().map(|row| code(row[1])[0]).collect();
    assert_eq!(names, CORS_HEADERS);
    for row in rows {
        let (key, name, example) = (code(row[0])[0], code(row[1])[0], code(row[2])[0]);
        let (is, value) = example.split_once('=').expect("a value");
        assert_eq!(is, key);
        // Twice, for the answer and the answer to the preflight, short and in full.
        for (list, short) in [
            ("pre-header", format!("pre-{example}")),
            ("res-header", example.to_owned()),
        ] {
            let short = link_of(&format!("{short}&{short}"));
            let full = link_of(&format!("{list}={name}:%20{value}&{list}={name}: {value}"));
            assert_eq!((short.problems, full.problems), (vec![], vec![]), "{key}");
            assert_eq!(short.scenario, full.scenario, "{key}");
        }
        assert_eq!(
            write(&link_of(example).scenario, None),
            format!("v=1&{example}")
        );
    }
}

#[test]
fn the_modes_that_a_link_leaves_out_go_with_the_api() {
    let mut seen = Vec::new();
    for row in table("| `api` | mode") {
        for api in code(row[0]) {
            let (mode, credentials) = (code(row[1])[0], code(row[2]));
            let request = link_of(&format!("api={api}")).scenario.request;
            assert_eq!(request.mode.as_str(), mode, "{api}");
            assert_eq!(request.credentials.as_str(), credentials[0], "{api}");
            let request = link_of(&format!("api={api}&mode=cors")).scenario.request;
            let credentials = credentials.last().expect("a word");
            assert_eq!(request.credentials.as_str(), *credentials, "{api}");
            seen.push(api);
        }
    }
    assert_eq!(seen, Api::TEXTS);
}

#[test]
fn its_limits_are_those_of_the_code() {
    let words = REFERENCE.replace(',', "").replace('\n', " ");
    for (limit, what) in [
        (MOST_BYTES, "bytes"),
        (MOST_LINES, "header lines"),
        (MOST_HOPS, "hops"),
        (MOST_SENDS, "further sends"),
        (MOST_TO_SHARE, "characters"),
    ] {
        let limit = format!("{limit} {what}");
        assert!(words.contains(&limit), "{limit}");
    }
}
