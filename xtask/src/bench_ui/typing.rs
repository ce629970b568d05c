//! What `cargo xtask bench-ui` types, key by key, as a person would.

use std::thread;
use std::time::Duration;

use anyhow::{Result, bail};
use serde_json::json;

use crate::window::Window;

/// From one key to the next: as quick typists do, and longer than a picture takes.
const BETWEEN_KEYS: Duration = Duration::from_millis(200);
/// Until the page has come to rest.
const BEFORE_THE_FIRST: Duration = Duration::from_millis(500);

/// A field, and what is typed at the end of what stands there.
pub(super) struct Field {
    /// The name of the field on the screen.
    pub(super) label: &'static str,
    /// The keys; U+0008 is Backspace.
    pub(super) keys: &'static str,
}

/// Where is typed, in this order.
pub(super) const FIELDS: [Field; 4] = [
    Field {
        label: "Method",
        keys: "\u{8}\u{8}\u{8}DELETE\u{8}",
    },
    Field {
        label: "Value of header 1",
        keys: "\u{8}\u{8}\u{8}\u{8}xml;q=",
    },
    Field {
        label: "Page URL",
        keys: "\u{8}\u{8}\u{8}\u{8}.au/me",
    },
    Field {
        label: "Response status",
        keys: "\u{8}\u{8}\u{8}404\u{8}\u{8}\u{8}5",
    },
];

/// Puts the caret to the end of the first field with that name, unless the keyboard is there already.
const GO_TO_FIELD: &str = "
    const [name] = arguments;
    const isIt = label => label.textContent.trim() === name;
    const field = [...document.querySelectorAll('label')].find(isIt)?.control;
    if (field === undefined) return 'missing';
    if (document.activeElement === field) return 'there';
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    return 'gone to';";

/// Types all keys of a field, one at a time; gives how often the field lost the keyboard.
pub(super) fn type_into(window: &Window, field: &Field) -> Result<usize> {
    let mut went_there = 0_usize;
    for key in field.keys.chars() {
        let state = window.run(GO_TO_FIELD, &json!([field.label]))?;
        match state.as_str() {
            Some("there") => {}
            Some("gone to") => {
                went_there += 1;
                thread::sleep(BEFORE_THE_FIRST);
            }
            _ => bail!("there is no field “{}” to type into", field.label),
        }
        press(window, key)?;
        thread::sleep(BETWEEN_KEYS);
    }
    // The first time nobody had been there.
    Ok(went_there.saturating_sub(1))
}

fn press(window: &Window, key: char) -> Result<()> {
    let (mut down, up) = match key {
        '\u{8}' => (
            json!({ "key": "Backspace", "code": "Backspace", "windowsVirtualKeyCode": 8 }),
            json!({ "type": "keyUp", "key": "Backspace", "code": "Backspace", "windowsVirtualKeyCode": 8 }),
        ),
        _ => (
            json!({ "key": key, "text": key, "unmodifiedText": key }),
            json!({ "type": "keyUp", "key": key }),
        ),
    };
    down["type"] = "keyDown".into();
    window.devtools("Input.dispatchKeyEvent", &down)?;
    window.devtools("Input.dispatchKeyEvent", &up)?;
    Ok(())
}
