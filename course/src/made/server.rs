//! What servers answer: rightly, or with one of the mistakes that servers make.

use cors_engine::Scenario;
use cors_engine::scenario::{Answer, CredentialsMode, HeaderLines, Hop, PreflightAnswer};

use super::Level;
use super::chance::Chance;

/// Where a chain of the hardest level may lead.
const ELSEWHERE: [&str; 3] = [
    "https://cdn.example/file",
    "https://archive.example/old",
    "/moved",
];

/// The answers to a request.
pub(super) fn hops(level: Level, chance: &mut Chance, scenario: &Scenario) -> Vec<Hop> {
    let mut hops = vec![hop(level, chance, scenario)];
    if level == Level::Chains && chance.in_ten(7) {
        redirect(chance, &mut hops[0]);
        hops.push(hop(level, chance, scenario));
    }
    hops
}

fn redirect(chance: &mut Chance, hop: &mut Hop) {
    if let Some(answer) = &mut hop.response {
        answer.status = chance.one_of(&["301", "302", "307", "308"]).to_owned();
        let to = chance.one_of(&ELSEWHERE).to_owned();
        answer.headers.push(("Location".to_owned(), to));
        answer.body.clear();
    }
}

fn hop(level: Level, chance: &mut Chance, scenario: &Scenario) -> Hop {
    Hop {
        preflight: (level >= Level::Preflight && chance.in_ten(8))
            .then(|| preflight(level, chance, scenario)),
        response: Some(answer(level, chance, scenario)),
    }
}

fn answer(level: Level, chance: &mut Chance, scenario: &Scenario) -> Answer {
    let fails = level >= Level::Permission && chance.in_ten(2);
    Answer {
        status: match fails {
            true => chance.one_of(&["404", "500", "401"]),
            false => "200",
        }
        .to_owned(),
        headers: permission(level, chance, scenario),
        body: "[]".to_owned(),
    }
}

fn preflight(level: Level, chance: &mut Chance, scenario: &Scenario) -> PreflightAnswer {
    let mut headers = permission(level, chance, scenario);
    let methods = match chance.one_of(&[0, 1, 2, 3, 4]) {
        0 => "GET, POST".to_owned(),
        1 => "*".to_owned(),
        2 => "PUT, PATCH, DELETE".to_owned(),
        _ => format!("GET, {}", scenario.request.method.to_ascii_uppercase()),
    };
    headers.push(("Access-Control-Allow-Methods".to_owned(), methods));
    let names = scenario.request.headers.iter();
    let names: Vec<&str> = names.map(|(name, _)| name.as_str()).collect();
    let allowed = match chance.one_of(&[0, 1, 2, 3, 4]) {
        0 => "X-Api-Key".to_owned(),
        1 => "*".to_owned(),
        _ => names.join(", ").to_ascii_lowercase(),
    };
    if !allowed.is_empty() {
        headers.push(("Access-Control-Allow-Headers".to_owned(), allowed));
    }
    PreflightAnswer {
        status: match chance.in_ten(8) {
            true => "204",
            false => chance.one_of(&["404", "401", "301"]),
        }
        .to_owned(),
        headers,
    }
}

/// The lines that say who may read an answer.
fn permission(level: Level, chance: &mut Chance, scenario: &Scenario) -> HeaderLines {
    let page = &scenario.page;
    let origin = match page.opaque {
        true => "null",
        false => page.url.trim_end_matches('/'),
    };
    let value = match chance.one_of(&[0, 1, 2, 3, 4, 5, 6, 7]) {
        0 | 1 => return Vec::new(),
        2 => "*".to_owned(),
        3 if level >= Level::Permission => nearly(chance, origin),
        _ => origin.to_owned(),
    };
    let mut headers = vec![("Access-Control-Allow-Origin".to_owned(), value)];
    let is_included = scenario.request.credentials == CredentialsMode::Include;
    if is_included && level >= Level::Credentials && chance.in_ten(7) {
        let value = chance.one_of(&["true", "true", "true", "True"]);
        headers.push((
            "Access-Control-Allow-Credentials".to_owned(),
            value.to_owned(),
        ));
    }
    headers
}

/// A text that looks like the origin, and is another.
fn nearly(chance: &mut Chance, origin: &str) -> String {
    match chance.one_of(&[0, 1, 2, 3]) {
        0 => format!("{origin}/"),
        1 => format!("{origin}, https://staging.example"),
        2 if origin.starts_with("https://") => origin.replacen("https://", "http://", 1),
        _ => origin.replacen("://", "://*.", 1),
    }
}
