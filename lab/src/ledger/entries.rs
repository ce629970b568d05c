//! The entries of the ledger.

use cors_engine::Rule;
use cors_engine::scenario::{Api, Mode, RedirectMode};
use cors_engine::trace::{Choice, Exchange, Message, Step, StepOutcome, UrlParts};
use url::Url;

use super::{Case, Entry, witness};
use crate::servers::combined;
use crate::verify::{Aspect, Difference};

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
        name: "origin-of-crossorigin-elements",
        reason: "An element with crossorigin set sends Origin in Chromium even to its page's own \
                 server; in the standard no GET within an origin has it.",
        explains: origin_of_crossorigin_elements,
        witness: witness::origin_of_crossorigin_elements,
    },
    Entry {
        name: "upload-listener-needs-body",
        reason: "Chromium asks for a preflight because of an upload listener only where there is a body \
                 to upload; XMLHttpRequest's standard does not look at the body.",
        explains: upload_listener_needs_body,
        witness: witness::upload_listener_needs_body,
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
                 of the answer that it stands in; in the standard the check comes first.",
        explains: redirect_target_before_cors_check,
        witness: witness::redirect_target_before_cors_check,
    },
    Entry {
        name: "empty-location",
        reason: "An empty Location is none to Chromium; in the standard it is the URL itself.",
        explains: empty_location,
        witness: witness::empty_location,
    },
    Entry {
        name: "permanent-redirects-are-cached",
        reason: "A chain that comes by one URL twice gets a permanent redirect from Chromium's HTTP \
                 cache the second time; the engine models no HTTP cache.",
        explains: permanent_redirects_are_cached,
        witness: witness::permanent_redirects_are_cached,
    },
    Entry {
        name: "no-cache-for-null",
        reason: "Chromium takes no preflight's answer from its cache for a request whose Origin is null; \
                 in the standard null is an origin like others there.",
        explains: no_cache_for_null,
        witness: witness::no_cache_for_null,
    },
    Entry {
        name: "images-upgraded-on-localhost",
        reason: "Chromium does not upgrade an image of http://localhost on an https page to https, but it \
                 upgrades it once localhost redirects it.",
        explains: images_upgraded_on_localhost,
        witness: witness::images_upgraded_on_localhost,
    },
    Entry {
        name: "origin-of-redirected-forms",
        reason: "A form's POST that is redirected to another origin has Origin: null in Chromium, also \
                 where the page's own server redirects it.",
        explains: origin_of_redirected_forms,
        witness: witness::origin_of_redirected_forms,
    },
    Entry {
        name: "fetch-joins-repeated-headers",
        reason: "Chromium joins repeated request headers of fetch() before it judges whether they are \
                 safelisted; the standard judges each alone.",
        explains: fetch_joins_repeated_headers,
        witness: witness::fetch_joins_repeated_headers,
    },
    Entry {
        name: "charset-in-capitals",
        reason: "XMLHttpRequest in Chromium writes charset=UTF-8 in capitals whatever the case that script \
                 chose; its standard leaves a name that matches alone.",
        explains: charset_in_capitals,
        witness: witness::charset_in_capitals,
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
        && is_about_the_reason(case)
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
    case.after_failure
}

fn origin_of_crossorigin_elements(case: &Case) -> bool {
    let Some(origin) = &case.trace.page_origin else {
        return false;
    };
    let sent = format!(" | origin: {}", origin.serialize());
    matches!(case.request.api, Api::Img | Api::Script)
        && case.request.mode == Mode::Cors
        && case.difference.aspect == Aspect::Requests
        && case.difference.engine.replace(&sent, "") == case.difference.browser.replace(&sent, "")
}

fn upload_listener_needs_body(case: &Case) -> bool {
    let takes_body = !matches!(case.request.method.as_str(), "GET" | "HEAD");
    case.request.upload_listener && !(takes_body && case.request.body.is_some())
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
    ]
    .iter()
    .any(|error| browser.ends_with(error));
    let is_silent = case.difference.aspect == Aspect::Console && browser.is_empty();
    is_response && is_redirected && (is_silent || (is_about_the_reason(case) && is_refused))
}

fn empty_location(case: &Case) -> bool {
    let is_empty = |answer: &Exchange| {
        combined(&answer.answer_headers, "Location").is_some_and(|location| location.is_empty())
    };
    let mut answers = case.trace.exchanges.iter();
    answers.any(|answer| is_redirect(answer) && is_empty(answer))
}

fn permanent_redirects_are_cached(case: &Case) -> bool {
    let address = |exchange: &Exchange| {
        exchange
            .url
            .split('#')
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let asked: Vec<(String, &Exchange)> = case
        .trace
        .requests()
        .map(|exchange| (address(exchange), exchange))
        .collect();
    asked.iter().enumerate().any(|(index, (url, exchange))| {
        matches!(exchange.status, Some(301 | 308))
            && asked[index + 1..].iter().any(|(later, _)| later == url)
    })
}

fn no_cache_for_null(case: &Case) -> bool {
    let is_cached = |step: &Step| step.outcome == StepOutcome::Decided(Choice::Yes);
    let mut requests = case.trace.requests();
    case.trace.steps_of(Rule::PreflightCached).any(is_cached)
        && requests.any(|request| request.header("Origin") == Some("null"))
}

fn images_upgraded_on_localhost(case: &Case) -> bool {
    let is_local = |url: &UrlParts| url.href.starts_with("http://localhost");
    case.request.api == Api::Img
        && case.trace.urls.iter().skip(1).any(is_local)
        && case.difference.browser.contains("https://localhost")
}

fn origin_of_redirected_forms(case: &Case) -> bool {
    let Some(origin) = &case.trace.page_origin else {
        return false;
    };
    let named = format!("origin: {}", origin.serialize());
    let hidden = |text: &str| text.replace(&named, "origin: null");
    case.request.api == Api::Form
        && case.trace.urls.len() > 1
        && case.difference.aspect == Aspect::Requests
        && hidden(&case.difference.engine) == hidden(&case.difference.browser)
}

fn fetch_joins_repeated_headers(case: &Case) -> bool {
    let mut names: Vec<String> = case
        .request
        .headers
        .iter()
        .map(|(name, _)| name.to_ascii_lowercase())
        .collect();
    names.sort_unstable();
    let is_repeated = names.windows(2).any(|pair| pair[0] == pair[1]);
    case.request.api == Api::Fetch && is_repeated
}

fn charset_in_capitals(case: &Case) -> bool {
    let Difference {
        engine, browser, ..
    } = case.difference;
    case.request.api == Api::Xhr
        && case.difference.aspect == Aspect::Requests
        && engine.replace("charset=utf-8", "charset=UTF-8") == *browser
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

fn status_407(case: &Case) -> bool {
    let answer = case.trace.exchanges.last();
    answer.is_some_and(|answer| answer.status == Some(407))
}

fn has_location(answer: &Exchange) -> bool {
    let mut lines = answer.answer_headers.iter();
    lines.any(|(name, _)| name.eq_ignore_ascii_case("Location"))
}
