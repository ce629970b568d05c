//! The questions that a fetch ended before, so that a screen can say what was never asked.

use alloc::vec::Vec;

use crate::infrastructure::headers::cors_safelisted_request_header::cors_unsafe_request_header_names;
use crate::infrastructure::methods::is_cors_safelisted_method;
use crate::infrastructure::requests::{Request, ResponseTainting};
use crate::rules::Rule;
use crate::scenario::Profile;
use crate::trace::{Message, Recorder, StepOutcome};

/// Lists what would have been asked at the hop where a CORS request failed.
///
/// A failure before the CORS protocol (a port, mixed content) leaves nothing to list: what would
/// come after depends on how it is mended.
pub(super) fn list(trace: &mut Recorder, profile: Profile, request: &Request) {
    if request.response_tainting != ResponseTainting::Cors {
        return;
    }
    let Some(failed) = trace
        .steps
        .iter()
        .find(|step| step.outcome == StepOutcome::Failed)
    else {
        return;
    };
    let failed_at = (place(failed.rule), failed.evidence.message);
    let path = path(profile, request);
    let Some(position) = path.iter().position(|step| *step == failed_at) else {
        return;
    };
    for &(rule, message) in &path[position + 1..] {
        trace.not_reached(rule, message);
    }
}

/// The rule whose place in the path a rule takes.
fn place(rule: Rule) -> Rule {
    match rule {
        Rule::WildcardWithoutCredentials => Rule::AllowOriginMatches,
        Rule::AllowMethodsParses => Rule::PreflightStatusOk,
        Rule::AllowHeadersParses => Rule::PreflightStatusOk,
        Rule::AuthorizationListed => Rule::RequestHeaderAllowed,
        rule => rule,
    }
}

/// All that is asked of a CORS request's answers, in order.
fn path(profile: Profile, request: &Request) -> Vec<(Rule, Message)> {
    let mut path = Vec::new();
    let check = |path: &mut Vec<(Rule, Message)>, message| {
        path.push((Rule::AllowOriginPresent, message));
        path.push((Rule::AllowOriginMatches, message));
        if request.includes_credentials() {
            path.push((Rule::AllowCredentialsTrue, message));
        }
    };
    path.push((Rule::ServerAnswered, Message::PreflightRequest));
    check(&mut path, Message::Preflight);
    path.push((Rule::PreflightStatusOk, Message::Preflight));
    if !is_cors_safelisted_method(&request.method) {
        path.push((Rule::MethodAllowed, Message::Preflight));
    }
    if !cors_unsafe_request_header_names(profile, &request.header_list).is_empty() {
        path.push((Rule::RequestHeaderAllowed, Message::Preflight));
    }
    path.push((Rule::ServerAnswered, Message::Request));
    check(&mut path, Message::Response);
    path.push((Rule::ResponseVisible, Message::Response));
    path
}
