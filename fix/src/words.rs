//! What a fix means, and its danger, in sentences.

use cors_engine::scenario::CredentialsMode;

use crate::change::{Kind, Place};
use crate::search::{Fix, Way};

impl Fix {
    /// A name for it, a few words.
    pub fn title(&self) -> String {
        match (self.way, self.origin()) {
            (Way::AnyOrigin, _) => "Let every page read it".to_owned(),
            (Way::OneOrigin, Some(origin)) => ["Let only ", origin, " read it"].concat(),
            (Way::PageWithoutCredentials, _) => "Ask without cookies".to_owned(),
            (Way::Page, _) => self.page_title().to_owned(),
            (Way::OneOrigin, None) => self.server_title().to_owned(),
        }
    }

    /// What it means.
    pub fn means(&self) -> &'static str {
        match self.way {
            Way::AnyOrigin => "Any page on the web may read what an anonymous visitor gets.",
            Way::OneOrigin if self.origin().is_none() => {
                "The server allows what this request needs. Whose pages may read the answer stays as it is."
            }
            Way::OneOrigin => {
                "Pages of this one origin may read the answer, and no others. For several, let the server keep a list and answer with the one that asks."
            }
            Way::PageWithoutCredentials => {
                "The server no longer knows who asks: right where the answer is the same for everybody."
            }
            Way::Page => "The page asks for what it needs, and no more.",
        }
    }

    /// Its danger.
    pub fn danger(&self) -> &'static str {
        let has_credentials = self.scenario.request.credentials == CredentialsMode::Include;
        match (self.way, has_credentials) {
            (Way::AnyOrigin, _) => {
                "Wrong for data that only a network protects, such as an intranet's. It stops working as soon as cookies are sent along."
            }
            (Way::OneOrigin, true) => {
                "With cookies, every script of that origin reads as the visitor: allow none that you do not control."
            }
            (Way::OneOrigin, false) if self.origin().is_none() => {
                "None, as long as the server is meant to take such a request."
            }
            (Way::OneOrigin, false) => "None, as long as that origin may see this data.",
            (Way::PageWithoutCredentials, _) => {
                "None for others. Who must be logged in gets what a stranger gets."
            }
            (Way::Page, _) => "None.",
        }
    }

    /// Whether a server has to change.
    pub fn is_of_a_server(&self) -> bool {
        self.changes.iter().any(|it| it.place != Place::Page)
    }

    fn origin(&self) -> Option<&str> {
        self.changes.iter().find_map(|it| match &it.kind {
            Kind::Header("Access-Control-Allow-Origin", value) => Some(value.as_str()),
            _ => None,
        })
    }

    /// The origin is allowed already.
    fn server_title(&self) -> &'static str {
        match self.changes.first().map(|it| &it.kind) {
            Some(Kind::Header("Access-Control-Allow-Credentials", _)) => "Allow credentials",
            Some(Kind::Status(_)) => "Answer OPTIONS with 204",
            _ => "Allow what the page asks for",
        }
    }

    fn page_title(&self) -> &'static str {
        let of_page = self.changes.iter().find(|it| it.place == Place::Page);
        match of_page.map(|it| &it.kind) {
            Some(Kind::Url(_)) => "Ask the right address",
            Some(Kind::Method(_)) => "Write the method in capitals",
            Some(Kind::Mode(_)) => "Ask in mode cors",
            Some(Kind::WithoutHeader(_)) => "Leave the header out of the request",
            Some(Kind::WithoutBody) => "Leave the body out",
            Some(Kind::FollowRedirects) => "Follow redirects",
            _ => "Change the page",
        }
    }
}
