//! What leaves, format by format: what it says, and that nothing typed gets out of its place.

use std::fs;
use std::path::Path;

use cors_engine::Scenario;

mod along;
mod file;
mod formats;
mod hostile;
mod laws;
mod secrets;

use super::{Format, Shared, shared};

const ADDRESS: &str = "https://cors.example/";

/// A PUT with a token, led on to where the preflight is refused.
const LED_ON: &str = "v=1&title=Led%20on&method=PUT&header=Authorization:%20Bearer%20abc&body=%7B%7D\
    &pre=204&pre-header=Access-Control-Allow-Origin:%20*&pre-header=Access-Control-Allow-Methods:%20PUT\
    &pre-header=Access-Control-Allow-Headers:%20Authorization&status=307\
    &res-header=Access-Control-Allow-Origin:%20*&res-header=Location:%20https://cdn.example/x\
    &hop=2&pre=403&res-header=Access-Control-Allow-Origin:%20*";

/// A DELETE with a header and a body, whose preflight is allowed the header alone.
const STOPPED: &str = "v=1&api=xhr&method=DELETE&header=X-Reason:%20it%27s%20old&body=all&pre=204\
    &pre-header=Access-Control-Allow-Origin:%20*&pre-header=Access-Control-Allow-Headers:%20X-Reason";

/// A page that reads, asked twice: the second time a cached answer covers it.
const TWICE: &str = "v=1&method=PUT&pre=204&pre-header=Access-Control-Allow-Origin:%20*\
    &pre-header=Access-Control-Allow-Methods:%20PUT&res-header=Access-Control-Allow-Origin:%20*&then=3";

fn in_format(format: Format, fragment: &str, send: usize) -> String {
    let it = Shared {
        fragment,
        address: ADDRESS,
        send,
    };
    shared(format, it).expect("it can be said")
}

fn fragment_of(scenario: &Scenario) -> String {
    cors_link::write(scenario, None)
}

/// The scenario files of the course, with their names.
fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("course/content/scenarios");
    let entries = fs::read_dir(folder).expect("it is there");
    let mut files: Vec<(String, String)> = entries
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let text = fs::read_to_string(&path).expect("a text");
            (path.display().to_string(), text)
        })
        .collect();
    files.sort();
    assert!(files.len() > 100);
    files
}
