//! Reads the elements of an HTML page, as far as the checks need: their names and attributes.

/// One start tag.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    /// Where the tag begins.
    pub(crate) start: usize,
    /// Where the text after the tag begins.
    pub(crate) end: usize,
}

impl Element {
    /// The value of an attribute; empty if it has none.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether an attribute that lists words has this one.
    pub(crate) fn has_word(&self, attribute: &str, word: &str) -> bool {
        self.attribute(attribute)
            .is_some_and(|value| value.split_ascii_whitespace().any(|own| own == word))
    }

    /// The names of the attributes.
    pub(crate) fn attribute_names(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().map(|(name, _)| name.as_str())
    }
}

/// The start tags of a page, without those in comments and in scripts.
pub(crate) fn elements(html: &str) -> Vec<Element> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|offset| at + offset) {
        at = open + 1;
        let rest = &html[at..];
        if rest.starts_with("!--") {
            at += rest.find("-->").unwrap_or(rest.len());
        } else if rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let element = element(html, at);
            at = match element.name.as_str() {
                "script" => end_of_script(html, element.end),
                _ => element.end,
            };
            found.push(element);
        }
    }
    found
}

/// Where the text of a script ends that begins at `at`: there is no markup in it.
fn end_of_script(html: &str, at: usize) -> usize {
    // Letters outside ASCII keep their length, and so all places stay.
    let text = html[at..].to_ascii_lowercase();
    at + text.find("</script").unwrap_or(text.len())
}

/// The element whose name begins at `at`.
fn element(html: &str, at: usize) -> Element {
    let is_space = |c: char| c.is_ascii_whitespace() || c == '/';
    let mut rest = &html[at..];
    let name = take(&mut rest, |c| is_space(c) || c == '>');
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(is_space);
        if rest.is_empty() || rest.starts_with('>') {
            break;
        }
        let name = take(&mut rest, |c| is_space(c) || c == '=' || c == '>').to_ascii_lowercase();
        attributes.push((name, value(&mut rest)));
    }
    let end = html.len() - rest.len() + usize::from(!rest.is_empty());
    Element {
        name: name.to_ascii_lowercase(),
        attributes,
        start: at - 1,
        end,
    }
}

/// The value of an attribute, which may stand without quotes.
fn value(rest: &mut &str) -> String {
    let Some(after) = rest.trim_start().strip_prefix('=') else {
        return String::new();
    };
    *rest = after.trim_start();
    let Some(quote) = rest
        .chars()
        .next()
        .filter(|first| matches!(first, '"' | '\''))
    else {
        return take(rest, |c| c.is_ascii_whitespace() || c == '>').to_owned();
    };
    *rest = &rest[1..];
    let value = take(rest, |c| c == quote).to_owned();
    *rest = rest.get(1..).unwrap_or_default();
    value
}

fn take<'html>(rest: &mut &'html str, ends: impl Fn(char) -> bool) -> &'html str {
    // A name of no letters would never let the reader move on.
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let length = rest.find(&ends).unwrap_or(rest.len());
    let length = if length == 0 && rest.starts_with('=') {
        first
    } else {
        length
    };
    let (taken, left) = rest.split_at(length);
    *rest = left;
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tags_as_written_by_hand_and_by_minifiers() {
        let html = "<!doctype html><link rel=\"a b\" HREF='x y.css'/><!-- <script src=no.js> -->\
                    <script src=./a.js type=module></script><p hidden>1 < 2</p>";
        let read = elements(html);
        let names = read
            .iter()
            .map(|element| element.name.as_str())
            .collect::<Vec<_>>();
        assert_eq!(names, ["link", "script", "p"]);
        assert!(read[0].has_word("rel", "b"));
        assert_eq!(read[0].attribute("href"), Some("x y.css"));
        assert_eq!(read[1].attribute("src"), Some("./a.js"));
        assert_eq!(read[1].attribute("type"), Some("module"));
        assert_eq!(read[2].attribute("hidden"), Some(""));
        assert!(html[read[2].end..].starts_with("1 < 2"));
        assert!(html[read[2].start..].starts_with("<p hidden>"));
    }

    #[test]
    fn the_text_of_a_script_is_no_markup() {
        let names = |html| {
            let read = elements(html).into_iter();
            read.map(|element| element.name).collect::<Vec<_>>()
        };
        assert_eq!(names("<script>'<img>'</SCRIPT ><p>"), ["script", "p"]);
        assert_eq!(names("<script>'é<img>"), ["script"]);
    }

    #[test]
    fn ends_on_whatever_it_is_given() {
        for html in [
            "<", "<a", "<a b=", "<a b='", "<a =", "<a ==>", "<!--", "<a b='é", "é<p>",
        ] {
            assert!(elements(html).len() <= 1, "{html}");
        }
    }
}
