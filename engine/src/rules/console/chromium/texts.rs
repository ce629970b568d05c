//! The texts of Chromium's CORS code, a function a rule.

use alloc::format;
use alloc::string::String;

use crate::rules::Rule;
use crate::rules::console::blocked::Blocked;
use crate::scenario::{Api, Mode};
use crate::trace::Message;
use crate::url::Url;

/// What Chromium says of a scheme that its CORS code does not know. The list is that of version 156.
const ONLY_SUPPORTED_FOR: &str = "Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app.";

/// What the CORS code prints for a request that a rule stopped; `None` where it prints nothing.
pub(super) fn text(blocked: &Blocked) -> Option<String> {
    match blocked.rule {
        Rule::NotMixedContent => mixed_content(blocked),
        Rule::ModeAllowsCrossOrigin => same_origin_mode(blocked),
        Rule::NoCorsFollowsRedirects => no_cors_redirect(blocked),
        Rule::SchemeIsHttp => scheme_not_supported(blocked),
        Rule::AllowOriginPresent => missing_allow_origin(blocked),
        Rule::WildcardWithoutCredentials => wildcard_with_credentials(blocked),
        Rule::AllowOriginMatches => allow_origin_mismatch(blocked),
        Rule::AllowCredentialsTrue => allow_credentials_not_true(blocked),
        Rule::PreflightStatusOk => preflight_status(blocked),
        Rule::AllowMethodsParses => allow_methods_unreadable(blocked),
        Rule::AllowHeadersParses => allow_headers_unreadable(blocked),
        Rule::MethodAllowed => method_disallowed(blocked),
        Rule::AuthorizationListed | Rule::RequestHeaderAllowed => header_disallowed(blocked),
        Rule::LocationSchemeIsHttp => location_scheme(blocked),
        Rule::LocationWithoutCredentials => location_credentials(blocked),
        // The network line says it all.
        Rule::PortNotBlocked
        | Rule::SubresourceWithoutPassword
        | Rule::DataUrlReadable
        | Rule::ServerAnswered
        | Rule::NoProxyAuthentication
        | Rule::RedirectModeFollows
        | Rule::LocationParses
        | Rule::RedirectsWithin20 => None,
        // An element whose URL does not parse says nothing.
        Rule::RequestUrlParses => None,
        // They end no request in a network error.
        Rule::PageUrlUsable
        | Rule::HostIsAscii
        | Rule::RequestPossible
        | Rule::StatusInRange
        | Rule::AnswerHeaderNameIsToken
        | Rule::AnswerHeaderValueValid
        | Rule::WithinLimits
        | Rule::RequestUrlWithoutCredentials
        | Rule::MethodIsToken
        | Rule::MethodNotForbidden
        | Rule::NoCorsMethodSafelisted
        | Rule::RequestHeaderNameIsToken
        | Rule::RequestHeaderValueValid
        | Rule::RequestHeaderNotForbidden
        | Rule::NoCorsRequestHeaderSafelisted
        | Rule::MethodTakesBody
        | Rule::SameOrigin
        | Rule::NoUploadListener
        | Rule::MethodSafelisted
        | Rule::RequestHeaderSafelisted
        | Rule::SafelistedValuesWithin1024
        | Rule::SafelistedBeforeRedirect
        | Rule::PreflightCached
        | Rule::OriginNamesThePage
        | Rule::PreflightKept
        | Rule::AnswerIsFinal
        | Rule::RedirectKeepsMethod
        | Rule::RedirectKeepsAuthorization
        | Rule::ResponseVisible
        | Rule::ExposeHeadersParses
        | Rule::HeaderExposed => None,
    }
}

/// `Access to … has been blocked by CORS policy: …`, as Chromium begins its CORS errors.
fn access_to(blocked: &Blocked, reason: &str) -> Option<String> {
    access_to_url(blocked, blocked.last_url, reason)
}

/// The same for a URL that was not asked.
fn access_to_url(blocked: &Blocked, url: &str, reason: &str) -> Option<String> {
    let what = match blocked.api {
        Api::Fetch => "fetch",
        Api::Xhr => "XMLHttpRequest",
        Api::Img => "image",
        Api::Script => "script",
        Api::Form => return None,
    };
    let redirected = match blocked.initial_url == url {
        true => String::new(),
        false => format!("(redirected from '{}') ", blocked.initial_url),
    };
    Some(format!(
        "Access to {what} at '{url}' {redirected}from origin '{origin}' has been blocked by CORS policy: {reason}",
        origin = blocked.origin,
    ))
}

/// The same as [`access_to`] for an error that preflights and responses share.
fn access_check(blocked: &Blocked, reason: &str) -> Option<String> {
    match blocked.message {
        Message::Preflight => access_to(
            blocked,
            &format!("Response to preflight request doesn't pass access control check: {reason}"),
        ),
        _ => access_to(blocked, reason),
    }
}

fn missing_allow_origin(blocked: &Blocked) -> Option<String> {
    access_check(
        blocked,
        "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    )
}

fn wildcard_with_credentials(blocked: &Blocked) -> Option<String> {
    let reason = with_xhr_hint(
        blocked,
        "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    );
    access_check(blocked, &reason)
}

fn allow_origin_mismatch(blocked: &Blocked) -> Option<String> {
    let value = blocked.found;
    let is_list = value.contains([',', ' ']);
    let is_invalid = value != "null" && Url::parse(value).is_none();
    let value = escaped(value);
    let reason = match () {
        () if is_list => format!(
            "The 'Access-Control-Allow-Origin' header contains multiple values '{value}', but only one is allowed."
        ),
        () if is_invalid => format!(
            "The 'Access-Control-Allow-Origin' header contains the invalid value '{value}'."
        ),
        () => format!(
            "The 'Access-Control-Allow-Origin' header has a value '{value}' that is not equal to the supplied origin."
        ),
    };
    // Users of fetch() get advice as well.
    access_check(
        blocked,
        &match blocked.api {
            Api::Fetch => format!("{reason} Have the server send the header with a valid value."),
            _ => reason,
        },
    )
}

fn allow_credentials_not_true(blocked: &Blocked) -> Option<String> {
    let value = escaped(blocked.found);
    let reason = with_xhr_hint(
        blocked,
        &format!(
            "The value of the 'Access-Control-Allow-Credentials' header in the response is '{value}' which must be 'true' when the request's credentials mode is 'include'."
        ),
    );
    access_check(blocked, &reason)
}

/// Chromium writes a byte that is no visible ASCII character as `\u00E9`.
fn escaped(value: &str) -> String {
    let mut text = String::new();
    for byte in value.chars() {
        match byte {
            ' '..='~' => text.push(byte),
            _ => text.push_str(&format!("\\u{:04X}", u32::from(byte))),
        }
    }
    text
}

/// Chromium tells users of `XMLHttpRequest` where the credentials mode comes from.
fn with_xhr_hint(blocked: &Blocked, reason: &str) -> String {
    match blocked.api {
        Api::Xhr => format!(
            "{reason} The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute."
        ),
        _ => String::from(reason),
    }
}

fn preflight_status(blocked: &Blocked) -> Option<String> {
    access_check(
        blocked,
        match blocked.is_redirect() {
            true => "Redirect is not allowed for a preflight request.",
            false => "It does not have HTTP ok status.",
        },
    )
}

fn allow_methods_unreadable(blocked: &Blocked) -> Option<String> {
    access_to(
        blocked,
        "Cannot parse Access-Control-Allow-Methods response header field in preflight response.",
    )
}

fn allow_headers_unreadable(blocked: &Blocked) -> Option<String> {
    access_to(
        blocked,
        "Cannot parse Access-Control-Allow-Headers response header field in preflight response.",
    )
}

fn method_disallowed(blocked: &Blocked) -> Option<String> {
    access_to(
        blocked,
        &format!(
            "Method {} is not allowed by Access-Control-Allow-Methods in preflight response.",
            blocked.asked_for,
        ),
    )
}

fn header_disallowed(blocked: &Blocked) -> Option<String> {
    access_to(
        blocked,
        &format!(
            "Request header field {} is not allowed by Access-Control-Allow-Headers in preflight response.",
            blocked.asked_for,
        ),
    )
}

/// Chromium's network layer stops some schemes before its CORS code sees them: without a text.
fn location_scheme(blocked: &Blocked) -> Option<String> {
    let location = blocked.location()?;
    if blocked.mode != Mode::Cors || is_unsafe_redirect_target(location.scheme()) {
        return None;
    }
    access_to_url(blocked, location.as_str(), ONLY_SUPPORTED_FOR)
}

/// Whether Chromium's network layer knows a scheme, and never follows a redirect to it.
pub(super) fn is_unsafe_redirect_target(scheme: &str) -> bool {
    matches!(
        scheme,
        "about" | "blob" | "chrome" | "chrome-extension" | "data" | "file" | "filesystem"
    )
}

fn location_credentials(blocked: &Blocked) -> Option<String> {
    // The quotes are empty: Chromium keeps the password out of its console.
    access_to(
        blocked,
        "Redirect location '' contains a username and password, which is disallowed for cross-origin requests.",
    )
}

fn mixed_content(blocked: &Blocked) -> Option<String> {
    let what = match blocked.api {
        Api::Xhr => "XMLHttpRequest endpoint",
        Api::Script => "script",
        Api::Img => "image",
        Api::Fetch | Api::Form => "resource",
    };
    let asked = match blocked.api {
        Api::Xhr => blocked.last_url.split('#').next().unwrap_or_default(),
        _ => blocked.last_url,
    };
    Some(format!(
        "Mixed Content: The page at '{}' was loaded over HTTPS, but requested an insecure {what} '{asked}'. This request has been blocked; the content must be served over HTTPS.",
        page_url(blocked),
    ))
}

/// The page's URL as the browser writes it, whatever was typed.
fn page_url(blocked: &Blocked) -> String {
    let url = Url::parse(blocked.page_url);
    url.map_or(String::new(), |url| String::from(url.as_str()))
}

fn same_origin_mode(blocked: &Blocked) -> Option<String> {
    if blocked.initial_url != blocked.last_url {
        return Some(format!(
            "Unsafe attempt to load URL {} from frame with URL {}. Domains, protocols and ports must match.",
            blocked.last_url,
            page_url(blocked),
        ));
    }
    Some(format!(
        "Fetch API cannot load {}. Request mode is \"same-origin\" but the URL's origin is not same as the request origin {}.",
        blocked.last_url, blocked.origin,
    ))
}

fn no_cors_redirect(blocked: &Blocked) -> Option<String> {
    Some(format!(
        "Fetch API cannot load {}. Request mode is \"no-cors\" but the redirect mode is not \"follow\".",
        blocked.last_url,
    ))
}

fn scheme_not_supported(blocked: &Blocked) -> Option<String> {
    let url = blocked.last_url;
    let scheme = url.split(':').next().unwrap_or_default();
    let is_from_file = blocked.page_url.starts_with("file:");
    let is_local = match scheme {
        "file" => !is_from_file,
        "blob" => blocked.api != Api::Fetch,
        _ => false,
    };
    match blocked.api {
        Api::Form => None,
        Api::Fetch if scheme == "file" && is_from_file => access_to(blocked, ONLY_SUPPORTED_FOR),
        Api::Xhr if scheme == "ftp" => Some(String::from("FTP is not supported.")),
        _ if is_local => Some(format!("Not allowed to load local resource: {url}")),
        Api::Fetch => Some(format!(
            "Fetch API cannot load {url}. URL scheme \"{scheme}\" is not supported."
        )),
        Api::Xhr | Api::Img | Api::Script => match blocked.mode {
            Mode::Cors => access_to(blocked, ONLY_SUPPORTED_FOR),
            // The network line says it all.
            Mode::NoCors | Mode::SameOrigin => None,
        },
    }
}
