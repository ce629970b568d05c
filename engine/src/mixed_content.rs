//! [Mixed content](https://w3c.github.io/webappsec-mixed-content/): https pages ask over https only.

use crate::infrastructure::requests::Request;
use crate::scenario::Api;
use crate::url::Url;

/// Whether [fetching a request should be blocked as mixed content](https://w3c.github.io/webappsec-mixed-content/#should-block-fetch).
///
/// No exception for forms: a navigation of the whole page replaces it, and so is never mixed.
pub(crate) fn should_fetching_request_be_blocked(request: &Request) -> bool {
    request.api != Api::Form
        && request.client_url.scheme() == "https"
        && !is_a_priori_authenticated(request.current_url())
}

/// Whether a request is [upgraded](https://w3c.github.io/webappsec-mixed-content/#upgrade-algorithm):
/// an image that an https page asks for over http is asked for over https instead.
///
/// An IP address is not upgraded: certificates are made for names.
pub(crate) fn is_upgraded(request: &Request) -> bool {
    request.api == Api::Img
        && request.client_url.scheme() == "https"
        && request.current_url().scheme() == "http"
        && !is_a_priori_authenticated(request.current_url())
        && request.current_url().host().is_some_and(is_domain)
}

/// Whether a URL is [potentially trustworthy](https://w3c.github.io/webappsec-secure-contexts/#is-url-trustworthy).
fn is_a_priori_authenticated(url: &Url) -> bool {
    if matches!(url.scheme(), "https" | "wss" | "data" | "file" | "about") {
        return true;
    }
    match url.host() {
        Some(host) if is_domain(host) => {
            let host = host.trim_end_matches('.');
            host == "localhost" || host.ends_with(".localhost")
        }
        Some(address) => address.starts_with("127.") || address == "[::1]",
        None => true,
    }
}

/// Whether a serialized host is a name, not an IP address: the last part of a name is no number.
fn is_domain(host: &str) -> bool {
    let last = host.trim_end_matches('.').rsplit('.').next();
    !host.starts_with('[') && last.is_some_and(|last| !last.bytes().all(|it| it.is_ascii_digit()))
}
