//! Ids that are the same in every database: version 5 of what a row is called.

use uuid::Uuid;

/// Version 5 of the URL namespace and "https://hbnb.example/demo".
const DEMO: Uuid = Uuid::from_u128(0x9c56_7629_be31_535d_a7a6_cf75_f924_b9ba);

/// The id of the demo's `name` among its `kind`.
pub fn of(kind: &str, name: &str) -> Uuid {
    Uuid::new_v5(&DEMO, format!("{kind}:{name}").as_bytes())
}
