//! [Requests](https://fetch.spec.whatwg.org/#requests).

use alloc::string::String;
use alloc::vec::Vec;

use super::headers::HeaderList;
use crate::origin::Origin;
use crate::scenario::{Api, CredentialsMode, Field, Mode, RedirectMode, ReferrerPolicy};
use crate::url::Url;

/// A [request](https://fetch.spec.whatwg.org/#concept-request), as far as the CORS protocol reads it.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    /// Script or element that asks: initiator and destination in one.
    pub(crate) api: Api,
    pub(crate) method: String,
    pub(crate) url_list: Vec<Url>,
    /// Where the current URL stands in the scenario: what the page asked for, or a `Location`.
    pub(crate) url_field: Option<Field>,
    pub(crate) header_list: HeaderList,
    pub(crate) body: Option<String>,
    pub(crate) origin: Origin,
    /// The page's URL, in place of the client.
    pub(crate) client_url: Url,
    pub(crate) mode: Mode,
    pub(crate) credentials_mode: CredentialsMode,
    pub(crate) redirect_mode: RedirectMode,
    pub(crate) referrer_policy: ReferrerPolicy,
    pub(crate) use_cors_preflight: bool,
    /// Set by `fetch()` and `XMLHttpRequest`, whose methods and headers script chooses.
    pub(crate) unsafe_request: bool,
    pub(crate) response_tainting: ResponseTainting,
    pub(crate) redirect_count: u32,
    /// The header names that its preflight asked for, or would have, before a redirect; `None` where
    /// it needed none, and in browsers that go by what is left of it.
    pub(crate) unsafe_before_redirect: Option<Vec<String>>,
    /// curl only: a redirect led to another server than the one asked first.
    pub(crate) is_elsewhere: bool,
    /// Unset while a preflight names the page, whatever redirects came before.
    pub(crate) redirects_hide_origin: bool,
}

/// A request's [response tainting](https://fetch.spec.whatwg.org/#concept-request-response-tainting).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ResponseTainting {
    Basic,
    Cors,
    Opaque,
}

impl Request {
    /// The [current URL](https://fetch.spec.whatwg.org/#concept-request-current-url).
    pub(crate) fn current_url(&self) -> &Url {
        self.url_list
            .last()
            .expect("a request is made with a URL, and URLs are only added")
    }

    /// The current URL's origin.
    pub(crate) fn current_origin(&self) -> Origin {
        Origin::of_url(self.current_url())
    }

    /// Whether its [redirect-taint](https://fetch.spec.whatwg.org/#concept-request-redirect-taint)
    /// is other than `same-origin`: a server that is not the page's own redirected to another origin.
    ///
    /// `same-site` and `cross-site` are one here: only `Referer` and cookies tell them apart.
    pub(crate) fn is_redirect_tainted(&self) -> bool {
        self.url_list.windows(2).any(|urls| {
            let (last, next) = (Origin::of_url(&urls[0]), Origin::of_url(&urls[1]));
            !next.is_same_origin(&last) && !self.origin.is_same_origin(&last)
        })
    }

    /// [Serializes a request origin](https://fetch.spec.whatwg.org/#serializing-a-request-origin).
    pub(crate) fn serialize_origin(&self) -> String {
        match self.redirects_hide_origin && self.is_redirect_tainted() {
            true => String::from("null"),
            false => self.origin.serialize(),
        }
    }

    /// Whether credentials go along wherever they belong.
    pub(crate) fn includes_credentials(&self) -> bool {
        self.credentials_mode == CredentialsMode::Include
    }
}
