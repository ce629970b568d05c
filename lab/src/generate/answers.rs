//! Made-up answers: what would do, with a mistake in it more often than not.

use cors_engine::scenario::{
    Answer, CredentialsMode, HeaderLines, Hop, Page, PreflightAnswer, ScenarioRequest,
};
use url::Url;

use super::random::Random;

const LOCATIONS: &[&str] = &[
    "/next",
    "/next",
    "next#there",
    "https://other.example/next",
    "https://other.example/next",
    "https://api.example/next",
    "https://app.example/next",
    "http://api.example/next",
    "https://u:p@other.example/next",
    "https://api.example:25/next",
    "mailto:a@b.example",
    "data:text/plain,x",
    "https://:x",
    "",
];

const STATUSES: &[&str] = &[
    "200", "200", "200", "200", "200", "201", "204", "206", "299", "300", "304", "400", "401",
    "403", "404", "405", "407", "500", "503", "600", "999",
];

const REDIRECTS: &[&str] = &["301", "302", "303", "307", "308"];

/// One redirect more than browsers follow.
const TOO_MANY: usize = 21;

/// Answers to a request of a page, hop by hop.
pub(super) fn draw(random: &mut Random, page: &Page, request: &ScenarioRequest) -> Vec<Hop> {
    let mut hops = Vec::new();
    if random.one_in(100) {
        return vec![endless(random, page, request); TOO_MANY + 1];
    }
    for _ in 0..random.one_of(&[0, 0, 0, 0, 1, 1, 2, 3]) {
        let mut hop = draw_hop(random, page, request);
        if let Some(answer) = &mut hop.response {
            answer.status = random.one_of(REDIRECTS).to_owned();
            if !random.one_in(12) {
                push(&mut answer.headers, "Location", random.one_of(LOCATIONS));
            }
        }
        hops.push(hop);
    }
    hops.push(draw_hop(random, page, request));
    hops
}

/// Turns permanent redirects into temporary ones: an HTTP cache, which is not modelled, would keep
/// them and answer a further send.
pub(super) fn make_temporary(hops: &mut [Hop]) {
    for answer in hops.iter_mut().filter_map(|hop| hop.response.as_mut()) {
        match answer.status.as_str() {
            "301" => answer.status = "302".to_owned(),
            "308" => answer.status = "307".to_owned(),
            _ => {}
        }
    }
}

/// A hop that redirects to itself, and lets most pages see that.
fn endless(random: &mut Random, page: &Page, request: &ScenarioRequest) -> Hop {
    let mut headers = allowing(random, page, request);
    push(&mut headers, "Location", "/again");
    Hop {
        preflight: Some(draw_preflight(random, page, request)),
        response: Some(Answer {
            status: random.one_of(REDIRECTS).to_owned(),
            headers,
            body: String::new(),
        }),
    }
}

fn draw_hop(random: &mut Random, page: &Page, request: &ScenarioRequest) -> Hop {
    let mut headers = allowing(random, page, request);
    if random.one_in(2) {
        let extra = [
            ("X-A", "1"),
            ("X-B", "2"),
            ("ETag", "3"),
            ("Set-Cookie", "a=b"),
        ];
        let (name, value) = random.one_of(&extra);
        push(&mut headers, name, value);
        if random.one_in(2) {
            let lists = ["X-A, x-b", "*", "X-A,,ETag", "X A", ""];
            push(
                &mut headers,
                "Access-Control-Expose-Headers",
                random.one_of(&lists),
            );
        }
    }
    spoil(random, &mut headers);
    let status = random.one_of(STATUSES).to_owned();
    Hop {
        preflight: (!random.one_in(5)).then(|| draw_preflight(random, page, request)),
        response: (!random.one_in(40)).then(|| Answer {
            status,
            headers,
            body: "answer".to_owned(),
        }),
    }
}

fn draw_preflight(random: &mut Random, page: &Page, request: &ScenarioRequest) -> PreflightAnswer {
    let mut headers = allowing(random, page, request);
    let methods = match random.one_in(4) {
        true => random
            .one_of(&["*", "GET, PUT", "PUT,DELETE,PATCH", "PUT; PATCH", ""])
            .to_owned(),
        false => request.method.clone(),
    };
    push(&mut headers, "Access-Control-Allow-Methods", &methods);
    let names: Vec<&str> = request
        .headers
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    let names = match random.one_in(4) {
        true => random
            .one_of(&["*", "x-a", "Content-Type, X-A", "authorization,*", "X A"])
            .to_owned(),
        false => names.join(", "),
    };
    push(&mut headers, "Access-Control-Allow-Headers", &names);
    if random.one_in(3) {
        let ages = [
            "600",
            "0",
            "-1",
            "+100",
            "5.5",
            "nonsense",
            "99999999999999999999",
        ];
        push(&mut headers, "Access-Control-Max-Age", random.one_of(&ages));
    }
    if random.one_in(20) {
        push(&mut headers, "Location", "/elsewhere");
    }
    spoil(random, &mut headers);
    let statuses = [
        "204", "204", "204", "204", "200", "200", "299", "301", "307", "304", "404", "500",
    ];
    PreflightAnswer {
        status: random.one_of(&statuses).to_owned(),
        headers,
    }
}

/// Headers that let the page read, if no redirect hides its origin.
fn allowing(random: &mut Random, page: &Page, request: &ScenarioRequest) -> HeaderLines {
    let origin = match Url::parse(&page.url) {
        Ok(url) if !page.opaque => url.origin().ascii_serialization(),
        _ => "null".to_owned(),
    };
    let includes = request.credentials == CredentialsMode::Include;
    let mut headers = HeaderLines::new();
    let allowed = match random.below(8) {
        0 => "null",
        1 | 2 => "*",
        3 if !includes => "*",
        _ => &origin,
    };
    push(&mut headers, "Access-Control-Allow-Origin", allowed);
    if includes || random.one_in(4) {
        push(&mut headers, "Access-Control-Allow-Credentials", "true");
    }
    headers
}

/// Makes a mistake in one line, once in two times.
fn spoil(random: &mut Random, headers: &mut HeaderLines) {
    if headers.is_empty() || random.one_in(2) {
        return;
    }
    let index = random.below(headers.len());
    let (name, value) = headers[index].clone();
    match random.below(9) {
        0 => drop(headers.remove(index)),
        1 => headers.insert(index, (name, value)),
        2 => headers[index].1 = value.to_uppercase(),
        3 => headers[index].1 = format!("{value}/"),
        4 => headers[index].1 = format!(" {value}\t"),
        5 => headers[index].1 = format!("{value}, {value}"),
        6 => headers[index].1 = String::new(),
        7 => headers[index].0 = name.to_lowercase(),
        _ => headers[index].0 = format!("{name}s"),
    }
}

fn push(headers: &mut HeaderLines, name: &str, value: &str) {
    headers.push((name.to_owned(), value.to_owned()));
}
