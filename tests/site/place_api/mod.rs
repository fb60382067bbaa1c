//! `/places`, `/amenities`, `/reviews` and `/search` through the whole router: statuses, shapes and sentences.

mod amenities;
mod places;
mod reviews;
mod search;
mod world;
