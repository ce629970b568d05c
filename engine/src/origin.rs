//! [Origins](https://html.spec.whatwg.org/multipage/browsers.html#concept-origin): who may read what.

use alloc::format;
use alloc::string::{String, ToString};

use crate::trace::UrlParts;
use crate::url::Url;

/// An [origin](https://html.spec.whatwg.org/multipage/browsers.html#concept-origin).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The origin of `file:` and `data:` pages and of sandboxed frames. It equals no URL's origin.
    Opaque,
    /// Scheme, host and port.
    Tuple(TupleOrigin),
}

/// A [tuple origin](https://html.spec.whatwg.org/multipage/browsers.html#concept-origin-tuple).
///
/// No domain: `document.domain` changes nothing in the CORS protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TupleOrigin {
    /// The scheme.
    pub scheme: String,
    /// The host, serialized.
    pub host: String,
    /// The port, `None` when it is the scheme's default.
    pub port: Option<u16>,
}

impl TupleOrigin {
    /// The port that connections go to.
    pub fn effective_port(&self) -> u16 {
        self.port.unwrap_or(match self.scheme.as_str() {
            "https" => 443,
            _ => 80,
        })
    }
}

impl Origin {
    /// The [origin of a URL](https://url.spec.whatwg.org/#concept-url-origin).
    ///
    /// NOT MODELLED: `blob:`, `ftp:`, `ws:` and `wss:` URLs have opaque origins here; no page of a
    /// scenario has one, and no request for one gets further than its scheme.
    pub fn of_url(url: &Url) -> Origin {
        let scheme = url.scheme();
        if !url.is_http() {
            return Origin::Opaque;
        }
        let (host, port) = url.host_and_port();
        Origin::Tuple(TupleOrigin {
            scheme: scheme.to_string(),
            host: host.unwrap_or_default().to_string(),
            port,
        })
    }

    /// Whether two origins are [same origin](https://html.spec.whatwg.org/multipage/browsers.html#same-origin).
    ///
    /// An opaque origin is the same as itself only. Two that are compared here never are one and
    /// the same: one is a page's, the other a URL's.
    pub fn is_same_origin(&self, other: &Origin) -> bool {
        match (self, other) {
            (Origin::Tuple(one), Origin::Tuple(two)) => one == two,
            _ => false,
        }
    }

    /// The [serialization](https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin).
    pub fn serialize(&self) -> String {
        match self {
            Origin::Opaque => String::from("null"),
            Origin::Tuple(TupleOrigin { scheme, host, port }) => match port {
                None => format!("{scheme}://{host}"),
                Some(port) => format!("{scheme}://{host}:{port}"),
            },
        }
    }
}

/// The parts of `url` that matter to the CORS protocol.
pub(crate) fn url_parts(url: &Url) -> UrlParts {
    UrlParts {
        href: url.as_str().to_string(),
        origin: Origin::of_url(url),
        rest: url.rest().to_string(),
    }
}
