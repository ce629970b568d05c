//! [Mixed content](https://w3c.github.io/webappsec-mixed-content/): https pages ask over https only.

use url::{Host, Url};

use crate::infrastructure::requests::Request;
use crate::scenario::{Api, Profile};

/// Whether [fetching a request should be blocked as mixed content](https://w3c.github.io/webappsec-mixed-content/#should-block-fetch).
///
/// No exception for forms: a navigation of the whole page replaces it, and so is never mixed.
pub(crate) fn should_fetching_request_be_blocked(profile: Profile, request: &Request) -> bool {
    let url = request.current_url();
    let is_trusted = url.scheme() != "http" || request.api == Api::Img || profile.trusts_loopback();
    request.api != Api::Form
        && request.client_url.scheme() == "https"
        && !(is_trusted && is_a_priori_authenticated(url))
}

/// Whether a request is [upgraded](https://w3c.github.io/webappsec-mixed-content/#upgrade-algorithm):
/// an image that an https page asks for over http is asked for over https instead.
///
/// An IP address is not upgraded: certificates are made for names.
pub(crate) fn is_upgraded(profile: Profile, request: &Request) -> bool {
    let has_certificate = matches!(request.current_url().host(), Some(Host::Domain(_)));
    request.api == Api::Img
        && request.client_url.scheme() == "https"
        && request.current_url().scheme() == "http"
        && !is_a_priori_authenticated(request.current_url())
        && (has_certificate || profile.upgrades_images_at_ip_addresses())
}

/// Whether a URL is [potentially trustworthy](https://w3c.github.io/webappsec-secure-contexts/#is-url-trustworthy).
fn is_a_priori_authenticated(url: &Url) -> bool {
    if matches!(url.scheme(), "https" | "wss" | "data" | "file" | "about") {
        return true;
    }
    match url.host() {
        Some(Host::Domain(host)) => is_local_name(host.trim_end_matches('.')),
        Some(_) => is_loopback(url),
        None => true,
    }
}

/// Whether a URL names the page's own machine.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(host)) => is_local_name(host),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

fn is_local_name(host: &str) -> bool {
    host == "localhost" || host.ends_with(".localhost")
}
