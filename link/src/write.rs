//! From a scenario to a fragment: what differs from the defaults, then what differs from send to send.

use cors_engine::Scenario;
use cors_engine::scenario::{Hop, ScenarioRequest};

use crate::key::Key;
use crate::step::StepName;
use crate::writer::Writer;
use crate::{defaults, percent};

/// The most characters of a link that is shared as a link: chats cut off what is longer, Teams near 2,048.
/// A longer scenario is better given away as a file.
pub const MOST_TO_SHARE: usize = 1_900;

/// The fragment of a scenario, without `#`, that opens at `step`. It holds no secret: see
/// [`with_masks`](crate::with_masks).
///
/// It may be longer than what [`read`](crate::read()) takes, which is [`MOST_BYTES`](crate::MOST_BYTES).
pub fn write(scenario: &Scenario, step: Option<&StepName>) -> String {
    let mut base = defaults::scenario();
    base.request.mode = scenario.request.api.default_mode();
    base.request.credentials = scenario
        .request
        .api
        .default_credentials(scenario.request.mode);

    let mut writer = Writer(String::from("v=1"));
    writer.text(Key::Title, &scenario.title, &base.title);
    writer.text(Key::Page, &scenario.page.url, &base.page.url);
    let (opaque, before) = (scenario.page.opaque.into(), base.page.opaque.into());
    writer.word(Key::Opaque, opaque, before);
    writer.text(Key::Proxy, &scenario.page.proxy, &base.page.proxy);
    writer.request(&scenario.request, &base.request);
    let (profile, before) = (scenario.profile as usize, base.profile as usize);
    writer.word(Key::Profile, profile, before);
    let new_hop = &base.hops[0];
    writer.hops(&scenario.hops, &base.hops, new_hop);

    let (mut request, mut hops) = (&scenario.request, &scenario.hops);
    for send in &scenario.then {
        writer.number(Key::Then, send.wait_s);
        writer.request(&send.request, request);
        writer.hops(&send.hops, hops, new_hop);
        (request, hops) = (&send.request, &send.hops);
    }
    if let Some(step) = step {
        step.push(writer.pair(Key::Step));
    }
    percent::protect_the_end(&mut writer.0);
    writer.0
}

/// Each writes a value where it differs from `base`.
impl Writer {
    fn request(&mut self, request: &ScenarioRequest, base: &ScenarioRequest) {
        let (it, was) = (request, base);
        self.word(Key::Api, it.api as usize, was.api as usize);
        self.text(Key::Url, &it.url, &was.url);
        self.text(Key::Method, &it.method, &was.method);
        self.lines(Key::Header, &it.headers, &was.headers);
        self.optional(Key::Body, it.body.as_deref(), was.body.as_deref());
        self.word(Key::Mode, it.mode as usize, was.mode as usize);
        let (credentials, before) = (it.credentials as usize, was.credentials as usize);
        self.word(Key::Credentials, credentials, before);
        self.word(Key::Redirect, it.redirect as usize, was.redirect as usize);
        let (policy, before) = (it.referrer_policy as usize, was.referrer_policy as usize);
        self.word(Key::Referrer, policy, before);
        let (upload, before) = (it.upload_listener.into(), was.upload_listener.into());
        self.word(Key::Upload, upload, before);
    }

    /// A hop more than `base` has is written as what differs from `new`.
    fn hops(&mut self, hops: &[Hop], base: &[Hop], new: &Hop) {
        // The number of the hop that a reader would be at.
        let mut at = 0;
        for (index, hop) in hops.iter().enumerate() {
            let before = base.get(index);
            let start = self.0.len();
            if index > 0 || before.is_none() {
                self.number(Key::Hop, index as u32 + 1);
            }
            let named = self.0.len();
            self.hop(hop, before.unwrap_or(new));
            if before.is_some() && self.0.len() == named {
                // It is as before, so it need not be named.
                self.0.truncate(start);
            } else {
                at = index + 1;
            }
        }
        if hops.len() < base.len() {
            if at < hops.len() {
                self.number(Key::Hop, hops.len() as u32);
            }
            self.none(Key::Hop);
        }
    }

    fn hop(&mut self, hop: &Hop, base: &Hop) {
        let (it, was) = (hop.preflight.as_ref(), base.preflight.as_ref());
        let status = it.map(|it| &*it.status);
        self.optional(Key::Preflight, status, was.map(|was| &*was.status));
        if let Some(it) = it {
            let before = was.map_or(&[][..], |was| &was.headers);
            self.lines(Key::PreflightHeader, &it.headers, before);
        }
        let (it, was) = (hop.response.as_ref(), base.response.as_ref());
        let status = it.map(|it| &*it.status);
        self.optional(Key::Status, status, was.map(|was| &*was.status));
        if let Some(it) = it {
            let (headers, body) = was.map_or((&[][..], ""), |was| (&was.headers, &was.body));
            self.lines(Key::ResponseHeader, &it.headers, headers);
            self.text(Key::ResponseBody, &it.body, body);
        }
    }
}
