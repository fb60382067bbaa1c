//! Ids of what comes from elsewhere: version 5 of its name there, so that a second import finds the first.

use uuid::Uuid;

/// Version 5 of the URL namespace and "https://hbnb.example/imports".
const IMPORTS: Uuid = Uuid::from_u128(0x0d02_7e1f_353b_564e_b1c7_af4b_92db_0551);

/// The home that `source` calls `source_id`.
pub fn home(source: &str, source_id: &str) -> Uuid {
    of("home", &format!("{source}:{source_id}"))
}

/// The place with this folded path ("leith edinburgh united kingdom") in the country with this code.
pub fn place(country_code: &str, path: &str) -> Uuid {
    of("place", &format!("{country_code}:{path}"))
}

/// The amenity with this slug.
pub fn amenity(slug: &str) -> Uuid {
    of("amenity", slug)
}

/// What the replaced system called `old_id`, a thing of this kind.
pub fn legacy(kind: &str, old_id: &str) -> Uuid {
    of("legacy", &format!("{kind}:{old_id}"))
}

fn of(kind: &str, name: &str) -> Uuid {
    Uuid::new_v5(&IMPORTS, format!("{kind}:{name}").as_bytes())
}
