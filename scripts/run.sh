#!/usr/bin/env bash
# From a bare clone to a served site with demo homes. Settings are environment variables: see the README.
. "$(dirname "$0")/lib.sh"
scripts/build.sh
say "Serving; the first time, the database is made and filled with demo homes (seconds)"
exec target/release/hbnb serve --demo "$@"
