//! Screens that must look right, the page's and the frame's: the journeys and `cargo xtask screenshots` go through them.

/// A scenario on the screen.
pub(crate) struct State {
    /// What it is called, in file names and messages.
    pub(crate) name: &'static str,
    /// The link that opens it, without the `#`.
    pub(crate) fragment: &'static str,
    /// The button to press after that.
    pub(crate) press: Option<&'static str>,
    /// The headline of its verdict.
    pub(crate) headline: &'static str,
    /// Words on the page that set it apart from others with the same headline.
    pub(crate) words: &'static str,
}

impl State {
    /// A script that says whether the page shows the state with this headline and these words.
    pub(crate) const IS_SHOWN: &str = "
        const [headline, words] = arguments;
        const shown = css => document.querySelector(css)?.textContent.trim() ?? '';
        return shown('h1') === headline && shown('main').includes(words);";

    /// A script that presses the button with this name, and says whether there is one.
    pub(crate) const PRESS: &str = "
        const [name] = arguments;
        const isIt = button => button.textContent.trim() === name;
        const button = [...document.querySelectorAll('button')].find(isIt);
        button?.click();
        return button !== undefined;";
}

/// All of them.
pub(crate) const STATES: [State; 12] = [
    State {
        name: "allowed-simple",
        fragment: "v=1&header=Accept:%20application/json&res-header=Content-Type:%20application/json\
                   &res-header=Access-Control-Allow-Origin:%20https://frontend.com&res-body=%5B%5D",
        press: None,
        headline: "The page reads the answer",
        words: "no preflight needed",
    },
    State {
        name: "blocked-simple",
        fragment: "v=1&header=Accept:%20application/json&res-header=Content-Type:%20application/json\
                   &res-body=%5B%5D",
        press: None,
        headline: "Answered, but withheld from the page",
        words: "no preflight needed",
    },
    State {
        name: "curl",
        fragment: "v=1&api=curl&method=PUT&header=Origin:%20https://me.example&body=%7B%7D&status=307\
                   &res-header=Location:%20https://cdn.example/users&hop=2&res-header=Set-Cookie:%20a=b",
        press: None,
        headline: "curl shows the answer: no browser, no CORS",
        words: "curl has no origin",
    },
    State {
        name: "development-proxy",
        fragment: "v=1&page=http://localhost:5173/&proxy=https://api.backend.com&url=/users\
                   &res-header=Content-Type:%20application/json",
        press: None,
        headline: "The page reads the answer",
        words: "its own server asked the other",
    },
    State {
        name: "preflight-failed",
        fragment: "v=1&method=PUT&header=Content-Type:%20application/json&header=Authorization:%20Bearer%20abc\
                   &body=%7B%22name%22:%22Ada%22%7D&pre=204\
                   &pre-header=Access-Control-Allow-Origin:%20https://frontend.com\
                   &pre-header=Access-Control-Allow-Methods:%20GET,%20POST\
                   &res-header=Access-Control-Allow-Origin:%20https://frontend.com",
        press: None,
        headline: "Never sent: the preflight failed",
        words: "only the preflight was",
    },
    State {
        name: "preflight-passed-then-blocked",
        fragment: "v=1&method=PUT&header=Content-Type:%20application/json&body=%7B%22name%22:%22Ada%22%7D\
                   &pre=204&pre-header=Access-Control-Allow-Origin:%20https://frontend.com\
                   &pre-header=Access-Control-Allow-Methods:%20GET,%20PUT\
                   &pre-header=Access-Control-Allow-Headers:%20Content-Type\
                   &res-header=Access-Control-Allow-Origin:%20https://frontend.com/",
        press: None,
        headline: "Answered, but withheld from the page",
        words: "after a preflight",
    },
    State {
        name: "redirect-chain",
        fragment: "v=1&header=Accept:%20application/json&status=302\
                   &res-header=Location:%20https://files.storage.net/users.json\
                   &res-header=Access-Control-Allow-Origin:%20https://frontend.com\
                   &hop=2&res-header=Content-Type:%20application/json\
                   &res-header=Access-Control-Allow-Origin:%20https://frontend.com",
        press: None,
        headline: "Answered, but withheld from the page",
        words: "files.storage.net",
    },
    State {
        name: "opaque",
        fragment: "v=1&mode=no-cors&res-header=Content-Type:%20application/json&res-body=%5B%5D",
        press: None,
        headline: "Answered, but opaque to the page",
        words: "it gets an opaque response",
    },
    State {
        name: "same-origin",
        fragment: "v=1&url=/users&method=PUT&header=Content-Type:%20application/json&body=%7B%7D\
                   &res-header=Content-Type:%20application/json&res-body=%5B%5D",
        press: None,
        headline: "The page reads the answer",
        words: "same origin: CORS plays no part",
    },
    State {
        name: "throws",
        fragment: "v=1&method=TRACE&res-header=Access-Control-Allow-Origin:%20*",
        press: None,
        headline: "Never sent: script gets an exception",
        words: "no server heard of it",
    },
    State {
        name: "invalid",
        fragment: "v=1&page=frontend.com/app&res-header=Access-Control-Allow-Origin:%20*",
        press: None,
        headline: "No browser can play this yet",
        words: "see the marked field",
    },
    State {
        name: "cached-preflight",
        fragment: "v=1&method=PUT&header=Content-Type:%20application/json&body=%7B%22name%22:%22Ada%22%7D\
                   &pre=204&pre-header=Access-Control-Allow-Origin:%20https://frontend.com\
                   &pre-header=Access-Control-Allow-Methods:%20GET,%20PUT\
                   &pre-header=Access-Control-Allow-Headers:%20Content-Type\
                   &pre-header=Access-Control-Max-Age:%20600\
                   &res-header=Access-Control-Allow-Origin:%20https://frontend.com",
        press: Some("Send"),
        headline: "The page reads the answer",
        words: "an earlier preflight covers it",
    },
];

/// The modes of the frame, each with what must be there, looked at as wide as [`FRAME_WIDTHS`].
pub(crate) const MODES: [(&str, &str); 3] = [
    ("play", ".player"),
    ("predict", ".predict"),
    ("read", ".all-steps"),
];

/// In CSS pixels: beside a text, in a column of text, alone in a page.
pub(crate) const FRAME_WIDTHS: [u32; 3] = [300, 600, 900];

/// What the frames show: a preflight that is refused, with much to say.
pub(crate) const FRAMED: &str = "v=1&method=PUT&header=Content-Type:%20application/json&body=%7B%22name%22:%22Ada%22%7D&pre=204\
    &pre-header=Access-Control-Allow-Origin:%20https://frontend.com&pre-header=Access-Control-Allow-Methods:%20GET,%20POST\
    &res-header=Access-Control-Allow-Origin:%20https://frontend.com";
