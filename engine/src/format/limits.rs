//! Values that the format limits: lists with a greatest length, statuses, the version.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{Error, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::VERSION;

/// Reads a list of at most `MOST` items, and no more of the text than that.
pub(super) fn at_most<'de, D, T, const MOST: usize>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    deserializer.deserialize_seq(AtMost::<T, MOST>(PhantomData))
}

/// The same for a list that may be left out.
pub(super) fn at_most_if_present<'de, D, T, const MOST: usize>(
    deserializer: D,
) -> Result<Option<Vec<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    at_most::<D, T, MOST>(deserializer).map(Some)
}

/// Reads a value that may be left out, but is not null where it stands.
pub(super) fn present<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}

struct AtMost<T, const MOST: usize>(PhantomData<T>);

impl<'de, T: Deserialize<'de>, const MOST: usize> Visitor<'de> for AtMost<T, MOST> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "a list of at most {MOST}")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Vec<T>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element()? {
            if items.len() == MOST {
                return Err(Error::invalid_length(MOST + 1, &self));
            }
            items.push(item);
        }
        Ok(items)
    }
}

/// A status: a whole number in the format, text as typed in a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Status(pub(super) String);

impl Status {
    /// What a status is that nobody gives.
    pub(super) fn ok() -> Status {
        Status("200".to_string())
    }
}

impl Serialize for Status {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Only what comes back as it was: `0200` and `two hundred` stay with the one who typed them.
        let Status(text) = self;
        if let Some(number) = text
            .parse::<u64>()
            .ok()
            .filter(|it| it.to_string() == *text)
        {
            return serializer.serialize_u64(number);
        }
        if let Some(number) = text
            .parse::<i64>()
            .ok()
            .filter(|it| it.to_string() == *text)
        {
            return serializer.serialize_i64(number);
        }
        Err(serde::ser::Error::custom(format_args!(
            "the status `{text}` is no whole number"
        )))
    }
}

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Status, D::Error> {
        deserializer.deserialize_i64(StatusVisitor)
    }
}

struct StatusVisitor;

impl Visitor<'_> for StatusVisitor {
    type Value = Status;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a whole number")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Status, E> {
        Ok(Status(number.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Status, E> {
        Ok(Status(number.to_string()))
    }
}

/// The version: this one, or an error that says so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Version;

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(VERSION)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Version, D::Error> {
        match u64::deserialize(deserializer)? {
            VERSION => Ok(Version),
            other => Err(Error::invalid_value(
                Unexpected::Unsigned(other),
                &"version 1",
            )),
        }
    }
}
