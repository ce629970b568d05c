//! One change of a scenario that leaves it a scenario: another word, line, answer, send or keyword.

use cors_engine::Scenario;
use cors_engine::scenario::{
    Api, CredentialsMode, FurtherSend, HeaderLines, Hop, MOST_HOPS, MOST_LINES, MOST_SENDS, Mode,
    PreflightAnswer, Profile, RedirectMode, ReferrerPolicy, ScenarioRequest, lines,
};

use crate::vocabulary::{
    ALLOWS, ANSWER_HEADERS, LOCATIONS, Lines, METHODS, PAGES, PROXIES, REQUEST_HEADERS, STATUSES, URLS,
    Words,
};

/// Changes one thing. The same `seed` changes the same thing.
pub(crate) fn mutate(scenario: &mut Scenario, seed: u32) {
    let mut random = Random(u64::from(seed));
    match random.below(8) {
        0 => change_page(scenario, &mut random),
        1 | 2 => change_request(scenario, &mut random),
        3..=5 => change_answer(scenario, &mut random),
        6 => change_sends(scenario, &mut random),
        _ => change_hops(hops(scenario, &mut random), &mut random),
    }
}

fn change_page(scenario: &mut Scenario, random: &mut Random) {
    match random.below(4) {
        0 => scenario.page.url = random.word(&PAGES),
        1 => scenario.page.proxy = random.word(&PROXIES),
        2 => scenario.page.opaque = !scenario.page.opaque,
        _ => scenario.profile = random.one_of(Profile::ALL),
    }
}

fn change_request(scenario: &mut Scenario, random: &mut Random) {
    let sends = scenario.then.len() + 1;
    let request: &mut ScenarioRequest = match random.below(sends).checked_sub(1) {
        None => &mut scenario.request,
        Some(further) => &mut scenario.then[further].request,
    };
    match random.below(10) {
        0 => {
            request.api = random.one_of(Api::ALL);
            request.mode = request.api.default_mode();
            request.credentials = request.api.default_credentials(request.mode);
        }
        1 => request.url = random.word(&URLS),
        2 => request.method = random.word(&METHODS),
        3 | 4 => change_lines(&mut request.headers, &REQUEST_HEADERS, random),
        5 => request.body = request.body.take().xor(Some("a=b".to_owned())),
        6 => request.mode = random.one_of(Mode::ALL),
        7 => request.credentials = random.one_of(CredentialsMode::ALL),
        8 => request.redirect = random.one_of(RedirectMode::ALL),
        _ if request.api == Api::Xhr => request.upload_listener = !request.upload_listener,
        _ => request.referrer_policy = random.one_of(ReferrerPolicy::ALL),
    }
}

fn change_answer(scenario: &mut Scenario, random: &mut Random) {
    let hops = hops(scenario, random);
    if hops.is_empty() {
        return;
    }
    let number = random.below(hops.len());
    let hop = &mut hops[number];
    match random.below(8) {
        0 => hop.preflight = None,
        1 => hop.response = None,
        2..=4 => {
            let preflight = hop.preflight.get_or_insert(PreflightAnswer {
                status: "204".to_owned(),
                headers: lines(random.one_of(ALLOWS)),
            });
            change_message(&mut preflight.status, &mut preflight.headers, random);
        }
        _ => {
            let response = hop.response.get_or_insert_default();
            change_message(&mut response.status, &mut response.headers, random);
        }
    }
}

fn change_message(status: &mut String, headers: &mut HeaderLines, random: &mut Random) {
    match random.below(6) {
        0 => *status = random.word(&STATUSES),
        1 => *headers = lines(random.one_of(ALLOWS)),
        2 => {
            *status = random
                .one_of(&["301", "302", "303", "307", "308"])
                .to_owned();
            headers.push(("Location".to_owned(), random.word(&LOCATIONS)));
            headers.truncate(MOST_LINES);
        }
        _ => change_lines(headers, &ANSWER_HEADERS, random),
    }
}

fn change_lines(lines: &mut HeaderLines, vocabulary: &Lines, random: &mut Random) {
    let from = match random.below(4) {
        0 => vocabulary.odd,
        _ => vocabulary.usual,
    };
    let (name, value) = random.one_of(from);
    let line = (name.to_owned(), value.to_owned());
    let place = random.below(lines.len().max(1));
    match random.below(3) {
        0 if !lines.is_empty() => drop(lines.remove(place)),
        1 if !lines.is_empty() => lines[place] = line,
        _ => lines.push(line),
    }
    lines.truncate(MOST_LINES);
}

fn change_hops(hops: &mut Vec<Hop>, random: &mut Random) {
    let place = random.below(hops.len().max(1));
    match random.below(32) {
        0..=15 if !hops.is_empty() => drop(hops.remove(place)),
        16..=27 if !hops.is_empty() => hops.insert(place, hops[place].clone()),
        // Too many redirects for a browser.
        28 => hops.resize(MOST_HOPS, hops.last().cloned().unwrap_or_default()),
        _ => hops.push(Hop::default()),
    }
    hops.truncate(MOST_HOPS);
}

fn change_sends(scenario: &mut Scenario, random: &mut Random) {
    let place = random.below(scenario.then.len().max(1));
    if random.below(2) == 0 && !scenario.then.is_empty() {
        scenario.then.remove(place);
        return;
    }
    // The same once more, after a while: what the cache is for.
    let (request, hops) = match scenario.then.get(place) {
        None => (&scenario.request, &scenario.hops),
        Some(send) => (&send.request, &send.hops),
    };
    let again = FurtherSend {
        wait_s: random.one_of(&[0, 1, 5, 60, 7200]),
        request: request.clone(),
        hops: hops.clone(),
    };
    scenario.then.push(again);
    scenario.then.truncate(MOST_SENDS);
}

/// The answers to one of the sends.
fn hops<'a>(scenario: &'a mut Scenario, random: &mut Random) -> &'a mut Vec<Hop> {
    match random.below(scenario.then.len() + 1).checked_sub(1) {
        None => &mut scenario.hops,
        Some(further) => &mut scenario.then[further].hops,
    }
}

/// [SplitMix64](https://prng.di.unimi.it/splitmix64.c).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }

    fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    fn word(&mut self, words: &Words) -> String {
        let from = match self.below(4) {
            0 => words.odd,
            _ => words.usual,
        };
        self.one_of(from).to_owned()
    }
}
