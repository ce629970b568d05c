//! Where shipped browsers differ from the standard: one question each, asked by the algorithms.
//!
//! What is observed of Chromium is observed of version 156, by the lab.

use crate::scenario::Profile;

impl Profile {
    fn is_chromium(self) -> bool {
        self == Profile::Chromium
    }

    /// Whether `*` in `Access-Control-Allow-Headers` leaves `Authorization` out.
    pub(crate) fn wildcard_excludes_authorization(self) -> bool {
        match self {
            Profile::Standard => true,
            // DIFFERS(chromium): `Authorization` is no exception; nor is it in Firefox and Safari.
            Profile::Chromium | Profile::Firefox | Profile::Safari => false,
        }
    }

    /// The longest time for which a preflight's answer is kept, in seconds.
    pub(crate) fn imposed_limit_on_max_age(self) -> u64 {
        match self {
            Profile::Standard => u64::MAX,
            // DIFFERS(chromium): 2 hours.
            Profile::Chromium => 7200,
            // DIFFERS(firefox): 24 hours.
            Profile::Firefox => 86400,
            // DIFFERS(safari): 10 minutes.
            Profile::Safari => 600,
        }
    }

    /// Whether `Access-Control-Max-Age` is an integer of 64 bits, sign and all; a negative one is 0.
    ///
    /// DIFFERS(chromium): to the standard it is a row of digits of any length.
    pub(crate) fn reads_max_age_as_integer(self) -> bool {
        self.is_chromium()
    }

    /// Whether a network error takes the preflight cache's entries of its URL and origin with it.
    ///
    /// DIFFERS(chromium): they stay.
    pub(crate) fn clears_cache_after_network_error(self) -> bool {
        !self.is_chromium()
    }

    /// Whether the preflight cache has one entry for a URL and origin: an answer that does not cover a
    /// request goes, a new one replaces it. It never serves `Origin: null`, and its `*` means nothing
    /// where credentials went along.
    ///
    /// DIFFERS(chromium): the standard adds a new answer's methods and header names to the old ones.
    pub(crate) fn replaces_cache_entries(self) -> bool {
        self.is_chromium()
    }

    /// Whether a redirected preflight fails for being redirected, before its CORS check.
    ///
    /// DIFFERS(chromium): to the standard its status is looked at after the CORS check.
    pub(crate) fn refuses_redirected_preflight_first(self) -> bool {
        self.is_chromium()
    }

    /// Whether a request header is a client hint that needs no preflight. `name` is in lower case.
    ///
    /// DIFFERS(chromium): the standard has no client hints.
    pub(crate) fn safelists_client_hint(self, name: &str, value: &str) -> bool {
        self.is_chromium()
            && match name {
                "device-memory" | "downlink" | "dpr" => is_decimal(value),
                "rtt" | "viewport-width" | "width" => is_digits(value),
                "ect" => matches!(value, "slow-2g" | "2g" | "3g" | "4g"),
                "save-data" => value.eq_ignore_ascii_case("on"),
                _ => false,
            }
    }

    /// Whether a port that the standard blocks is asked all the same.
    ///
    /// DIFFERS(chromium): the two that joined the standard's list last are not on its own.
    pub(crate) fn allows_bad_port(self, port: u16) -> bool {
        self.is_chromium() && matches!(port, 4190 | 6679)
    }

    /// Whether 407 is a network error.
    ///
    /// DIFFERS(chromium): the standard asks for a password and tries again.
    pub(crate) fn refuses_407(self) -> bool {
        self.is_chromium()
    }

    /// Whether a redirect status without a `Location`, or with an empty one, is an ordinary answer,
    /// but for the redirect mode `manual`.
    ///
    /// DIFFERS(chromium): the standard takes an empty one for the URL itself, and asks for a
    /// `Location` in the mode `follow` only.
    pub(crate) fn needs_location_to_redirect(self) -> bool {
        self.is_chromium()
    }

    /// Whether only navigations and `XMLHttpRequest` may ask for a URL with a user name or password.
    ///
    /// DIFFERS(chromium): the standard refuses them in `fetch()` and in redirects across origins.
    pub(crate) fn refuses_credentials_in_subresources(self) -> bool {
        self.is_chromium()
    }

    /// Whether an element with `crossorigin` asks without the user name and password of its URL.
    ///
    /// DIFFERS(chromium): the standard leaves them in.
    pub(crate) fn drops_credentials_of_crossorigin_elements(self) -> bool {
        self.is_chromium()
    }

    /// Whether an upload listener asks for a preflight only where there is a body to upload.
    ///
    /// DIFFERS(chromium): the standard does not look at the body.
    pub(crate) fn listens_to_uploads_with_body_only(self) -> bool {
        self.is_chromium()
    }

    /// Whether `XMLHttpRequest` replaces the charset in the text of a `Content-Type`, whatever it is,
    /// and leaves the rest alone.
    ///
    /// DIFFERS(chromium): the standard leaves UTF-8 alone, and writes the type anew otherwise.
    pub(crate) fn replaces_charset_in_text(self) -> bool {
        self.is_chromium()
    }

    /// Whether `fetch()` joins repeated request headers before they are judged.
    ///
    /// DIFFERS(chromium): the standard judges each alone.
    pub(crate) fn joins_repeated_request_headers(self) -> bool {
        self.is_chromium()
    }

    /// Whether the referrer policy can hide the origin of a request that is no navigation.
    ///
    /// DIFFERS(chromium): it cannot.
    pub(crate) fn referrer_policy_hides_origin_of_subresources(self) -> bool {
        !self.is_chromium()
    }

    /// Whether an element with `crossorigin` sends `Origin` within its origin, too.
    ///
    /// DIFFERS(chromium): in the standard no GET within an origin has it.
    pub(crate) fn sends_origin_of_crossorigin_elements(self) -> bool {
        self.is_chromium()
    }

    /// Whether a form that is redirected to another origin sends `Origin: null` there even if its
    /// page's own server redirects it.
    ///
    /// DIFFERS(chromium): the standard hides the origin from where another server redirects to.
    pub(crate) fn hides_origin_of_redirected_forms(self) -> bool {
        self.is_chromium()
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits, with or without a point among them.
fn is_decimal(text: &str) -> bool {
    match text.split_once('.') {
        None => is_digits(text),
        Some((whole, rest)) => is_digits(whole) && is_digits(rest),
    }
}
