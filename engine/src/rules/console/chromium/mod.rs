//! Chromium's console, as version 156 prints it: one line of the CORS code, one of the network layer.

mod network;
pub(super) mod templates;
mod texts;

use alloc::string::String;
use alloc::vec::Vec;

use super::blocked::Blocked;
use super::{ConsoleLine, Texts, headers_dropped_by_xhr, run};
use crate::scenario::Scenario;
use crate::trace::Trace;

pub(super) fn lines(scenario: &Scenario, trace: &Trace, texts: Texts) -> Vec<ConsoleLine> {
    let mut lines: Vec<String> = headers_dropped_by_xhr(scenario, trace)
        .map(|name| texts.say(templates::FORBIDDEN_HEADER, [name]))
        .collect();
    match Blocked::of(scenario, trace, texts) {
        None => lines.extend(network::status_line(trace, texts)),
        // Of an element whose URL does not parse nothing is said.
        Some(_) if trace.urls.is_empty() => {}
        Some(blocked) => {
            lines.extend(texts::text(&blocked));
            lines.extend(network::error_line(&blocked));
        }
    }
    lines.into_iter().map(run).collect()
}
