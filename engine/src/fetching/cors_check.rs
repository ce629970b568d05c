//! The [CORS check](https://fetch.spec.whatwg.org/#cors-check): may the page's origin read this answer?

use crate::infrastructure::headers::HeaderList;
use crate::infrastructure::requests::Request;
use crate::rules::Rule;
use crate::trace::{Failure, Finding, Recorder};

const ALLOW_ORIGIN: &str = "Access-Control-Allow-Origin";
const ALLOW_CREDENTIALS: &str = "Access-Control-Allow-Credentials";

/// Performs a [CORS check](https://fetch.spec.whatwg.org/#concept-cors-check) for a request and the
/// headers of an answer.
///
/// # Errors
/// The answer is not for this origin.
pub(crate) fn cors_check(
    trace: &mut Recorder,
    request: &Request,
    headers: &HeaderList,
) -> Result<(), Failure> {
    let request_origin = request.serialize_origin();

    // 1. Let origin be the value of `Access-Control-Allow-Origin`; several lines are joined by ", ".
    let origin = headers.get(ALLOW_ORIGIN);

    // 2. If origin is null, return failure. (Null is its absence. `null` is a value like others.)
    let Some(origin) = origin else {
        let finding = Finding::absent(ALLOW_ORIGIN).wanted(&request_origin);
        return Err(trace.fail(Rule::AllowOriginPresent, finding));
    };
    let found = Finding::made(&origin)
        .header(ALLOW_ORIGIN)
        .field(headers.field(ALLOW_ORIGIN));
    trace.pass(Rule::AllowOriginPresent, found.clone());

    // 3. If credentials mode is not "include" and origin is `*`, return success.
    if origin == "*" && !request.includes_credentials() {
        trace.pass(Rule::WildcardWithoutCredentials, found);
        return Ok(());
    }
    if origin == "*" {
        // Step 4 would fail, too, since no origin is `*`; this names the reason.
        let finding = found.wanted(&request_origin);
        return Err(trace.fail(Rule::WildcardWithoutCredentials, finding));
    }

    // 4. If the serialized request origin is not origin, return failure.
    let found = found.wanted(&request_origin);
    if origin != request_origin {
        let (from, to) = differing_bytes(&origin, &request_origin);
        return Err(trace.fail(Rule::AllowOriginMatches, found.bytes(from, to)));
    }
    trace.pass(Rule::AllowOriginMatches, found);

    // 5. If credentials mode is not "include", return success.
    if !request.includes_credentials() {
        return Ok(());
    }

    // 6. Let credentials be the value of `Access-Control-Allow-Credentials`.
    let credentials = headers.get(ALLOW_CREDENTIALS);
    let finding = match &credentials {
        None => Finding::absent(ALLOW_CREDENTIALS),
        Some(value) => Finding::made(value)
            .header(ALLOW_CREDENTIALS)
            .field(headers.field(ALLOW_CREDENTIALS)),
    };
    let mut finding = finding.wanted("true");

    // 7. If credentials is `true`, return success.
    if credentials.as_deref() == Some("true") {
        trace.pass(Rule::AllowCredentialsTrue, finding);
        return Ok(());
    }

    // 8. Return failure.
    if let Some(value) = &credentials {
        let (from, to) = differing_bytes(value, "true");
        finding = finding.bytes(from, to);
    }
    Err(trace.fail(Rule::AllowCredentialsTrue, finding))
}

/// The bytes of `found` that differ from `wanted`: between what both begin and what both end with.
fn differing_bytes(found: &str, wanted: &str) -> (usize, usize) {
    let same = |one: &mut dyn Iterator<Item = char>, two: &mut dyn Iterator<Item = char>| {
        one.zip(two).take_while(|(one, two)| one == two).count()
    };
    let (length, wanted_length) = (found.chars().count(), wanted.chars().count());
    let from = same(&mut found.chars(), &mut wanted.chars());
    let ends = same(&mut found.chars().rev(), &mut wanted.chars().rev());
    // Neither text may lend one byte to both its beginning and its end.
    let ends = ends.min(length - from).min(wanted_length - from);
    (from, length - ends)
}
