//! All stories of the server, told on SQLite and on TiDB: one program, so that what they share is compiled and linked once. Those of one
//! kind by their folder's name: `cargo test -p server --test stories bookings::`.

// What the stories share comes first: `stories!` is a macro.
mod stage;
mod support;

mod accounts;
mod amenities;
mod bookings;
mod calendars;
mod database;
mod hosting;
mod idempotency;
mod import;
mod limits;
mod listing_page;
mod mail;
mod money;
mod moving;
mod photos;
mod reviews;
mod search;
mod seed;
mod stripe;
mod tokens;
