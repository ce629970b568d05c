//! The keywords of a scenario. Each knows its text in the public format.

/// Makes an enum whose variants have a text each, and the way back.
macro_rules! keyword {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// Their texts, in the same order.
            pub const TEXTS: &[&str] = &[$($text),*];

            /// Its text in the public format.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }

            /// The keyword with this text, if there is one.
            pub fn from_text(text: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|keyword| keyword.as_str() == text)
            }
        }
    };
}

keyword! {
    /// Script, element or program that makes a request.
    Api {
        /// `fetch()`.
        Fetch = "fetch",
        /// `XMLHttpRequest`.
        Xhr = "xhr",
        /// An `<img>` element.
        Img = "img",
        /// A classic `<script>` element.
        Script = "script",
        /// A `<form>`: a navigation.
        Form = "form",
        /// The program curl, which is no browser.
        Curl = "curl",
    }
}

impl Api {
    /// The mode of a request that says nothing about it.
    pub const fn default_mode(self) -> Mode {
        match self {
            Api::Fetch | Api::Xhr | Api::Curl => Mode::Cors,
            Api::Img | Api::Script | Api::Form => Mode::NoCors,
        }
    }

    /// The credentials mode of a request in `mode` that says nothing about it.
    pub const fn default_credentials(self, mode: Mode) -> CredentialsMode {
        match (self, mode) {
            (Api::Img | Api::Script | Api::Form, Mode::NoCors) => CredentialsMode::Include,
            // It has no cookies but those that it is told to send.
            (Api::Curl, _) => CredentialsMode::Omit,
            _ => CredentialsMode::SameOrigin,
        }
    }
}

keyword! {
    /// A request's [mode](https://fetch.spec.whatwg.org/#concept-request-mode).
    Mode {
        /// `cors`: the CORS protocol decides.
        Cors = "cors",
        /// `no-cors`: sent as an element would, and opaque across origins.
        NoCors = "no-cors",
        /// `same-origin`: never leaves the page's origin.
        SameOrigin = "same-origin",
    }
}

keyword! {
    /// A request's [credentials mode](https://fetch.spec.whatwg.org/#concept-request-credentials-mode).
    CredentialsMode {
        /// `omit`: none are sent, none are kept.
        Omit = "omit",
        /// `same-origin`: only to the page's own origin.
        SameOrigin = "same-origin",
        /// `include`: always.
        Include = "include",
    }
}

keyword! {
    /// A request's [redirect mode](https://fetch.spec.whatwg.org/#concept-request-redirect-mode).
    RedirectMode {
        /// `follow`: go on to the new address.
        Follow = "follow",
        /// `error`: a redirect is a network error.
        Error = "error",
        /// `manual`: script gets an opaque redirect.
        Manual = "manual",
    }
}

keyword! {
    /// A [referrer policy](https://w3c.github.io/webappsec-referrer-policy/#referrer-policies).
    ReferrerPolicy {
        /// The empty text: the browser's default, `strict-origin-when-cross-origin`.
        Default = "",
        /// `no-referrer`.
        NoReferrer = "no-referrer",
        /// `no-referrer-when-downgrade`.
        NoReferrerWhenDowngrade = "no-referrer-when-downgrade",
        /// `same-origin`.
        SameOrigin = "same-origin",
        /// `origin`.
        Origin = "origin",
        /// `strict-origin`.
        StrictOrigin = "strict-origin",
        /// `origin-when-cross-origin`.
        OriginWhenCrossOrigin = "origin-when-cross-origin",
        /// `strict-origin-when-cross-origin`.
        StrictOriginWhenCrossOrigin = "strict-origin-when-cross-origin",
        /// `unsafe-url`.
        UnsafeUrl = "unsafe-url",
    }
}

keyword! {
    /// Who judges a scenario.
    Profile {
        /// The Fetch standard as written.
        Standard = "standard",
        /// Chrome, Edge and others built on Chromium.
        Chromium = "chromium",
        /// Firefox.
        Firefox = "firefox",
        /// Safari.
        Safari = "safari",
    }
}

keyword! {
    /// A browser whose console is shown.
    Browser {
        /// Chrome, Edge and others built on Chromium.
        Chromium = "chromium",
        /// Firefox.
        Firefox = "firefox",
        /// Safari.
        Safari = "safari",
    }
}

impl Browser {
    /// The profile that says what it does.
    pub const fn profile(self) -> Profile {
        match self {
            Browser::Chromium => Profile::Chromium,
            Browser::Firefox => Profile::Firefox,
            Browser::Safari => Profile::Safari,
        }
    }
}

impl Profile {
    /// The browser whose console goes with this profile; the standard prints nothing, so Chromium's.
    pub const fn browser(self) -> Browser {
        match self {
            Profile::Standard | Profile::Chromium => Browser::Chromium,
            Profile::Firefox => Browser::Firefox,
            Profile::Safari => Browser::Safari,
        }
    }
}
