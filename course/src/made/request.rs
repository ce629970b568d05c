//! Pages, and what they ask for.

use cors_engine::scenario::{Api, CredentialsMode, Mode, Page, ScenarioRequest, lines};

use super::Level;
use super::chance::Chance;

/// Origins that belong to one story: the page's, and that of whom it asks. None stands in a lesson.
const STORIES: [(&str, &str); 8] = [
    ("https://garden.example", "https://api.garden.example"),
    ("https://notes.example", "https://sync.example"),
    ("https://www.museum.example", "https://tickets.example"),
    ("http://localhost:4200", "http://localhost:9000"),
    ("https://kitchen.example", "https://recipes.example"),
    ("https://radio.example", "https://radio.example:8443"),
    ("http://127.0.0.1:3000", "http://localhost:3000"),
    ("https://library.example", "https://loans.library.example"),
];

const PATHS: [&str; 5] = ["/plants", "/notes/7", "/tickets", "/songs", "/loans/12"];

/// A page, and the address that it asks for.
pub(super) fn addresses(level: Level, chance: &mut Chance) -> (Page, String) {
    let (page, other) = chance.one_of(&STORIES);
    // Now and then somebody forgets an s: from an https page such an address is never asked.
    let other = match chance.in_ten(1) {
        true => other.replacen("https://", "http://", 1),
        false => other.to_owned(),
    };
    let is_same = chance.in_ten(match level {
        Level::OneOrigin => 4,
        _ => 1,
    });
    let path = chance.one_of(&PATHS);
    let asked = match is_same {
        false => format!("{other}{path}"),
        true => match chance.in_ten(5) {
            // A port that is written, though it goes without saying, is the same port.
            true if page.starts_with("https://") => format!("{page}:443{path}"),
            _ => format!("{page}{path}"),
        },
    };
    let page = Page {
        url: format!("{page}/"),
        opaque: level == Level::Chains && chance.in_ten(2),
        proxy: String::new(),
    };
    (page, asked)
}

/// What the page asks for there.
pub(super) fn request(level: Level, chance: &mut Chance, url: String) -> ScenarioRequest {
    let mut request = ScenarioRequest::new(&url);
    match level {
        Level::OneOrigin => {}
        Level::Permission => without_preflight(&mut request, chance),
        Level::Preflight => with_cause(&mut request, chance),
        Level::Credentials => {
            match chance.in_ten(5) {
                true => with_cause(&mut request, chance),
                false => without_preflight(&mut request, chance),
            }
            if request.mode == Mode::Cors && chance.in_ten(7) {
                request.credentials = CredentialsMode::Include;
            }
        }
        Level::Chains => match chance.in_ten(4) {
            true => with_cause(&mut request, chance),
            false => without_preflight(&mut request, chance),
        },
    }
    request
}

/// A request for which nobody is asked first.
fn without_preflight(request: &mut ScenarioRequest, chance: &mut Chance) {
    match chance.one_of(&[0, 1, 2, 3, 4, 5]) {
        0 => post(request, "text/plain", "hello"),
        1 => post(request, "application/x-www-form-urlencoded", "count=2"),
        2 => {
            request.mode = Mode::NoCors;
            request.credentials = Api::Fetch.default_credentials(Mode::NoCors);
        }
        3 => {
            request.api = Api::Img;
            request.mode = Mode::NoCors;
            request.credentials = Api::Img.default_credentials(Mode::NoCors);
        }
        4 => request.headers = lines(&[("Accept", "application/json")]),
        _ => {}
    }
}

/// A request with something for which browsers ask first, or that looks like it.
fn with_cause(request: &mut ScenarioRequest, chance: &mut Chance) {
    match chance.one_of(&[0, 1, 2, 3, 4, 5, 6]) {
        0 => post(request, "application/json", "{\"count\":2}"),
        1 => {
            post(request, "application/json", "{\"count\":2}");
            request.method = chance.one_of(&["PUT", "PATCH", "put"]).to_owned();
        }
        2 => request.method = "DELETE".to_owned(),
        3 => request.headers = lines(&[("Authorization", "Bearer 4f1c")]),
        4 => request.headers = lines(&[("X-Request-Id", "12")]),
        5 => request.headers = lines(&[("Accept-Language", "de")]),
        _ => post(request, "text/plain;charset=UTF-8", "hello"),
    }
}

fn post(request: &mut ScenarioRequest, content_type: &str, body: &str) {
    request.method = "POST".to_owned();
    request.headers = lines(&[("Content-Type", content_type)]);
    request.body = Some(body.to_owned());
}
