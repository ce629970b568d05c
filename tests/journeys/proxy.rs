//! A proxy between a browser and the rest of the world: keeps what is asked for, and passes on what is for us.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// One that runs until the tests end.
pub(crate) struct Proxy {
    asked: Arc<Mutex<Vec<String>>>,
    port: u16,
}

impl Proxy {
    /// Starts one that passes on requests for these sites only.
    pub(crate) fn start(sites: Vec<String>) -> Proxy {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
        let port = listener.local_addr().expect("it is bound").port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (kept, sites) = (Arc::clone(&asked), Arc::new(sites));
        thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                let (kept, sites) = (Arc::clone(&kept), Arc::clone(&sites));
                // A connection that the browser gives up wants no answer.
                thread::spawn(move || pass_on(browser, &kept, &sites).unwrap_or_default());
            }
        });
        Proxy { asked, port }
    }

    /// How a browser is told to use it for everything, what is on the same machine included.
    pub(crate) fn arguments(&self) -> [String; 2] {
        [
            format!("--proxy-server=http://127.0.0.1:{}", self.port),
            "--proxy-bypass-list=<-loopback>".to_owned(),
        ]
    }

    /// The addresses that were asked for until now, each once.
    pub(crate) fn asked(&self) -> Vec<String> {
        let mut asked = self.asked.lock().expect("no thread panics").clone();
        asked.sort();
        asked.dedup();
        asked
    }
}

fn pass_on(mut browser: TcpStream, asked: &Mutex<Vec<String>>, sites: &[String]) -> io::Result<()> {
    let head = head(&mut browser)?;
    // `GET http://host:port/path HTTP/1.1`, or `CONNECT host:port HTTP/1.1`.
    let url = head.split(' ').nth(1).unwrap_or_default();
    if !url.is_empty() {
        asked.lock().expect("no thread panics").push(url.to_owned());
    }
    let Some(site) = sites
        .iter()
        .find(|site| url.starts_with(&format!("{site}/")))
    else {
        return browser.write_all(
            b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        );
    };
    let host = site
        .trim_start_matches("http://")
        .replace("localhost", "127.0.0.1");
    let mut server = TcpStream::connect(host)?;
    let own = head.replacen(url, &url[site.len()..], 1);
    // One request each, or the next one would be passed on unread.
    let own = own.replace("Connection: keep-alive", "Connection: close");
    server.write_all(own.as_bytes())?;
    io::copy(&mut server, &mut browser)?;
    browser.shutdown(Shutdown::Write)
}

/// A request without a body, as all of ours are.
fn head(browser: &mut TcpStream) -> io::Result<String> {
    let mut head = Vec::new();
    let mut part = [0; 4096];
    while !head.ends_with(b"\r\n\r\n") {
        match browser.read(&mut part)? {
            0 => break,
            count => head.extend_from_slice(&part[..count]),
        }
    }
    Ok(String::from_utf8_lossy(&head).into_owned())
}
