//! From the pairs of a form to the arguments of a server function. Exactly its own: an unknown name is 400.

use serde::{
    de::{DeserializeOwned, Deserializer, Error as _, Visitor, value::Error as Stop},
    forward_to_deserialize_any,
};
use serde_qs::{Config, DuplicateKeyBehavior};

use crate::functions::Refusal;

type Pairs = [(String, String)];

/// Decodes what a form sent (`typed`) and what its path says (`given`).
pub(super) fn decode<F: DeserializeOwned>(typed: &Pairs, given: &Pairs) -> Result<F, Refusal> {
    let names = fields::<F>();
    if let Some((name, _)) = typed
        .iter()
        .find(|(name, _)| !names.contains(&name.as_str()))
    {
        return Err(Refusal::Malformed(format!("unknown field {name:?}")));
    }
    let given = given
        .iter()
        .filter(|(name, _)| names.contains(&name.as_str()));
    let mut encoded = form_urlencoded::Serializer::new(String::new());
    encoded.extend_pairs(typed).extend_pairs(given);
    // The path's own id beside another one in the body is a contradiction, not a choice.
    let config = Config::new()
        .use_form_encoding(true)
        .duplicate_key_behavior(DuplicateKeyBehavior::Error);
    config
        .deserialize_str(&encoded.finish())
        .map_err(|error| Refusal::Malformed(error.to_string()))
}

/// The names of a struct's fields, asked of its own `Deserialize`: `#[server]` writes the struct, so that
/// `deny_unknown_fields` cannot be put on it.
fn fields<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut names: &'static [&'static str] = &[];
    let _ = T::deserialize(Names(&mut names));
    names
}

struct Names<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Names<'_> {
    type Error = Stop;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, Stop> {
        *self.0 = fields;
        Err(Stop::custom("only the names were wanted"))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Stop> {
        Err(Stop::custom("not a struct"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Hold {
        id: String,
        check_in: String,
        guests: u32,
        next: Option<String>,
        #[serde(default)]
        amenity: Vec<String>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct LogOut {}

    fn pairs(text: &str) -> Vec<(String, String)> {
        crate::visit::pairs(text.as_bytes())
    }

    fn given() -> Vec<(String, String)> {
        pairs("id=7")
    }

    #[test]
    fn a_form_and_its_path_become_arguments() {
        let typed = pairs("check_in=2026-06-05&guests=2&amenity=wifi&amenity=wood+%26+stove");
        let hold: Hold = decode(&typed, &given()).unwrap();
        assert_eq!(
            (hold.id.as_str(), hold.check_in.as_str(), hold.guests),
            ("7", "2026-06-05", 2)
        );
        assert_eq!(hold.amenity, ["wifi", "wood & stove"]);
        assert_eq!(hold.next, None);
    }

    #[test]
    fn anything_else_is_malformed() {
        let refused = [
            "check_in=a&guests=2&is_admin=true",
            "check_in=a&guests=two",
            "check_in=a",
            "check_in=a&guests=2&id=8",
            "check_in=a&check_in=b&guests=2",
            "check_in=a&guests=2&amenity[0]=x",
            "check_in[x]=a&guests=2",
        ];
        for text in refused {
            let result = decode::<Hold>(&pairs(text), &given());
            assert!(
                matches!(result, Err(Refusal::Malformed(_))),
                "{text}: {result:?}"
            );
        }
    }

    #[test]
    fn a_function_without_arguments_takes_an_empty_form_only() {
        assert_eq!(decode::<LogOut>(&[], &given()).unwrap(), LogOut {});
        assert!(decode::<LogOut>(&pairs("x=1"), &[]).is_err());
    }
}
