//! The words that scenarios by chance are made of.

pub(super) const PAGES: Words = Words {
    usual: &[
        "https://page.example/app",
        "https://page.example/app",
        "http://page.example/",
    ],
    odd: &[
        "http://localhost:3000/",
        "file:///a.html",
        "data:text/html,x",
        "",
        "https://page.example:8443/",
        "frontend.com",
        "https://bücher.example/",
    ],
};

pub(super) const PROXIES: Words = Words {
    usual: &["https://api.example", "http://localhost:8080/"],
    odd: &[
        "https://page.example",
        "https://api.example/v1",
        "api.example",
        "file:///",
    ],
};

pub(super) const URLS: Words = Words {
    usual: &[
        "https://api.example/data",
        "https://api.example/data",
        "https://other.example/data",
        "/users",
        "https://page.example:443/x",
    ],
    odd: &[
        "http://api.example/",
        "http://localhost:3000/",
        "https://api.example:25/",
        "data:,x",
        "data:nothing",
        "localhost:8080/api",
        "https://u:p@api.example/",
        "https://",
        "",
        "https://PAGE.example./x",
        "https://bücher.example/",
        "ftp://api.example/",
        "//api.example/x#f",
        "https://page.example/",
    ],
};

pub(super) const METHODS: Words = Words {
    usual: &["GET", "GET", "POST", "PUT", "HEAD", "DELETE", "PATCH"],
    odd: &[
        "OPTIONS", "put", "patch", "TRACE", "GET ", "", "CHICKEN", "É",
    ],
};

pub(super) const STATUSES: Words = Words {
    usual: &["200", "200", "200", "302", "307", "303", "404"],
    odd: &["301", "308", "300", "204", "500", "999", "99", "1000", "-1"],
};

pub(super) const LOCATIONS: Words = Words {
    usual: &[
        "/next",
        "https://api.example/next",
        "https://other.example/next",
    ],
    odd: &[
        "https://page.example/home",
        "http://api.example/",
        "https://u:p@api.example/",
        "https://[",
        "data:,x",
        "",
        "ftp://api.example/",
        "https://api.example:25/",
    ],
};

pub(super) const REQUEST_HEADERS: Lines = Lines {
    usual: &[
        ("Accept", "application/json"),
        ("Content-Type", "application/json"),
        ("Content-Type", "text/plain"),
        ("X-A", "1"),
        ("Authorization", "Bearer x"),
    ],
    odd: &[
        ("Accept", "a(b)"),
        ("content-type", "text/plain;charset=UTF-8"),
        ("x-a", "2"),
        ("X-B", ""),
        ("Cookie", "a=b"),
        ("Range", "bytes=0-"),
        ("Range", "bytes=-5"),
        ("Access-Control-Allow-Origin", "*"),
        ("X A", "1"),
        ("X-C", "1\n2"),
        ("X-D", "€"),
        ("*", "1"),
        ("X-HTTP-Method", "trace"),
        ("Accept-Language", LONG),
        ("Content-Language", LONG),
        ("Accept", LONG),
    ],
};

pub(super) const ANSWER_HEADERS: Lines = Lines {
    usual: &[
        ("Access-Control-Allow-Methods", "*"),
        ("Access-Control-Allow-Methods", "PUT, PATCH, patch"),
        ("Access-Control-Allow-Headers", "*"),
        (
            "Access-Control-Allow-Headers",
            "x-a, content-type, authorization",
        ),
        ("Access-Control-Expose-Headers", "*"),
        ("Access-Control-Expose-Headers", "X-A"),
        ("Access-Control-Max-Age", "60"),
        ("Content-Type", "text/plain"),
        ("X-A", "1"),
    ],
    odd: &[
        ("Access-Control-Allow-Origin", "*"),
        ("Access-Control-Allow-Origins", "*"),
        ("access-control-allow-origin", "https://page.example/"),
        ("Set-Cookie", "a=b"),
        ("Access-Control-Allow-Credentials", "True"),
        ("Access-Control-Allow-Methods", "GET; PUT"),
        ("Access-Control-Allow-Headers", "X-A,, *"),
        ("Access-Control-Max-Age", "-1"),
        ("Access-Control-Max-Age", "0"),
        ("X B", "2"),
        ("X-C", "€"),
        ("ETag", "é"),
    ],
};

pub(super) const ALLOWS: &[&[(&str, &str)]] = &[
    &[],
    &[("Access-Control-Allow-Origin", "*")],
    &[("Access-Control-Allow-Origin", "https://page.example")],
    &[("Access-Control-Allow-Origin", "null")],
    &[
        ("Access-Control-Allow-Origin", "https://page.example"),
        ("Access-Control-Allow-Credentials", "true"),
    ],
    &[
        ("Access-Control-Allow-Origin", "*"),
        ("Access-Control-Allow-Methods", "*"),
        ("Access-Control-Allow-Headers", "*"),
    ],
    &[
        ("Access-Control-Allow-Origin", "https://page.example"),
        ("Access-Control-Allow-Credentials", "true"),
        ("Access-Control-Allow-Methods", "PUT, DELETE, PATCH"),
        (
            "Access-Control-Allow-Headers",
            "X-A, Authorization, Content-Type",
        ),
    ],
];

/// As long as a safelisted value may be.
const LONG: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\
                    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

/// Texts, most of them usual.
pub(super) struct Words {
    pub(super) usual: &'static [&'static str],
    pub(super) odd: &'static [&'static str],
}

/// Header lines, most of them usual.
pub(super) struct Lines {
    pub(super) usual: &'static [(&'static str, &'static str)],
    pub(super) odd: &'static [(&'static str, &'static str)],
}
