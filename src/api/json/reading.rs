//! Reading values under their names, so that what does not fit is told with the name of its field.

use std::{
    cell::Cell,
    fmt::{self, Display},
};

use serde::{
    Deserializer,
    de::{
        self, DeserializeSeed, IntoDeserializer, MapAccess, Visitor,
        value::{SeqDeserializer, StringDeserializer},
    },
    forward_to_deserialize_any,
};

use crate::api::answer::ApiError;

/// What did not fit, and where.
#[derive(Debug)]
pub struct Wrong {
    field: Option<String>,
    /// In the words of `serde`, which never reach the client.
    said: String,
}

impl From<Wrong> for ApiError {
    fn from(wrong: Wrong) -> Self {
        let sentence = sentence(&wrong.said);
        match wrong.field {
            Some(field) => ApiError::field(&field, sentence),
            None => ApiError::bad_request(sentence),
        }
    }
}

impl Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said)
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: Display>(said: T) -> Self {
        Self {
            field: None,
            said: said.to_string(),
        }
    }

    fn missing_field(field: &'static str) -> Self {
        Self {
            field: Some(field.to_owned()),
            said: MISSING.to_owned(),
        }
    }
}

const MISSING: &str = "missing";

/// What `serde` and `chrono` say of a value, for people.
fn sentence(said: &str) -> &'static str {
    const DATES: [&str; 4] = [
        "input contains invalid characters",
        "premature end of input",
        "input is out of range",
        "trailing input",
    ];
    let expected = said.rsplit_once("expected ").map(|(_, what)| what);
    match expected {
        Some("a string") => "This must be text.",
        Some("a boolean") => "This must be true or false.",
        Some("a sequence") => "This must be a list.",
        Some("f64" | "f32") => "This must be a number.",
        Some("u8" | "u16" | "u32" | "u64" | "usize") => {
            "This must be a whole number that is not negative."
        }
        Some("i8" | "i16" | "i32" | "i64") => "This must be a whole number.",
        Some(what) if what.contains("date") => DATE,
        _ if DATES.contains(&said) => DATE,
        _ if said == MISSING => "This field is missing.",
        _ => "This value is not understood.",
    }
}

const DATE: &str = "This must be a date, such as 2026-06-01.";

/// Asks a type for the names of its fields, and gives it nothing.
pub struct Probe<'a>(pub &'a Cell<&'static [&'static str]>);

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Wrong> {
        Err(de::Error::custom("nothing to read"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        self.0.set(fields);
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// Named values, one after the other.
pub struct Values<I, V> {
    rest: I,
    current: Option<(String, V)>,
}

impl<I, V> Values<I, V> {
    pub fn new(rest: I) -> Self {
        Self {
            rest,
            current: None,
        }
    }
}

impl<'de, I, V> MapAccess<'de> for Values<I, V>
where
    I: Iterator<Item = (String, V)>,
    V: Deserializer<'de>,
    V::Error: Display,
{
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Wrong> {
        let Some((name, value)) = self.rest.next() else {
            return Ok(None);
        };
        let key: StringDeserializer<Wrong> = name.clone().into_deserializer();
        self.current = Some((name, value));
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Wrong> {
        let Some((name, value)) = self.current.take() else {
            return Err(de::Error::custom("a value without a name"));
        };
        seed.deserialize(value).map_err(|error| Wrong {
            field: Some(name),
            said: error.to_string(),
        })
    }
}

/// What stands behind one name in a query, as often as it stands there.
pub struct Texts(pub Vec<String>);

impl Texts {
    /// The one text; twice is not one.
    fn one(mut self) -> Result<String, Wrong> {
        match (self.0.pop(), self.0.is_empty()) {
            (Some(text), true) => Ok(text),
            _ => Err(de::Error::custom("twice")),
        }
    }
}

macro_rules! parsed {
    ($($method:ident $visit:ident $kind:ident)+) => { $(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
            let value = self.one()?.parse::<$kind>();
            let value = value.map_err(|_| de::Error::custom(concat!("expected ", stringify!($kind))));
            visitor.$visit(value?)
        }
    )+ };
}

impl<'de> Deserializer<'de> for Texts {
    type Error = Wrong;

    parsed! {
        deserialize_i8 visit_i8 i8
        deserialize_i16 visit_i16 i16
        deserialize_i32 visit_i32 i32
        deserialize_i64 visit_i64 i64
        deserialize_u8 visit_u8 u8
        deserialize_u16 visit_u16 u16
        deserialize_u32 visit_u32 u32
        deserialize_u64 visit_u64 u64
        deserialize_f32 visit_f32 f32
        deserialize_f64 visit_f64 f64
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_string(self.one()?)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.one()?.as_str() {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(de::Error::custom("expected a boolean")),
        }
    }

    /// `?status=` is as good as nothing.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if self.0.iter().all(String::is_empty) {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_seq(SeqDeserializer::new(self.0.into_iter()))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let word: StringDeserializer<Wrong> = self.one()?.into_deserializer();
        word.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        i128 u128 char str string bytes byte_buf unit unit_struct tuple tuple_struct map struct identifier ignored_any
    }
}
