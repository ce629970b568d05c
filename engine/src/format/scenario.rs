//! A scenario in the format: raw types as written, and the way to and from the resolved ones.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::limits::{Status, Version, at_most, at_most_if_present, present};
use super::object::Object;
use super::request::{FirstRequest, RawRequest};
use crate::scenario::{
    Answer, FurtherSend, HeaderLines, Hop, MOST_HOPS, MOST_LINES, MOST_SENDS, Page,
    PreflightAnswer, Profile, Scenario,
};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RawScenario {
    #[serde(default = "this_version")]
    version: Version,
    #[serde(default)]
    title: String,
    #[serde(default)]
    page: Object<RawPage>,
    request: FirstRequest,
    #[serde(default = "one_hop", deserialize_with = "at_most::<_, _, MOST_HOPS>")]
    hops: Vec<Object<RawHop>>,
    #[serde(default, deserialize_with = "at_most::<_, _, MOST_SENDS>")]
    then: Vec<Object<RawSend>>,
    #[serde(default = "the_standard")]
    profile: Profile,
}

fn this_version() -> Version {
    Version
}

fn one_hop() -> Vec<Object<RawHop>> {
    vec![Object(RawHop::from(&Hop::default()))]
}

fn the_standard() -> Profile {
    Profile::Standard
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
struct RawPage {
    url: String,
    opaque: bool,
    proxy: String,
}

impl Default for RawPage {
    fn default() -> RawPage {
        let Page { url, opaque, proxy } = Page::default();
        RawPage { url, opaque, proxy }
    }
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RawHop {
    /// Left out or null: there is no OPTIONS handler.
    #[serde(default)]
    preflight: Option<Object<RawPreflight>>,
    /// Left out: an empty answer. Null: the connection fails.
    #[serde(default, deserialize_with = "present")]
    response: Option<Option<Object<RawAnswer>>>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RawPreflight {
    #[serde(default = "Status::ok")]
    status: Status,
    #[serde(default, deserialize_with = "at_most::<_, _, MOST_LINES>")]
    headers: HeaderLines,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RawAnswer {
    #[serde(default = "Status::ok")]
    status: Status,
    #[serde(default, deserialize_with = "at_most::<_, _, MOST_LINES>")]
    headers: HeaderLines,
    #[serde(default)]
    body: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RawSend {
    #[serde(default)]
    wait_s: u32,
    #[serde(default)]
    request: Object<RawRequest>,
    #[serde(default, deserialize_with = "at_most_if_present::<_, _, MOST_HOPS>")]
    hops: Option<Vec<Object<RawHop>>>,
}

impl From<RawScenario> for Scenario {
    fn from(raw: RawScenario) -> Scenario {
        let request = raw.request.resolve();
        let hops: Vec<Hop> = resolve_hops(raw.hops);
        let mut then: Vec<FurtherSend> = Vec::new();
        for Object(send) in raw.then {
            let (request, hops) = match then.last() {
                None => (&request, &hops),
                Some(before) => (&before.request, &before.hops),
            };
            then.push(FurtherSend {
                wait_s: send.wait_s,
                request: send.request.0.after(request),
                hops: match send.hops {
                    None => hops.clone(),
                    Some(hops) => resolve_hops(hops),
                },
            });
        }
        Scenario {
            title: raw.title,
            page: Page {
                url: raw.page.0.url,
                opaque: raw.page.0.opaque,
                proxy: raw.page.0.proxy,
            },
            request,
            hops,
            then,
            profile: raw.profile,
        }
    }
}

fn resolve_hops(raw: Vec<Object<RawHop>>) -> Vec<Hop> {
    raw.into_iter().map(|Object(hop)| Hop::from(hop)).collect()
}

impl From<RawHop> for Hop {
    fn from(raw: RawHop) -> Hop {
        Hop {
            preflight: raw.preflight.map(|Object(it)| PreflightAnswer {
                status: it.status.0,
                headers: it.headers,
            }),
            response: match raw.response {
                None => Some(Answer::default()),
                Some(response) => response.map(|Object(it)| Answer {
                    status: it.status.0,
                    headers: it.headers,
                    body: it.body,
                }),
            },
        }
    }
}

impl From<&Scenario> for RawScenario {
    fn from(scenario: &Scenario) -> RawScenario {
        RawScenario {
            version: Version,
            title: scenario.title.clone(),
            page: Object(RawPage {
                url: scenario.page.url.clone(),
                opaque: scenario.page.opaque,
                proxy: scenario.page.proxy.clone(),
            }),
            request: FirstRequest(RawRequest::from(&scenario.request)),
            hops: raw_hops(&scenario.hops),
            then: scenario
                .then
                .iter()
                .map(|it| Object(RawSend::from(it)))
                .collect(),
            profile: scenario.profile,
        }
    }
}

fn raw_hops(hops: &[Hop]) -> Vec<Object<RawHop>> {
    hops.iter().map(|hop| Object(RawHop::from(hop))).collect()
}

impl From<&Hop> for RawHop {
    fn from(hop: &Hop) -> RawHop {
        RawHop {
            preflight: hop.preflight.as_ref().map(|it| {
                Object(RawPreflight {
                    status: Status(it.status.clone()),
                    headers: it.headers.clone(),
                })
            }),
            response: Some(hop.response.as_ref().map(|it| {
                Object(RawAnswer {
                    status: Status(it.status.clone()),
                    headers: it.headers.clone(),
                    body: it.body.clone(),
                })
            })),
        }
    }
}

impl From<&FurtherSend> for RawSend {
    fn from(send: &FurtherSend) -> RawSend {
        RawSend {
            wait_s: send.wait_s,
            request: Object(RawRequest::from(&send.request)),
            hops: Some(raw_hops(&send.hops)),
        }
    }
}

/// Writes every field, those with their default as well.
///
/// # Errors
/// A status is no whole number, which the format cannot say.
impl Serialize for Scenario {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawScenario::from(self).serialize(serializer)
    }
}

/// Reads what is left out as its default; in a further send, as it is in the send before.
///
/// # Errors
/// It is no scenario: a field is unknown, missing, of a wrong type, or over a limit.
impl<'de> Deserialize<'de> for Scenario {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Scenario, D::Error> {
        let Object(raw) = Object::<RawScenario>::deserialize(deserializer)?;
        Ok(Scenario::from(raw))
    }
}
