//! The stacks of `content/`, and a policy that has something of everything.

use std::path::Path;

use cors_stacks::{Api, Origins, Policy, Stack, read_folder};

pub(crate) fn stacks() -> Vec<(String, Stack)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    read_folder(&folder).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

pub(crate) fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

pub(crate) fn policy() -> Policy {
    Policy {
        origins: Origins::Only(texts(&["https://app.example", "http://localhost:5173"])),
        methods: texts(&["GET", "PUT"]),
        headers: texts(&["Authorization", "Content-Type"]),
        exposed: texts(&["ETag", "X-Total-Count"]),
        credentials: true,
        max_age: 600,
        api: Some(Api {
            target: "https://api.example".to_owned(),
            prefix: "/users".to_owned(),
        }),
    }
}

/// The same without anything that can be left out.
pub(crate) fn least() -> Policy {
    Policy {
        origins: Origins::Any,
        methods: texts(&["GET"]),
        headers: Vec::new(),
        exposed: Vec::new(),
        credentials: false,
        ..policy()
    }
}
