//! HTTP/1.1 as it goes over the wire: one request, one answer, one connection.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// No server here needs as long as that.
const PATIENCE: Duration = Duration::from_secs(20);
/// More than any of them answers.
const LONGEST: u64 = 1024 * 1024;

/// Header lines: name and value.
pub(super) type Lines = Vec<(String, String)>;

/// What is asked.
pub(super) struct Request<'a> {
    pub(super) method: &'a str,
    pub(super) path: &'a str,
    pub(super) headers: Lines,
    pub(super) body: &'a str,
}

/// What comes back; of the body nothing is told apart.
#[derive(Debug)]
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) headers: Lines,
    pub(super) rest: String,
}

impl Response {
    /// The first line with this name.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.headers.iter();
        let line = lines.find(|(line, _)| line.eq_ignore_ascii_case(name))?;
        Some(&line.1)
    }
}

/// Where a server of this machine listens.
pub(super) fn loopback(port: u16) -> SocketAddr {
    (Ipv4Addr::LOCALHOST, port).into()
}

/// Asks a server of this machine.
pub(super) fn ask(port: u16, request: &Request) -> Result<Response> {
    let mut stream = TcpStream::connect(loopback(port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let Request {
        method,
        path,
        headers,
        body,
    } = request;
    let mut text = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n");
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    // As browsers do, also for no body at all.
    if !body.is_empty() || matches!(*method, "POST" | "PUT") {
        text.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    text.push_str("Connection: close\r\n\r\n");
    text.push_str(body);
    stream.write_all(text.as_bytes())?;
    let mut answer = Vec::new();
    // A server that closes early, as one does that does not want the body, has answered all the same.
    let end = stream.take(LONGEST).read_to_end(&mut answer);
    parse(&answer).with_context(|| match end {
        Err(error) => format!("{method} {path} was not answered: {error}"),
        Ok(_) => format!("{method} {path} was not answered in HTTP"),
    })
}

fn parse(answer: &[u8]) -> Result<Response> {
    let mut headers = [httparse::EMPTY_HEADER; 100];
    let mut response = httparse::Response::new(&mut headers);
    let httparse::Status::Complete(length) = response.parse(answer)? else {
        bail!("the answer ends in its head");
    };
    let one_byte_each = |bytes: &[u8]| bytes.iter().map(|byte| char::from(*byte)).collect();
    Ok(Response {
        status: response.code.unwrap_or_default(),
        headers: response
            .headers
            .iter()
            .map(|line| (line.name.to_owned(), one_byte_each(line.value)))
            .collect(),
        rest: String::from_utf8_lossy(&answer[length..]).into_owned(),
    })
}

/// A port that nobody listens at.
pub(super) fn free_port() -> Result<u16> {
    let listener = std::net::TcpListener::bind(loopback(0))?;
    Ok(listener.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_line_by_line() {
        let answer = b"HTTP/1.1 204 No Content\r\nVary: Origin\r\nvary: \xE9\r\n\r\nrest";
        let response = parse(answer).expect("it is whole");
        assert_eq!(response.status, 204);
        let lines = [("Vary", "Origin"), ("vary", "\u{E9}")];
        assert_eq!(
            response.headers,
            lines.map(|(a, b)| (a.to_owned(), b.to_owned()))
        );
        assert_eq!(response.rest, "rest");
        assert!(parse(b"HTTP/1.1 204 No").is_err());
    }
}
