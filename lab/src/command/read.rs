//! Reads scenarios, and says where a text is none.

use cors_engine::Scenario;
use cors_engine::format::MOST_BYTES;
use serde_json::{Value, json};
use serde_path_to_error::{Path, Segment};

/// Reads a scenario from JSON.
///
/// # Errors
/// It is none: the error object of the format.
pub(super) fn scenario(text: &[u8]) -> Result<Scenario, Value> {
    if text.len() > MOST_BYTES {
        return Err(unusable("a scenario has at most 32 KB"));
    }
    let mut reader = serde_json::Deserializer::from_slice(text);
    let scenario = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| error_object(error.inner(), &pointer(error.path())))?;
    reader.end().map_err(|error| error_object(&error, ""))?;
    Ok(scenario)
}

/// The error object for what has no place in a text.
pub(super) fn unusable(error: &str) -> Value {
    json!({ "error": error, "path": "", "line": 1, "column": 1 })
}

fn error_object(error: &serde_json::Error, path: &str) -> Value {
    let text = error.to_string();
    // The place has fields of its own.
    let place = format!(" at line {} column {}", error.line(), error.column());
    let sentence = text.strip_suffix(&place).unwrap_or(&text);
    json!({ "error": sentence, "path": path, "line": error.line(), "column": error.column() })
}

/// A path as a JSON Pointer.
fn pointer(path: &Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        let part = match segment {
            Segment::Seq { index } => index.to_string(),
            Segment::Map { key } => key.replace('~', "~0").replace('/', "~1"),
            Segment::Enum { variant } => variant.clone(),
            Segment::Unknown => continue,
        };
        pointer.push('/');
        pointer.push_str(&part);
    }
    pointer
}
