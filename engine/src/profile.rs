//! Where shipped browsers differ from the standard: one question each, asked by the algorithms.
//!
//! What is observed of Chromium is observed of version 156, by the lab; of Firefox, of version 153.7,
//! and of Safari, of WebKitGTK 2.50.6, by runs of the engine's own test rows in them.

use crate::cut::cut;
use crate::infrastructure::methods::is_cors_safelisted_method;
use crate::infrastructure::requests::ResponseTainting;
use crate::number::is_number;
use crate::scenario::{Api, Profile, RedirectMode};

impl Profile {
    fn is_chromium(self) -> bool {
        self == Profile::Chromium
    }

    fn is_firefox(self) -> bool {
        self == Profile::Firefox
    }

    fn is_safari(self) -> bool {
        self == Profile::Safari
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
    /// DIFFERS(safari): as in Chromium.
    pub(crate) fn reads_max_age_as_integer(self) -> bool {
        self.is_chromium() || self.is_safari()
    }

    /// Whether an answer whose `Access-Control-Max-Age` is 0 or no number is as if it had never
    /// come: it is not kept, and what was kept before stays.
    ///
    /// DIFFERS(firefox): to the standard no number is 5 seconds, and 0 ends what was kept.
    pub(crate) fn ignores_answers_without_time(self) -> bool {
        self.is_firefox()
    }

    /// Whether a network error takes the preflight cache's entries of its URL and origin with it.
    ///
    /// DIFFERS(chromium): they stay.
    /// DIFFERS(safari): they stay.
    pub(crate) fn clears_cache_after_network_error(self) -> bool {
        !self.is_chromium() && !self.is_safari()
    }

    /// Whether a CORS request that needs no preflight takes them along, too, when it fails.
    ///
    /// DIFFERS(firefox): in the standard only one that needs a preflight does.
    pub(crate) fn clears_cache_after_simple_request(self) -> bool {
        self.is_firefox()
    }

    /// Whether the preflight cache has one entry for a URL and origin: an answer that does not cover a
    /// request goes, a new one replaces it. Its `*` means nothing where credentials went along.
    ///
    /// DIFFERS(chromium): the standard adds a new answer's methods and header names to the old ones.
    /// DIFFERS(safari): as in Chromium.
    pub(crate) fn replaces_cache_entries(self) -> bool {
        self.is_chromium() || self.is_safari()
    }

    /// Whether the preflight cache serves a request that says for itself what it has of the answer,
    /// with `If-None-Match` and its like.
    ///
    /// DIFFERS(chromium): it does not, as if the HTTP cache were meant.
    pub(crate) fn caches_for_conditional_requests(self) -> bool {
        !self.is_chromium()
    }

    /// Whether the preflight cache serves `Origin: null` like any other.
    ///
    /// DIFFERS(chromium): only a page that has no origin, and only along one chain of redirects.
    pub(crate) fn caches_for_null(self) -> bool {
        !self.is_chromium()
    }

    /// Whether a `*` in the preflight cache is one.
    ///
    /// DIFFERS(firefox): it is a name like others there, though it is none in a preflight's answer.
    pub(crate) fn has_wildcards_in_cache(self) -> bool {
        !self.is_firefox()
    }

    /// Whether a `*` in the preflight cache stands for `Authorization`, too.
    ///
    /// DIFFERS(safari): the standard and Chromium leave it out.
    pub(crate) fn wildcard_in_cache_covers_authorization(self) -> bool {
        self.is_safari()
    }

    /// Whether what was allowed with credentials serves requests with credentials only.
    ///
    /// DIFFERS(firefox): in the standard it serves those without, too.
    pub(crate) fn separates_cache_by_credentials(self) -> bool {
        self.is_firefox()
    }

    /// Whether preflights name the page in `Origin`, and are checked and kept by its name, where a
    /// redirect hides it from the request itself.
    ///
    /// DIFFERS(firefox): in the standard a preflight has the `Origin` of its request.
    pub(crate) fn names_the_page_to_preflights(self) -> bool {
        self.is_firefox()
    }

    /// Whether a request that a preflight was made for needs one at every further hop, and one whose
    /// headers would have needed one does too, though a redirect took away what was the cause.
    ///
    /// DIFFERS(firefox): the standard judges each hop by what is left of the request.
    /// DIFFERS(safari): as in Firefox.
    pub(crate) fn judges_redirects_by_first_request(self) -> bool {
        self.is_firefox() || self.is_safari()
    }

    /// Whether such a preflight asks for headers that a redirect took away, as well.
    ///
    /// DIFFERS(safari): Firefox asks for what is left.
    pub(crate) fn asks_for_dropped_headers(self) -> bool {
        self.is_safari()
    }

    /// Whether a preflight's status is looked at before its CORS check.
    ///
    /// DIFFERS(safari): the standard has the CORS check first.
    pub(crate) fn checks_preflight_status_first(self) -> bool {
        self.is_safari()
    }

    /// Whether all safelisted values together are limited.
    ///
    /// DIFFERS(firefox): only each alone is.
    pub(crate) fn limits_safelisted_values(self) -> bool {
        !self.is_firefox()
    }

    /// Whether an upload listener's request needs its method in the preflight cache even if it is
    /// safelisted.
    ///
    /// DIFFERS(firefox): any entry for its URL does.
    /// DIFFERS(safari): as in Firefox.
    pub(crate) fn caches_methods_of_upload_listeners(self) -> bool {
        !self.is_firefox() && !self.is_safari()
    }

    /// Whether an answer without a list of methods allows an upload listener's request its method.
    ///
    /// DIFFERS(chromium): only if the method is safelisted; nor in Firefox and Safari.
    pub(crate) fn allows_unlisted_method_of_upload_listener(self, method: &str) -> bool {
        match self {
            Profile::Standard => true,
            Profile::Chromium | Profile::Firefox | Profile::Safari => {
                is_cors_safelisted_method(method)
            }
        }
    }

    /// Whether http to the page's own machine is no mixed content, images aside.
    ///
    /// DIFFERS(safari): it is.
    pub(crate) fn trusts_loopback(self) -> bool {
        !self.is_safari()
    }

    /// Whether an image at an IP address is asked for over https as well.
    ///
    /// DIFFERS(firefox): the standard blocks it, for certificates are made for names.
    pub(crate) fn upgrades_images_at_ip_addresses(self) -> bool {
        self.is_firefox()
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
                "rtt" | "viewport-width" | "width" => is_number(value),
                "ect" => matches!(value, "slow-2g" | "2g" | "3g" | "4g"),
                "save-data" => value.eq_ignore_ascii_case("on"),
                "intervention" => true,
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

    /// Whether a redirect status without a `Location`, or with an empty one, is an ordinary answer in
    /// a redirect mode.
    ///
    /// DIFFERS(chromium): the standard takes an empty one for the URL itself, and asks for a
    /// `Location` in the mode `follow` only.
    /// DIFFERS(safari): in the mode `error`.
    pub(crate) fn needs_location_to_redirect(self, mode: RedirectMode) -> bool {
        match mode {
            RedirectMode::Manual => false,
            RedirectMode::Follow => self.is_chromium(),
            RedirectMode::Error => self.is_chromium() || self.is_safari(),
        }
    }

    /// How many redirects are followed.
    ///
    /// DIFFERS(chromium): one less by a navigation. curl, which is no browser, follows more.
    pub(crate) fn most_redirects(self, api: Api) -> u32 {
        match (self, api) {
            (Profile::Chromium, Api::Form) => 19,
            (_, Api::Curl) => 50,
            _ => 20,
        }
    }

    /// Whether a relative `Location` takes user name and password from the URL that led to it.
    ///
    /// DIFFERS(chromium): not once the request is a CORS request.
    pub(crate) fn redirects_keep_credentials(self, response_tainting: ResponseTainting) -> bool {
        !self.is_chromium() || response_tainting != ResponseTainting::Cors
    }

    /// Whether several `Location` lines are one if they are equal.
    ///
    /// DIFFERS(chromium): the standard takes several for none that it can read.
    /// DIFFERS(firefox): as in Chromium.
    pub(crate) fn takes_equal_locations_for_one(self) -> bool {
        self.is_chromium() || self.is_firefox()
    }

    /// Whether `Location` lines that differ spoil an answer, be its status a redirect's or not.
    ///
    /// DIFFERS(chromium): the standard looks at them in redirects only.
    pub(crate) fn refuses_different_locations(self) -> bool {
        self.is_chromium()
    }

    /// Whether a `Location` has to parse in the redirect mode `manual`, too.
    ///
    /// DIFFERS(chromium): the standard does not look at it there.
    pub(crate) fn reads_location_in_manual_mode(self) -> bool {
        self.is_chromium()
    }

    /// Whether script may set `User-Agent`.
    ///
    /// DIFFERS(chromium): it may not.
    pub(crate) fn lets_script_set_user_agent(self) -> bool {
        !self.is_chromium()
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
    /// DIFFERS(safari): as in Chromium.
    pub(crate) fn joins_repeated_request_headers(self) -> bool {
        self.is_chromium() || self.is_safari()
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
    /// DIFFERS(safari): as in Chromium.
    pub(crate) fn sends_origin_of_crossorigin_elements(self) -> bool {
        self.is_chromium() || self.is_safari()
    }

    /// Whether a `no-cors` request that is redirected to another origin sends `Origin: null` there
    /// even if its page's own server redirects it.
    ///
    /// DIFFERS(chromium): the standard hides the origin from where another server redirects to.
    pub(crate) fn hides_origin_of_redirected_no_cors_requests(self) -> bool {
        self.is_chromium()
    }
}

/// Digits, with or without a point among them.
fn is_decimal(text: &str) -> bool {
    let (whole, rest) = cut(text, b'.');
    is_number(whole) && rest.is_none_or(is_number)
}
