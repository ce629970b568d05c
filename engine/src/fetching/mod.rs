//! [Fetching](https://fetch.spec.whatwg.org/#fetching): the algorithms that call one another for one request.

pub(crate) mod cors_check;
pub(crate) mod cors_preflight_fetch;
pub(crate) mod filtered_response;
pub(crate) mod http_fetch;
pub(crate) mod http_network_or_cache_fetch;
pub(crate) mod http_redirect_fetch;
pub(crate) mod main_fetch;
pub(crate) mod scheme_fetch;

use crate::cors_preflight_cache::PreflightCache;
use crate::infrastructure::headers::HeaderList;
use crate::infrastructure::requests::Request;
use crate::scenario::{Hop, Profile};
use crate::trace::{Recorder, ResponseType};
use crate::url::Url;

/// What all algorithms of one fetch share: [fetch params](https://fetch.spec.whatwg.org/#fetch-params),
/// with the scenario's servers in place of a network.
pub(crate) struct FetchParams<'a> {
    pub(crate) request: Request,
    pub(crate) hops: &'a [Hop],
    /// The server to which the page's own one forwards, if that is a development proxy.
    pub(crate) proxy: Option<&'a Url>,
    pub(crate) profile: Profile,
    pub(crate) cache: &'a mut PreflightCache,
    pub(crate) trace: &'a mut Recorder,
}

/// A [response](https://fetch.spec.whatwg.org/#concept-response) that is no network error.
#[derive(Clone, Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) header_list: HeaderList,
    pub(crate) body: alloc::string::String,
    /// `None` until a filter sets it.
    pub(crate) response_type: Option<ResponseType>,
}
