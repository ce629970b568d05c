//! Site beside origin: are page and request one site, so that `SameSite` lets cookies go along?

use cors_engine::origin::{Origin, TupleOrigin};

use super::public_suffix::{Domain, domain_of};

/// The sites of page and request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SiteView {
    /// How they compare.
    pub comparison: SiteComparison,
    /// The page's registrable domain; `None` when it has none, or none that is known.
    pub page: Option<String>,
    /// The request's.
    pub request: Option<String>,
    /// What there is to say, in one sentence.
    pub sentence: String,
}

/// How two sites compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SiteComparison {
    /// They are [same site](https://html.spec.whatwg.org/multipage/browsers.html#same-site).
    Same,
    /// They are not.
    Cross,
    /// The list of public suffixes here is too short to tell.
    Unknown,
}

/// Compares the sites of a page's origin and a request's.
pub(super) fn site(page: &Origin, request: &Origin) -> SiteView {
    let (comparison, sentence) = match (page, request) {
        (Origin::Tuple(page), Origin::Tuple(request)) => compare(page, request),
        (Origin::Opaque, _) => (SiteComparison::Cross, OPAQUE_PAGE.to_owned()),
        (_, Origin::Opaque) => (SiteComparison::Cross, OPAQUE_REQUEST.to_owned()),
    };
    SiteView {
        comparison,
        page: registrable_domain(page),
        request: registrable_domain(request),
        sentence,
    }
}

const MAY_HOLD: &str = "SameSite may hold cookies back.";
const OPAQUE_PAGE: &str = "Another site as well: an opaque origin is the same site as no address. SameSite may hold \
     cookies back.";
const OPAQUE_REQUEST: &str = "Not the same site: such an address belongs to none.";

fn registrable_domain(origin: &Origin) -> Option<String> {
    match origin {
        Origin::Tuple(origin) => match domain_of(&origin.host) {
            Domain::Registrable(domain) => Some(domain.to_owned()),
            Domain::Doubtful(_) | Domain::Missing => None,
        },
        Origin::Opaque => None,
    }
}

/// Compares hosts by their domains, then schemes. The ports do not matter.
fn compare(page: &TupleOrigin, request: &TupleOrigin) -> (SiteComparison, String) {
    let domain = domain_or_host(&page.host);
    let (page_name, request_name) = (name(&page.host), name(&request.host));
    if domain != domain_or_host(&request.host) {
        let words = ["Another site as well (", request_name, ", not ", page_name];
        return (SiteComparison::Cross, words.concat() + "): " + MAY_HOLD);
    }
    if page.scheme != request.scheme {
        let words = "Another site as well, for the schemes differ: ".to_owned();
        return (SiteComparison::Cross, words + MAY_HOLD);
    }
    let is_doubtful = matches!(domain_of(&page.host), Domain::Doubtful(_));
    if is_doubtful && page.host != request.host {
        let words = [
            "Perhaps the same site: the list of public suffixes here is short, and does not say \
             whether anybody can register a name below ",
            domain,
            ".",
        ];
        return (SiteComparison::Unknown, words.concat());
    }
    let begin = match page == request {
        true => "Also",
        false => "Yet",
    };
    let words = [begin, " the same site (", page_name, " over ", &page.scheme];
    let words = words.concat() + "): SameSite holds no cookie back.";
    (SiteComparison::Same, words)
}

/// What decides about a host's site: two hosts are one site when this is the same. A host without a
/// registrable domain is a site of its own.
fn domain_or_host(host: &str) -> &str {
    match domain_of(host) {
        Domain::Registrable(domain) | Domain::Doubtful(domain) => domain,
        Domain::Missing => host,
    }
}

/// What to call a host's site: nothing that is in doubt.
fn name(host: &str) -> &str {
    match domain_of(host) {
        Domain::Registrable(domain) => domain,
        Domain::Doubtful(_) | Domain::Missing => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(text: &str) -> Origin {
        let Some((scheme, rest)) = text.split_once("://") else {
            return Origin::Opaque;
        };
        let (host, port) = match rest.rsplit_once(':').filter(|_| !rest.ends_with(']')) {
            Some((host, port)) => (host, Some(port.parse().expect("a port of the table"))),
            None => (rest, None),
        };
        Origin::Tuple(TupleOrigin {
            scheme: scheme.into(),
            host: host.into(),
            port,
        })
    }

    #[track_caller]
    fn check(page: &str, request: &str, comparison: SiteComparison, sentence: &str) {
        let view = site(&origin(page), &origin(request));
        assert_eq!((view.comparison, &*view.sentence), (comparison, sentence));
        let back = site(&origin(request), &origin(page));
        assert_eq!(back.comparison, comparison, "the other way round");
        assert_eq!((back.page, back.request), (view.request, view.page));
    }

    #[test]
    fn the_same_site() {
        let same = |page, request, sentence| check(page, request, SiteComparison::Same, sentence);
        same(
            "https://app.example.com",
            "https://api.example.com",
            "Yet the same site (example.com over https): SameSite holds no cookie back.",
        );
        same(
            "https://app.example",
            "https://app.example",
            "Also the same site (app.example over https): SameSite holds no cookie back.",
        );
        same(
            "http://localhost:3000",
            "http://localhost:8080",
            "Yet the same site (localhost over http): SameSite holds no cookie back.",
        );
        same(
            "http://[::1]:3000",
            "http://[::1]",
            "Yet the same site ([::1] over http): SameSite holds no cookie back.",
        );
        same(
            "https://x.co.tz:444",
            "https://x.co.tz",
            "Yet the same site (x.co.tz over https): SameSite holds no cookie back.",
        );
    }

    #[test]
    fn another_site() {
        let cross = |page, request, sentence| check(page, request, SiteComparison::Cross, sentence);
        cross(
            "https://frontend.com",
            "https://api.backend.com",
            "Another site as well (backend.com, not frontend.com): SameSite may hold cookies back.",
        );
        cross(
            "https://app.netlify.app",
            "https://other.netlify.app",
            "Another site as well (other.netlify.app, not app.netlify.app): SameSite may hold \
             cookies back.",
        );
        cross(
            "http://localhost:3000",
            "http://127.0.0.1:3000",
            "Another site as well (127.0.0.1, not localhost): SameSite may hold cookies back.",
        );
        cross(
            "http://10.0.0.1",
            "http://10.1.0.1",
            "Another site as well (10.1.0.1, not 10.0.0.1): SameSite may hold cookies back.",
        );
        cross(
            "http://example.com",
            "https://api.example.com",
            "Another site as well, for the schemes differ: SameSite may hold cookies back.",
        );
        cross(
            "https://a.example.com",
            "https://a.example.com.",
            "Another site as well (example.com., not example.com): SameSite may hold cookies back.",
        );
        cross("null", "https://example.com", OPAQUE_PAGE);
        cross("null", "null", OPAQUE_PAGE);
    }

    #[test]
    fn a_request_without_a_site() {
        let view = site(&origin("https://example.com"), &Origin::Opaque);
        assert_eq!(view.comparison, SiteComparison::Cross);
        assert_eq!(view.sentence, OPAQUE_REQUEST);
        assert_eq!(view.page.as_deref(), Some("example.com"));
        assert_eq!(view.request, None);
    }

    #[test]
    fn what_the_list_does_not_know_is_said() {
        check(
            "https://app.co.tz",
            "https://api.co.tz",
            SiteComparison::Unknown,
            "Perhaps the same site: the list of public suffixes here is short, and does not say \
             whether anybody can register a name below co.tz.",
        );
        // Their last two labels differ, so they are two sites whatever the whole list says.
        check(
            "https://app.co.tz",
            "https://app.or.tz",
            SiteComparison::Cross,
            "Another site as well (app.or.tz, not app.co.tz): SameSite may hold cookies back.",
        );
    }
}
