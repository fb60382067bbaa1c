//! The one executable. Everything is in the library beside it, so that tests can build the router without a port.

use std::process::ExitCode;

fn main() -> ExitCode {
    hbnb::run()
}
