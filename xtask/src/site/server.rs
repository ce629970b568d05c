//! A small server of static files on the loopback interface.
//! Written here, for the small libraries that do this lose connections when a browser opens several at once.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use anyhow::{Result, bail};

use super::http::{self, Files};

/// A port that is ours already, before there is something to serve.
pub(crate) struct Bound(TcpListener);

/// A server that runs until the process ends.
pub(crate) struct Serving {
    /// The address of the page.
    pub(crate) url: String,
    thread: JoinHandle<()>,
}

/// Takes the port; the error says what to type if another program has it.
pub(crate) fn bind(port: u16) -> Result<Bound> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => Ok(Bound(listener)),
        Err(problem) if problem.kind() == io::ErrorKind::AddrInUse => {
            let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
                .local_addr()?
                .port();
            bail!("port {port} is in use: type `cargo xtask serve --port {free}`, that one is free")
        }
        Err(problem) => {
            bail!("port {port} cannot be used ({problem}): choose another with `--port`")
        }
    }
}

impl Bound {
    /// Serves the files of a folder from now on.
    pub(crate) fn serve(self, root: PathBuf) -> Result<Serving> {
        self.serve_files(Files { root, headers: &[] })
    }

    /// The same, and lets pages of every origin read the files: some hosts of static sites do so.
    pub(crate) fn serve_to_all(self, root: PathBuf) -> Result<Serving> {
        let headers = &[("Access-Control-Allow-Origin", "*")];
        self.serve_files(Files { root, headers })
    }

    fn serve_files(self, files: Files) -> Result<Serving> {
        let url = format!("http://{}", self.0.local_addr()?);
        let thread = thread::spawn(move || accept(&self.0, &Arc::new(files)));
        Ok(Serving { url, thread })
    }
}

impl Serving {
    /// Serves until the process is ended.
    pub(crate) fn wait(self) {
        // The thread never ends before the process does.
        let _ = self.thread.join();
    }
}

fn accept(listener: &TcpListener, files: &Arc<Files>) {
    // A connection that was gone before it was accepted, or is lost midway, wants no answer.
    for stream in listener.incoming().flatten() {
        let files = Arc::clone(files);
        thread::spawn(move || http::exchange(&files, stream));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    #[test]
    fn a_port_in_use_is_answered_with_one_that_is_free() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
        let port = taken.local_addr().expect("it is bound").port();
        let problem = bind(port).err().expect("it is taken").to_string();
        let wanted = format!("port {port} is in use: type `cargo xtask serve --port ");
        assert!(problem.starts_with(&wanted), "{problem}");
    }

    /// A folder with one page and one folder.
    fn root() -> PathBuf {
        let root = std::env::temp_dir().join(format!("xtask-server-{}", std::process::id()));
        fs::create_dir_all(root.join("learn")).expect("a temporary folder");
        fs::write(root.join("index.html"), "<p>page</p>").expect("a temporary file");
        root
    }

    /// What a server of these answers to the bytes of a request.
    fn answered(request: &str) -> String {
        let site = bind(0).and_then(|bound| bound.serve(root()));
        answered_by(&site.expect("some port is free"), request)
    }

    fn answered_by(site: &Serving, request: &str) -> String {
        let address = site.url.strip_prefix("http://").expect("it is plain HTTP");
        // Connections that say nothing must not keep others waiting.
        let _silent = [TcpStream::connect(address), TcpStream::connect(address)];
        let mut stream = TcpStream::connect(address).expect("it listens");
        stream.write_all(request.as_bytes()).expect("it reads");
        stream
            .shutdown(std::net::Shutdown::Write)
            .expect("it was open");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }

    #[test]
    fn pages_of_every_origin_may_read_only_what_is_served_to_all() {
        let header = "\r\nAccess-Control-Allow-Origin: *\r\n";
        let request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
        let open = bind(0).and_then(|bound| bound.serve_to_all(root()));
        assert!(answered_by(&open.expect("some port is free"), request).contains(header));
        assert!(!answered(request).contains(header));
    }

    #[test]
    fn every_request_is_answered_with_its_status_and_type() {
        let page = "Content-Type: text/html; charset=utf-8\r\nContent-Length: 11\r\n\r\n";
        let rows = [
            (
                "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
                "HTTP/1.1 200 OK\r\n",
                format!("{page}<p>page</p>"),
            ),
            (
                "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n",
                "HTTP/1.1 200 OK\r\n",
                page.to_owned(),
            ),
            (
                "GET /learn HTTP/1.1\r\n\r\n",
                "HTTP/1.1 301 ",
                "add a slash.\n".to_owned(),
            ),
            (
                "GET /a.js HTTP/1.1\r\n\r\n",
                "HTTP/1.1 404 ",
                "There is no such file.\n".to_owned(),
            ),
            (
                "GET /../Cargo.toml HTTP/1.1\r\n\r\n",
                "HTTP/1.1 404 ",
                "There is no such file.\n".to_owned(),
            ),
            (
                "POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\nx",
                "HTTP/1.1 405 ",
                "These files can only be read.\n".to_owned(),
            ),
            (
                "nonsense",
                "HTTP/1.1 400 ",
                "This is no request for a file.\n".to_owned(),
            ),
        ];
        for (request, begin, end) in rows {
            let answer = answered(request);
            assert!(
                answer.starts_with(begin) && answer.ends_with(&end),
                "{request}\n{answer}"
            );
        }
        assert!(answered("GET /learn HTTP/1.1\r\n\r\n").contains("\r\nLocation: /learn/\r\n"));
    }
}
