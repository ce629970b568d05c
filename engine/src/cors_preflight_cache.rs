//! The [CORS-preflight cache](https://fetch.spec.whatwg.org/#cors-preflight-cache), with a clock of its own.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::infrastructure::headers::is_cors_non_wildcard_request_header_name;
use crate::infrastructure::methods::is_cors_safelisted_method;
use crate::infrastructure::requests::Request;
use crate::scenario::Profile;

/// The most entries that are kept; where there is one more, the older half goes, as the standard
/// permits. Without a limit, a list of ten thousand names would take minutes, and the memory of a page.
pub const MOST_ENTRIES: usize = 1000;

/// What earlier preflights allowed, and for how long.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreflightCache {
    /// Seconds since the cache was made.
    now: u64,
    entries: Vec<CacheEntry>,
}

/// A [cache entry](https://fetch.spec.whatwg.org/#cache-entry).
///
/// No network partition key: a scenario has one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CacheEntry {
    /// The origin that asked, serialized.
    pub serialized_origin: String,
    /// The URL asked for.
    pub url: String,
    /// When it expires, on the cache's clock.
    pub expires: u64,
    /// It was made by a request with credentials, so it serves requests with and without.
    pub credentials: bool,
    /// What it allows.
    pub allows: Allows,
}

/// What a cache entry allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allows {
    /// A method, or `*`.
    Method(String),
    /// A header name, or `*`.
    HeaderName(String),
    /// The methods that need no permission, should an upload listener ask for it all the same.
    ///
    /// DIFFERS(chromium): the standard wants them listed.
    SafelistedMethods,
}

impl PreflightCache {
    /// A cache without entries.
    pub fn new() -> PreflightCache {
        PreflightCache::default()
    }

    /// Lets `seconds` pass; entries whose time is over go.
    pub fn wait(&mut self, seconds: u64) {
        self.now = self.now.saturating_add(seconds);
        let now = self.now;
        self.entries.retain(|entry| entry.expires > now);
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.entries.clear();
    }

    /// The entries that have not expired, each with the seconds it has left.
    pub fn entries(&self) -> impl Iterator<Item = (&CacheEntry, u64)> {
        self.entries
            .iter()
            .map(|entry| (entry, entry.expires.saturating_sub(self.now)))
    }

    /// Whether there is a [cache entry match](https://fetch.spec.whatwg.org/#concept-cache-match).
    pub(crate) fn has_match(&self, profile: Profile, request: &Request) -> bool {
        self.matches(profile, request, &|_| true)
    }

    /// Whether there is a [method cache entry match](https://fetch.spec.whatwg.org/#concept-cache-match-method).
    pub(crate) fn has_method_match(
        &self,
        profile: Profile,
        request: &Request,
        method: &str,
    ) -> bool {
        self.matches(profile, request, &|entry| {
            entry.is_for_method(profile, method)
        })
    }

    /// Whether there is a [header-name cache entry match](https://fetch.spec.whatwg.org/#concept-cache-match-header).
    pub(crate) fn has_header_name_match(
        &self,
        profile: Profile,
        request: &Request,
        name: &str,
    ) -> bool {
        self.matches(profile, request, &|entry| {
            entry.is_for_header_name(profile, name)
        })
    }

    /// Keeps what a preflight's answer allows for `max_age` seconds: sets the time of entries that
    /// match, [creates](https://fetch.spec.whatwg.org/#concept-cache-create-entry) those that are missing.
    pub(crate) fn keep(
        &mut self,
        profile: Profile,
        request: &Request,
        max_age: u64,
        allowed: Vec<Allows>,
    ) {
        let expires = self.now.saturating_add(max_age);
        let asker = Asker::of(request);
        for allows in allowed {
            let is_wanted = |entry: &CacheEntry| {
                let is_for = match &allows {
                    Allows::Method(method) => entry.is_for_method(profile, method),
                    Allows::HeaderName(name) => entry.is_for_header_name(profile, name),
                    Allows::SafelistedMethods => entry.allows == Allows::SafelistedMethods,
                };
                is_for && asker.is_cache_entry_match(profile, entry)
            };
            let mut is_new = true;
            for entry in self.entries.iter_mut().filter(|entry| is_wanted(entry)) {
                entry.expires = expires;
                is_new = false;
            }
            if is_new {
                if self.entries.len() == MOST_ENTRIES {
                    self.entries.drain(..MOST_ENTRIES / 2);
                }
                self.entries.push(asker.entry(expires, allows));
            }
        }
        let now = self.now;
        self.entries.retain(|entry| entry.expires > now);
    }

    /// [Clears cache entries](https://fetch.spec.whatwg.org/#concept-cache-clear) of a request's
    /// origin and URL.
    pub(crate) fn clear_cache_entries(&mut self, request: &Request) {
        let origin = request.serialize_origin();
        let url = request.current_url().as_str();
        self.entries
            .retain(|entry| entry.serialized_origin != origin || entry.url != url);
    }

    /// Forgets what was allowed to `Origin: null`.
    pub(crate) fn forget_null(&mut self) {
        self.entries
            .retain(|entry| entry.serialized_origin != "null");
    }

    /// Whether there is an entry for a request that is also for what `is_for` asks.
    fn matches(
        &self,
        profile: Profile,
        request: &Request,
        is_for: &dyn Fn(&CacheEntry) -> bool,
    ) -> bool {
        let asker = Asker::of(request);
        let is_served = profile.caches_for_null() || !request.is_redirect_tainted();
        let mut entries = self.entries.iter();
        entries.any(|it| is_served && asker.is_cache_entry_match(profile, it) && is_for(it))
    }
}

impl CacheEntry {
    fn is_for_method(&self, profile: Profile, method: &str) -> bool {
        match &self.allows {
            Allows::Method(allowed) => {
                allowed == method || (allowed == "*" && self.has_wildcard(profile))
            }
            Allows::SafelistedMethods => is_cors_safelisted_method(method),
            Allows::HeaderName(_) => false,
        }
    }

    fn is_for_header_name(&self, profile: Profile, name: &str) -> bool {
        let Allows::HeaderName(allowed) = &self.allows else {
            return false;
        };
        // `Authorization` is an exception here in Chromium, too, unlike in a preflight's answer.
        let is_covered = allowed == "*"
            && self.has_wildcard(profile)
            && (profile.wildcard_in_cache_covers_authorization()
                || !is_cors_non_wildcard_request_header_name(name));
        allowed.eq_ignore_ascii_case(name) || is_covered
    }

    /// Whether `*` is one. The standard does not ask whether credentials went along here.
    fn has_wildcard(&self, profile: Profile) -> bool {
        let is_a_name = self.credentials && profile.replaces_cache_entries();
        profile.has_wildcards_in_cache() && !is_a_name
    }
}

/// What of a request its cache entries are found by: written once, for there may be many entries.
struct Asker<'a> {
    serialized_origin: String,
    url: &'a str,
    includes_credentials: bool,
}

impl Asker<'_> {
    fn of(request: &Request) -> Asker<'_> {
        Asker {
            serialized_origin: request.serialize_origin(),
            url: request.current_url().as_str(),
            includes_credentials: request.includes_credentials(),
        }
    }

    /// Whether there is a [cache entry match](https://fetch.spec.whatwg.org/#concept-cache-match).
    fn is_cache_entry_match(&self, profile: Profile, entry: &CacheEntry) -> bool {
        let is_served = match profile.separates_cache_by_credentials() {
            true => entry.credentials == self.includes_credentials,
            false => entry.credentials || !self.includes_credentials,
        };
        is_served && entry.serialized_origin == self.serialized_origin && entry.url == self.url
    }

    /// A new entry.
    fn entry(&self, expires: u64, allows: Allows) -> CacheEntry {
        CacheEntry {
            serialized_origin: self.serialized_origin.clone(),
            url: self.url.to_string(),
            expires,
            credentials: self.includes_credentials,
            allows,
        }
    }
}
