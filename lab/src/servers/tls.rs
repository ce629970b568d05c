//! TLS with a certificate that lives as long as the servers.

use std::io;
use std::sync::Arc;

use rustls::ServerConfig;
use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

/// The name in the certificate.
pub(super) const NAME: &str = "localhost";

/// What encrypts.
pub(super) fn provider() -> Arc<CryptoProvider> {
    Arc::new(ring::default_provider())
}

/// One certificate for all hosts: the browser is told to take any.
pub(super) fn server_config() -> io::Result<(Arc<ServerConfig>, CertificateDer<'static>)> {
    let made =
        rcgen::generate_simple_self_signed(vec![NAME.to_owned()]).map_err(io::Error::other)?;
    let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let config = ServerConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], PrivateKeyDer::Pkcs8(key))
        .map_err(io::Error::other)?;
    // No ALPN: HTTP/1.1, whose header lines are what they are on the wire.
    Ok((Arc::new(config), made.cert.der().clone()))
}
