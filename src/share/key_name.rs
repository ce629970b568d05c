//! Whether a header, a parameter or a field is named as what holds a secret. A guess, from words within the name.

/// Words that say so.
const WHOLE: &[&str] = &[
    "auth",
    "authorization",
    "credential",
    "csrf",
    "jwt",
    "oauth",
    "otp",
    "pass",
    "pwd",
    "session",
    "sid",
    "sig",
    "xsrf",
];

/// Ends of words that say so, for many a name is written in one: `accesstoken`.
const ENDS: &[&str] = &[
    "accesskey",
    "apikey",
    "passphrase",
    "passwd",
    "password",
    "privatekey",
    "secret",
    "secretkey",
    "sessid",
    "sessionid",
    "signature",
    "token",
];

/// A key beside one of these opens nothing.
const OF_OTHER_KEYS: &[&str] = &[
    "cache",
    "foreign",
    "idempotency",
    "primary",
    "public",
    "sort",
    "surrogate",
];

/// Whether it is.
pub(super) fn is_of_a_secret(name: &str) -> bool {
    let words = words(name);
    let is_of_a_lock = !words.iter().any(|word| OF_OTHER_KEYS.contains(&&**word));
    words.iter().any(|word| match word.as_str() {
        "key" => is_of_a_lock,
        word => WHOLE.contains(&word) || ENDS.iter().any(|end| word.ends_with(end)),
    })
}

/// The words of a name in small letters: what is no letter ends one, and a capital after a small letter begins one.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for byte in name.bytes() {
        let begins = was_small && byte.is_ascii_uppercase();
        if begins || !byte.is_ascii_alphabetic() {
            words.push(String::new());
        }
        if let (true, Some(word)) = (byte.is_ascii_alphabetic(), words.last_mut()) {
            word.push(byte.to_ascii_lowercase().into());
        }
        was_small = byte.is_ascii_lowercase();
    }
    words
}
