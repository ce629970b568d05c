//! A short list of [public suffixes](https://publicsuffix.org/), and the domains that people register below them.

/// Names below which anybody can register, as the Public Suffix List has them, `*` for one label.
///
/// INVARIANT: a country stands here by itself only if all suffixes below it that its registry
/// names stand here, too. Below every other country this list is not enough to tell.
const SUFFIXES: &str = "\
    de eu ch li nl dk lu is tv cc ac.be be gov.cz cz gov.ie ie aland.fi fi org.sk sk ac.at \
    sth.ac.at co.at gv.at or.at at com.es edu.es gob.es nom.es org.es es asso.fr com.fr gouv.fr \
    nom.fr prd.fr tm.fr avoues.fr cci.fr greta.fr huissier-justice.fr fr ac.uk co.uk gov.uk \
    ltd.uk me.uk net.uk nhs.uk org.uk plc.uk police.uk *.sch.uk uk com.ai net.ai off.ai org.ai \
    ai co.io com.io edu.io gov.io mil.io net.io nom.io org.io io com.co edu.co gov.co mil.co \
    net.co nom.co org.co co ac.me co.me edu.me gov.me its.me net.me org.me priv.me me com.mx \
    edu.mx gob.mx net.mx org.mx mx com.sg edu.sg gov.sg net.sg org.sg sg com.au net.au org.au \
    id.au asn.au edu.au gov.au co.nz net.nz org.nz ac.nz govt.nz co.za net.za org.za ac.za \
    gov.za web.za co.jp ne.jp or.jp ac.jp go.jp co.kr or.kr ne.kr ac.kr go.kr re.kr com.cn \
    net.cn org.cn edu.cn gov.cn ac.cn com.tw org.tw com.hk org.hk co.in net.in org.in ac.in \
    gov.in com.br net.br org.br gov.br com.tr net.tr org.tr edu.tr gov.tr com.ar com.pe com.pl \
    net.pl org.pl com.ua co.il org.il ac.il co.id co.th com.my com.ph com.vn com.pk com.sa \
    com.eg com.ng co.ke gc.ca \
    github.io gitlab.io netlify.app vercel.app now.sh pages.dev workers.dev r2.dev web.app \
    firebaseapp.com appspot.com *.r.appspot.com *.run.app herokuapp.com onrender.com \
    up.railway.app fly.dev azurewebsites.net azure-api.net azurefd.net azureedge.net \
    cloudfront.net s3.amazonaws.com amplifyapp.com elasticbeanstalk.com ondigitalocean.app \
    storage.supabase.co supabase.co deno.dev replit.app repl.co ngrok.io ngrok.app ngrok.dev \
    ngrok-free.app ngrok-free.dev trycloudflare.com surge.sh myshopify.com webflow.io framer.app \
    lovable.app bolt.host preview.csb.app csb.app streamlit.app static.hf.space hf.space \
    eu.pythonanywhere.com pythonanywhere.com readthedocs.io blogspot.com";

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
    SUFFIXES
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
        for name in SUFFIXES.split_ascii_whitespace() {
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
