//! The texts of Chromium's CORS code, a function a rule.

use alloc::format;
use alloc::string::String;

use super::templates::*;
use crate::cut::cut;
use crate::rules::Rule;
use crate::rules::console::blocked::Blocked;
use crate::rules::console::text::Template;
use crate::scenario::{Api, Mode};
use crate::trace::Message;
use crate::url::Url;

/// What the CORS code prints for a request that a rule stopped; `None` where it prints nothing.
pub(super) fn text(blocked: &Blocked) -> Option<String> {
    match blocked.rule {
        Rule::NotMixedContent => mixed_content(blocked),
        Rule::ModeAllowsCrossOrigin => same_origin_mode(blocked),
        Rule::NoCorsFollowsRedirects => no_cors_redirect(blocked),
        Rule::SchemeIsHttp => scheme_not_supported(blocked),
        Rule::AllowOriginPresent => access_check(blocked, &blocked.say(NO_ALLOW_ORIGIN, [])),
        Rule::WildcardWithoutCredentials => wildcard_with_credentials(blocked),
        Rule::AllowOriginMatches => allow_origin_mismatch(blocked),
        Rule::AllowCredentialsTrue => allow_credentials_not_true(blocked),
        Rule::PreflightStatusOk => preflight_status(blocked),
        Rule::AllowMethodsParses => access_to(blocked, &blocked.say(METHODS_UNREADABLE, [])),
        Rule::AllowHeadersParses => access_to(blocked, &blocked.say(HEADERS_UNREADABLE, [])),
        Rule::MethodAllowed => not_allowed(blocked, METHOD_NOT_ALLOWED),
        Rule::AuthorizationListed | Rule::RequestHeaderAllowed => {
            not_allowed(blocked, HEADER_NOT_ALLOWED)
        }
        Rule::LocationSchemeIsHttp => location_scheme(blocked),
        Rule::LocationWithoutCredentials => {
            access_to(blocked, &blocked.say(CREDENTIALS_IN_LOCATION, []))
        }
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
        | Rule::ProxyUsable
        | Rule::CurlUrlWhole
        | Rule::ClientIsBrowser
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
        Api::Form | Api::Curl => return None,
    };
    let redirected = match blocked.initial_url == url {
        true => String::new(),
        false => blocked.say(REDIRECTED_FROM, [blocked.initial_url]),
    };
    let values = [what, url, &redirected, &blocked.origin, reason];
    Some(blocked.say(ACCESS_BLOCKED, values))
}

/// The same as [`access_to`] for an error that preflights and responses share.
fn access_check(blocked: &Blocked, reason: &str) -> Option<String> {
    match blocked.message {
        Message::Preflight => access_to(blocked, &blocked.say(IN_PREFLIGHT, [reason])),
        _ => access_to(blocked, reason),
    }
}

fn wildcard_with_credentials(blocked: &Blocked) -> Option<String> {
    let reason = blocked.say(WILDCARD_WITH_CREDENTIALS, []);
    access_check(blocked, &with_xhr_hint(blocked, reason))
}

fn allow_origin_mismatch(blocked: &Blocked) -> Option<String> {
    let value = blocked.found;
    let is_list = value.bytes().any(|byte| matches!(byte, b',' | b' '));
    let is_invalid = value != "null" && Url::parse(value).is_none();
    let template = match () {
        () if is_list => MANY_ORIGINS,
        () if is_invalid => INVALID_ORIGIN,
        () => OTHER_ORIGIN,
    };
    let reason = blocked.say(template, [&escaped(value)]);
    // Users of fetch() get advice as well.
    let reason = match blocked.api {
        Api::Fetch => blocked.say(SEND_VALID_VALUE, [&reason]),
        _ => reason,
    };
    access_check(blocked, &reason)
}

fn allow_credentials_not_true(blocked: &Blocked) -> Option<String> {
    let reason = blocked.say(CREDENTIALS_NOT_TRUE, [&escaped(blocked.found)]);
    access_check(blocked, &with_xhr_hint(blocked, reason))
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
fn with_xhr_hint(blocked: &Blocked, reason: String) -> String {
    match blocked.api {
        Api::Xhr => blocked.say(XHR_CREDENTIALS, [&reason]),
        _ => reason,
    }
}

fn preflight_status(blocked: &Blocked) -> Option<String> {
    let template = match blocked.is_redirect() {
        true => PREFLIGHT_REDIRECTED,
        false => PREFLIGHT_NOT_OK,
    };
    access_check(blocked, &blocked.say(template, []))
}

/// An error of preflights alone, about what was asked for.
fn not_allowed(blocked: &Blocked, template: Template<1>) -> Option<String> {
    access_to(blocked, &blocked.say(template, [blocked.asked_for]))
}

/// Chromium's network layer stops some schemes before its CORS code sees them: without a text.
fn location_scheme(blocked: &Blocked) -> Option<String> {
    let location = blocked.location()?;
    if blocked.mode != Mode::Cors || is_unsafe_redirect_target(location.scheme()) {
        return None;
    }
    let reason = blocked.say(ONLY_SUPPORTED_FOR, []);
    access_to_url(blocked, location.as_str(), &reason)
}

/// Whether Chromium's network layer knows a scheme, and never follows a redirect to it.
pub(super) fn is_unsafe_redirect_target(scheme: &str) -> bool {
    matches!(
        scheme,
        "about" | "blob" | "chrome" | "chrome-extension" | "data" | "file" | "filesystem"
    )
}

fn mixed_content(blocked: &Blocked) -> Option<String> {
    let what = match blocked.api {
        Api::Xhr => "XMLHttpRequest endpoint",
        Api::Script => "script",
        Api::Img => "image",
        Api::Fetch | Api::Form | Api::Curl => "resource",
    };
    let asked = match blocked.api {
        Api::Xhr => cut(blocked.last_url, b'#').0,
        _ => blocked.last_url,
    };
    Some(blocked.say(MIXED_CONTENT, [&page_url(blocked), what, asked]))
}

/// The page's URL as the browser writes it, whatever was typed.
fn page_url(blocked: &Blocked) -> String {
    let url = Url::parse(blocked.page_url);
    url.map_or(String::new(), |url| String::from(url.as_str()))
}

fn same_origin_mode(blocked: &Blocked) -> Option<String> {
    let url = blocked.last_url;
    Some(match blocked.initial_url == url {
        true => blocked.say(NOT_SAME_ORIGIN, [url, &blocked.origin]),
        false => blocked.say(UNSAFE_ATTEMPT, [url, &page_url(blocked)]),
    })
}

fn no_cors_redirect(blocked: &Blocked) -> Option<String> {
    Some(blocked.say(NO_CORS_NOT_FOLLOWED, [blocked.last_url]))
}

fn scheme_not_supported(blocked: &Blocked) -> Option<String> {
    let url = blocked.last_url;
    let (scheme, _) = cut(url, b':');
    let is_from_file = blocked.page_url.starts_with("file:");
    let only_supported_for = || access_to(blocked, &blocked.say(ONLY_SUPPORTED_FOR, []));
    let is_local = match scheme {
        "file" => !is_from_file,
        "blob" => blocked.api != Api::Fetch,
        _ => false,
    };
    match blocked.api {
        Api::Form | Api::Curl => None,
        Api::Fetch if scheme == "file" && is_from_file => only_supported_for(),
        Api::Xhr if scheme == "ftp" => Some(blocked.say(FTP_NOT_SUPPORTED, [])),
        _ if is_local => Some(blocked.say(LOCAL_RESOURCE, [url])),
        Api::Fetch => Some(blocked.say(SCHEME_NOT_SUPPORTED, [url, scheme])),
        Api::Xhr | Api::Img | Api::Script => match blocked.mode {
            Mode::Cors => only_supported_for(),
            // The network line says it all.
            Mode::NoCors | Mode::SameOrigin => None,
        },
    }
}
