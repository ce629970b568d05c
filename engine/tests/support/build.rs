//! Scenarios, built part by part.

use cors_engine::Scenario;
use cors_engine::scenario::{
    Answer, Api, CredentialsMode, FurtherSend, Hop, Mode, PreflightAnswer, Profile, RedirectMode,
    ReferrerPolicy, lines,
};

use super::PAGE;

/// A GET of `url` by fetch from [`PAGE`], answered 200 without headers.
pub(crate) fn fetch(url: &str) -> Scenario {
    Scenario::new(url).page(&format!("{PAGE}/app"))
}

/// The same by curl.
pub(crate) fn curl(url: &str) -> Scenario {
    fetch(url).api(Api::Curl)
}

type Lines<'a> = &'a [(&'a str, &'a str)];

/// What rows say about a scenario. Answers are those of the last hop.
pub(crate) trait Build: Sized {
    fn page(self, url: &str) -> Self;
    fn opaque_page(self) -> Self;
    /// The page's server forwards to this origin.
    fn proxy(self, origin: &str) -> Self;
    /// Sets the API, with the mode and the credentials mode that go with it.
    fn api(self, api: Api) -> Self;
    fn method(self, method: &str) -> Self;
    fn header(self, name: &str, value: &str) -> Self;
    fn body(self, body: &str) -> Self;
    fn mode(self, mode: Mode) -> Self;
    fn credentials(self, credentials: CredentialsMode) -> Self;
    fn include(self) -> Self {
        self.credentials(CredentialsMode::Include)
    }
    fn redirect_mode(self, redirect: RedirectMode) -> Self;
    fn policy(self, policy: ReferrerPolicy) -> Self;
    fn upload_listener(self) -> Self;
    fn answer(self, status: &str, headers: Lines) -> Self;
    fn preflight(self, status: &str, headers: Lines) -> Self;
    /// The connection fails.
    fn refused(self) -> Self;
    /// The last hop redirects to a further one, which answers 200 without headers.
    fn redirect(self, status: &str, location: &str, headers: Lines) -> Self;
    /// What `further` asks and is answered, after `wait_s` seconds.
    fn then(self, wait_s: u32, further: Scenario) -> Self;
    fn profile(self, profile: Profile) -> Self;
}

fn last(scenario: &mut Scenario) -> &mut Hop {
    scenario
        .hops
        .last_mut()
        .expect("scenarios begin with a hop")
}

impl Build for Scenario {
    fn page(mut self, url: &str) -> Self {
        self.page.url = url.to_owned();
        self
    }

    fn opaque_page(mut self) -> Self {
        self.page.opaque = true;
        self
    }

    fn proxy(mut self, origin: &str) -> Self {
        self.page.proxy = origin.to_owned();
        self
    }

    fn api(mut self, api: Api) -> Self {
        self.request.api = api;
        self.mode(api.default_mode())
            .credentials(api.default_credentials(api.default_mode()))
    }

    fn method(mut self, method: &str) -> Self {
        self.request.method = method.to_owned();
        self
    }

    fn header(mut self, name: &str, value: &str) -> Self {
        self.request
            .headers
            .push((name.to_owned(), value.to_owned()));
        self
    }

    fn body(mut self, body: &str) -> Self {
        self.request.body = Some(body.to_owned());
        self
    }

    fn mode(mut self, mode: Mode) -> Self {
        self.request.mode = mode;
        self
    }

    fn credentials(mut self, credentials: CredentialsMode) -> Self {
        self.request.credentials = credentials;
        self
    }

    fn redirect_mode(mut self, redirect: RedirectMode) -> Self {
        self.request.redirect = redirect;
        self
    }

    fn policy(mut self, policy: ReferrerPolicy) -> Self {
        self.request.referrer_policy = policy;
        self
    }

    fn upload_listener(mut self) -> Self {
        self.request.upload_listener = true;
        self
    }

    fn answer(mut self, status: &str, headers: Lines) -> Self {
        last(&mut self).response = Some(Answer {
            status: status.to_owned(),
            headers: lines(headers),
            body: String::new(),
        });
        self
    }

    fn preflight(mut self, status: &str, headers: Lines) -> Self {
        last(&mut self).preflight = Some(PreflightAnswer {
            status: status.to_owned(),
            headers: lines(headers),
        });
        self
    }

    fn refused(mut self) -> Self {
        last(&mut self).response = None;
        self
    }

    fn redirect(self, status: &str, location: &str, headers: Lines) -> Self {
        let mut with_location = vec![("Location", location)];
        with_location.extend_from_slice(headers);
        let mut scenario = self.answer(status, &with_location);
        scenario.hops.push(Hop::default());
        scenario
    }

    fn then(mut self, wait_s: u32, further: Scenario) -> Self {
        self.then.push(FurtherSend {
            wait_s,
            request: further.request,
            hops: further.hops,
        });
        self
    }

    fn profile(mut self, profile: Profile) -> Self {
        self.profile = profile;
        self
    }
}
