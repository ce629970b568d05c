//! [URLs](https://url.spec.whatwg.org/#url-representation), read part by part from their serialization.

mod parser;

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;

use crate::cut::{cut, cut_at, cut_before, cut_last, join, split};
use crate::number;

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
        cut(&self.href, b':').0
    }

    /// Whether it [is special](https://url.spec.whatwg.org/#is-special).
    pub(crate) fn is_special(&self) -> bool {
        matches!(
            self.scheme(),
            "http" | "https" | "ws" | "wss" | "ftp" | "file"
        )
    }

    /// Whether its scheme is http or https.
    pub(crate) fn is_http(&self) -> bool {
        matches!(self.scheme(), "http" | "https")
    }

    /// Whether it is of the same scheme, host and port.
    pub(crate) fn is_same_server(&self, other: &Url) -> bool {
        self.scheme() == other.scheme() && self.host_and_port() == other.host_and_port()
    }

    /// Whether it [includes credentials](https://url.spec.whatwg.org/#include-credentials): a user
    /// name or a password.
    pub(crate) fn includes_credentials(&self) -> bool {
        cut(self.authority(), b'@').1.is_some()
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
        let (_, rest) = self.authority_and_rest();
        rest
    }

    /// Path and query.
    pub(crate) fn path_and_query(&self) -> &str {
        cut(self.rest(), b'#').0
    }

    /// The [fragment](https://url.spec.whatwg.org/#concept-url-fragment).
    pub(crate) fn fragment(&self) -> Option<&str> {
        let (_, fragment) = cut(&self.href, b'#');
        fragment
    }

    /// The same with another URL's fragment.
    pub(crate) fn with_fragment_of(&self, other: &Url) -> Url {
        let address = cut(&self.href, b'#').0;
        let href = match other.fragment() {
            None => address.to_owned(),
            Some(fragment) => format!("{address}#{fragment}"),
        };
        Url { href }
    }

    /// The same with a query of `data`, percent-encoded.
    pub(crate) fn with_query(&self, data: &str) -> Url {
        let address = cut_before(&self.href, b"?#").0;
        // A `#` would begin a fragment.
        let data = join(split(data, b'#'), "%23");
        let mut href = format!("{address}?{data}");
        if let Some(fragment) = self.fragment() {
            href = format!("{href}#{fragment}");
        }
        // What was a URL stays one: a query takes any text.
        Url::parse(&href).unwrap_or_else(|| self.clone())
    }

    /// The same over https.
    pub(crate) fn over_https(&self) -> Url {
        let (_, after) = cut_before(&self.href, b":");
        Url::parse(&format!("https{after}")).unwrap_or_else(|| self.clone())
    }

    /// The same without user name and password.
    pub(crate) fn without_credentials(&self) -> Url {
        let (authority, rest) = self.authority_and_rest();
        let href = match cut_last(authority, b'@') {
            Some((_, server)) => format!("{}://{server}{rest}", self.scheme()),
            None => self.href.clone(),
        };
        Url { href }
    }

    /// What stands between `//` and the path: credentials, host and port.
    fn authority(&self) -> &str {
        let (authority, _) = self.authority_and_rest();
        authority
    }

    /// [`authority`](Url::authority) and [`rest`](Url::rest), found together.
    fn authority_and_rest(&self) -> (&str, &str) {
        let (_, after_scheme) = cut(&self.href, b':');
        let after_scheme = after_scheme.unwrap_or_default();
        match after_scheme.strip_prefix("//") {
            Some(after) => cut_before(after, b"/?#"),
            None => ("", after_scheme),
        }
    }

    /// [`host`](Url::host) and [`port`](Url::port), found together.
    pub(crate) fn host_and_port(&self) -> (Option<&str>, Option<u16>) {
        let authority = self.authority();
        let server = cut_last(authority, b'@').map_or(authority, |(_, server)| server);
        let (host, port) = match cut_last(server, b':') {
            // The colons of an IPv6 address stand in brackets.
            Some((host, port)) if !port.ends_with(']') => {
                let port = number::read(port).and_then(|port| u16::try_from(port).ok());
                (host, port)
            }
            _ => (server, None),
        };
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
        rest = cut_at(rest, length).1;
    }
    written
}
