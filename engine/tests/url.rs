//! [URLs](https://url.spec.whatwg.org/): the table that both parsers are held against, and the parts
//! of a serialization.

use cors_engine::url::Url;

use crate::support::url_table::{check_url_table, columns};
use crate::support::*;

#[test]
fn every_row_is_parsed_as_the_table_says() {
    check_url_table();
}

#[test]
fn the_parts_are_those_of_the_library() {
    let rows = include_str!("urls.txt").lines();
    for row in rows.filter(|line| !line.starts_with('#')) {
        let [_, _, href] = columns(row);
        let Some(url) = Url::parse(&href) else {
            continue;
        };
        let library = url::Url::parse(&href).expect("the same parser");
        assert_eq!(url.scheme(), library.scheme(), "{href}");
        let host = library.host_str().filter(|host| !host.is_empty());
        assert_eq!(url.host(), host, "{href}");
        assert_eq!(url.port(), library.port(), "{href}");
    }
}

pub(crate) fn rows() -> Vec<Row> {
    let form = |url: &str, body: &str| {
        let form = fetch(url).api(cors_engine::scenario::Api::Form);
        form.method("GET").body(body)
    };
    let asks = |url: &'static str| {
        readable(cors_engine::Rule::SameOrigin)
            .wire("GET")
            .last_url(url)
    };
    rows! {
        "query: a form's data replaces it":
            form("/x?old#there", "a=b c&d=#") => asks("https://page.example/x?a=b%20c&d=%23#there");
        "query: a form without data leaves an empty one": form("/x?old", "") => asks("https://page.example/x?");
    }
}

#[test]
fn every_row() {
    check(&rows());
}
