//! A development proxy: a page's own server that asks another one in the browser's stead.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::sync::Arc;

use cors_engine::scenario::HeaderLines;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use url::Url;

use super::message::{ReceivedRequest, Scheme};
use super::tls;

/// What a proxy adds to a request that it forwards, as RFC 9110 has it. No page can set this header.
pub(super) const VIA: &str = "Via";

/// Who forwards, and where to.
#[derive(Clone, Debug)]
pub struct Proxy {
    /// The page's URL, whose server forwards what it is asked.
    pub page: Url,
    /// The server that is asked.
    pub third_party: Url,
}

impl Proxy {
    /// The request that the page's server makes of `request`, if that is one for it.
    pub(super) fn forwarded(&self, request: &ReceivedRequest) -> Option<ReceivedRequest> {
        let url = Url::parse(&request.url()).ok()?;
        if url.origin() != self.page.origin() || request.header(VIA).is_some() {
            return None;
        }
        let scheme = match self.third_party.scheme() {
            "https" => Scheme::Https,
            _ => Scheme::Http,
        };
        // An origin without its scheme is what stands in a `Host` header.
        let origin = self.third_party.origin().ascii_serialization();
        let host = origin.split_once("://").map_or("", |(_, host)| host);
        let mut headers: HeaderLines = request.headers.clone();
        headers.retain(|(name, _)| !name.eq_ignore_ascii_case("Host"));
        headers.insert(0, ("Host".to_owned(), host.to_owned()));
        headers.push((VIA.to_owned(), "1.1 page".to_owned()));
        Some(ReceivedRequest {
            scheme,
            headers,
            ..request.clone()
        })
    }
}

/// Asks the servers at `port` for `request`, and gives the bytes of the answer: none if none came.
pub(super) fn ask(
    request: &ReceivedRequest,
    port: u16,
    certificate: &CertificateDer<'static>,
) -> io::Result<Vec<u8>> {
    let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    match request.scheme {
        Scheme::Http => exchange(stream, request),
        Scheme::Https => {
            let name = ServerName::try_from(tls::NAME).map_err(io::Error::other)?;
            let client = ClientConnection::new(client_config(certificate)?, name);
            let client = client.map_err(io::Error::other)?;
            exchange(StreamOwned::new(client, stream), request)
        }
    }
}

fn exchange(mut stream: impl Read + Write, request: &ReceivedRequest) -> io::Result<Vec<u8>> {
    stream.write_all(&request.to_bytes())?;
    stream.flush()?;
    let mut answer = Vec::new();
    match stream.read_to_end(&mut answer) {
        // A server that does not answer ends the connection without a word, by TLS as well.
        Err(error) if error.kind() != io::ErrorKind::UnexpectedEof => Err(error),
        _ => Ok(answer),
    }
}

/// All servers have one certificate, so to trust it is to trust them.
fn client_config(certificate: &CertificateDer<'static>) -> io::Result<Arc<ClientConfig>> {
    let mut roots = RootCertStore::empty();
    roots.add(certificate.clone()).map_err(io::Error::other)?;
    let config = ClientConfig::builder_with_provider(tls::provider())
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(config))
}
