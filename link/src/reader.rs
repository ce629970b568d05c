//! Takes the pairs of a fragment one by one.

use cors_engine::cut::cut;
use cors_engine::scenario::{
    Api, CredentialsMode, HeaderLines, MOST_HOPS, MOST_LINES, MOST_SENDS, Mode, Profile,
    RedirectMode, ReferrerPolicy,
};

use crate::key::{Key, Keys, exact_place_of};
use crate::problem::{LinkProblem, Reason};
use crate::read::Link;
use crate::step::LinkStep;
use crate::{defaults, header_line, percent, short_key};

/// What has been read so far.
pub(crate) struct Reader {
    pub(crate) link: Link,
    /// The number of the hop that is being read; 0 before anything was said about one.
    pub(crate) hop: usize,
    /// The keys that have stood here, as far as they are about this send and this hop.
    seen: Keys,
}

impl Reader {
    pub(crate) fn new() -> Reader {
        Reader {
            link: Link {
                scenario: defaults::scenario(),
                step: None,
                problems: Vec::new(),
            },
            hop: 0,
            seen: Keys::NONE,
        }
    }

    /// Takes a pair as it stands in the fragment.
    pub(crate) fn pair(&mut self, pair: &str) {
        // Who copies a link out of HTML has `&amp;` between its pairs.
        let pair = pair.strip_prefix("amp;").unwrap_or(pair);
        if pair.is_empty() {
            return;
        }
        let (name, value) = cut(pair, b'=');
        let taken = match Key::from_text(name) {
            Ok(key) if self.seen.has(key) && !Keys::REPEATED.has(key) => Err(Reason::Repeated),
            Ok(key) => self.take(key, value).map(|()| key),
            Err(Reason::UnknownKey) => self.short(name, value),
            Err(reason) => Err(reason),
        };
        match taken {
            Ok(key) => self.seen = self.seen.and(key),
            Err(reason) => self.problem(pair, reason),
        }
    }

    /// What has been read of `fragment`.
    pub(crate) fn finish(mut self, fragment: &str) -> Link {
        self.end_send();
        if !self.seen.has(Key::Version) {
            self.problem(fragment, Reason::NoVersion);
        }
        self.link.scenario.then.truncate(MOST_SENDS);
        self.link
    }

    pub(crate) fn problem(&mut self, found: &str, reason: Reason) {
        self.link.problems.push(LinkProblem::new(found, reason));
    }

    /// A text, decoded as far as that goes.
    fn text(&mut self, encoded: &str) -> String {
        percent::decode(encoded).unwrap_or_else(|text| {
            self.problem(encoded, Reason::BrokenEncoding);
            text
        })
    }

    fn take(&mut self, key: Key, value: Option<&str>) -> Result<(), Reason> {
        let Some(value) = value else {
            return self.none(key);
        };
        if Keys::OF_LINES.has(key) {
            let (name, value) = header_line::split(value).ok_or(Reason::NotAHeaderLine)?;
            return self.line(key, name, value);
        }
        let text = self.text(value);
        let place = match key {
            Key::Title => &mut self.link.scenario.title,
            Key::Page => &mut self.link.scenario.page.url,
            Key::Proxy => &mut self.link.scenario.page.proxy,
            Key::Url => &mut self.request().url,
            Key::Method => &mut self.request().method,
            Key::Body => self.request().body.get_or_insert_default(),
            Key::Preflight => &mut self.preflight().status,
            Key::Status => &mut self.response().status,
            Key::ResponseBody => &mut self.response().body,
            _ => return self.word(key, &text),
        };
        *place = text;
        Ok(())
    }

    /// Takes a key without a value.
    fn none(&mut self, key: Key) -> Result<(), Reason> {
        match key {
            Key::Hop => self.end_hops(),
            Key::Body => self.request().body = None,
            Key::Preflight => self.hop().preflight = None,
            Key::Status => self.hop().response = None,
            Key::Then => return self.begin_send(""),
            _ if !Keys::OF_LINES.has(key) => return Err(Reason::NoValue),
            _ if self.seen.has(key) => return Err(Reason::Repeated),
            _ => self.lines(key).clear(),
        }
        Ok(())
    }

    /// Takes what is a word or a number.
    fn word(&mut self, key: Key, text: &str) -> Result<(), Reason> {
        let words = key.words();
        let place = match words.is_empty() {
            true => 0,
            false => exact_place_of(text, words, Reason::NotAWordOf(key))?,
        };
        let scenario = &mut self.link.scenario;
        match key {
            Key::Opaque => scenario.page.opaque = place == 1,
            Key::Profile => scenario.profile = Profile::ALL[place],
            _ => {}
        }
        let request = self.request();
        match key {
            Key::Api => request.api = Api::ALL[place],
            Key::Mode => request.mode = Mode::ALL[place],
            Key::Credentials => request.credentials = CredentialsMode::ALL[place],
            Key::Redirect => request.redirect = RedirectMode::ALL[place],
            Key::Referrer => request.referrer_policy = ReferrerPolicy::ALL[place],
            Key::Upload => request.upload_listener = place == 1,
            Key::Hop => return self.begin_hop(text),
            Key::Then => return self.begin_send(text),
            Key::Step => self.link.step = Some(LinkStep::from_text(text).ok_or(Reason::NotAStep)?),
            // Read as well as can be: much of a newer notation will be as it was.
            Key::Version if text != "1" => {
                self.seen = self.seen.and(Key::Version);
                return Err(Reason::UnknownVersion);
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_hop(&mut self, number: &str) -> Result<(), Reason> {
        self.seen = self.seen.without(Keys::OF_A_HOP);
        self.further_hop(number)
    }

    fn begin_send(&mut self, wait: &str) -> Result<(), Reason> {
        self.end_send();
        self.seen = self.seen.within(Keys::OF_THE_SCENARIO);
        self.further_send(wait)
    }

    /// Ends a send. The first one has the modes that go with its API, where the link names none.
    fn end_send(&mut self) {
        if self.link.scenario.then.is_empty() {
            let seen = self.seen;
            let request = self.request();
            if !seen.has(Key::Mode) {
                request.mode = request.api.default_mode();
            }
            if !seen.has(Key::Credentials) {
                request.credentials = request.api.default_credentials(request.mode);
            }
        }
        self.hops().truncate(MOST_HOPS);
    }

    /// Takes a header line by its short key, and gives the key of the list that it is in.
    fn short(&mut self, key: &str, value: Option<&str>) -> Result<Key, Reason> {
        let (key, name) = short_key::from_text(key)?;
        self.line(key, name, value.ok_or(Reason::NoValue)?)?;
        Ok(key)
    }

    /// Takes a header line. The first of a list replaces the list of the send before.
    fn line(&mut self, key: Key, name: &str, value: &str) -> Result<(), Reason> {
        let line = (self.text(name), self.text(value));
        let is_first = !self.seen.has(key);
        let lines = self.lines(key);
        if is_first {
            lines.clear();
        }
        if lines.len() == MOST_LINES {
            return Err(Reason::TooManyLines);
        }
        lines.push(line);
        Ok(())
    }

    fn lines(&mut self, key: Key) -> &mut HeaderLines {
        match key {
            Key::PreflightHeader => &mut self.preflight().headers,
            Key::ResponseHeader => &mut self.response().headers,
            _ => &mut self.request().headers,
        }
    }
}
