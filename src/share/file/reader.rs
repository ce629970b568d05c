//! From a tree of JSON to a scenario: what is left out has its default, and all that is wrong is told.

use cors_engine::scenario::{
    Answer, FurtherSend, HeaderLines, Hop, MOST_HOPS, MOST_LINES, MOST_SENDS, Page,
    PreflightAnswer, Profile, Scenario,
};

use super::json::{Member, Node, Value};
use super::problem::Problems;
use super::request;
use crate::share::plain::shortened;

/// The version of the format.
const VERSION: &str = "1";

/// A field of a file, to be read: its name, and its value if it is there.
pub(super) type Field = (&'static str, Option<Node>);

/// The scenario; all that is wrong is among the problems.
pub(super) fn scenario(problems: &mut Problems, node: Node) -> Option<Scenario> {
    let at = node.at;
    let names = [
        "version", "title", "page", "request", "hops", "then", "profile",
    ];
    let mut fields = problems.object("scenario", node, &names)?;
    if let (name, Some(node)) = fields.take("version") {
        let is_it = matches!(&node.value, Value::Number(number) if number == VERSION);
        if !is_it {
            problems.wrong(
                name,
                &node,
                "Reload the page if the file is newer than it. Otherwise type 1.",
            );
        }
    }
    let title = problems.text(fields.take("title")).unwrap_or_default();
    let page = problems.page(fields.take("page"));
    let request = match fields.take("request") {
        (_, Some(node)) => request::first(problems, node)?,
        (_, None) => {
            problems.add(at, "The scenario has no request. Type \"request\": { \"url\": \"https://api.example/\" }.".to_owned());
            return None;
        }
    };
    let hops = problems
        .hops(fields.take("hops"))
        .unwrap_or_else(|| vec![Hop::default()]);
    let mut scenario = Scenario {
        title,
        page,
        request,
        hops,
        then: Vec::new(),
        profile: Profile::Standard,
    };
    for node in problems
        .list(fields.take("then"), MOST_SENDS)
        .unwrap_or_default()
    {
        let (request, hops) = match scenario.then.last() {
            None => (&scenario.request, &scenario.hops),
            Some(before) => (&before.request, &before.hops),
        };
        let send = problems.send(node, request, hops);
        scenario.then.extend(send);
    }
    if let Some(profile) = problems.keyword(fields.take("profile"), Profile::TEXTS) {
        scenario.profile = Profile::ALL[profile];
    }
    Some(scenario)
}

/// The members of an object that are still to be read.
pub(super) struct Fields(Vec<Member>);

impl Fields {
    pub(super) fn take(&mut self, name: &'static str) -> Field {
        let place = self.0.iter().position(|member| member.name == name);
        (name, place.map(|place| self.0.swap_remove(place).node))
    }
}

/// Each reads a value, if it is there and of the right kind.
impl Problems<'_> {
    pub(super) fn wrong(&mut self, name: &str, node: &Node, instead: &str) {
        let is = match &node.value {
            Value::Null => "null".to_owned(),
            Value::Bool(true) => "true".to_owned(),
            Value::Bool(false) => "false".to_owned(),
            Value::Number(number) => shortened(number, 40),
            Value::Text(text) => ["the text `", &shortened(text, 40), "`"].concat(),
            Value::List(_) => "a list".to_owned(),
            Value::Object(_) => "an object".to_owned(),
        };
        self.add(node.at, ["`", name, "` is ", &is, ". ", instead].concat());
    }

    /// An object with these fields and no others, each once.
    pub(super) fn object(&mut self, name: &str, node: Node, names: &[&str]) -> Option<Fields> {
        let Value::Object(members) = node.value else {
            self.wrong(name, &node, "Type an object, which stands between { and }.");
            return None;
        };
        for (index, member) in members.iter().enumerate() {
            let shown = shortened(&member.name, 40);
            if !names.contains(&&*member.name) {
                let names = names.join(", ");
                let sentence = [
                    "`",
                    name,
                    "` has no field `",
                    &shown,
                    "`. Type one of these: ",
                    &names,
                    ".",
                ];
                self.add(member.at, sentence.concat());
            }
            let mut earlier = members.iter().take(index);
            if earlier.any(|it| it.name == member.name) {
                self.add(
                    member.at,
                    ["`", &shown, "` stands twice. Remove one of the two."].concat(),
                );
            }
        }
        Some(Fields(members))
    }

    pub(super) fn text(&mut self, (name, node): Field) -> Option<String> {
        match node? {
            Node {
                value: Value::Text(text),
                ..
            } => Some(text),
            node => {
                self.wrong(name, &node, "Type a text in double quotes.");
                None
            }
        }
    }

    pub(super) fn flag(&mut self, (name, node): Field) -> Option<bool> {
        match node? {
            Node {
                value: Value::Bool(flag),
                ..
            } => Some(flag),
            node => {
                self.wrong(name, &node, "Type true or false, without quotes.");
                None
            }
        }
    }

    /// The index of one of these texts.
    pub(super) fn keyword(&mut self, (name, node): Field, texts: &[&str]) -> Option<usize> {
        let node = node?;
        let place = match &node.value {
            Value::Text(text) => texts.iter().position(|it| it == text),
            _ => None,
        };
        if place.is_none() {
            let words = texts.iter().map(|it| format!("\"{it}\""));
            let words: Vec<String> = words.collect();
            self.wrong(
                name,
                &node,
                &["Type one of these: ", &words.join(", "), "."].concat(),
            );
        }
        place
    }

    pub(super) fn list(&mut self, (name, node): Field, most: usize) -> Option<Vec<Node>> {
        let node = node?;
        let at = node.at;
        let Value::List(items) = node.value else {
            self.wrong(name, &node, "Type a list, which stands between [ and ].");
            return None;
        };
        if items.len() > most {
            self.add(
                at,
                format!("`{name}` has {} items. Keep to {most}.", items.len()),
            );
        }
        Some(items)
    }

    pub(super) fn lines(&mut self, field: Field) -> Option<HeaderLines> {
        let name = field.0;
        let mut lines = Vec::new();
        for node in self.list(field, MOST_LINES)? {
            match line(&node) {
                Some(line) => lines.push(line),
                None => {
                    let instead = "Type it so: [\"Accept\", \"text/html\"].";
                    let sentence = ["A line of `", name, "` is no list of two texts. ", instead];
                    self.add(node.at, sentence.concat());
                }
            }
        }
        Some(lines)
    }

    fn page(&mut self, (name, node): Field) -> Page {
        let mut page = Page::default();
        let fields = node.and_then(|node| self.object(name, node, &["url", "opaque", "proxy"]));
        if let Some(mut fields) = fields {
            page.url = self.text(fields.take("url")).unwrap_or(page.url);
            page.opaque = self.flag(fields.take("opaque")).unwrap_or(page.opaque);
            page.proxy = self.text(fields.take("proxy")).unwrap_or(page.proxy);
        }
        page
    }

    fn hops(&mut self, field: Field) -> Option<Vec<Hop>> {
        let items = self.list(field, MOST_HOPS)?;
        Some(
            items
                .into_iter()
                .filter_map(|node| self.hop(node))
                .collect(),
        )
    }

    fn hop(&mut self, node: Node) -> Option<Hop> {
        let mut fields = self.object("hops", node, &["preflight", "response"])?;
        Some(Hop {
            preflight: match fields.take("preflight") {
                (
                    _,
                    None
                    | Some(Node {
                        value: Value::Null, ..
                    }),
                ) => None,
                (name, Some(node)) => {
                    let mut fields = self.object(name, node, &["status", "headers"])?;
                    Some(PreflightAnswer {
                        status: self.status(fields.take("status")),
                        headers: self.lines(fields.take("headers")).unwrap_or_default(),
                    })
                }
            },
            response: match fields.take("response") {
                (_, None) => Some(Answer::default()),
                // The connection fails.
                (
                    _,
                    Some(Node {
                        value: Value::Null, ..
                    }),
                ) => None,
                (name, Some(node)) => {
                    let mut fields = self.object(name, node, &["status", "headers", "body"])?;
                    Some(Answer {
                        status: self.status(fields.take("status")),
                        headers: self.lines(fields.take("headers")).unwrap_or_default(),
                        body: self.text(fields.take("body")).unwrap_or_default(),
                    })
                }
            },
        })
    }

    fn status(&mut self, (name, node): Field) -> String {
        match node {
            None => "200".to_owned(),
            Some(Node {
                value: Value::Number(number),
                ..
            }) if is_whole(&number) => number,
            Some(node) => {
                self.wrong(
                    name,
                    &node,
                    "Type a whole number without quotes, such as 200.",
                );
                String::new()
            }
        }
    }

    fn send(
        &mut self,
        node: Node,
        request: &cors_engine::scenario::ScenarioRequest,
        hops: &[Hop],
    ) -> Option<FurtherSend> {
        let mut fields = self.object("then", node, &["wait_s", "request", "hops"])?;
        let wait_s = match fields.take("wait_s") {
            (_, None) => 0,
            (name, Some(node)) => seconds(&node).unwrap_or_else(|| {
                self.wrong(
                    name,
                    &node,
                    "Type a whole number of seconds without quotes, such as 5.",
                );
                0
            }),
        };
        let request = match fields.take("request") {
            (_, None) => request.clone(),
            (_, Some(node)) => request::after(self, node, request)?,
        };
        let hops = self
            .hops(fields.take("hops"))
            .unwrap_or_else(|| hops.to_vec());
        Some(FurtherSend {
            wait_s,
            request,
            hops,
        })
    }
}

fn line(node: &Node) -> Option<(String, String)> {
    let Value::List(items) = &node.value else {
        return None;
    };
    match &items[..] {
        [
            Node {
                value: Value::Text(name),
                ..
            },
            Node {
                value: Value::Text(value),
                ..
            },
        ] => Some((name.clone(), value.clone())),
        _ => None,
    }
}

fn seconds(node: &Node) -> Option<u32> {
    match &node.value {
        Value::Number(number) if is_whole(number) => number.parse().ok(),
        _ => None,
    }
}

/// Whether a text is a whole number as JSON has it, and not a huge one.
pub(super) fn is_whole(number: &str) -> bool {
    const MOST_DIGITS: usize = 18;
    let digits = number.strip_prefix('-').unwrap_or(number);
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    let begins_well = match digits.as_bytes() {
        [b'0'] => digits.len() == number.len(),
        [first, ..] => *first != b'0',
        [] => false,
    };
    is_plain && begins_well && digits.len() <= MOST_DIGITS
}
