//! The places of a scenario that evidence can point at, so that a screen can light them.

use alloc::format;
use alloc::string::String;

/// One place in a scenario.
///
/// Places of the request and of the answers belong to one send; which one, the trace says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// `page.url`.
    PageUrl,
    /// `page.opaque`.
    PageOpaque,
    /// `page.proxy`.
    PageProxy,
    /// `request.api`.
    RequestApi,
    /// `request.url`.
    RequestUrl,
    /// `request.method`.
    RequestMethod,
    /// `request.headers[i]`.
    RequestHeader(usize),
    /// `request.body`.
    RequestBody,
    /// `request.mode`.
    RequestMode,
    /// `request.credentials`.
    RequestCredentials,
    /// `request.redirect`.
    RequestRedirect,
    /// `request.referrer_policy`.
    RequestReferrerPolicy,
    /// `request.upload_listener`.
    RequestUploadListener,
    /// `hops[hop].preflight` as a whole.
    Preflight(usize),
    /// `hops[hop].preflight.status`.
    PreflightStatus(usize),
    /// `hops[hop].preflight.headers[line]`.
    PreflightHeader(usize, usize),
    /// `hops[hop].response` as a whole.
    Response(usize),
    /// `hops[hop].response.status`.
    ResponseStatus(usize),
    /// `hops[hop].response.headers[line]`.
    ResponseHeader(usize, usize),
}

impl Field {
    /// The place as a JSON Pointer into the scenario; `send` 0 is the first, 1 is `then[0]`.
    pub fn pointer(self, send: usize) -> String {
        let place = match self {
            Field::PageUrl => return String::from("/page/url"),
            Field::PageOpaque => return String::from("/page/opaque"),
            Field::PageProxy => return String::from("/page/proxy"),
            Field::RequestApi => String::from("/request/api"),
            Field::RequestUrl => String::from("/request/url"),
            Field::RequestMethod => String::from("/request/method"),
            Field::RequestHeader(line) => format!("/request/headers/{line}"),
            Field::RequestBody => String::from("/request/body"),
            Field::RequestMode => String::from("/request/mode"),
            Field::RequestCredentials => String::from("/request/credentials"),
            Field::RequestRedirect => String::from("/request/redirect"),
            Field::RequestReferrerPolicy => String::from("/request/referrer_policy"),
            Field::RequestUploadListener => String::from("/request/upload_listener"),
            Field::Preflight(hop) => format!("/hops/{hop}/preflight"),
            Field::PreflightStatus(hop) => format!("/hops/{hop}/preflight/status"),
            Field::PreflightHeader(hop, line) => format!("/hops/{hop}/preflight/headers/{line}"),
            Field::Response(hop) => format!("/hops/{hop}/response"),
            Field::ResponseStatus(hop) => format!("/hops/{hop}/response/status"),
            Field::ResponseHeader(hop, line) => format!("/hops/{hop}/response/headers/{line}"),
        };
        match send.checked_sub(1) {
            None => place,
            Some(further) => format!("/then/{further}{place}"),
        }
    }
}
