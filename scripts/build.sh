#!/usr/bin/env bash
# Builds the release: target/release/hbnb and target/site. Does nothing when no source changed since the last one, and takes what was built
# from the same sources before, in any clone on this machine.
. "$(dirname "$0")/lib.sh"

PARTS=(Cargo.toml Cargo.lock .cargo src domain app server frontend migration style public scripts/build.sh)
scripts/setup.sh
toolchain_env
now="$(fingerprint "${PARTS[@]}")"
if [ -x target/release/hbnb ] && is_current release "$now"; then exit 0; fi
if take_kept release "$now"; then
  say "Release build: as it was built from the same sources before"
  exit 0
fi
say "Release build: the server for speed, the WASM for size (17 minutes from nothing on two cores, 7 when only ours changed)"
quietly release cargo leptos build --release --split --precompress
keep release "$now" release/hbnb site
note "$(du -h target/release/hbnb | cut -f1) target/release/hbnb, $(du -sh target/site | cut -f1) target/site"
