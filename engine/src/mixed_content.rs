//! [Mixed content](https://w3c.github.io/webappsec-mixed-content/): https pages ask over https only.

use crate::cut::{cut_last, trim_end};
use crate::infrastructure::requests::Request;
use crate::scenario::{Api, Profile};
use crate::url::Url;

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
    let has_certificate = request.current_url().host().is_some_and(is_domain);
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
        Some(host) if is_domain(host) => is_local_name(trim_end(host, is_dot)),
        Some(_) => is_loopback(url),
        None => true,
    }
}

/// Whether a URL names the page's own machine.
pub(crate) fn is_loopback(url: &Url) -> bool {
    url.host().is_some_and(|host| match is_domain(host) {
        true => is_local_name(host),
        false => host.starts_with("127.") || host == "[::1]",
    })
}

fn is_local_name(host: &str) -> bool {
    host == "localhost" || host.ends_with(".localhost")
}

/// Whether a serialized host is a name, not an IP address: the last part of a name is no number.
fn is_domain(host: &str) -> bool {
    let host = trim_end(host, is_dot);
    let last = cut_last(host, b'.').map_or(host, |(_, last)| last);
    !host.starts_with('[') && !last.bytes().all(|it| it.is_ascii_digit())
}

fn is_dot(byte: u8) -> bool {
    byte == b'.'
}
