//! The [DevTools protocol](https://chromedevtools.github.io/devtools-protocol/) over a pipe: JSON messages, each ended by a NUL.

use std::collections::{HashMap, VecDeque};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{ChildStdin, ChildStdout};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{BrowserError, text};

/// How long the browser may take for one thing.
const DEADLINE: Duration = Duration::from_secs(30);

/// How long it may take to close.
const FAREWELL: Duration = Duration::from_secs(5);

/// Who gets the messages of a session, by its id. The browser's own session has the empty id.
type Routes = Arc<Mutex<HashMap<String, Sender<Value>>>>;

/// The connection to a browser.
pub(super) struct DevTools {
    input: Mutex<ChildStdin>,
    routes: Routes,
    next_id: AtomicU64,
}

impl DevTools {
    pub(super) fn new(input: ChildStdin, output: ChildStdout) -> DevTools {
        let routes = Routes::default();
        let for_thread = Arc::clone(&routes);
        thread::spawn(move || {
            read_messages(output, &for_thread);
            // Whoever still waits learns that nothing will come.
            lock(&for_thread).clear();
        });
        DevTools {
            input: Mutex::new(input),
            routes,
            next_id: AtomicU64::new(1),
        }
    }

    /// The session of the browser itself.
    pub(super) fn browser_session(self: &Arc<DevTools>) -> Session {
        self.session(String::new())
    }

    /// The session with this id.
    pub(super) fn session(self: &Arc<DevTools>, id: String) -> Session {
        let (sender, inbox) = channel();
        lock(&self.routes).insert(id.clone(), sender);
        Session {
            devtools: Arc::clone(self),
            id,
            inbox,
            events: VecDeque::new(),
        }
    }

    fn post(&self, session: &str, method: &str, params: Value) -> Result<u64, BrowserError> {
        let id = self.next_id.fetch_add(1, Ordering::Relaxed);
        let mut message = json!({ "id": id, "method": method, "params": params });
        if !session.is_empty() {
            message["sessionId"] = json!(session);
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        lock(&self.input)
            .write_all(&bytes)
            .map_err(|_| BrowserError::Closed(String::new()))?;
        Ok(id)
    }
}

fn read_messages(output: impl Read, routes: &Routes) {
    let mut output = BufReader::new(output);
    let mut bytes = Vec::new();
    while matches!(output.read_until(0, &mut bytes), Ok(read) if read > 0) {
        bytes.pop();
        if let Ok(message) = serde_json::from_slice::<Value>(&bytes) {
            let session = text(&message, "sessionId");
            if let Some(inbox) = lock(routes).get(&session) {
                let _ = inbox.send(message);
            }
        }
        bytes.clear();
    }
}

/// What the lock guards is whole whenever it is free.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A conversation with the browser or one of its pages.
pub(super) struct Session {
    devtools: Arc<DevTools>,
    id: String,
    inbox: Receiver<Value>,
    events: VecDeque<Value>,
}

impl Session {
    /// Calls a method and waits for its result. Events that come meanwhile are kept.
    pub(super) fn call(&mut self, method: &str, params: Value) -> Result<Value, BrowserError> {
        let id = self.devtools.post(&self.id, method, params)?;
        let deadline = Instant::now() + DEADLINE;
        loop {
            let mut message = self.next(deadline, method)?;
            if message["id"].as_u64() != Some(id) {
                self.keep(message);
                continue;
            }
            return match message.get("error") {
                Some(error) => Err(BrowserError::Refused(format!("{method}: {error}"))),
                None => Ok(message["result"].take()),
            };
        }
    }

    /// Calls a method whose result nobody needs.
    pub(super) fn tell(&self, method: &str, params: Value) -> Result<(), BrowserError> {
        self.devtools.post(&self.id, method, params).map(|_| ())
    }

    /// Waits for these events, in this order; they are kept like all others.
    pub(super) fn wait_for(&mut self, names: &[&str], what: &str) -> Result<(), BrowserError> {
        let deadline = Instant::now() + DEADLINE;
        while !come_in_order(&self.events, names) {
            let message = self.next(deadline, what)?;
            self.keep(message);
        }
        Ok(())
    }

    /// Waits for an event, and takes it from those that are kept.
    pub(super) fn wait_for_event(
        &mut self,
        is_it: impl Fn(&Value) -> bool,
        what: &str,
    ) -> Result<Value, BrowserError> {
        let deadline = Instant::now() + DEADLINE;
        loop {
            if let Some(found) = self.events.iter().position(&is_it) {
                let event = self.events.remove(found);
                return Ok(event.expect("it was found there"));
            }
            let message = self.next(deadline, what)?;
            self.keep(message);
        }
    }

    /// Waits until the browser has closed the connection, or for as long as it may take for that.
    pub(super) fn wait_for_end(&self) {
        let deadline = Instant::now() + FAREWELL;
        while self.next(deadline, "its end").is_ok() {}
    }

    /// The events that came since the last time.
    pub(super) fn take_events(&mut self) -> Vec<Value> {
        self.events.drain(..).collect()
    }

    /// Keeps an event; late results are of calls that nobody waits for.
    fn keep(&mut self, message: Value) {
        if message.get("method").is_some() {
            self.events.push_back(message);
        }
    }

    fn next(&self, deadline: Instant, what: &str) -> Result<Value, BrowserError> {
        let left = deadline.saturating_duration_since(Instant::now());
        self.inbox.recv_timeout(left).map_err(|error| match error {
            RecvTimeoutError::Timeout => BrowserError::TimedOut(what.to_owned()),
            RecvTimeoutError::Disconnected => BrowserError::Closed(String::new()),
        })
    }
}

fn come_in_order(events: &VecDeque<Value>, names: &[&str]) -> bool {
    let mut events = events.iter();
    names
        .iter()
        .all(|name| events.any(|event| event["method"] == *name))
}

impl Drop for Session {
    fn drop(&mut self) {
        lock(&self.devtools.routes).remove(&self.id);
    }
}
