//! The [Headers class](https://fetch.spec.whatwg.org/#headers-class): which headers script may set.

use crate::infrastructure::headers::cors_safelisted_request_header::{
    Unsafe, cors_safelisted_request_header, is_no_cors_safelisted_request_header,
};
use crate::infrastructure::headers::forbidden_request_header::is_forbidden_request_header;
use crate::infrastructure::headers::{
    HeaderList, SetBy, is_header_name, is_header_value, normalize, position_of_no_token,
    position_of_no_value,
};
use crate::rules::Rule;
use crate::scenario::{Field, HeaderLines, Mode, Profile};
use crate::trace::{Choice, Failure, Finding, Recorder};

/// A [headers guard](https://fetch.spec.whatwg.org/#concept-headers-guard) of requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guard {
    Request,
    RequestNoCors,
}

/// [Appends](https://fetch.spec.whatwg.org/#concept-headers-append) the lines that script sets.
///
/// # Errors
/// A name or a value that no header can have: script gets a `TypeError`.
pub(crate) fn fill(
    trace: &mut Recorder,
    profile: Profile,
    list: &mut HeaderList,
    guard: Guard,
    lines: &HeaderLines,
) -> Result<(), Failure> {
    for (index, (name, value)) in lines.iter().enumerate() {
        // 1. Normalize value.
        let value = normalize(value);
        // 2. Validate.
        validate(trace, index, name, value)?;
        let is_kept = match guard {
            Guard::Request => is_not_forbidden(trace, profile, index, name, value),
            // 3. A no-cors request takes less.
            Guard::RequestNoCors => is_no_cors_safelisted(trace, list, index, name, value),
        };
        // 4. Append.
        if is_kept {
            list.append(name, value, SetBy::Scenario(Field::RequestHeader(index)));
        }
        // 5. `Range`, the one privileged no-CORS header, is not safelisted there, so it never comes here.
    }
    Ok(())
}

/// [Validates](https://fetch.spec.whatwg.org/#headers-validate) name and value, step 1.
pub(super) fn validate(
    trace: &mut Recorder,
    index: usize,
    name: &str,
    value: &str,
) -> Result<(), Failure> {
    let field = Field::RequestHeader(index);
    // Script's texts are made bytes of before anything looks at them.
    if let Some(position) = value.chars().position(|it| it > '\u{FF}') {
        let finding = Finding::at(field, value).header(name).byte(Some(position));
        return Err(trace.fail(Rule::RequestHeaderValueValid, finding));
    }
    if !is_header_name(name) {
        let finding = Finding::at(field, name).byte(position_of_no_token(name));
        return Err(trace.fail(Rule::RequestHeaderNameIsToken, finding));
    }
    trace.pass(Rule::RequestHeaderNameIsToken, Finding::at(field, name));
    let position = position_of_no_value(value);
    let finding = Finding::at(field, value).header(name).byte(position);
    trace.require(
        Rule::RequestHeaderValueValid,
        Choice::from(position.is_none()),
        finding,
    )?;
    Ok(())
}

/// Validate, step 3: the browser drops forbidden headers without a word.
pub(super) fn is_not_forbidden(
    trace: &mut Recorder,
    profile: Profile,
    index: usize,
    name: &str,
    value: &str,
) -> bool {
    let is_forbidden = is_forbidden_request_header(profile, name, value);
    let choice = match is_forbidden {
        true => Choice::No,
        false => Choice::Yes,
    };
    let finding = Finding::at(Field::RequestHeader(index), value).header(name);
    trace.decide(Rule::RequestHeaderNotForbidden, choice, finding);
    !is_forbidden
}

/// Append, step 3: the value is judged together with those of earlier lines of its name.
fn is_no_cors_safelisted(
    trace: &mut Recorder,
    list: &HeaderList,
    index: usize,
    name: &str,
    value: &str,
) -> bool {
    let is_safelisted = match list.get(name) {
        None => is_no_cors_safelisted_request_header(name, value),
        Some(earlier) => {
            let joined = alloc::format!("{earlier}, {value}");
            is_no_cors_safelisted_request_header(name, &joined)
        }
    };
    let choice = Choice::from(is_safelisted);
    let finding = Finding::at(Field::RequestHeader(index), value).header(name);
    trace.decide(Rule::NoCorsRequestHeaderSafelisted, choice, finding);
    is_safelisted
}

/// What a request header does to a request, for an editor to say beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderEffect {
    /// The name is no header name: script gets an exception.
    BadName,
    /// The value cannot stand on a header line: script gets an exception.
    BadValue,
    /// The browser drops it.
    Forbidden,
    /// A no-cors request may not carry it: the browser drops it.
    DroppedByNoCors,
    /// It needs no preflight.
    Safelisted,
    /// It causes a preflight, for this reason.
    CausesPreflight(Unsafe),
}

/// What one request header does to a request in `mode`, to the browser of `profile`.
pub fn header_effect(profile: Profile, name: &str, value: &str, mode: Mode) -> HeaderEffect {
    let value = normalize(value);
    if !is_header_name(name) {
        return HeaderEffect::BadName;
    }
    if !is_header_value(value) {
        return HeaderEffect::BadValue;
    }
    if mode == Mode::NoCors {
        return match is_no_cors_safelisted_request_header(name, value) {
            true => HeaderEffect::Safelisted,
            false => HeaderEffect::DroppedByNoCors,
        };
    }
    if is_forbidden_request_header(profile, name, value) {
        return HeaderEffect::Forbidden;
    }
    match cors_safelisted_request_header(profile, name, value) {
        Ok(()) => HeaderEffect::Safelisted,
        Err(reason) => HeaderEffect::CausesPreflight(reason),
    }
}
