//! The [Fetch API](https://fetch.spec.whatwg.org/#fetch-api) and its older siblings: from what script or markup says to a request. Beside them curl, which has no page.

pub(crate) mod curl;
mod element;
mod exception;
mod headers_class;
mod request_class;
mod xml_http_request;

pub use exception::{Exception, exception};
pub use headers_class::{HeaderEffect, header_effect};

use alloc::string::ToString;
use alloc::vec;

use crate::infrastructure::headers::{HeaderList, SetBy};
use crate::infrastructure::requests::{Request, ResponseTainting};
use crate::origin::Origin;
use crate::scenario::{Api, Field, Profile, ScenarioRequest};
use crate::trace::{Failure, Recorder};
use crate::url::Url;

/// The page that asks, read.
pub(crate) struct Client {
    pub(crate) url: Url,
    pub(crate) origin: Origin,
    /// The server to which its own one forwards, if that is a development proxy.
    pub(crate) proxy: Option<Url>,
}

/// Makes the request that the API of a scenario makes.
///
/// # Errors
/// The API throws, and nothing is sent.
pub(crate) fn make_request(
    trace: &mut Recorder,
    client: &Client,
    profile: Profile,
    scenario: &ScenarioRequest,
) -> Result<Request, Failure> {
    let mut request = match scenario.api {
        Api::Fetch => request_class::new_request(trace, client, profile, scenario)?,
        Api::Xhr => xml_http_request::send(trace, client, profile, scenario)?,
        Api::Img | Api::Script | Api::Form => element::request(trace, client, profile, scenario)?,
        Api::Curl => return Ok(curl::request(trace, client, scenario)),
    };
    // Fetch, step 12: without an `Accept` of the page's, the browser adds one, which counts
    // towards the size of safelisted values.
    if !request.header_list.contains("Accept") {
        request.header_list.append("Accept", "*/*", SetBy::Browser);
    }
    // NOT MODELLED: `Accept-Language`, whose value is the user's.
    Ok(request)
}

/// A request for `url` with what all APIs share.
fn plain_request(client: &Client, scenario: &ScenarioRequest, url: Url) -> Request {
    Request {
        api: scenario.api,
        method: scenario.method.to_string(),
        url_list: vec![url],
        url_field: Some(Field::RequestUrl),
        header_list: HeaderList::default(),
        body: scenario.body.clone(),
        origin: client.origin.clone(),
        client_url: client.url.clone(),
        mode: scenario.mode,
        credentials_mode: scenario.credentials,
        redirect_mode: scenario.redirect,
        referrer_policy: scenario.referrer_policy,
        use_cors_preflight: false,
        unsafe_request: false,
        response_tainting: ResponseTainting::Basic,
        redirect_count: 0,
        unsafe_before_redirect: None,
        is_elsewhere: false,
        redirects_hide_origin: true,
    }
}
