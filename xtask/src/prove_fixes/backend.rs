//! An API without CORS headers, which servers and proxies stand before.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use anyhow::Result;

use super::http::loopback;

const PATIENCE: Duration = Duration::from_secs(10);

/// Starts it; it runs as long as this process. Gives its port.
pub(super) fn start() -> Result<u16> {
    let listener = TcpListener::bind(loopback(0))?;
    let port = listener.local_addr()?.port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || answer(stream));
        }
    });
    Ok(port)
}

fn answer(mut stream: TcpStream) -> Option<()> {
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    let (method, path) = read(&mut stream)?;
    let found = match path.as_str() {
        "/users" | "/users/7" | "/private" => "200 OK",
        "/broken" => "500 Internal Server Error",
        _ => "404 Not Found",
    };
    let body = format!("{method} {path}");
    let text = format!(
        "HTTP/1.1 {found}\r\nContent-Type: text/plain\r\nX-Total-Count: 3\r\nX-Handler: ran\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(text.as_bytes()).ok()
}

/// Method and path of a request, of which all is read.
fn read(stream: &mut TcpStream) -> Option<(String, String)> {
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    loop {
        let count = stream.read(&mut part).ok().filter(|count| *count > 0)?;
        bytes.extend_from_slice(&part[..count]);
        let mut headers = [httparse::EMPTY_HEADER; 100];
        let mut request = httparse::Request::new(&mut headers);
        let Ok(httparse::Status::Complete(length)) = request.parse(&bytes) else {
            continue;
        };
        let value = |name: &str| {
            let mut lines = request.headers.iter();
            let line = lines.find(|line| line.name.eq_ignore_ascii_case(name))?;
            std::str::from_utf8(line.value).ok()
        };
        let is_chunked = value("Transfer-Encoding").is_some();
        let wanted = value("Content-Length").and_then(|it| it.parse().ok());
        let is_whole = match is_chunked {
            true => bytes.ends_with(b"0\r\n\r\n"),
            false => bytes.len() - length >= wanted.unwrap_or(0_usize),
        };
        if is_whole {
            return Some((request.method?.to_owned(), request.path?.to_owned()));
        }
    }
}
