//! Firefox's console, as version 153.7 prints it; its texts are keys of `security.properties`.
//!
//! NOT MODELLED: what it says of MIME types, Opaque Response Blocking, referrer policies and XML.

pub(super) mod templates;
mod texts;

use alloc::string::String;
use alloc::vec::Vec;

use templates::*;
use texts::{allow_origin_mismatch, cors, did_not_succeed, preflight_status, reason};

use super::blocked::Blocked;
use super::{
    ConsoleLine, Texts, bad_status, headers_dropped_by_xhr, request_of, run, upgraded_images,
};
use crate::cut::{cut, split};
use crate::infrastructure::headers::normalize;
use crate::origin::Origin;
use crate::rules::Rule;
use crate::scenario::{Api, Mode, RedirectMode, Scenario};
use crate::trace::{Message, StepOutcome, Trace};
use crate::url::Url;

pub(super) fn lines(scenario: &Scenario, trace: &Trace, texts: Texts) -> Vec<ConsoleLine> {
    let mut lines: Vec<String> = headers_dropped_by_xhr(scenario, trace)
        .map(|name| texts.say(FORBIDDEN_HEADER, [name]))
        .collect();
    let blocked = Blocked::of(scenario, trace, texts);
    let is_asked = |it: &Blocked| it.rule != Rule::PortNotBlocked;
    if blocked.as_ref().is_none_or(is_asked) {
        let upgraded = upgraded_images(scenario, trace);
        lines.extend(
            upgraded
                .iter()
                .map(|url| texts.say(UPGRADED, [url.as_str()])),
        );
    }
    lines.extend(authorization_warnings(trace, texts));
    if let Some(blocked) = blocked {
        // A page that cannot be shown is replaced by one that says why.
        if blocked.api != Api::Form {
            lines.extend(reasons(&blocked));
        }
        if blocked.api == Api::Script && blocked.rule != Rule::RequestUrlParses {
            lines.push(script_line(&blocked, &lines));
        }
    } else if request_of(scenario, trace).api == Api::Script && bad_status(trace).is_some() {
        lines.extend(
            trace
                .urls
                .first()
                .map(|url| texts.say(SCRIPT_FAILED, [&url.href])),
        );
    }
    lines.into_iter().map(run).collect()
}

/// Of every preflight that allows `Authorization` by `*` alone.
fn authorization_warnings(trace: &Trace, texts: Texts) -> impl Iterator<Item = String> {
    let names_it = |list: &str| {
        let mut names = split(list, b',');
        names.any(|name| normalize(name).eq_ignore_ascii_case("authorization"))
    };
    let allowed = trace
        .steps_of(Rule::AuthorizationListed)
        .filter(|step| step.outcome == StepOutcome::Passed);
    allowed
        .filter(move |step| {
            step.evidence
                .found
                .as_deref()
                .is_some_and(|list| !names_it(list))
        })
        .filter_map(|step| trace.urls.get(step.evidence.hop))
        .map(move |url| texts.say(AUTHORIZATION_WARNING, [&url.href]))
}

/// What is said of the rule, and that the request came to nothing.
fn reasons(blocked: &Blocked) -> Vec<String> {
    let mut lines: Vec<String> = reason(blocked).into_iter().collect();
    let url = blocked.last_url;
    if blocked.message == Message::Preflight && blocked.is_redirect() {
        lines.extend(redirected_preflight(blocked));
    }
    if let Some(url) = given_up(blocked) {
        lines.push(did_not_succeed(blocked, url));
    }
    // The preflight's connection is told of besides the request's.
    if blocked.rule == Rule::ServerAnswered && blocked.message == Message::PreflightRequest {
        lines.push(did_not_succeed(blocked, url));
    }
    lines
}

/// The URL of a request that ended before script could get an answer, other than by the CORS check
/// of an answer that was the last one.
fn given_up<'a>(blocked: &Blocked<'a>) -> Option<&'a str> {
    let url = blocked.last_url;
    let is_cors_mode = blocked.mode == Mode::Cors;
    match (blocked.rule, blocked.message) {
        (_, Message::Preflight) => Some(url),
        (Rule::LocationWithoutCredentials, _) => is_cors_mode.then_some(url),
        (Rule::PortNotBlocked, _) => blocked.previous_url().filter(|_| is_cors_mode),
        (Rule::NotMixedContent, _) => blocked.previous_url().filter(|_| blocked.was_cors()),
        (
            Rule::ServerAnswered
            | Rule::LocationParses
            | Rule::LocationSchemeIsHttp
            | Rule::RedirectsWithin20,
            _,
        ) => blocked.is_cors().then_some(url),
        (
            Rule::AllowOriginPresent
            | Rule::AllowOriginMatches
            | Rule::WildcardWithoutCredentials
            | Rule::AllowCredentialsTrue,
            _,
        ) => {
            let follows = blocked.request.redirect == RedirectMode::Follow;
            (follows && blocked.is_redirect()).then_some(url)
        }
        _ => None,
    }
}

/// A preflight that is redirected is told of by where it leads, unless its own CORS check failed.
fn redirected_preflight(blocked: &Blocked) -> Vec<String> {
    let url = blocked.last_url;
    let mut lines = Vec::new();
    if blocked.rule != Rule::PreflightStatusOk {
        return [did_not_succeed(blocked, url)].into();
    }
    let Some(location) = blocked.location() else {
        return [did_not_succeed(blocked, url)].into();
    };
    lines.push(cors(blocked, url, REDIRECTED, []));
    let asked = Url::parse(url).map(|url| Origin::of_url(&url));
    let stays = asked.is_some_and(|asked| asked.is_same_origin(&Origin::of_url(&location)));
    lines.push(match stays {
        true => preflight_status(blocked),
        false => allow_origin_mismatch(blocked),
    });
    lines
}

/// The last line of a script that does not load.
fn script_line(blocked: &Blocked, lines: &[String]) -> String {
    let url = blocked.initial_url;
    let (scheme, _) = cut(url, b':');
    let is_cors = lines
        .iter()
        .any(|line| line.starts_with("Cross-Origin Request Blocked"));
    let is_mixed = blocked.rule == Rule::NotMixedContent && blocked.is_redirected();
    let says_link = |line: &String| line.as_bytes().windows(12).any(|it| it == b"load or link");
    let is_linked = lines.iter().any(says_link)
        && !(blocked.mode == Mode::Cors && blocked.rule == Rule::LocationSchemeIsHttp);
    let template = match blocked.rule {
        Rule::DataUrlReadable => SCRIPT_MALFORMED,
        Rule::SchemeIsHttp if scheme == "blob" => SCRIPT_MALFORMED,
        _ if is_cors || is_mixed || is_linked => SCRIPT_NOT_ALLOWED,
        _ => SCRIPT_FAILED,
    };
    blocked.say(template, [url])
}
