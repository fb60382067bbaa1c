//! Plain forms that lose nothing: the body becomes a server function's arguments; success is 303; a refusal shows the
//! same page again with what was typed, each error beside its field, and the status that says the same.

mod arguments;
mod call;
mod state;
mod submit;

pub use call::{Call, Write, function};
pub use state::FormState;
pub use submit::{Submit, submit};

/// The largest body of a form or of a server function's call, in bytes. The longest form is that of forty pictures, each with two
/// descriptions of 300 characters, the new one and the one before; a character takes up to twelve bytes on its way: 281 KB.
pub const BODY_LIMIT: usize = 512 * 1024;
