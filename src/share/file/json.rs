//! [JSON](https://www.rfc-editor.org/rfc/rfc8259) as a tree that knows where in the text each part stands.

use cors_engine::cut::cut_at;

/// How deep lists and objects may be within each other: more than any scenario needs.
const DEEPEST: usize = 32;

/// A value and where it begins.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) at: usize,
    pub(super) value: Value,
}

/// A value.
#[derive(Debug)]
pub(super) enum Value {
    Null,
    Bool(bool),
    /// As it stands.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<Member>),
}

/// A member of an object, and where its name begins.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) at: usize,
    pub(super) name: String,
    pub(super) node: Node,
}

/// Where the text is no JSON, and what to type there.
type Mistake = (usize, &'static str);

const NO_VALUE: &str =
    "Type a value: a text in double quotes, a number, true, false, null, [ or {.";
const NOT_ENDED: &str = "Type a double quote at the end of this text.";
const NO_ESCAPE: &str = "Type \\\\ for a backslash; after one of them only \" \\ / b f n r t and u with four hexadecimal digits may follow.";
const NO_NUMBER: &str = "Type a number such as 200, without zeros before it and without a plus.";

/// Reads a text that is one value.
pub(super) fn parse(text: &str) -> Result<Node, Mistake> {
    let mut parser = Parser { text, at: 0 };
    let node = parser.value(0)?;
    parser.skip_blanks();
    match parser.peek() {
        None => Ok(node),
        Some(_) => Err((parser.at, "Remove what follows the end of the scenario.")),
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes on if this comes next.
    fn takes(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn skip_blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Result<Node, Mistake> {
        self.skip_blanks();
        let at = self.at;
        if depth > DEEPEST {
            return Err((at, "Lists and objects are too deep within each other."));
        }
        let value = match self.peek() {
            Some(b'"') => Value::Text(self.string()?),
            Some(b'[') => Value::List(self.list(depth)?),
            Some(b'{') => Value::Object(self.object(depth)?),
            Some(b'-' | b'0'..=b'9') => Value::Number(self.number()?),
            _ => self.word()?,
        };
        Ok(Node { at, value })
    }

    fn word(&mut self) -> Result<Value, Mistake> {
        let rest = cut_at(self.text, self.at).1.as_bytes();
        let words = [
            ("null", Value::Null),
            ("true", Value::Bool(true)),
            ("false", Value::Bool(false)),
        ];
        for (word, value) in words {
            if rest.starts_with(word.as_bytes()) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err((self.at, NO_VALUE))
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Node>, Mistake> {
        let mut items = Vec::new();
        self.at += 1;
        self.skip_blanks();
        if self.takes(b']') {
            return Ok(items);
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.skip_blanks();
            if self.takes(b']') {
                return Ok(items);
            }
            if !self.takes(b',') {
                return Err((self.at, "Type a comma, or ] at the end of the list."));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Vec<Member>, Mistake> {
        let mut members = Vec::new();
        self.at += 1;
        self.skip_blanks();
        if self.takes(b'}') {
            return Ok(members);
        }
        loop {
            self.skip_blanks();
            let at = self.at;
            if self.peek() != Some(b'"') {
                return Err((at, "Type the name of a field in double quotes."));
            }
            let name = self.string()?;
            self.skip_blanks();
            if !self.takes(b':') {
                return Err((self.at, "Type a colon after the name of a field."));
            }
            let node = self.value(depth + 1)?;
            members.push(Member { at, name, node });
            self.skip_blanks();
            if self.takes(b'}') {
                return Ok(members);
            }
            if !self.takes(b',') {
                return Err((self.at, "Type a comma, or } at the end of the object."));
            }
        }
    }

    /// As its digits stand; a zero is followed by no other digit.
    fn number(&mut self) -> Result<String, Mistake> {
        let start = self.at;
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits(start)?;
        }
        if self.takes(b'.') {
            self.digits(start)?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _ = self.takes(b'+') || self.takes(b'-');
            self.digits(start)?;
        }
        if matches!(self.peek(), Some(b'0'..=b'9')) {
            return Err((start, NO_NUMBER));
        }
        let read = self.text.get(start..self.at);
        Ok(read.unwrap_or_default().to_owned())
    }

    fn digits(&mut self, start: usize) -> Result<(), Mistake> {
        let first = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        match self.at > first {
            true => Ok(()),
            false => Err((start, NO_NUMBER)),
        }
    }

    fn string(&mut self) -> Result<String, Mistake> {
        let start = self.at;
        let mut text = String::new();
        self.at += 1;
        let mut plain = self.at;
        loop {
            let at = self.at;
            let byte = self.peek().ok_or((start, NOT_ENDED))?;
            if matches!(byte, b'"' | b'\\') {
                text.push_str(self.text.get(plain..at).unwrap_or_default());
            }
            self.at += 1;
            match byte {
                b'"' => return Ok(text),
                b'\\' => {
                    text.push(self.escaped().ok_or((at, NO_ESCAPE))?);
                    plain = self.at;
                }
                b'\n' => return Err((start, NOT_ENDED)),
                0..=0x1F => {
                    return Err((
                        at,
                        "Type \\t for a tab in a text, and \\u with its number for others of its kind.",
                    ));
                }
                _ => {}
            }
        }
    }

    /// The character that an escape stands for.
    fn escaped(&mut self) -> Option<char> {
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'"' | b'\\' | b'/' => byte.into(),
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.numbered(),
            _ => return None,
        })
    }

    /// What is not of the first 65,536 characters is written as two numbers.
    fn numbered(&mut self) -> Option<char> {
        let first = self.four_digits()?;
        if !matches!(first, 0xD800..=0xDBFF) {
            return char::from_u32(first);
        }
        let is_pair = self.takes(b'\\') && self.takes(b'u');
        let second = if is_pair { self.four_digits()? } else { 0 };
        match second {
            0xDC00..=0xDFFF => char::from_u32(0x1_0000 + ((first & 0x3FF) << 10 | second & 0x3FF)),
            _ => None,
        }
    }

    fn four_digits(&mut self) -> Option<u32> {
        let mut number = 0;
        for _ in 0..4 {
            let digit = char::from(self.peek()?).to_digit(16)?;
            number = number << 4 | digit;
            self.at += 1;
        }
        Some(number)
    }
}
