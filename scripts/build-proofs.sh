#!/usr/bin/env bash
# Builds the programs that prove it, as a release: target/release/prove. Does nothing when no source changed since, and takes what was built
# from the same sources before.
. "$(dirname "$0")/lib.sh"

PARTS=(Cargo.toml Cargo.lock .cargo src domain app server frontend migration tests/prove scripts/build-proofs.sh)
toolchain_env
now="$(fingerprint "${PARTS[@]}")"
if [ -x target/release/prove ] && is_current prove "$now"; then exit 0; fi
if take_kept prove "$now"; then exit 0; fi
built() { cargo test --release --test prove --no-run --message-format=json >"$CACHE/log/prove.json"; }
mkdir -p "$CACHE/log"
quietly prove built
program="$(sed -n 's/.*"executable":"\([^"]*prove-[^"]*\)".*/\1/p' "$CACHE/log/prove.json" | tail -n 1)"
mkdir -p target/release
cp -f --remove-destination "$program" target/release/prove
keep prove "$now" release/prove
