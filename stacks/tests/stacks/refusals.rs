//! What no server should get, and what is said instead.

use cors_stacks::{Api, Kind, Origins, Policy, render};

use crate::fixtures::{policy, stacks, texts};

fn said(kind: Kind, policy: &Policy) -> String {
    let stacks = stacks();
    let stack = stacks.iter().find(|(_, stack)| stack.kind == kind);
    render(&stack.expect("there are some of each kind").1, policy)
}

#[test]
fn servers() {
    let origins = |list: &[&str]| Policy {
        origins: Origins::Only(texts(list)),
        ..policy()
    };
    let method = |method: &str| Policy {
        methods: texts(&[method]),
        ..policy()
    };
    let header = |name: &str| Policy {
        headers: texts(&[name]),
        ..policy()
    };
    let any = Policy {
        origins: Origins::Any,
        ..policy()
    };
    let rows = [
        (any, "it cannot allow any"),
        (origins(&[]), "there is no origin to allow"),
        (origins(&["null"]), "Serve the page over http or https"),
        (
            origins(&["https://a.example/"]),
            "`https://a.example/` is no origin: write scheme",
        ),
        (origins(&["https://*.example"]), "is no origin"),
        (origins(&["a.example"]), "is no origin"),
        (
            origins(&["https://a.example", "https://b\n.example"]),
            "`https://b\\n.example` is no origin",
        ),
        (method("patch"), "let the page send `PATCH`, not `patch`"),
        (method("GET, PUT"), "`GET, PUT` is no method"),
        (header("*"), "`*` is no name of a header"),
        (header("X A"), "`X A` is no name of a header"),
    ];
    for (policy, wanted) in rows {
        let said = said(Kind::Server, &policy);
        assert!(said.contains(wanted) && !said.contains('\n'), "{said}");
    }
}

#[test]
fn proxies() {
    let api = |target: &str, prefix: &str| Policy {
        api: Some(Api {
            target: target.to_owned(),
            prefix: prefix.to_owned(),
        }),
        ..policy()
    };
    let none = Policy {
        api: None,
        ..policy()
    };
    let rows = [
        (none, "there is nothing to forward"),
        (api("null", "/users"), "`null` is no origin"),
        (
            api("https://api.example", "/"),
            "asks for the root of the API",
        ),
        (
            api("https://api.example", "/a*"),
            "`/a*` has a character that proxies read as a pattern",
        ),
        (api("https://api.example", "users"), "read as a pattern"),
    ];
    for (policy, wanted) in rows {
        let said = said(Kind::Proxy, &policy);
        assert!(said.contains(wanted) && !said.contains('\n'), "{said}");
    }
}

#[test]
fn a_pattern_of_one_server_is_a_name_to_the_others() {
    let ipv6 = Policy {
        origins: Origins::Only(texts(&["http://[::1]:3000"])),
        ..policy()
    };
    for (slug, stack) in stacks().iter().filter(|(_, it)| it.kind == Kind::Server) {
        let is_refused = render(stack, &ipv6).contains("would take");
        assert_eq!(is_refused, slug == "flask", "{slug}");
    }
}
