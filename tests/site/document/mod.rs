//! The OpenAPI document and its page: complete, sound, and from nobody else's site.

mod complete;
mod pages;
