//! The code that makes the request, with a remark about what is masked.

use cors_engine::scenario::Api;

use super::told::{Told, scenario_of};
use crate::code::code;

/// The text.
pub(super) fn script(told: &Told) -> String {
    let mut out = String::new();
    let mark = match told.stage.request.api {
        Api::Curl => Some("# "),
        Api::Fetch | Api::Xhr => Some("// "),
        // Elements have no headers of their own, so nothing of theirs is masked.
        Api::Img | Api::Script | Api::Form => None,
    };
    if let (Some(mark), Some(about)) = (mark, told.about_masks()) {
        out.push_str(mark);
        out.push_str(&about);
        out.push('\n');
    }
    out.push_str(&code(&told.stage));
    out.push('\n');
    out
}

/// The ending of a file with the code of a send: `js`, `html` or `sh`.
pub fn script_ending(fragment: &str, send: usize) -> &'static str {
    let scenario = scenario_of(fragment);
    // The first one, also in the place of one that is not there.
    let request = scenario.request_of(send).unwrap_or(&scenario.request);
    match request.api {
        Api::Fetch | Api::Xhr => "js",
        Api::Img | Api::Script | Api::Form => "html",
        Api::Curl => "sh",
    }
}
