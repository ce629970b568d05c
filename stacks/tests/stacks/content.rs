//! The files of `content/`: each is whole, and its code looks as it should.

use std::path::Path;

use cors_stacks::{Kind, render, written};
use expect_test::expect_file;

use crate::fixtures::{least, policy, stacks};

#[test]
fn every_file_is_read_and_the_asked_for_stacks_are_there() {
    let stacks = stacks();
    let names: Vec<&str> = stacks
        .iter()
        .map(|(_, stack)| stack.name.as_str())
        .collect();
    let wanted = [
        "Express",
        "Fastify",
        "NestJS",
        "Spring Boot",
        "ASP.NET Core",
        "Django",
        "Flask",
        "FastAPI",
        "Laravel",
        "Rails",
        "Go",
        "Axum",
        "nginx",
        "Apache",
        "Caddy",
        "Vite",
        "webpack-dev-server",
        "Angular",
        "Next.js",
        "Trunk",
    ];
    for name in wanted {
        assert!(names.contains(&name), "{name} is missing");
    }
}

#[test]
fn a_server_uses_every_value_and_a_proxy_both_of_its() {
    for (slug, stack) in stacks() {
        let code = written(&stack, &policy()).expect("nothing to refuse");
        let values: &[&str] = match stack.kind {
            Kind::Server => &[
                "https://app.example",
                "http://localhost:5173",
                "PUT",
                "uthorization",
                "otal-",
                "600",
            ],
            Kind::Proxy => &["https://api.example", "/users"],
        };
        for value in values {
            let is_there = code.to_lowercase().contains(&value.to_lowercase());
            assert!(is_there, "{slug} has no {value}:\n{code}");
        }
        if stack.kind == Kind::Server {
            let least = written(&stack, &least()).expect("nothing to refuse");
            let is_any = least.contains("Any page may read") && !least.contains("://");
            assert!(
                is_any,
                "{slug}: any origin is allowed
{least}"
            );
            assert!(
                code.to_lowercase().contains("credentials"),
                "{slug}\n{code}"
            );
        }
    }
}

#[test]
fn no_line_is_left_of_a_tag() {
    for (slug, stack) in stacks() {
        for code in [render(&stack, &policy()), render(&stack, &least())] {
            assert!(
                code.ends_with('\n') && !code.starts_with('\n'),
                "{slug}\n{code}"
            );
            assert!(!code.ends_with("\n\n"), "{slug}\n{code}");
            let is_blank = |line: &str| !line.is_empty() && line.trim().is_empty();
            assert!(!code.lines().any(is_blank), "{slug}\n{code}");
            assert!(!code.contains("\n\n\n\n"), "{slug}\n{code}");
        }
    }
}

#[test]
fn notes_are_short_and_lines_fit_a_screen() {
    for (slug, stack) in stacks() {
        assert!(
            stack.note.len() <= 320,
            "{slug}: {} bytes",
            stack.note.len()
        );
        let long = render(&stack, &policy());
        let long = long.lines().find(|line| line.len() > 140);
        assert_eq!(long, None, "{slug}");
    }
}

/// `UPDATE_EXPECT=1 cargo test -p cors-stacks` writes them anew.
#[test]
fn the_code_of_every_stack() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stacks/snapshots");
    for (slug, stack) in stacks() {
        let both = format!(
            "{}\n=== any origin, nothing else ===\n\n{}",
            render(&stack, &policy()),
            render(&stack, &least())
        );
        expect_file![folder.join(format!("{slug}.txt"))].assert_eq(&both);
    }
}
