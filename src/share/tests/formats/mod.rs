//! Each format as people get it.

mod curl;
mod link;
mod markdown;
mod mermaid;
mod script;
mod svg;
mod transcript;

use expect_test::{Expect, expect};

use super::*;

#[track_caller]
fn check(format: Format, fragment: &str, wanted: Expect) {
    wanted.assert_eq(&in_format(format, fragment, 0));
}
