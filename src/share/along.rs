//! What goes along and may be a secret, by its name or its looks: nothing of it is left out, so people are told before.

use cors_engine::Scenario;
use cors_engine::cut::{cut, cut_at, cut_last, split};
use cors_engine::infrastructure::headers::normalize;
use cors_engine::scenario::{HeaderLines, ScenarioRequest};

use super::key_name::is_of_a_secret;
use super::plain::shortened;

/// How many are named: who has more takes a look at everything.
const MOST: usize = 6;
/// How many characters are shown of a name.
const LONGEST: usize = 40;
/// Shorter values of cookies are made up, to explain something.
const LEAST_OF_A_COOKIE: usize = 8;

/// Numbers with fewer digits count something.
const LEAST_OF_A_CODE: usize = 4;

/// The words before a name and after it.
type Words = (&'static str, &'static str);

const HEADER: Words = ("header ", "");
const COOKIE: Words = ("cookie ", "");
const PARAMETER: Words = ("query parameter ", "");
const FIELD: Words = ("", " in a body");
const USER: Words = ("what stands before @ in an address", "");
const TOKEN: Words = ("what looks like a token", "");

/// What there is, in words, each once: such as `header X-Api-Key`.
pub(super) fn along(scenario: &Scenario) -> Vec<String> {
    let mut found = Found(Vec::new());
    found.address(&scenario.page.url);
    found.address(&scenario.page.proxy);
    for request in (0..).map_while(|send| scenario.request_of(send)) {
        found.request(request);
    }
    let further = scenario.then.iter().flat_map(|send| &send.hops);
    for answer in scenario.hops.iter().chain(further) {
        if let Some(preflight) = &answer.preflight {
            found.headers(&preflight.headers);
        }
        if let Some(response) = &answer.response {
            found.headers(&response.headers);
            found.body(&response.body);
        }
    }
    found.0
}

/// Somebody has put this, or nothing, in the place of what it was.
fn is_taken_out(value: &str) -> bool {
    // As `cors_link` marks a value that no header can have.
    let value = value.trim_end_matches(['\0', '\u{FFFD}']);
    value.is_empty() || value.ends_with("***")
}

struct Found(Vec<String>);

impl Found {
    fn add(&mut self, (before, after): Words, name: &str) {
        if self.0.len() > MOST {
            return;
        }
        let words = [before, &shortened(name, LONGEST), after].concat();
        if self.0.contains(&words) {
            return;
        }
        self.0.push(match self.0.len() {
            MOST => "more of the kind".to_owned(),
            _ => words,
        });
    }

    /// Adds what is named as a secret and has a value.
    fn add_pair(&mut self, words: Words, name: &str, value: &str) {
        if !is_taken_out(value) && is_of_a_secret(name) {
            self.add(words, name);
        }
    }

    fn request(&mut self, request: &ScenarioRequest) {
        self.address(&request.url);
        self.headers(&request.headers);
        self.body(request.body.as_deref().unwrap_or_default());
    }

    fn headers(&mut self, headers: &HeaderLines) {
        for (name, value) in headers {
            let (name, value) = (normalize(name), normalize(value));
            if name.eq_ignore_ascii_case("Set-Cookie") {
                self.cookie(value);
            } else if name.eq_ignore_ascii_case("Location") {
                self.address(value);
            } else if looks_like_a_token(value) {
                self.add(HEADER, name);
            } else {
                self.add_pair(HEADER, name, value);
            }
        }
    }

    fn cookie(&mut self, line: &str) {
        let (name, value) = cut(cut(line, b';').0, b'=');
        let value = value.unwrap_or_default();
        if value.len() >= LEAST_OF_A_COOKIE && !is_taken_out(value) {
            self.add(COOKIE, name);
        }
    }

    /// An address: what stands before its host, and what its query and fragment name.
    fn address(&mut self, address: &str) {
        self.token(address);
        let mut parts = address.split(['?', '#']);
        let whole = parts.next().unwrap_or_default();
        let authority = match whole.split_once("//") {
            // Later in an address it is a part of the path.
            Some((scheme, rest)) if scheme.is_empty() || scheme.ends_with(':') => {
                rest.split(['/', '\\']).next().unwrap_or_default()
            }
            _ => "",
        };
        if let Some((user, _)) = cut_last(authority, b'@')
            && !is_taken_out(user)
        {
            self.add(USER, "");
        }
        parts.for_each(|part| self.pairs(PARAMETER, part));
    }

    /// A JSON web token, wherever it stands.
    fn token(&mut self, text: &str) {
        if has_web_token(text) {
            self.add(TOKEN, "");
        }
    }

    /// Names and values as in a query or a form.
    fn pairs(&mut self, words: Words, text: &str) {
        for pair in split(text, b'&') {
            let (name, value) = cut(pair, b'=');
            self.add_pair(words, name, value.unwrap_or_default());
        }
    }

    /// The fields of JSON, broken or not: a text that a colon and another text or a number follow. Else those of a
    /// form.
    fn body(&mut self, body: &str) {
        self.token(body);
        let mut texts = split(body, b'"');
        if texts.next().is_some_and(|first| first.len() == body.len()) {
            return self.pairs(FIELD, body);
        }
        let (mut name, mut between) = (texts.next(), texts.next());
        for text in texts.chain([""]) {
            if let (Some(name), Some(between)) = (name, between)
                && let Some(value) = between.trim().strip_prefix(':')
            {
                let value = match value {
                    "" => text,
                    value => number_at_the_beginning(value),
                };
                self.add_pair(FIELD, name, value);
            }
            (name, between) = (between, Some(text));
        }
    }
}

/// Whether a value is a token, whatever the name before it: as that of `Authorization`, or a JSON web token.
fn looks_like_a_token(value: &str) -> bool {
    let (scheme, token) = cut(value, b' ');
    let is_sent = token.is_some_and(|token| !is_taken_out(token));
    is_sent && cors_link::is_scheme(scheme) || has_web_token(value)
}

/// Whether there is a JSON web token: three parts in base64, of which the first two begin as `{"` does.
fn has_web_token(text: &str) -> bool {
    let is_of_one = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.');
    text.split(|it| !is_of_one(it)).any(|word| {
        let parts: Vec<&str> = word.splitn(4, '.').collect();
        matches!(parts[..], [head, body, sign] if head.starts_with("eyJ") && body.starts_with("eyJ") && !sign.is_empty())
    })
}

/// The digits that a text begins with, if they are as many as those of a code that opens something.
fn number_at_the_beginning(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|it: char| !it.is_ascii_digit());
    let (digits, _) = cut_at(text, end.unwrap_or(text.len()));
    match digits.len() {
        ..LEAST_OF_A_CODE => "",
        _ => digits,
    }
}
