//! HTTP/1.1 messages as they are on the wire: one code point of a line is one byte.

use std::io::{self, Read};

use cors_engine::infrastructure::statuses::reason_phrase;
use cors_engine::scenario::HeaderLines;

/// The longest head of a request that is read.
const LONGEST_HEAD: usize = 256 * 1024;

/// How a connection was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Plain HTTP.
    Http,
    /// HTTP over TLS.
    Https,
}

/// A request that reached a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedRequest {
    /// How it came.
    pub scheme: Scheme,
    /// The method.
    pub method: String,
    /// The request target: path and query.
    pub target: String,
    /// The header lines, as they came.
    pub headers: HeaderLines,
    /// The body.
    pub body: Vec<u8>,
}

impl ReceivedRequest {
    /// The value of a header, several lines joined by `, `.
    pub fn header(&self, name: &str) -> Option<String> {
        combined(&self.headers, name)
    }

    /// The URL that it asks for.
    pub fn url(&self) -> String {
        let scheme = match self.scheme {
            Scheme::Http => "http",
            Scheme::Https => "https",
        };
        let host = self.header("Host").unwrap_or_default();
        format!("{scheme}://{host}{}", self.target)
    }

    /// The host that it asks, without the port.
    pub fn host(&self) -> String {
        let host = self.header("Host").unwrap_or_default();
        let is_port = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        match host.rsplit_once(':') {
            Some((host, port)) if is_port(port) => host.to_owned(),
            _ => host,
        }
    }

    /// The bytes of the whole request.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let head = format!("{} {} HTTP/1.1\r\n", self.method, self.target);
        message_bytes(head, &self.headers, &self.body)
    }

    /// True for a CORS-preflight request.
    pub fn is_preflight(&self) -> bool {
        self.method == "OPTIONS" && self.header("Access-Control-Request-Method").is_some()
    }
}

/// The value of a header among `lines`, several lines joined by `, `.
pub(crate) fn combined(lines: &HeaderLines, name: &str) -> Option<String> {
    let values: Vec<&str> = lines
        .iter()
        .filter(|(line, _)| line.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.as_str())
        .collect();
    (!values.is_empty()).then(|| values.join(", "))
}

/// Reads a request with its body; `None` when the connection ends before one came.
pub(super) fn read_request(
    stream: &mut impl Read,
    scheme: Scheme,
) -> io::Result<Option<ReceivedRequest>> {
    let mut bytes = Vec::new();
    let mut chunk = [0; 8 * 1024];
    let head_end = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        let read = stream.read(&mut chunk)?;
        if read == 0 || bytes.len() > LONGEST_HEAD {
            return Ok(None);
        }
        bytes.extend_from_slice(&chunk[..read]);
    };
    let mut request = parse_head(&bytes[..head_end], scheme);
    let length = request
        .as_ref()
        .and_then(|request| request.header("Content-Length"))
        .and_then(|length| length.parse::<usize>().ok())
        .unwrap_or(0);
    // An unread body would turn the end of the connection into a reset.
    while bytes.len() < head_end + 4 + length {
        match stream.read(&mut chunk)? {
            0 => break,
            read => bytes.extend_from_slice(&chunk[..read]),
        }
    }
    if let Some(request) = &mut request {
        request.body = bytes.split_off(head_end + 4);
    }
    Ok(request)
}

fn parse_head(head: &[u8], scheme: Scheme) -> Option<ReceivedRequest> {
    let text: String = head.iter().map(|byte| char::from(*byte)).collect();
    let mut lines = text.split("\r\n");
    let mut request_line = lines.next()?.splitn(3, ' ');
    let method = request_line.next()?.to_owned();
    let target = request_line.next()?.to_owned();
    let headers = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_owned(), value.trim_matches([' ', '\t']).to_owned()))
        .collect();
    Some(ReceivedRequest {
        scheme,
        method,
        target,
        headers,
        body: Vec::new(),
    })
}

/// The bytes of an answer: exactly these header lines, none added.
pub(super) fn answer_bytes(status: &str, headers: &HeaderLines, body: &[u8]) -> Vec<u8> {
    let reason = status.parse().map(reason_phrase).unwrap_or_default();
    message_bytes(format!("HTTP/1.1 {status} {reason}\r\n"), headers, body)
}

/// The bytes of a message whose first line is `head`.
fn message_bytes(mut head: String, headers: &HeaderLines, body: &[u8]) -> Vec<u8> {
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    // The engine refuses scenarios with a code point above U+00FF here.
    let mut bytes: Vec<u8> = head.chars().map(|byte| byte as u8).collect();
    bytes.extend_from_slice(body);
    bytes
}
