//! All tests of the engine: one program, one file a section of the standard.
#![allow(missing_docs)]

mod support;

mod console;
mod cors_check;
mod cors_preflight_cache;
mod cors_preflight_fetch;
mod cors_safelisted_request_header;
mod curl;
mod development_proxy;
mod fetch_api;
mod filtered_response;
mod firefox_and_safari;
#[cfg(feature = "serde")]
mod format_result;
#[cfg(feature = "serde")]
mod format_scenario;
mod http_fetch;
mod http_redirect_fetch;
mod laws;
mod main_fetch;
mod methods;
mod mixed_content;
mod origin;
mod origin_header;
mod profiles;
mod rules;
mod scenario_problems;
#[cfg(feature = "serde")]
mod scenario_schema;
mod scheme_fetch;
#[cfg(feature = "words")]
mod trace_text;
mod url;
#[cfg(feature = "words")]
mod words;
#[cfg(feature = "serde")]
mod wpt;
mod xml_http_request;

use support::Row;

/// The rows of all sections.
fn all_rows() -> Vec<Row> {
    [
        cors_check::rows(),
        cors_preflight_cache::rows(),
        cors_preflight_fetch::rows(),
        cors_safelisted_request_header::rows(),
        curl::rows(),
        development_proxy::rows(),
        fetch_api::rows(),
        filtered_response::rows(),
        firefox_and_safari::rows(),
        http_fetch::rows(),
        http_redirect_fetch::rows(),
        main_fetch::rows(),
        methods::rows(),
        mixed_content::rows(),
        origin::rows(),
        origin_header::rows(),
        profiles::rows(),
        scenario_problems::rows(),
        scheme_fetch::rows(),
        url::rows(),
        xml_http_request::rows(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
