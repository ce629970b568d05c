//! A proxy between a browser and the rest of the world: keeps what is asked for, and passes on what is for us.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

/// One that runs until the tests end.
pub(crate) struct Proxy {
    shared: Arc<Shared>,
    port: u16,
}

struct Shared {
    sites: Vec<String>,
    asked: Mutex<Vec<String>>,
    /// Tells that somebody has asked.
    more: Condvar,
    /// A file that is held back until another is asked for: how both addresses end.
    held: Option<(&'static str, &'static str)>,
}

impl Shared {
    fn note(&self, url: &str) {
        let mut asked = self.asked.lock().expect("no thread panics");
        asked.push(url.to_owned());
        self.more.notify_all();
        if let Some((held, until)) = self.held
            && url.ends_with(held)
        {
            let is_early = |asked: &mut Vec<String>| !asked.iter().any(|url| url.ends_with(until));
            drop(self.more.wait_while(asked, is_early));
        }
    }
}

impl Proxy {
    /// Starts one that passes on requests for these sites only.
    pub(crate) fn start(sites: Vec<String>) -> Proxy {
        Proxy::run(sites, None)
    }

    /// The same, and holds back the file whose address ends with `held` until one that ends with `until` is asked for.
    pub(crate) fn holding(sites: Vec<String>, held: &'static str, until: &'static str) -> Proxy {
        Proxy::run(sites, Some((held, until)))
    }

    fn run(sites: Vec<String>, held: Option<(&'static str, &'static str)>) -> Proxy {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
        let port = listener.local_addr().expect("it is bound").port();
        let shared = Arc::new(Shared {
            sites,
            asked: Mutex::default(),
            more: Condvar::new(),
            held,
        });
        let kept = Arc::clone(&shared);
        thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                let shared = Arc::clone(&kept);
                // A connection that the browser gives up wants no answer.
                thread::spawn(move || pass_on(browser, &shared).unwrap_or_default());
            }
        });
        Proxy { shared, port }
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
        let mut asked = self.shared.asked.lock().expect("no thread panics").clone();
        asked.sort();
        asked.dedup();
        asked
    }
}

fn pass_on(mut browser: TcpStream, shared: &Shared) -> io::Result<()> {
    let head = head(&mut browser)?;
    // `GET http://host:port/path HTTP/1.1`, or `CONNECT host:port HTTP/1.1`.
    let url = head.split(' ').nth(1).unwrap_or_default();
    if !url.is_empty() {
        shared.note(url);
    }
    let is_of = |site: &&String| url.starts_with(&format!("{site}/"));
    let Some(site) = shared.sites.iter().find(is_of) else {
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
