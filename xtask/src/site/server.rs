//! A small server of static files on the loopback interface.

use std::fs::File;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use anyhow::{Result, anyhow, bail};
use tiny_http::{Header, Method, Request, Response, Server};

use super::paths::{Target, content_type, resolve};
use crate::project;

/// A port that is ours already, before there is something to serve.
pub(crate) struct Bound(Server);

/// Takes the port; the error says what to type if another program has it.
pub(crate) fn bind(port: u16) -> Result<Bound> {
    let listener = match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => listener,
        Err(problem) if problem.kind() == io::ErrorKind::AddrInUse => {
            let free = free_port()?;
            bail!(
                "port {port} is in use: type `cargo xtask serve --port {free}`, that one is free"
            );
        }
        Err(problem) => {
            bail!("port {port} cannot be used ({problem}): choose another with `--port`")
        }
    };
    Server::from_listener(listener, None)
        .map(Bound)
        .map_err(|problem| anyhow!("{problem}"))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}

/// A server that runs; it ends with the value, or never if it is waited for.
pub(crate) struct Serving {
    /// The address of the page.
    pub(crate) url: String,
    server: Arc<Server>,
    thread: Option<JoinHandle<()>>,
}

impl Bound {
    /// Serves `dist/` from now on.
    pub(crate) fn serve(self) -> Result<Serving> {
        let port = self
            .0
            .server_addr()
            .to_ip()
            .map_or(0, |address| address.port());
        let server = Arc::new(self.0);
        let own = Arc::clone(&server);
        let dist = project::dist();
        let thread = thread::spawn(move || {
            own.incoming_requests()
                .for_each(|request| answer(&dist, request))
        });
        Ok(Serving {
            url: format!("http://127.0.0.1:{port}"),
            server,
            thread: Some(thread),
        })
    }
}

impl Serving {
    /// Serves until the process ends.
    pub(crate) fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // The thread ends only with the process.
            let _ = thread.join();
        }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.server.unblock();
    }
}

fn answer(root: &Path, request: Request) {
    let sent = match (request.method(), resolve(root, request.url())) {
        (Method::Get | Method::Head, Target::File(path)) => match File::open(&path) {
            Ok(file) => request.respond(with_type(Response::from_file(file), content_type(&path))),
            Err(_) => request.respond(text(404, "There is no such file.")),
        },
        (Method::Get | Method::Head, Target::Folder(place)) => {
            let moved = text(301, "It is a folder: add a slash.");
            request.respond(with(moved, "Location", &place))
        }
        (Method::Get | Method::Head, Target::Nothing) => {
            request.respond(text(404, "There is no such file."))
        }
        _ => request.respond(with(
            text(405, "These files can only be read."),
            "Allow",
            "GET, HEAD",
        )),
    };
    // A browser that has gone away wants no answer.
    drop(sent);
}

fn text(status: u16, sentence: &str) -> Response<io::Cursor<Vec<u8>>> {
    let response = Response::from_string(format!("{sentence}\n")).with_status_code(status);
    // `from_string` has set a type of its own, which is the right one.
    with(response, "Cache-Control", "no-cache")
}

fn with_type<R: io::Read>(response: Response<R>, content_type: &str) -> Response<R> {
    // A build that was just replaced must not be shown again.
    with(
        with(response, "Content-Type", content_type),
        "Cache-Control",
        "no-cache",
    )
}

fn with<R: io::Read>(response: Response<R>, name: &str, value: &str) -> Response<R> {
    // Only bytes outside ASCII are refused; such a folder is then shown without its redirect.
    match Header::from_bytes(name, value) {
        Ok(header) => response.with_header(header),
        Err(()) => response,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_answered_with_one_that_is_free() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
        let port = taken.local_addr().expect("it is bound").port();
        let problem = bind(port).err().expect("it is taken").to_string();
        assert!(
            problem.starts_with(&format!(
                "port {port} is in use: type `cargo xtask serve --port "
            )),
            "{problem}"
        );
    }

    #[test]
    fn what_is_not_there_is_said_over_http() {
        let site = bind(0).and_then(Bound::serve).expect("some port is free");
        let agent = ureq::Agent::new_with_config(
            ureq::Agent::config_builder()
                .http_status_as_error(false)
                .build(),
        );
        let missing = agent
            .get(format!("{}/no-such-file.js", site.url))
            .call()
            .expect("it answers");
        assert_eq!(missing.status(), 404);
        let written = agent
            .post(format!("{}/", site.url))
            .send_empty()
            .expect("it answers");
        assert_eq!(written.status(), 405);
        assert_eq!(
            written.headers().get("Allow").map(|value| value.as_bytes()),
            Some(&b"GET, HEAD"[..])
        );
    }
}
