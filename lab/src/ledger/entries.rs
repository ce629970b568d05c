//! The entries of the ledger.

use cors_engine::Rule;
use cors_engine::scenario::{Api, Mode};
use cors_engine::trace::{Exchange, Message};
use url::Url;

use super::{Case, Entry, witness};
use crate::verify::Aspect;

/// All known differences.
pub const ALL: &[Entry] = &[
    Entry {
        name: "which-header-is-named",
        reason: "Of several request headers that are not allowed, Chromium names the one that comes \
                 first in a hash table of its own; the engine names the first by the alphabet.",
        explains: which_header_is_named,
        witness: witness::which_header_is_named,
    },
    Entry {
        name: "preflight-redirect-first",
        reason: "Chromium refuses a redirected preflight before it looks at its CORS headers. The \
                 standard has no step for redirects there: the CORS check fails first.",
        explains: preflight_redirect_first,
        witness: witness::preflight_redirect_first,
    },
    Entry {
        name: "ftp-is-not-mixed-content",
        reason: "Chromium refuses the scheme of an ftp: URL before it asks whether it is mixed content.",
        explains: ftp_is_not_mixed_content,
        witness: witness::ftp_is_not_mixed_content,
    },
    Entry {
        name: "origin-in-spite-of-referrer-policy",
        reason: "Chromium lets the referrer policy hide the origin of navigations only, not of fetch() \
                 in the modes no-cors and same-origin.",
        explains: origin_in_spite_of_referrer_policy,
        witness: witness::origin_in_spite_of_referrer_policy,
    },
    Entry {
        name: "redirect-mode-needs-location",
        reason: "With the redirect mode error, Chromium takes a redirect status without Location for an \
                 ordinary answer; the standard looks at the status only.",
        explains: redirect_mode_needs_location,
        witness: witness::redirect_mode_needs_location,
    },
    Entry {
        name: "no-password-in-subresources",
        reason: "Chromium blocks all requests but navigations and XMLHttpRequest whose URL has a user \
                 name or password, after redirects as well; the standard refuses only some redirects.",
        explains: no_password_in_subresources,
        witness: witness::no_password_in_subresources,
    },
    Entry {
        name: "cache-survives-failure",
        reason: "Chromium keeps a preflight's answer in its cache when the request itself fails later; \
                 the standard clears it.",
        explains: cache_survives_failure,
        witness: witness::cache_survives_failure,
    },
    Entry {
        name: "status-407",
        reason: "407 from a server that is no proxy is a network error in Chromium.",
        explains: status_407,
        witness: witness::status_407,
    },
];

fn which_header_is_named(case: &Case) -> bool {
    let without_name = |line: &str| {
        let (before, after) = line.split_once("Request header field ")?;
        let (_, after) = after.split_once(' ')?;
        Some(format!("{before}{after}"))
    };
    let is_about_headers = without_name(&case.difference.engine).is_some();
    case.difference.aspect == Aspect::Console
        && is_about_headers
        && without_name(&case.difference.engine) == without_name(&case.difference.browser)
}

fn preflight_redirect_first(case: &Case) -> bool {
    let failed = case.trace.failed_step();
    let is_preflight = failed.is_some_and(|step| step.evidence.message == Message::Preflight);
    let is_reason = matches!(case.difference.aspect, Aspect::Reason | Aspect::Console);
    is_preflight
        && is_reason
        && case.trace.exchanges.last().is_some_and(has_location)
        && (case.difference.browser == "PreflightDisallowedRedirect"
            || case
                .difference
                .browser
                .ends_with("Redirect is not allowed for a preflight request."))
}

fn ftp_is_not_mixed_content(case: &Case) -> bool {
    let url = case.trace.urls.last();
    case.difference.rule == Rule::NotMixedContent
        && url.is_some_and(|url| url.href.starts_with("ftp:"))
        && matches!(
            case.difference.aspect,
            Aspect::Reason | Aspect::Console | Aspect::NetworkLine
        )
}

fn origin_in_spite_of_referrer_policy(case: &Case) -> bool {
    let Some(origin) = &case.trace.page_origin else {
        return false;
    };
    let named = format!("origin: {}", origin.serialize());
    let with_origin = case.difference.engine.replace("origin: null", &named);
    case.request.api == Api::Fetch
        && case.request.mode != Mode::Cors
        && case.difference.aspect == Aspect::Requests
        && with_origin == case.difference.browser.replace("origin: null", &named)
}

fn redirect_mode_needs_location(case: &Case) -> bool {
    let answer = case.trace.exchanges.last();
    case.difference.rule == Rule::RedirectModeFollows
        && answer.is_some_and(|answer| !has_location(answer))
}

fn no_password_in_subresources(case: &Case) -> bool {
    let has_password = |url: &str| {
        Url::parse(url).is_ok_and(|url| !url.username().is_empty() || url.password().is_some())
    };
    // XMLHttpRequest may ask for such a URL, but not be redirected to it.
    let first = match case.request.api {
        Api::Form => return false,
        Api::Xhr => 1,
        Api::Fetch | Api::Img | Api::Script => 0,
    };
    let urls = case.trace.urls.iter().skip(first);
    urls.into_iter().any(|url| has_password(&url.href))
}

fn cache_survives_failure(case: &Case) -> bool {
    case.difference.send > 0
        && case.difference.aspect == Aspect::Preflights
        && case.difference.browser.is_empty()
}

fn status_407(case: &Case) -> bool {
    let answer = case.trace.exchanges.last();
    answer.is_some_and(|answer| answer.status == Some(407))
}

fn has_location(answer: &Exchange) -> bool {
    let mut lines = answer.answer_headers.iter();
    lines.any(|(name, _)| name.eq_ignore_ascii_case("Location"))
}
