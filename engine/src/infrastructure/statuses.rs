//! [Statuses](https://fetch.spec.whatwg.org/#statuses).

use crate::cut::{cut, split};
use crate::number;

/// Whether a status is an [ok status](https://fetch.spec.whatwg.org/#ok-status).
pub fn is_ok_status(status: u16) -> bool {
    (200..=299).contains(&status)
}

/// Whether a status is a [redirect status](https://fetch.spec.whatwg.org/#redirect-status).
///
/// 300 is none, with or without `Location`.
pub fn is_redirect_status(status: u16) -> bool {
    matches!(status, 301 | 302 | 303 | 307 | 308)
}

/// The status that a scenario's text means, if a server can end an exchange with it.
///
/// No 100 to 199: they announce the real answer.
pub fn status_from_text(text: &str) -> Option<u16> {
    let status = u16::try_from(number::read(text)?).ok()?;
    (text.len() == 3 && status >= 200).then_some(status)
}

/// The words that servers usually send with a status; empty for those without a registered one.
pub fn reason_phrase(status: u16) -> &'static str {
    let mut lines = split(REASON_PHRASES, b'\n').map(|line| cut(line, b' '));
    let line = lines.find(|(number, _)| status_from_text(number) == Some(status));
    line.and_then(|(_, phrase)| phrase).unwrap_or_default()
}

/// One text, for a pointer to each phrase is larger than most phrases.
const REASON_PHRASES: &str = "\
200 OK\n\
201 Created\n\
202 Accepted\n\
203 Non-Authoritative Information\n\
204 No Content\n\
205 Reset Content\n\
206 Partial Content\n\
300 Multiple Choices\n\
301 Moved Permanently\n\
302 Found\n\
303 See Other\n\
304 Not Modified\n\
307 Temporary Redirect\n\
308 Permanent Redirect\n\
400 Bad Request\n\
401 Unauthorized\n\
402 Payment Required\n\
403 Forbidden\n\
404 Not Found\n\
405 Method Not Allowed\n\
406 Not Acceptable\n\
407 Proxy Authentication Required\n\
408 Request Timeout\n\
409 Conflict\n\
410 Gone\n\
411 Length Required\n\
412 Precondition Failed\n\
413 Content Too Large\n\
414 URI Too Long\n\
415 Unsupported Media Type\n\
418 I'm a teapot\n\
422 Unprocessable Content\n\
429 Too Many Requests\n\
500 Internal Server Error\n\
501 Not Implemented\n\
502 Bad Gateway\n\
503 Service Unavailable\n\
504 Gateway Timeout";
