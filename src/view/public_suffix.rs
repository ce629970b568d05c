//! The domains that people register below [public suffixes](https://publicsuffix.org/), by a short list of these.
//!
//! The list, public_suffixes.txt, has them as the Public Suffix List does, `*` for one label.
//!
//! INVARIANT: a country stands there by itself only if all suffixes below it that its registry names stand there, too.
//! Below every other country the list is not enough to tell.

use super::words::public_suffixes;

/// Names, public suffixes or not, with more suffixes below them than can stand here.
const MORE_BELOW: &str = "\
    edu.au gov.au gov.br azurewebsites.net elasticbeanstalk.com ngrok.io amazonaws.com windows.net";

/// The domain that somebody registered so that a host exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Domain<'a> {
    /// Its [registrable domain](https://url.spec.whatwg.org/#host-registrable-domain).
    Registrable(&'a str),
    /// All or the end of its registrable domain: this may be a public suffix itself.
    Doubtful(&'a str),
    /// It has none: it is an address, a single name, or a public suffix.
    Missing,
}

/// The domain of `host`, which is as URLs have it: in ASCII and in lower case.
pub(super) fn domain_of(host: &str) -> Domain<'_> {
    let name = host.strip_suffix('.').unwrap_or(host);
    let mut domain = "";
    let mut suffix = name;
    // The longest name that the list has is the suffix; without any, the last label is.
    while !is_suffix(suffix) {
        let Some(dot) = suffix.bytes().position(|byte| byte == b'.') else {
            break;
        };
        domain = suffix;
        suffix = suffix.get(dot + 1..).unwrap_or_default();
    }
    if domain.is_empty() || is_address(host) {
        return Domain::Missing;
    }
    // With the dot at its end, if it has one: `a.example.` and `a.example` are two sites.
    let registrable = host.get(name.len() - domain.len()..).unwrap_or_default();
    let is_unknown_country = suffix.len() == 2 && !is_suffix(suffix);
    match is_unknown_country || has_more_below(suffix) || has_more_below(domain) {
        true => Domain::Doubtful(registrable),
        false => Domain::Registrable(registrable),
    }
}

fn is_suffix(name: &str) -> bool {
    let parent = name.bytes().position(|byte| byte == b'.');
    let parent = parent.and_then(|dot| name.get(dot + 1..));
    public_suffixes()
        .split_ascii_whitespace()
        .any(|listed| match listed.strip_prefix("*.") {
            Some(listed) => parent == Some(listed),
            None => name == listed,
        })
}

fn has_more_below(name: &str) -> bool {
    MORE_BELOW
        .split_ascii_whitespace()
        .any(|listed| name == listed)
}

/// Whether a host is an IP address: the URL parser makes one of every host that ends in a number.
fn is_address(host: &str) -> bool {
    let mut bytes = host.bytes();
    bytes.all(|byte| matches!(byte, b'0'..=b'9' | b'.')) || host.as_bytes().first() == Some(&b'[')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains() {
        use Domain::{Doubtful, Missing, Registrable};
        for (host, domain) in [
            ("example.com", Registrable("example.com")),
            ("a.b.example.com", Registrable("example.com")),
            ("a.example.test", Registrable("example.test")),
            ("a.example.co.uk", Registrable("example.co.uk")),
            ("a.example.uk", Registrable("example.uk")),
            ("a.school.city.sch.uk", Registrable("school.city.sch.uk")),
            ("school.city.sch.uk", Registrable("school.city.sch.uk")),
            ("me.github.io", Registrable("me.github.io")),
            ("deep.me.github.io", Registrable("me.github.io")),
            ("a.svc-1.a.run.app", Registrable("svc-1.a.run.app")),
            (
                "bucket.s3.amazonaws.com",
                Registrable("bucket.s3.amazonaws.com"),
            ),
            ("a.bc.de", Registrable("bc.de")),
            ("1.2.3.example", Registrable("3.example")),
            ("a.example.com.", Registrable("example.com.")),
            ("a.app.localhost", Registrable("app.localhost")),
            ("co.uk", Missing),
            ("github.io", Missing),
            ("com", Missing),
            ("tz", Missing),
            ("localhost", Missing),
            ("localhost.", Missing),
            ("127.0.0.1", Missing),
            ("[2001:db8::1]", Missing),
            ("[::ffff:1.2.3.4]", Missing),
            ("", Missing),
            (".", Missing),
            ("a.b.co.tz", Doubtful("co.tz")),
            ("example.tz", Doubtful("example.tz")),
            ("a.1.azurewebsites.net", Doubtful("1.azurewebsites.net")),
            ("a.eu-1.amazonaws.com", Doubtful("amazonaws.com")),
        ] {
            assert_eq!(domain_of(host), domain, "{host}");
        }
    }

    #[test]
    fn the_list_is_made_of_names_in_lower_case() {
        let mut seen = std::collections::BTreeSet::new();
        for name in public_suffixes().split_ascii_whitespace() {
            let name = name.strip_prefix("*.").unwrap_or(name);
            let is_label = |label: &str| {
                !label.is_empty()
                    && label
                        .bytes()
                        .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
            };
            assert!(name.split('.').all(is_label), "{name}");
            assert!(seen.insert(name), "{name} stands there twice");
        }
    }
}
