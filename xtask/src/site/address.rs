//! The address at which the site will be, where the builder knows it: the variable SITE_URL.

use std::env;

use anyhow::{Result, bail};

/// An absolute address that ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address(String);

impl Address {
    /// The address of something in the site.
    pub(super) fn of(&self, place: &str) -> String {
        format!("{}{place}", self.0)
    }
}

/// What SITE_URL says; nothing where it is not set.
///
/// # Errors
/// It is no address of a site.
pub(super) fn of_environment() -> Result<Option<Address>> {
    match env::var("SITE_URL") {
        Ok(text) if !text.trim().is_empty() => parse(text.trim()).map(Some),
        _ => Ok(None),
    }
}

fn parse(text: &str) -> Result<Address> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    // It is written into pages, so what would need another spelling there is refused.
    let is_odd = |it: char| !it.is_ascii_graphic() || "\"<>\\^`{|}'&?#".contains(it);
    let host = rest.unwrap_or_default().split('/').next();
    if host.is_none_or(str::is_empty) || text.contains(is_odd) {
        bail!(
            "SITE_URL is `{text}`, which is no address of a site: set it to one like https://example.org/cors/"
        );
    }
    Ok(Address(format!("{}/", text.trim_end_matches('/'))))
}

/// The page, which tells its scripts the address of the site.
pub(super) fn told(html: String, address: Option<&Address>) -> String {
    match address {
        None => html,
        Some(Address(address)) => {
            let meta = format!("<meta name=\"site\" content=\"{address}\">");
            html.replacen("</head>", &format!("{meta}</head>"), 1)
        }
    }
}

/// The address that a test builds with.
#[cfg(test)]
pub(super) fn example() -> Address {
    parse("https://example.org/cors").expect("it is one")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_with_a_slash() {
        for text in ["https://example.org/cors", "https://example.org/cors//"] {
            let address = parse(text).expect("it is one");
            assert_eq!(address.of("embed/"), "https://example.org/cors/embed/");
        }
        assert!(parse("http://127.0.0.1:8080").is_ok());
    }

    #[test]
    fn what_is_no_address_of_a_site_is_refused() {
        for text in [
            "example.org",
            "//example.org/",
            "ftp://example.org/",
            "https://",
            "https:///cors/",
            "https://example.org/?a",
            "https://example.org/#v=1",
            "https://example.org/\"><script>",
            "https://example.org/a b",
        ] {
            let problem = parse(text).expect_err(text).to_string();
            assert!(problem.starts_with("SITE_URL is `"), "{problem}");
        }
    }

    #[test]
    fn the_page_tells_the_address_only_if_there_is_one() {
        let html = || "<head></head>".to_owned();
        assert_eq!(told(html(), None), html());
        assert_eq!(
            told(html(), Some(&example())),
            "<head><meta name=\"site\" content=\"https://example.org/cors/\"></head>"
        );
    }
}
