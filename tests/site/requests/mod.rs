//! Requests and their money through the browser's forms: a host accepts, declines and cancels; the site's owner pays hosts. The way
//! through, another's, the wrong state, and everything sent twice.

mod answers;
mod cancelling;
mod owner;
mod world;
