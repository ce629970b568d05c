//! The algorithms of the standards that rules belong to.

/// The commit of the Fetch standard that step numbers are of.
pub const FETCH_COMMIT: &str = "586cd2a";

/// An algorithm of a standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Algorithm {
    /// None: the scenario itself says something that nobody can do, or that no browser takes part.
    Scenario,
    /// `new Request()`, which `fetch()` begins with.
    RequestConstructor,
    /// Appending a header to a `Headers` object.
    HeadersAppend,
    /// Main fetch.
    MainFetch,
    /// Scheme fetch.
    SchemeFetch,
    /// HTTP fetch.
    HttpFetch,
    /// HTTP-redirect fetch.
    HttpRedirectFetch,
    /// HTTP-network-or-cache fetch.
    HttpNetworkOrCacheFetch,
    /// HTTP-network fetch.
    HttpNetworkFetch,
    /// Append a request `Origin` header.
    AppendOriginHeader,
    /// CORS-preflight fetch.
    CorsPreflightFetch,
    /// CORS check.
    CorsCheck,
    /// CORS-safelisted request-header.
    CorsSafelistedRequestHeader,
    /// CORS-unsafe request-header names.
    CorsUnsafeRequestHeaderNames,
}

impl Algorithm {
    /// Its name in the standard.
    pub const fn title(self) -> &'static str {
        match self {
            Algorithm::Scenario => "The scenario",
            Algorithm::RequestConstructor => "new Request()",
            Algorithm::HeadersAppend => "Headers, append",
            Algorithm::MainFetch => "Main fetch",
            Algorithm::SchemeFetch => "Scheme fetch",
            Algorithm::HttpFetch => "HTTP fetch",
            Algorithm::HttpRedirectFetch => "HTTP-redirect fetch",
            Algorithm::HttpNetworkOrCacheFetch => "HTTP-network-or-cache fetch",
            Algorithm::HttpNetworkFetch => "HTTP-network fetch",
            Algorithm::AppendOriginHeader => "Append a request Origin header",
            Algorithm::CorsPreflightFetch => "CORS-preflight fetch",
            Algorithm::CorsCheck => "CORS check",
            Algorithm::CorsSafelistedRequestHeader => "CORS-safelisted request-header",
            Algorithm::CorsUnsafeRequestHeaderNames => "CORS-unsafe request-header names",
        }
    }

    /// Where it stands in the living standard; `None` for [`Algorithm::Scenario`].
    pub const fn anchor(self) -> Option<&'static str> {
        match self {
            Algorithm::Scenario => None,
            Algorithm::RequestConstructor => Some("https://fetch.spec.whatwg.org/#dom-request"),
            Algorithm::HeadersAppend => {
                Some("https://fetch.spec.whatwg.org/#concept-headers-append")
            }
            Algorithm::MainFetch => Some("https://fetch.spec.whatwg.org/#concept-main-fetch"),
            Algorithm::SchemeFetch => Some("https://fetch.spec.whatwg.org/#scheme-fetch"),
            Algorithm::HttpFetch => Some("https://fetch.spec.whatwg.org/#concept-http-fetch"),
            Algorithm::HttpRedirectFetch => {
                Some("https://fetch.spec.whatwg.org/#concept-http-redirect-fetch")
            }
            Algorithm::HttpNetworkOrCacheFetch => {
                Some("https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch")
            }
            Algorithm::HttpNetworkFetch => {
                Some("https://fetch.spec.whatwg.org/#concept-http-network-fetch")
            }
            Algorithm::AppendOriginHeader => {
                Some("https://fetch.spec.whatwg.org/#append-a-request-origin-header")
            }
            Algorithm::CorsPreflightFetch => {
                Some("https://fetch.spec.whatwg.org/#cors-preflight-fetch-0")
            }
            Algorithm::CorsCheck => Some("https://fetch.spec.whatwg.org/#concept-cors-check"),
            Algorithm::CorsSafelistedRequestHeader => {
                Some("https://fetch.spec.whatwg.org/#cors-safelisted-request-header")
            }
            Algorithm::CorsUnsafeRequestHeaderNames => {
                Some("https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names")
            }
        }
    }
}
