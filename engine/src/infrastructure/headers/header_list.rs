//! [Header lists](https://fetch.spec.whatwg.org/#concept-header-list).

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{byte_lowercase, is_http_tab_or_space, is_token, normalize};
use crate::cut::{split, trim_end, trim_start};
use crate::scenario::{Field, HeaderLines};

/// Who set a header, which decides whether a trace names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SetBy {
    /// The scenario, there.
    Scenario(Field),
    /// The CORS protocol, or the body's type.
    Protocol,
    /// The browser for every request, so that a trace need not name it.
    Browser,
}

/// A [header](https://fetch.spec.whatwg.org/#concept-header).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) set_by: SetBy,
}

impl Header {
    /// Where it stands in the scenario, if it does.
    pub(crate) fn field(&self) -> Option<Field> {
        match self.set_by {
            SetBy::Scenario(field) => Some(field),
            SetBy::Protocol | SetBy::Browser => None,
        }
    }
}

/// A [header list](https://fetch.spec.whatwg.org/#concept-header-list).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct HeaderList(pub(crate) Vec<Header>);

impl HeaderList {
    /// The lines of a message of the scenario, values normalized as the network stack does.
    pub(crate) fn of_lines(lines: &HeaderLines, field: impl Fn(usize) -> Field) -> HeaderList {
        let header = |(index, (name, value)): (usize, &(String, String))| Header {
            name: name.clone(),
            value: normalize(value).to_string(),
            set_by: SetBy::Scenario(field(index)),
        };
        HeaderList(lines.iter().enumerate().map(header).collect())
    }

    /// [Appends](https://fetch.spec.whatwg.org/#concept-header-list-append) a header.
    pub(crate) fn append(&mut self, name: &str, value: &str, set_by: SetBy) {
        self.0.push(Header {
            name: name.to_string(),
            value: value.to_string(),
            set_by,
        });
    }

    /// [Combines](https://fetch.spec.whatwg.org/#concept-header-list-combine): a second value of a
    /// name joins the first.
    pub(crate) fn combine(&mut self, name: &str, value: &str, set_by: SetBy) {
        let mut earlier = self.0.iter_mut();
        match earlier.find(|header| header.name.eq_ignore_ascii_case(name)) {
            Some(header) => header.value = format!("{}, {value}", header.value),
            None => self.append(name, value, set_by),
        }
    }

    /// Combines all headers of one name, where the first of them stands.
    pub(crate) fn combine_repeated(&mut self) {
        // Sorted by name, so that a hundred lines take little longer than ten for each.
        let mut places: Vec<(String, usize)> = Vec::new();
        for header in core::mem::take(&mut self.0) {
            let name = byte_lowercase(&header.name);
            match places.binary_search_by(|(earlier, _)| earlier.cmp(&name)) {
                Ok(found) => {
                    let (_, place) = places[found];
                    let value = &mut self.0[place].value;
                    value.push_str(", ");
                    value.push_str(&header.value);
                }
                Err(missing) => {
                    places.insert(missing, (name, self.0.len()));
                    self.0.push(header);
                }
            }
        }
    }

    /// [Deletes](https://fetch.spec.whatwg.org/#concept-header-list-delete) all headers whose name `is_one`.
    ///
    /// By a pointer: a copy for each question is more to download.
    pub(crate) fn delete(&mut self, is_one: &dyn Fn(&str) -> bool) {
        self.0.retain(|header| !is_one(&header.name));
    }

    /// The headers with this name, in order.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Header> {
        self.0
            .iter()
            .filter(move |header| header.name.eq_ignore_ascii_case(name))
    }

    /// [Whether it contains](https://fetch.spec.whatwg.org/#header-list-contains) a name.
    pub(crate) fn contains(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// [Gets](https://fetch.spec.whatwg.org/#concept-header-list-get) a value; several lines are
    /// joined by `, `.
    pub(crate) fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut headers = self
            .0
            .iter()
            .filter(|header| header.name.eq_ignore_ascii_case(name));
        let mut value = Cow::Borrowed(headers.next()?.value.as_str());
        for header in headers {
            let value = value.to_mut();
            value.push_str(", ");
            value.push_str(&header.value);
        }
        Some(value)
    }

    /// Where the first header with this name stands in the scenario.
    pub(crate) fn field(&self, name: &str) -> Option<Field> {
        self.all(name).next().and_then(Header::field)
    }

    /// [Extracts header list values](https://fetch.spec.whatwg.org/#extract-header-list-values) of
    /// a header whose grammar is a list of tokens. `None`: absent.
    ///
    /// # Errors
    /// One of its lines is no such list.
    pub(crate) fn extract_header_list_values(
        &self,
        name: &str,
    ) -> Result<Option<Vec<String>>, NotAList> {
        // 1. If list does not contain name, return null.
        if !self.contains(name) {
            return Ok(None);
        }
        // 2. None of the headers asked for is limited to one line.
        // 3. to 5. Extract the values of every line; failure of one is failure of all.
        let mut values = Vec::new();
        for header in self.all(name) {
            // A list may have empty elements (RFC 9110, section 5.6.1.2).
            let mut end = 0;
            for padded in split(&header.value, b',') {
                let start = end;
                // A comma follows, or the end. One character is one byte.
                end = start + padded.chars().count() + 1;
                let unpadded = trim_start(padded, is_http_tab_or_space);
                let padding = padded.len() - unpadded.len();
                let element = trim_end(unpadded, is_http_tab_or_space);
                if element.is_empty() {
                    continue;
                }
                if !is_token(element) {
                    let from = start + padding;
                    return Err(NotAList {
                        header: header.clone(),
                        bytes: (from, from + element.chars().count()),
                    });
                }
                values.push(element.to_string());
            }
        }
        Ok(Some(values))
    }

    /// The lines that a trace names.
    pub(crate) fn into_lines(self) -> HeaderLines {
        self.0
            .into_iter()
            .filter(|header| header.set_by != SetBy::Browser)
            .map(|header| (header.name, header.value))
            .collect()
    }
}

/// A header whose value is no list of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NotAList {
    /// The line.
    pub(crate) header: Header,
    /// Where in it the first element stands that is no token.
    pub(crate) bytes: (usize, usize),
}
