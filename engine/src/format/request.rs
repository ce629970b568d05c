//! A request in the format, where most may be left out.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use super::limits::{at_most_if_present, present};
use super::object::Object;
use crate::scenario::{
    Api, CredentialsMode, HeaderLines, MOST_LINES, Mode, RedirectMode, ReferrerPolicy,
    ScenarioRequest,
};

/// A request as it is written; `None` is what is left out.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRequest {
    #[serde(default, deserialize_with = "present")]
    api: Option<Api>,
    #[serde(default, deserialize_with = "present")]
    url: Option<String>,
    #[serde(default, deserialize_with = "present")]
    method: Option<String>,
    #[serde(default, deserialize_with = "at_most_if_present::<_, _, MOST_LINES>")]
    headers: Option<HeaderLines>,
    /// Null is no body, which in a further send is not the same as to leave it out.
    #[serde(default, deserialize_with = "present")]
    body: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    mode: Option<Mode>,
    #[serde(default, deserialize_with = "present")]
    credentials: Option<CredentialsMode>,
    #[serde(default, deserialize_with = "present")]
    redirect: Option<RedirectMode>,
    #[serde(default, deserialize_with = "present")]
    referrer_policy: Option<ReferrerPolicy>,
    #[serde(default, deserialize_with = "present")]
    upload_listener: Option<bool>,
}

impl RawRequest {
    /// The request of a further send: what is left out is as in the one before.
    pub(super) fn after(self, before: &ScenarioRequest) -> ScenarioRequest {
        let before = before.clone();
        ScenarioRequest {
            api: self.api.unwrap_or(before.api),
            url: self.url.unwrap_or(before.url),
            method: self.method.unwrap_or(before.method),
            headers: self.headers.unwrap_or(before.headers),
            body: self.body.unwrap_or(before.body),
            mode: self.mode.unwrap_or(before.mode),
            credentials: self.credentials.unwrap_or(before.credentials),
            redirect: self.redirect.unwrap_or(before.redirect),
            referrer_policy: self.referrer_policy.unwrap_or(before.referrer_policy),
            upload_listener: self.upload_listener.unwrap_or(before.upload_listener),
        }
    }
}

impl From<&ScenarioRequest> for RawRequest {
    fn from(request: &ScenarioRequest) -> RawRequest {
        let request = request.clone();
        RawRequest {
            api: Some(request.api),
            url: Some(request.url),
            method: Some(request.method),
            headers: Some(request.headers),
            body: Some(request.body),
            mode: Some(request.mode),
            credentials: Some(request.credentials),
            redirect: Some(request.redirect),
            referrer_policy: Some(request.referrer_policy),
            upload_listener: Some(request.upload_listener),
        }
    }
}

/// The scenario's own request, which has a URL.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub(super) struct FirstRequest(pub(super) RawRequest);

impl<'de> Deserialize<'de> for FirstRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<FirstRequest, D::Error> {
        let Object(request) = Object::<RawRequest>::deserialize(deserializer)?;
        match request.url {
            Some(_) => Ok(FirstRequest(request)),
            None => Err(Error::missing_field("url")),
        }
    }
}

impl FirstRequest {
    /// The request; what is left out depends on the API, and then on the mode.
    pub(super) fn resolve(self) -> ScenarioRequest {
        let FirstRequest(raw) = self;
        let api = raw.api.unwrap_or(Api::Fetch);
        let mode = raw.mode.unwrap_or(api.default_mode());
        let defaults = ScenarioRequest {
            api,
            url: String::new(),
            method: "GET".to_string(),
            headers: Vec::new(),
            body: None,
            mode,
            credentials: api.default_credentials(mode),
            redirect: RedirectMode::Follow,
            referrer_policy: ReferrerPolicy::Default,
            upload_listener: false,
        };
        raw.after(&defaults)
    }
}
