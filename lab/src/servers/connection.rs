//! One connection: its first byte tells TLS from HTTP; it carries one exchange.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use rustls::{ServerConnection, StreamOwned};

use super::message::{Scheme, read_request};
use super::{Shared, proxy};

/// The first byte of a TLS connection: a handshake record.
const TLS_HANDSHAKE: u8 = 0x16;
/// Browsers open connections that they may never use; their threads should end some time.
const IDLE: Duration = Duration::from_secs(60);

pub(super) fn serve(stream: TcpStream, shared: &Arc<Shared>) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut first = [0];
    if stream.peek(&mut first)? == 0 {
        return Ok(());
    }
    if first[0] != TLS_HANDSHAKE {
        return exchange(&mut &stream, Scheme::Http, shared);
    }
    let tls = ServerConnection::new(Arc::clone(&shared.tls)).map_err(io::Error::other)?;
    let mut stream = StreamOwned::new(tls, stream);
    exchange(&mut stream, Scheme::Https, shared)?;
    // Without it the end of the answer could be a cut connection.
    stream.conn.send_close_notify();
    stream.flush()
}

/// Reads one request and answers it. The end of the connection is the end of the answer, so that
/// no header line has to say how long the answer is.
fn exchange(stream: &mut (impl Read + Write), scheme: Scheme, shared: &Shared) -> io::Result<()> {
    let Some(request) = read_request(stream, scheme)? else {
        return Ok(());
    };
    let forwarded = shared.stage().forwarded(&request);
    let answer = match forwarded {
        None => shared.stage().answer(request),
        Some(forwarded) => {
            let answer = proxy::ask(&forwarded, shared.port, &shared.certificate)?;
            shared.stage().passed_on(request, &answer);
            Some(answer)
        }
    };
    if let Some(bytes) = answer {
        stream.write_all(&bytes)?;
    }
    stream.flush()
}
