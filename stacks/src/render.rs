//! A policy in the language of a stack.

use std::borrow::Cow;

use crate::policy::{Origins, Policy};
use crate::quote::Quoting;
use crate::refusal::{Refusal, check};
use crate::stack::Stack;
use crate::template::{Filters, Name, Piece, Wanted};

/// The code of a stack for a policy; where there is none, a sentence that says why.
pub fn render(stack: &Stack, policy: &Policy) -> String {
    written(stack, policy).unwrap_or_else(|refusal| refusal.to_string())
}

/// The code of a stack for a policy.
///
/// # Errors
/// The policy is none that a server should get, or its language cannot write one of the values.
pub fn written(stack: &Stack, policy: &Policy) -> Result<String, Refusal> {
    check(stack, policy)?;
    let mut writer = Writer {
        quoting: stack.quoting,
        policy,
        code: String::new(),
    };
    writer.pieces(&stack.template.pieces, "")?;
    Ok(writer.code)
}

/// A value of a policy, as a template sees it.
enum Value<'a> {
    List(&'a [String]),
    Text(Cow<'a, str>),
    Flag(bool),
    Number(u32),
}

impl Value<'_> {
    fn is_set(&self) -> bool {
        match self {
            Value::List(list) => !list.is_empty(),
            Value::Text(text) => !text.is_empty(),
            Value::Flag(flag) => *flag,
            Value::Number(_) => true,
        }
    }

    fn list(&self) -> &[String] {
        match self {
            Value::List(list) => list,
            _ => &[],
        }
    }
}

fn value(policy: &Policy, name: Name) -> Value<'_> {
    let api = policy.api.as_ref();
    match name {
        Name::Origins => Value::List(match &policy.origins {
            Origins::Only(origins) => origins,
            Origins::Any => &[],
        }),
        Name::Any => Value::Flag(policy.origins == Origins::Any),
        Name::Methods => Value::List(&policy.methods),
        Name::Headers => Value::List(&policy.headers),
        Name::Exposed => Value::List(&policy.exposed),
        Name::Credentials => Value::Flag(policy.credentials),
        Name::MaxAge => Value::Number(policy.max_age),
        Name::Target => Value::Text(api.map_or("", |api| &api.target).into()),
        Name::Prefix => Value::Text(api.map_or("", |api| &api.prefix).into()),
        Name::Address => {
            let address = api.map(|api| format!("{}{}", api.target, api.prefix));
            Value::Text(address.unwrap_or_default().into())
        }
    }
}

struct Writer<'a> {
    quoting: Quoting,
    policy: &'a Policy,
    code: String,
}

impl Writer<'_> {
    /// Writes the pieces; `item` is the value of the list that is gone through.
    fn pieces(&mut self, pieces: &[Piece], item: &str) -> Result<(), Refusal> {
        for piece in pieces {
            match piece {
                Piece::Code(code) => self.code.push_str(code),
                Piece::Item(filters) => self.literal(item, *filters)?,
                Piece::Place(name, filters) => self.place(*name, *filters)?,
                Piece::Section(name, wanted, pieces) => {
                    let is_wanted = *wanted == Wanted::Set;
                    if value(self.policy, *name).is_set() == is_wanted {
                        self.pieces(pieces, item)?;
                    }
                }
                Piece::Each(name, pieces) => {
                    for item in value(self.policy, *name).list() {
                        self.pieces(pieces, item)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn place(&mut self, name: Name, filters: Filters) -> Result<(), Refusal> {
        match value(self.policy, name) {
            // No text: a template that asks for one is not read.
            Value::Flag(_) => {}
            Value::Number(number) => self.code.push_str(&number.to_string()),
            Value::Text(text) => self.literal(&text, filters)?,
            Value::List(list) if filters.joined => self.literal(&list.join(", "), filters)?,
            Value::List(list) => {
                for (index, text) in list.iter().enumerate() {
                    self.code.push_str(if index == 0 { "" } else { ", " });
                    self.literal(text, filters)?;
                }
            }
        }
        Ok(())
    }

    fn literal(&mut self, text: &str, filters: Filters) -> Result<(), Refusal> {
        let quoting = match filters.expression {
            true => Quoting::ApacheExpression,
            false => self.quoting,
        };
        let text = match filters.lower {
            true => Cow::Owned(text.to_ascii_lowercase()),
            false => Cow::Borrowed(text),
        };
        self.code.push_str(&quoting.literal(&text)?);
        Ok(())
    }
}
