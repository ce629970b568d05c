//! A scenario's request as the script in the page reads it.

use std::collections::BTreeSet;

use cors_engine::scenario::{Hop, Page, Scenario, ScenarioRequest};
use serde_json::{Value, json};
use url::Url;

use crate::servers::Proxy;

/// The hosts that a send may ask: its own, the page's, its proxy's, and those of all `Location`s.
pub(super) fn hosts(
    scenario: &Scenario,
    request: &ScenarioRequest,
    hops: &[Hop],
) -> BTreeSet<String> {
    let locations = hops
        .iter()
        .filter_map(|hop| hop.response.as_ref())
        .flat_map(|answer| &answer.headers)
        .filter(|(name, _)| name.eq_ignore_ascii_case("Location"))
        .map(|(_, value)| value);
    let page = Url::parse(&scenario.page.url).ok();
    [&scenario.page.url, &scenario.page.proxy, &request.url]
        .into_iter()
        .chain(locations)
        .filter_map(|url| Url::options().base_url(page.as_ref()).parse(url).ok())
        .filter_map(|url| url.host_str().map(str::to_owned))
        .collect()
}

/// Who forwards, if somebody does, and where to.
pub(super) fn proxy(page: &Page) -> Option<Proxy> {
    Some(Proxy {
        page: Url::parse(&page.url).ok()?,
        third_party: Url::parse(&page.proxy).ok()?,
    })
}

/// The request as `run.js` reads it.
pub(super) fn description(request: &ScenarioRequest) -> Value {
    json!({
        "api": request.api.as_str(),
        "url": request.url,
        "method": request.method,
        "headers": request.headers,
        "body": request.body,
        "mode": request.mode.as_str(),
        "credentials": request.credentials.as_str(),
        "redirect": request.redirect.as_str(),
        "referrerPolicy": request.referrer_policy.as_str(),
        "uploadListener": request.upload_listener,
    })
}
