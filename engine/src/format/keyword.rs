//! Keywords are their texts.

use alloc::string::String;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::scenario::{Api, CredentialsMode, Mode, Profile, RedirectMode, ReferrerPolicy};

macro_rules! keywords {
    ($($name:ident),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                let text = String::deserialize(deserializer)?;
                $name::from_text(&text).ok_or_else(|| Error::unknown_variant(&text, $name::TEXTS))
            }
        }
    )*};
}

keywords!(
    Api,
    CredentialsMode,
    Mode,
    Profile,
    RedirectMode,
    ReferrerPolicy
);
