//! From a scenario to JSON: what has its default is left out, and in a further send what is as in the one before.

use cors_engine::Scenario;
use cors_engine::scenario::{HeaderLines, Hop, Page, Profile, ScenarioRequest};

use super::reader::is_whole;

/// The text.
///
/// # Errors
/// A status is no whole number, which the format cannot say.
pub(super) fn write(scenario: &Scenario) -> Result<String, String> {
    let mut out = Writer::default();
    out.open('{');
    out.name("version");
    out.raw("1");
    if !scenario.title.is_empty() {
        out.text("title", &scenario.title);
    }
    out.name("page");
    out.page(&scenario.page);
    out.name("request");
    out.request(&scenario.request, None);
    out.name("hops");
    out.hops(&scenario.hops)?;
    if !scenario.then.is_empty() {
        out.name("then");
        out.open('[');
        let (mut request, mut hops) = (&scenario.request, &scenario.hops);
        for send in &scenario.then {
            out.item();
            out.open('{');
            if send.wait_s != 0 {
                out.name("wait_s");
                out.raw(&send.wait_s.to_string());
            }
            if send.request != *request {
                out.name("request");
                out.request(&send.request, Some(request));
            }
            if send.hops != *hops {
                out.name("hops");
                out.hops(&send.hops)?;
            }
            out.close('}');
            (request, hops) = (&send.request, &send.hops);
        }
        out.close(']');
    }
    if scenario.profile != Profile::Standard {
        out.text("profile", scenario.profile.as_str());
    }
    out.close('}');
    out.text.push('\n');
    Ok(out.text)
}

/// A text in the making.
#[derive(Default)]
struct Writer {
    text: String,
    depth: usize,
    /// Nothing stands yet in what was opened last.
    is_empty: bool,
}

impl Writer {
    fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
        self.is_empty = true;
    }

    fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if !self.is_empty {
            self.new_line();
        }
        self.text.push(bracket);
        self.is_empty = false;
    }

    fn new_line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }

    /// Begins an item of a list, or a member of an object.
    fn item(&mut self) {
        if !self.is_empty {
            self.text.push(',');
        }
        self.is_empty = false;
        self.new_line();
    }

    fn name(&mut self, name: &str) {
        self.item();
        push_text(&mut self.text, name);
        self.text.push_str(": ");
    }

    fn raw(&mut self, value: &str) {
        self.text.push_str(value);
    }

    fn text(&mut self, name: &str, value: &str) {
        self.name(name);
        push_text(&mut self.text, value);
    }

    fn differing(&mut self, name: &str, value: &str, base: &str) {
        if value != base {
            self.text(name, value);
        }
    }

    fn flag(&mut self, name: &str, value: bool, base: bool) {
        if value != base {
            self.name(name);
            self.raw(if value { "true" } else { "false" });
        }
    }

    fn lines(&mut self, name: &str, lines: &HeaderLines, base: &HeaderLines) {
        if lines == base {
            return;
        }
        self.name(name);
        self.open('[');
        for (name, value) in lines {
            self.item();
            self.raw("[");
            push_text(&mut self.text, name);
            self.raw(", ");
            push_text(&mut self.text, value);
            self.raw("]");
        }
        self.close(']');
    }

    fn status(&mut self, status: &str) -> Result<(), String> {
        if !is_whole(status) {
            return Err([
                "The status `",
                status,
                "` is no whole number, so no file can hold it. Type a number, such as 200.",
            ]
            .concat());
        }
        self.name("status");
        self.raw(status);
        Ok(())
    }

    fn page(&mut self, page: &Page) {
        self.open('{');
        self.text("url", &page.url);
        self.flag("opaque", page.opaque, false);
        self.differing("proxy", &page.proxy, "");
        self.close('}');
    }

    /// A request; `before` is the one of the send before it.
    fn request(&mut self, it: &ScenarioRequest, before: Option<&ScenarioRequest>) {
        let mut defaults = ScenarioRequest::new("");
        defaults.mode = it.api.default_mode();
        defaults.credentials = it.api.default_credentials(it.mode);
        let base = before.unwrap_or(&defaults);
        self.open('{');
        self.differing("api", it.api.as_str(), base.api.as_str());
        if before.is_none() || it.url != base.url {
            self.text("url", &it.url);
        }
        self.differing("method", &it.method, &base.method);
        self.lines("headers", &it.headers, &base.headers);
        match &it.body {
            body if *body == base.body => {}
            Some(body) => self.text("body", body),
            None => {
                self.name("body");
                self.raw("null");
            }
        }
        self.differing("mode", it.mode.as_str(), base.mode.as_str());
        self.differing(
            "credentials",
            it.credentials.as_str(),
            base.credentials.as_str(),
        );
        self.differing("redirect", it.redirect.as_str(), base.redirect.as_str());
        let policy = base.referrer_policy.as_str();
        self.differing("referrer_policy", it.referrer_policy.as_str(), policy);
        self.flag("upload_listener", it.upload_listener, base.upload_listener);
        self.close('}');
    }

    fn hops(&mut self, hops: &[Hop]) -> Result<(), String> {
        self.open('[');
        for hop in hops {
            self.item();
            self.open('{');
            if let Some(answer) = &hop.preflight {
                self.name("preflight");
                self.open('{');
                self.status(&answer.status)?;
                self.lines("headers", &answer.headers, &Vec::new());
                self.close('}');
            }
            self.name("response");
            match &hop.response {
                None => self.raw("null"),
                Some(answer) => {
                    self.open('{');
                    self.status(&answer.status)?;
                    self.lines("headers", &answer.headers, &Vec::new());
                    self.differing("body", &answer.body, "");
                    self.close('}');
                }
            }
            self.close('}');
        }
        self.close(']');
        Ok(())
    }
}

/// Appends a text of JSON, in its double quotes.
pub(crate) fn push_text(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1F}' => {
                out.push_str("\\u00");
                for digit in [u32::from(character) >> 4, u32::from(character) & 15] {
                    out.push(char::from_digit(digit, 16).unwrap_or('0'));
                }
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}
