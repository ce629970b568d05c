//! The keys of the notation, in the order in which they are written. Both directions use this table.

use cors_engine::scenario::{Api, CredentialsMode, Mode, Profile, RedirectMode, ReferrerPolicy};

use crate::problem::Reason;

/// Makes the enum of the keys, whose variants have a text each, and the way back.
macro_rules! keys {
    ($($key:ident = $text:literal,)*) => {
        /// A key of the notation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Key { $(#[doc = concat!("`", $text, "`")] $key,)* }

        impl Key {
            /// Their texts, in their order.
            const TEXTS: &[&str] = &[$($text),*];

            /// All of them.
            pub const ALL: &[Key] = &[$(Key::$key),*];
        }
    };
}

keys! {
    Version = "v",
    Title = "title",
    Page = "page",
    Opaque = "opaque",
    Proxy = "proxy",
    Api = "api",
    Url = "url",
    Method = "method",
    Header = "header",
    Body = "body",
    Mode = "mode",
    Credentials = "credentials",
    Redirect = "redirect",
    Referrer = "referrer",
    Upload = "upload",
    Profile = "profile",
    Hop = "hop",
    Preflight = "pre",
    PreflightHeader = "pre-header",
    Status = "status",
    ResponseHeader = "res-header",
    ResponseBody = "res-body",
    Then = "then",
    Step = "step",
}

impl Key {
    /// The words that it takes, in the order of their values; none, if it takes any text or a number.
    pub fn words(self) -> &'static [&'static str] {
        match self {
            Key::Opaque | Key::Upload => &["false", "true"],
            Key::Api => Api::TEXTS,
            Key::Mode => Mode::TEXTS,
            Key::Credentials => CredentialsMode::TEXTS,
            Key::Redirect => RedirectMode::TEXTS,
            Key::Referrer => ReferrerPolicy::TEXTS,
            Key::Profile => Profile::TEXTS,
            _ => &[],
        }
    }

    /// Its text in a fragment.
    pub fn text(self) -> &'static str {
        Key::TEXTS[self as usize]
    }

    /// The key with this text.
    pub(crate) fn from_text(text: &str) -> Result<Key, Reason> {
        exact_place_of(text, Key::TEXTS, Reason::UnknownKey).map(|place| Key::ALL[place])
    }
}

/// The first of a list that is this text, but for capital letters, and its place. Past the end, if none is.
pub(crate) fn place_of(text: &str, list: &[&str]) -> usize {
    let mut place = 0;
    while place < list.len() && !list[place].eq_ignore_ascii_case(text) {
        place += 1;
    }
    place
}

/// The place of a text in a list. Where it is in none, that is the matter with it.
pub(crate) fn exact_place_of(text: &str, list: &[&str], in_none: Reason) -> Result<usize, Reason> {
    let place = place_of(text, list);
    match list.get(place) {
        None => Err(in_none),
        Some(it) if *it == text => Ok(place),
        // With capital letters it may become something else one day, so it is not guessed at.
        Some(_) => Err(Reason::NotInSmallLetters),
    }
}

/// A set of keys.
#[derive(Clone, Copy)]
pub(crate) struct Keys(u32);

impl Keys {
    /// No key.
    pub(crate) const NONE: Keys = Keys(0);

    /// Those of lists of header lines.
    pub(crate) const OF_LINES: Keys = Keys::NONE
        .and(Key::Header)
        .and(Key::PreflightHeader)
        .and(Key::ResponseHeader);

    /// Those that may stand more than once.
    pub(crate) const REPEATED: Keys = Keys::OF_LINES.and(Key::Hop).and(Key::Then);

    /// Those that are about one hop.
    pub(crate) const OF_A_HOP: Keys = Keys::NONE
        .and(Key::Preflight)
        .and(Key::PreflightHeader)
        .and(Key::Status)
        .and(Key::ResponseHeader)
        .and(Key::ResponseBody);

    /// Those that are about the scenario as a whole, not about one of its sends.
    pub(crate) const OF_THE_SCENARIO: Keys = Keys::NONE
        .and(Key::Version)
        .and(Key::Title)
        .and(Key::Page)
        .and(Key::Opaque)
        .and(Key::Proxy)
        .and(Key::Profile)
        .and(Key::Step);

    /// These and one more.
    pub(crate) const fn and(self, key: Key) -> Keys {
        Keys(self.0 | 1 << key as u32)
    }

    /// Whether `key` is one of them.
    pub(crate) const fn has(self, key: Key) -> bool {
        self.0 & 1 << key as u32 != 0
    }

    /// These without those of `others`.
    pub(crate) const fn without(self, others: Keys) -> Keys {
        Keys(self.0 & !others.0)
    }

    /// Those of these that are in `others` as well.
    pub(crate) const fn within(self, others: Keys) -> Keys {
        Keys(self.0 & others.0)
    }
}
