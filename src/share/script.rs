//! The code that makes the request, with a remark about what is masked.

use cors_engine::scenario::Api;

use super::told::Told;
use crate::code::code;

/// The text.
pub(super) fn script(told: &Told) -> String {
    let mut out = String::new();
    // Elements have no headers of their own, so nothing of theirs is masked.
    let mark = match told.stage.request.api {
        Api::Curl => "# ",
        _ => "// ",
    };
    if let Some(about) = told.about_masks() {
        out.push_str(mark);
        out.push_str(&about);
        out.push('\n');
    }
    out.push_str(&code(&told.stage));
    out.push('\n');
    out
}
