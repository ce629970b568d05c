//! Loopback servers that answer with exactly the bytes of a scenario and keep what was asked of them.
//!
//! Raw sockets: an HTTP library would tidy the case, order and number of header lines, which is
//! what scenarios are about. One port serves every host, over HTTP and TLS alike.

mod connection;
mod message;
mod proxy;
mod stage;
mod tls;

use std::net::{Ipv4Addr, TcpListener};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{io, thread};

use rustls::pki_types::CertificateDer;

pub(crate) use message::combined;
pub use message::{ReceivedRequest, Scheme};
pub use proxy::Proxy;
pub use stage::{PageAnswer, Stage};

/// The servers of all hosts. They end when this is dropped.
pub struct Servers {
    port: u16,
    shared: Arc<Shared>,
    accepting: Option<thread::JoinHandle<()>>,
}

/// What the threads of the servers share.
struct Shared {
    stage: Mutex<Stage>,
    tls: Arc<rustls::ServerConfig>,
    certificate: CertificateDer<'static>,
    port: u16,
    stopped: AtomicBool,
}

impl Servers {
    /// Starts them on a free port of 127.0.0.1.
    ///
    /// # Errors
    /// No port is free, or no certificate can be made.
    pub fn start() -> io::Result<Servers> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let (tls, certificate) = tls::server_config()?;
        let shared = Arc::new(Shared {
            stage: Mutex::new(Stage::default()),
            tls,
            certificate,
            port,
            stopped: AtomicBool::new(false),
        });
        let for_thread = Arc::clone(&shared);
        let accepting = thread::spawn(move || accept(&listener, &for_thread));
        Ok(Servers {
            port,
            shared,
            accepting: Some(accepting),
        })
    }

    /// The port of all of them.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// What they answer, and what they were asked.
    pub fn stage(&self) -> MutexGuard<'_, Stage> {
        self.shared.stage()
    }
}

impl Shared {
    /// A thread that panicked while it held the stage leaves one that is still whole.
    fn stage(&self) -> MutexGuard<'_, Stage> {
        self.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Servers {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for a connection.
        let _ = std::net::TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let shared = Arc::clone(shared);
        // A browser that goes away mid-message is no error of the lab's.
        thread::spawn(move || {
            let _ = connection::serve(stream, &shared);
        });
    }
}
