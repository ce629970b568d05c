//! What the page says of the comparison itself.

/// What the comparison looks at.
pub(super) const COMPARED: &str = "\
- how the request ends for script: with an answer, with an error, or with an exception, and its name;
- `response.type`, and the status and the headers that script sees;
- the preflights that reached a server: method, URL, and headers;
- the actual requests that reached a server: method, URL, and the headers that the scenario or the
  CORS protocol sets. `Origin`, `Authorization`, `Access-Control-Request-Method` and
  `Access-Control-Request-Headers` are compared where they are missing, too;
- the browser's own code for a failure, as its developer tools get it: `MissingAllowOriginHeader`,
  `mixed-content`, `net::ERR_UNSAFE_PORT` and the like;
- the lines of the console, word for word. Those of the network layer have no status after an error
  there: the protocol of the developer tools tells it at another time.
";

/// What it cannot look at, and why.
pub(super) const NOT_COMPARED: &str = "\
- Bodies of answers: no rule looks at them.
- Whether an image or a script may be read, where it loads: an element tells its page only that.
- Forms that lead to no page, for example with a 204: nothing says when such a form is done.
- Forms among several sends: a form leaves the page that the others would be sent from.
- Relative URLs on `file:` pages: the page's file stands elsewhere on the machine that runs it.
- Waits of more than 10 seconds between two sends.
- Refused connections: one port answers for all hosts, so connections are made and cut instead.
- Permanent redirects before a further send: Chromium's HTTP cache keeps them, and no HTTP cache is
  modelled. Made-up scenarios have temporary ones there.
- curl, which is no browser, and development proxies: none is made up. Written cases of the lab try
  both, with the real curl and with servers that forward.
- Headers that a browser sends of its own accord, for example `User-Agent`.
";
