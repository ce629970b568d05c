//! The rules: every question the engine asks, with its name, its place in the standard, its words.
//!
//! The one place of these words, for the screen and for the terminal alike. Names are public and
//! stable: links, lessons and embeds point at them.

mod algorithm;
mod console;
mod cors_check;
mod cors_preflight_fetch;
mod definition;
mod fetch_api;
mod http_fetch;
mod http_redirect_fetch;
mod input;
mod main_fetch;
mod words;

pub use algorithm::{Algorithm, FETCH_COMMIT};
pub use console::{ConsoleLine, TextSource, Texts, console, observed_in};
pub use words::Words;

use definition::Definition;

/// Declares the rules, each with its definition. A rule without one does not compile.
macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident => $module:ident::$definition:ident,)*) => {
        /// A question that decides something. Its name says what is asked, in the affirmative.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[$doc])* $rule,)* }

        impl Rule {
            /// All rules, in the order in which a fetch asks them.
            pub const ALL: &[Rule] = &[$(Rule::$rule),*];
        }

        /// In the order of [`Rule::ALL`].
        static DEFINITIONS: [Definition; Rule::ALL.len()] = [$($module::$definition),*];
    };
}

rules! {
    /// The page's URL can be a page's URL.
    PageUrlUsable => input::PAGE_URL_USABLE,
    /// The request URL's host is written in ASCII.
    HostIsAscii => input::HOST_IS_ASCII,
    /// The development proxy can forward to its address.
    ProxyUsable => input::PROXY_USABLE,
    /// curl's address is a whole one.
    CurlUrlWhole => input::CURL_URL_WHOLE,
    /// Method, mode, credentials and the rest can stand together.
    RequestPossible => input::REQUEST_POSSIBLE,
    /// An answer's status is one that a server can send.
    StatusInRange => input::STATUS_IN_RANGE,
    /// The name of a header of an answer, or of curl's, is a token.
    AnswerHeaderNameIsToken => input::ANSWER_HEADER_NAME_IS_TOKEN,
    /// The value of a header of an answer, or of curl's, can stand on one line.
    AnswerHeaderValueValid => input::ANSWER_HEADER_VALUE_VALID,
    /// The number of hops and header lines is within the limits.
    WithinLimits => input::WITHIN_LIMITS,
    /// The client is a browser, which enforces CORS.
    ClientIsBrowser => input::CLIENT_IS_BROWSER,

    /// The request's URL parses.
    RequestUrlParses => fetch_api::REQUEST_URL_PARSES,
    /// The request's URL has no user name and password.
    RequestUrlWithoutCredentials => fetch_api::REQUEST_URL_WITHOUT_CREDENTIALS,
    /// The method is a token.
    MethodIsToken => fetch_api::METHOD_IS_TOKEN,
    /// The method is not CONNECT, TRACE or TRACK.
    MethodNotForbidden => fetch_api::METHOD_NOT_FORBIDDEN,
    /// A `no-cors` request's method is safelisted.
    NoCorsMethodSafelisted => fetch_api::NO_CORS_METHOD_SAFELISTED,
    /// A request header's name is a token.
    RequestHeaderNameIsToken => fetch_api::REQUEST_HEADER_NAME_IS_TOKEN,
    /// A request header's value can stand on one line.
    RequestHeaderValueValid => fetch_api::REQUEST_HEADER_VALUE_VALID,
    /// Script may set this request header.
    RequestHeaderNotForbidden => fetch_api::REQUEST_HEADER_NOT_FORBIDDEN,
    /// A `no-cors` request may carry this header.
    NoCorsRequestHeaderSafelisted => fetch_api::NO_CORS_REQUEST_HEADER_SAFELISTED,
    /// The method may have a body.
    MethodTakesBody => fetch_api::METHOD_TAKES_BODY,

    /// The URL's port is not blocked.
    PortNotBlocked => main_fetch::PORT_NOT_BLOCKED,
    /// The request is not mixed content.
    NotMixedContent => main_fetch::NOT_MIXED_CONTENT,
    /// An element's or `fetch()`'s URL has no user name and password.
    SubresourceWithoutPassword => main_fetch::SUBRESOURCE_WITHOUT_PASSWORD,
    /// The URL has the page's origin.
    SameOrigin => main_fetch::SAME_ORIGIN,
    /// The mode lets the request leave the page's origin.
    ModeAllowsCrossOrigin => main_fetch::MODE_ALLOWS_CROSS_ORIGIN,
    /// A `no-cors` request follows redirects.
    NoCorsFollowsRedirects => main_fetch::NO_CORS_FOLLOWS_REDIRECTS,
    /// The scheme is http or https.
    SchemeIsHttp => main_fetch::SCHEME_IS_HTTP,
    /// The data URL can be read.
    DataUrlReadable => main_fetch::DATA_URL_READABLE,
    /// No upload listener asks for a preflight.
    NoUploadListener => main_fetch::NO_UPLOAD_LISTENER,
    /// The method is CORS-safelisted.
    MethodSafelisted => main_fetch::METHOD_SAFELISTED,
    /// This request header is CORS-safelisted.
    RequestHeaderSafelisted => main_fetch::REQUEST_HEADER_SAFELISTED,
    /// The safelisted values are within 1,024 bytes together.
    SafelistedValuesWithin1024 => main_fetch::SAFELISTED_VALUES_WITHIN_1024,
    /// The request needed no preflight before it was redirected.
    SafelistedBeforeRedirect => main_fetch::SAFELISTED_BEFORE_REDIRECT,
    /// An earlier preflight's answer covers this request.
    PreflightCached => http_fetch::PREFLIGHT_CACHED,

    /// The `Origin` header names the page.
    OriginNamesThePage => http_fetch::ORIGIN_NAMES_THE_PAGE,
    /// The server answered.
    ServerAnswered => http_fetch::SERVER_ANSWERED,

    /// The answer is no proxy's call for a password.
    NoProxyAuthentication => http_fetch::NO_PROXY_AUTHENTICATION,

    /// The answer has `Access-Control-Allow-Origin`.
    AllowOriginPresent => cors_check::ALLOW_ORIGIN_PRESENT,
    /// `*` stands for this request.
    WildcardWithoutCredentials => cors_check::WILDCARD_WITHOUT_CREDENTIALS,
    /// `Access-Control-Allow-Origin` is the page's origin.
    AllowOriginMatches => cors_check::ALLOW_ORIGIN_MATCHES,
    /// `Access-Control-Allow-Credentials` is `true`.
    AllowCredentialsTrue => cors_check::ALLOW_CREDENTIALS_TRUE,

    /// The preflight's status is ok.
    PreflightStatusOk => cors_preflight_fetch::PREFLIGHT_STATUS_OK,
    /// `Access-Control-Allow-Methods` parses.
    AllowMethodsParses => cors_preflight_fetch::ALLOW_METHODS_PARSES,
    /// `Access-Control-Allow-Headers` parses.
    AllowHeadersParses => cors_preflight_fetch::ALLOW_HEADERS_PARSES,
    /// The preflight's answer allows the method.
    MethodAllowed => cors_preflight_fetch::METHOD_ALLOWED,
    /// The preflight's answer names `Authorization`.
    AuthorizationListed => cors_preflight_fetch::AUTHORIZATION_LISTED,
    /// The preflight's answer allows this request header.
    RequestHeaderAllowed => cors_preflight_fetch::REQUEST_HEADER_ALLOWED,
    /// The preflight's answer is kept for later requests.
    PreflightKept => cors_preflight_fetch::PREFLIGHT_KEPT,

    /// The answer is not a redirect.
    AnswerIsFinal => http_fetch::ANSWER_IS_FINAL,
    /// The redirect mode follows redirects.
    RedirectModeFollows => http_fetch::REDIRECT_MODE_FOLLOWS,
    /// The `Location` parses.
    LocationParses => http_redirect_fetch::LOCATION_PARSES,
    /// The `Location` is http or https.
    LocationSchemeIsHttp => http_redirect_fetch::LOCATION_SCHEME_IS_HTTP,
    /// There were fewer than 20 redirects.
    RedirectsWithin20 => http_redirect_fetch::REDIRECTS_WITHIN_20,
    /// The `Location` has no user name and password.
    LocationWithoutCredentials => http_redirect_fetch::LOCATION_WITHOUT_CREDENTIALS,
    /// The redirect keeps method and body.
    RedirectKeepsMethod => http_redirect_fetch::REDIRECT_KEEPS_METHOD,
    /// The redirect keeps `Authorization`.
    RedirectKeepsAuthorization => http_redirect_fetch::REDIRECT_KEEPS_AUTHORIZATION,

    /// The page may see the response.
    ResponseVisible => main_fetch::RESPONSE_VISIBLE,
    /// `Access-Control-Expose-Headers` parses.
    ExposeHeadersParses => main_fetch::EXPOSE_HEADERS_PARSES,
    /// Script may see this response header.
    HeaderExposed => main_fetch::HEADER_EXPOSED,
}

impl Rule {
    /// The stable name.
    pub fn name(self) -> &'static str {
        self.definition().name
    }

    /// The algorithm that asks.
    pub fn algorithm(self) -> Algorithm {
        self.definition().algorithm
    }

    /// The step in the algorithm, as of [`FETCH_COMMIT`]; empty where there is none.
    pub fn step(self) -> &'static str {
        self.definition().step
    }

    /// The answer is nearly always yes: a screen shows it only when it is no.
    pub fn is_routine(self) -> bool {
        self.definition().is_routine
    }

    /// What there is to say about it.
    #[cfg(feature = "words")]
    pub fn words(self) -> Words {
        self.definition().words
    }

    /// The rule with this name, if there is one.
    pub fn from_name(name: &str) -> Option<Rule> {
        Rule::ALL.iter().copied().find(|rule| rule.name() == name)
    }

    fn definition(self) -> &'static Definition {
        &DEFINITIONS[self as usize]
    }
}
