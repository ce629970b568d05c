//! The entries of the ledger.

use cors_engine::Rule;
use cors_engine::scenario::{Api, Mode, RedirectMode};
use cors_engine::trace::{Exchange, Message, UrlParts};

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
        name: "other-schemes-in-other-words",
        reason: "Of URLs that are neither http, https nor data, Chromium refuses some before it asks \
                 whether they are mixed content, and says so in words of their own for blob:, chrome: \
                 and others. The engine agrees that they are refused.",
        explains: other_schemes_in_other_words,
        witness: witness::other_schemes_in_other_words,
    },
    Entry {
        name: "page-checks-first",
        reason: "fetch() in Chromium asks for the modes same-origin and no-cors before ports and mixed \
                 content; the standard asks after them.",
        explains: page_checks_first,
        witness: witness::page_checks_first,
    },
    Entry {
        name: "redirect-target-before-cors-check",
        reason: "Chromium's network layer refuses a Location that it cannot follow before the CORS check \
                 of the answer that it stands in, and before the redirect mode; in the standard it comes \
                 after both.",
        explains: redirect_target_before_cors_check,
        witness: witness::redirect_target_before_cors_check,
    },
    Entry {
        name: "answers-from-the-http-cache",
        reason: "Who asks for one URL twice gets a permanent redirect, and other answers that hold for \
                 ever, from Chromium's HTTP cache the second time; the engine models no HTTP cache.",
        explains: answers_from_the_http_cache,
        witness: witness::answers_from_the_http_cache,
    },
    Entry {
        name: "images-upgraded-on-localhost",
        reason: "Chromium does not upgrade an image of http://localhost on an https page to https, but it \
                 upgrades it once localhost redirects it.",
        explains: images_upgraded_on_localhost,
        witness: witness::images_upgraded_on_localhost,
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

fn other_schemes_in_other_words(case: &Case) -> bool {
    let is_other = |url: &UrlParts| {
        let known = ["http:", "https:", "data:"];
        !known.iter().any(|scheme| url.href.starts_with(scheme))
    };
    let is_about_scheme = match case.difference.rule {
        Rule::NotMixedContent | Rule::SchemeIsHttp => case.trace.urls.last().is_some_and(is_other),
        Rule::LocationSchemeIsHttp => case.request.mode == Mode::SameOrigin,
        _ => false,
    };
    is_about_scheme && is_about_the_reason(case)
}

fn page_checks_first(case: &Case) -> bool {
    let asks_first = match case.request.mode {
        Mode::SameOrigin => true,
        Mode::NoCors => case.request.redirect != RedirectMode::Follow,
        Mode::Cors => false,
    };
    case.request.api == Api::Fetch
        && asks_first
        && is_about_the_reason(case)
        && matches!(
            case.difference.rule,
            Rule::PortNotBlocked | Rule::NotMixedContent
        )
}

fn redirect_target_before_cors_check(case: &Case) -> bool {
    let failed = case.trace.failed_step();
    let is_response = failed.is_some_and(|step| step.evidence.message == Message::Response);
    let is_redirected = case.trace.exchanges.last().is_some_and(is_redirect);
    let browser = &case.difference.browser;
    let is_refused = [
        "net::ERR_INVALID_REDIRECT",
        "net::ERR_UNSAFE_REDIRECT",
        "net::ERR_TOO_MANY_REDIRECTS",
        "RedirectContainsCredentials",
        "contains a username and password, which is disallowed for cross-origin requests.",
    ]
    .iter()
    .any(|error| browser.ends_with(error));
    let engine = &case.difference.engine;
    let is_silent = case.difference.aspect == Aspect::Console && engine.starts_with(browser);
    is_response && is_redirected && (is_silent || (is_about_the_reason(case) && is_refused))
}

fn answers_from_the_http_cache(case: &Case) -> bool {
    let address = |url: &str| url.split('#').next().unwrap_or_default().to_owned();
    let earlier = case.earlier.iter().flat_map(|trace| trace.requests());
    let mut kept: Vec<String> = Vec::new();
    for exchange in earlier {
        kept.extend(is_kept_for_ever(exchange).then(|| address(&exchange.url)));
    }
    for exchange in case.trace.requests() {
        let address = address(&exchange.url);
        if kept.contains(&address) {
            return true;
        }
        kept.extend(is_kept_for_ever(exchange).then_some(address));
    }
    false
}

/// Kept without a word from the server. Nothing that comes with the lab's own certificate is.
fn is_kept_for_ever(exchange: &Exchange) -> bool {
    exchange.url.starts_with("http://") && matches!(exchange.status, Some(300 | 301 | 308 | 410))
}

fn images_upgraded_on_localhost(case: &Case) -> bool {
    let is_local = |url: &UrlParts| url.href.starts_with("http://localhost");
    case.request.api == Api::Img
        && case.trace.urls.iter().skip(1).any(is_local)
        && case.difference.browser.contains("https://localhost")
}

/// Not about what happens, only about why.
fn is_about_the_reason(case: &Case) -> bool {
    matches!(
        case.difference.aspect,
        Aspect::Reason | Aspect::Console | Aspect::NetworkLine
    )
}

fn is_redirect(answer: &Exchange) -> bool {
    matches!(answer.status, Some(301 | 302 | 303 | 307 | 308)) && has_location(answer)
}

fn has_location(answer: &Exchange) -> bool {
    let mut lines = answer.answer_headers.iter();
    lines.any(|(name, _)| name.eq_ignore_ascii_case("Location"))
}
