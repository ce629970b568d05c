//! As much of JSON Schema as the scenario's schema uses; a keyword beyond that panics.

use serde_json::{Map, Value};

/// What in `value` breaks `schema`, a part of `root`: the first place found, as a JSON Pointer with
/// the keyword.
///
/// # Errors
/// The place.
pub(crate) fn validate(root: &Value, schema: &Value, value: &Value) -> Result<(), String> {
    Validator { root }.validate(schema, value, "")
}

/// The schema that `schema` is or refers to.
pub(crate) fn resolve<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let reference = schema
        .get("$ref")
        .or_else(|| schema.pointer("/allOf/0/$ref"));
    match reference.and_then(Value::as_str) {
        Some(pointer) => root
            .pointer(pointer.trim_start_matches('#'))
            .expect("references lead somewhere"),
        None => schema,
    }
}

struct Validator<'a> {
    root: &'a Value,
}

impl Validator<'_> {
    fn validate(&self, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
        match schema {
            Value::Bool(true) => Ok(()),
            Value::Bool(false) => Err(format!("{at}: nothing may stand here")),
            Value::Object(keywords) => keywords.iter().try_for_each(|(keyword, argument)| {
                self.keyword((keyword, argument), keywords, value, at)
            }),
            other => panic!("{other} is no schema"),
        }
    }

    fn keyword(
        &self,
        (keyword, argument): (&str, &Value),
        siblings: &Map<String, Value>,
        value: &Value,
        at: &str,
    ) -> Result<(), String> {
        let number = || argument.as_u64().expect("a whole number");
        let items = || value.as_array().map_or(&[][..], Vec::as_slice);
        let holds = match keyword {
            "$schema" | "$defs" | "title" | "description" | "default" => true,
            "$ref" => {
                return self.validate(
                    resolve(self.root, &Value::Object(siblings.clone())),
                    value,
                    at,
                );
            }
            "allOf" => {
                let schemas = argument.as_array().expect("a list");
                return schemas
                    .iter()
                    .try_for_each(|schema| self.validate(schema, value, at));
            }
            "anyOf" => {
                let schemas = argument.as_array().expect("a list");
                schemas
                    .iter()
                    .any(|schema| self.validate(schema, value, at).is_ok())
            }
            "const" => value == argument,
            "enum" => argument.as_array().expect("a list").contains(value),
            "type" => match argument {
                Value::Array(types) => types.iter().any(|it| is_of_type(it, value)),
                one => is_of_type(one, value),
            },
            "minimum" => value
                .as_i64()
                .is_none_or(|it| it.max(0).unsigned_abs() >= number() && it >= 0),
            "maximum" => value.as_u64().is_none_or(|it| it <= number()),
            "minItems" => !value.is_array() || items().len() as u64 >= number(),
            "maxItems" => items().len() as u64 <= number(),
            "required" => {
                let names = argument
                    .as_array()
                    .expect("a list")
                    .iter()
                    .map(|it| it.as_str().expect("a name"));
                names.into_iter().all(|name| value.get(name).is_some())
            }
            "additionalProperties" => {
                let known = siblings["properties"].as_object().expect("an object");
                value
                    .as_object()
                    .is_none_or(|it| it.keys().all(|name| known.contains_key(name)))
            }
            "properties" => return self.properties(argument, value, at),
            "prefixItems" => {
                let schemas = argument.as_array().expect("a list");
                return self.each(schemas.iter().zip(items()).enumerate(), at);
            }
            "items" => {
                let after = siblings
                    .get("prefixItems")
                    .and_then(Value::as_array)
                    .map_or(0, Vec::len);
                let rest = items().iter().enumerate().skip(after);
                return self.each(rest.map(|(index, item)| (index, (argument, item))), at);
            }
            other => panic!("the keyword {other} is not known here"),
        };
        match holds {
            true => Ok(()),
            false => Err(format!("{at}: {keyword}")),
        }
    }

    fn properties(&self, schemas: &Value, value: &Value, at: &str) -> Result<(), String> {
        let schemas = schemas.as_object().expect("an object");
        schemas
            .iter()
            .try_for_each(|(name, schema)| match value.get(name) {
                Some(property) => self.validate(schema, property, &format!("{at}/{name}")),
                None => Ok(()),
            })
    }

    fn each<'a>(
        &self,
        mut items: impl Iterator<Item = (usize, (&'a Value, &'a Value))>,
        at: &str,
    ) -> Result<(), String> {
        items.try_for_each(|(index, (schema, item))| {
            self.validate(schema, item, &format!("{at}/{index}"))
        })
    }
}

fn is_of_type(name: &Value, value: &Value) -> bool {
    match name.as_str().expect("a type's name") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "null" => value.is_null(),
        other => panic!("the type {other} is not known here"),
    }
}
