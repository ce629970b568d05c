//! One exchange of HTTP/1.1: reads a request for a file, answers, and closes the connection.

use std::fs;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::paths::{Target, content_type, resolve};

/// Browsers open connections that they may never use; none shall wait for them for ever.
const PATIENCE: Duration = Duration::from_secs(10);

/// More than any browser sends to ask for a file.
const LONGEST_HEAD: usize = 32 * 1024;

/// The files of a folder, and what is said with each.
pub(crate) struct Files {
    pub(crate) root: PathBuf,
    /// Headers besides those that every answer needs.
    pub(crate) headers: &'static [(&'static str, &'static str)],
}

struct Response {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

/// Answers the one request of a connection.
pub(crate) fn exchange(files: &Files, mut stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let Some((method, target)) = read_request(&mut stream)? else {
        return write(
            &mut stream,
            "GET",
            text("400 Bad Request", "This is no request for a file."),
        );
    };
    let response = match method.as_str() {
        "GET" | "HEAD" => files
            .headers
            .iter()
            .fold(file(&files.root, &target), |response, (name, value)| {
                with(response, name, value)
            }),
        _ => with(
            text("405 Method Not Allowed", "These files can only be read."),
            "Allow",
            "GET, HEAD",
        ),
    };
    write(&mut stream, &method, response)
}

/// The method and the target of the request; none if it is not HTTP.
fn read_request(stream: &mut TcpStream) -> io::Result<Option<(String, String)>> {
    let mut head = Vec::new();
    let mut part = [0; 4096];
    while head.len() < LONGEST_HEAD {
        let count = stream.read(&mut part)?;
        head.extend_from_slice(&part[..count]);
        let mut headers = [httparse::EMPTY_HEADER; 100];
        let mut request = httparse::Request::new(&mut headers);
        match request.parse(&head) {
            Ok(httparse::Status::Complete(_)) => {
                let words = request.method.zip(request.path);
                return Ok(words.map(|(method, path)| (method.to_owned(), path.to_owned())));
            }
            Ok(httparse::Status::Partial) if count > 0 => {}
            _ => return Ok(None),
        }
    }
    Ok(None)
}

fn file(root: &Path, target: &str) -> Response {
    match resolve(root, target) {
        Target::File(path) => match fs::read(&path) {
            Ok(body) => {
                let headers = vec![("Content-Type", content_type(&path).to_owned())];
                Response {
                    status: "200 OK",
                    headers,
                    body,
                }
            }
            Err(_) => missing(),
        },
        Target::Folder(place) => with(
            text("301 Moved Permanently", "It is a folder: add a slash."),
            "Location",
            &place,
        ),
        Target::Nothing => missing(),
    }
}

fn missing() -> Response {
    text("404 Not Found", "There is no such file.")
}

fn text(status: &'static str, sentence: &str) -> Response {
    let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
    Response {
        status,
        headers,
        body: format!("{sentence}\n").into_bytes(),
    }
}

fn with(mut response: Response, name: &'static str, value: &str) -> Response {
    response.headers.push((name, value.to_owned()));
    response
}

fn write(stream: &mut TcpStream, method: &str, response: Response) -> io::Result<()> {
    let Response {
        status,
        headers,
        body,
    } = response;
    // A build that was just replaced must not be shown again.
    let mut head = format!("HTTP/1.1 {status}\r\nCache-Control: no-cache\r\nConnection: close\r\n");
    for (name, value) in headers {
        head += &format!("{name}: {value}\r\n");
    }
    head += &format!("Content-Length: {}\r\n\r\n", body.len());
    stream.write_all(head.as_bytes())?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.shutdown(Shutdown::Write)?;
    // What the other side still sends is read, or the system would take the answer back with a reset.
    io::copy(stream, &mut io::sink()).map(drop)
}
