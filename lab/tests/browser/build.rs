//! Scenarios in few words.

use cors_engine::scenario::{
    Answer, Api, CredentialsMode, FurtherSend, HeaderLines, Hop, Mode, PreflightAnswer,
    RedirectMode, ReferrerPolicy, Scenario, lines,
};

pub(crate) type Pairs<'a> = &'a [(&'a str, &'a str)];

/// A scenario in the making.
#[derive(Clone)]
pub(crate) struct Build(pub(crate) Scenario);

/// A GET of `url` by fetch from `https://app.example/`, answered 200 without headers.
pub(crate) fn get(url: &str) -> Build {
    let mut scenario = Scenario::new(url);
    scenario.page.url = "https://app.example/".to_owned();
    Build(scenario)
}

/// The same with another method.
pub(crate) fn send(method: &str, url: &str) -> Build {
    let mut build = get(url);
    build.0.request.method = method.to_owned();
    build
}

/// An element, XMLHttpRequest or form asks.
pub(crate) fn api(api: Api, url: &str) -> Build {
    let mut build = get(url);
    let request = &mut build.0.request;
    request.api = api;
    request.mode = api.default_mode();
    request.credentials = api.default_credentials(request.mode);
    build
}

fn answer(status: &str, headers: HeaderLines) -> Option<Answer> {
    Some(Answer {
        status: status.to_owned(),
        headers,
        body: String::new(),
    })
}

impl Build {
    pub(crate) fn page(mut self, url: &str) -> Build {
        self.0.page.url = url.to_owned();
        self
    }

    pub(crate) fn opaque(mut self) -> Build {
        self.0.page.opaque = true;
        self
    }

    /// The page's server forwards to this origin.
    pub(crate) fn proxy(mut self, origin: &str) -> Build {
        self.0.page.proxy = origin.to_owned();
        self
    }

    pub(crate) fn method(mut self, method: &str) -> Build {
        self.0.request.method = method.to_owned();
        self
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Build {
        let line = (name.to_owned(), value.to_owned());
        self.0.request.headers.push(line);
        self
    }

    pub(crate) fn body(mut self, body: &str) -> Build {
        self.0.request.body = Some(body.to_owned());
        self
    }

    pub(crate) fn mode(mut self, mode: Mode) -> Build {
        self.0.request.mode = mode;
        self.0.request.credentials = self.0.request.api.default_credentials(mode);
        self
    }

    pub(crate) fn include(mut self) -> Build {
        self.0.request.credentials = CredentialsMode::Include;
        self
    }

    pub(crate) fn redirect(mut self, redirect: RedirectMode) -> Build {
        self.0.request.redirect = redirect;
        self
    }

    pub(crate) fn referrer_policy(mut self, policy: ReferrerPolicy) -> Build {
        self.0.request.referrer_policy = policy;
        self
    }

    pub(crate) fn upload_listener(mut self) -> Build {
        self.0.request.upload_listener = true;
        self
    }

    fn last_hop(&mut self) -> &mut Hop {
        self.0.hops.last_mut().expect("scenarios here have a hop")
    }

    /// The last hop's answer to a preflight.
    pub(crate) fn preflight(mut self, status: &str, headers: Pairs) -> Build {
        self.last_hop().preflight = Some(PreflightAnswer {
            status: status.to_owned(),
            headers: lines(headers),
        });
        self
    }

    /// The last hop's answer.
    pub(crate) fn answers(mut self, status: &str, headers: Pairs) -> Build {
        self.last_hop().response = answer(status, lines(headers));
        self
    }

    /// The last hop redirects, and allows everybody to see that; another hop follows.
    pub(crate) fn redirects(mut self, status: &str, location: &str) -> Build {
        let headers = [("Access-Control-Allow-Origin", "*"), ("Location", location)];
        self.last_hop().response = answer(status, lines(&headers));
        self.0.hops.push(Hop::default());
        self
    }

    /// One more line in the answer of the hop before the last.
    pub(crate) fn with_response_header(mut self, name: &str, value: &str) -> Build {
        let before_last = self.0.hops.len().saturating_sub(2);
        let answer = self.0.hops[before_last].response.as_mut();
        let answer = answer.expect("the hop redirects");
        answer.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The last hop cannot be reached.
    pub(crate) fn unreachable(mut self) -> Build {
        self.last_hop().response = None;
        self
    }

    /// The same request again, after this many seconds.
    pub(crate) fn again_after(self, wait_s: u32) -> Build {
        let again = self.clone();
        self.then(wait_s, again)
    }

    /// Another request, after this many seconds.
    pub(crate) fn then(mut self, wait_s: u32, other: Build) -> Build {
        self.0.then.push(FurtherSend {
            wait_s,
            request: other.0.request,
            hops: other.0.hops,
        });
        self
    }
}
