//! [URLs](https://url.spec.whatwg.org/#url-representation), read part by part from their serialization.

mod parser;

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;

/// A [URL](https://url.spec.whatwg.org/#concept-url).
///
/// It is kept serialized: in that form every delimiter stands in one place only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url {
    href: String,
}

impl Url {
    /// Parses an absolute URL; `None` is failure.
    pub fn parse(input: &str) -> Option<Url> {
        Url::of(parser::parse_and_serialize(input, None)?)
    }

    /// Parses a URL against this one; `None` is failure.
    pub fn join(&self, input: &str) -> Option<Url> {
        Url::of(parser::parse_and_serialize(input, Some(&self.href))?)
    }

    /// DIFFERS(chromium): its parser writes a space in a host as `%20`, and takes it. The standard
    /// decodes a special URL's host first, and forbids what would have to be encoded again.
    fn of(href: String) -> Option<Url> {
        let url = Url { href };
        let is_encoded = |host: &str| host.bytes().any(|byte| byte == b'%');
        let is_failure = url.is_special() && url.host().is_some_and(is_encoded);
        (!is_failure).then_some(url)
    }

    /// The [serialization](https://url.spec.whatwg.org/#concept-url-serializer).
    pub fn as_str(&self) -> &str {
        &self.href
    }

    /// The [scheme](https://url.spec.whatwg.org/#concept-url-scheme).
    pub fn scheme(&self) -> &str {
        self.href.split(':').next().unwrap_or_default()
    }

    /// Whether it [is special](https://url.spec.whatwg.org/#is-special).
    pub(crate) fn is_special(&self) -> bool {
        matches!(
            self.scheme(),
            "http" | "https" | "ws" | "wss" | "ftp" | "file"
        )
    }

    /// Whether it [includes credentials](https://url.spec.whatwg.org/#include-credentials): a user
    /// name or a password.
    pub(crate) fn includes_credentials(&self) -> bool {
        self.authority().contains('@')
    }

    /// The [host](https://url.spec.whatwg.org/#concept-url-host), serialized; `None` where there is
    /// none, or an empty one.
    pub fn host(&self) -> Option<&str> {
        let (host, _) = self.host_and_port();
        host
    }

    /// The [port](https://url.spec.whatwg.org/#concept-url-port); `None` is the scheme's default.
    pub fn port(&self) -> Option<u16> {
        let (_, port) = self.host_and_port();
        port
    }

    /// Path, query and fragment: what is not part of an origin.
    pub(crate) fn rest(&self) -> &str {
        &self.href[self.start_of_authority() + self.authority().len()..]
    }

    /// Path and query.
    pub(crate) fn path_and_query(&self) -> &str {
        self.rest().split('#').next().unwrap_or_default()
    }

    /// The [fragment](https://url.spec.whatwg.org/#concept-url-fragment).
    pub(crate) fn fragment(&self) -> Option<&str> {
        let (_, fragment) = self.href.split_once('#')?;
        Some(fragment)
    }

    /// The same with another URL's fragment.
    pub(crate) fn with_fragment_of(&self, other: &Url) -> Url {
        let address = self.href.split('#').next().unwrap_or_default();
        let href = match other.fragment() {
            None => address.to_owned(),
            Some(fragment) => format!("{address}#{fragment}"),
        };
        Url { href }
    }

    /// The same with a query of `data`, percent-encoded.
    pub(crate) fn with_query(&self, data: &str) -> Url {
        let address = self.href.split(['?', '#']).next().unwrap_or_default();
        // A `#` would begin a fragment.
        let mut href = format!("{address}?{}", data.replace('#', "%23"));
        if let Some(fragment) = self.fragment() {
            href = format!("{href}#{fragment}");
        }
        // What was a URL stays one: a query takes any text.
        Url::parse(&href).unwrap_or_else(|| self.clone())
    }

    /// The same over https.
    pub(crate) fn over_https(&self) -> Url {
        let after = self.href.trim_start_matches(|it| it != ':');
        Url::parse(&format!("https{after}")).unwrap_or_else(|| self.clone())
    }

    /// The same without user name and password.
    pub(crate) fn without_credentials(&self) -> Url {
        let (before, after) = self.href.split_at(self.start_of_authority());
        let after = match self.authority().rsplit_once('@') {
            Some((credentials, _)) => &after[credentials.len() + 1..],
            None => after,
        };
        Url {
            href: format!("{before}{after}"),
        }
    }

    /// What stands between `//` and the path: credentials, host and port.
    fn authority(&self) -> &str {
        let start = self.start_of_authority();
        let rest = &self.href[start..];
        match self.href[..start].ends_with("//") {
            true => {
                let ends = |byte| matches!(byte, b'/' | b'?' | b'#');
                &rest[..rest.bytes().position(ends).unwrap_or(rest.len())]
            }
            false => &rest[..0],
        }
    }

    fn start_of_authority(&self) -> usize {
        let after_scheme = self.scheme().len() + 1;
        match self.href[after_scheme..].starts_with("//") {
            true => after_scheme + 2,
            false => after_scheme,
        }
    }

    /// [`host`](Url::host) and [`port`](Url::port), found together.
    pub(crate) fn host_and_port(&self) -> (Option<&str>, Option<u16>) {
        let authority = self.authority();
        let server = match authority.rsplit_once('@') {
            Some((_, server)) => server,
            None => authority,
        };
        // The colons of an IPv6 address stand in brackets.
        let end_of_address = server.find(']').unwrap_or(0);
        let colon = server[end_of_address..].find(':');
        let (host, port) = server.split_at(colon.map_or(server.len(), |it| end_of_address + it));
        let port = port.strip_prefix(':').and_then(|port| port.parse().ok());
        ((!host.is_empty()).then_some(host), port)
    }
}

/// Whether `text` names a host that is not written in ASCII, which is this engine's limit and not
/// the browser's: with a letter for whatever is not ASCII it would be another URL.
pub(crate) fn has_unicode_host(base: Option<&Url>, text: &str) -> bool {
    let parse = |text: &str| match base {
        None => Url::parse(text),
        Some(base) => base.join(text),
    };
    // Nearly every text is plain ASCII.
    if text.bytes().all(|byte| byte.is_ascii() && byte != b'%') {
        return false;
    }
    let in_ascii = in_ascii(text);
    if in_ascii == text {
        return false;
    }
    let Some(with_letters) = parse(&in_ascii).filter(Url::is_special) else {
        return false;
    };
    parse(text).is_none_or(|url| url.host() != with_letters.host())
}

/// `text` with a letter for each character that is not ASCII, percent-encoded ones included.
fn in_ascii(text: &str) -> String {
    let is_escaped = |text: &str| {
        let mut after = text.strip_prefix('%').unwrap_or_default().chars();
        let (first, second) = (after.next(), after.next());
        first.is_some_and(|digit| digit.is_ascii_hexdigit() && digit > '7')
            && second.is_some_and(|digit| digit.is_ascii_hexdigit())
    };
    let mut written = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (letter, length) = match first {
            '%' if is_escaped(rest) => ('a', 3),
            first if first.is_ascii() => (first, 1),
            first => ('a', first.len_utf8()),
        };
        written.push(letter);
        rest = &rest[length..];
    }
    written
}
