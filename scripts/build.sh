#!/usr/bin/env bash
# Builds the release: target/release/hbnb and target/site. Does nothing when no source changed since the last one.
. "$(dirname "$0")/lib.sh"

PARTS=(Cargo.toml Cargo.lock .cargo src domain app server frontend migration style public scripts/build.sh)
# What git knows of, or, where there is no checkout (an archive, a container), every file.
sources() {
  git ls-files -z --cached --others --exclude-standard -- "${PARTS[@]}" 2>/dev/null || find "${PARTS[@]}" -type f -print0
}
# A file that was deleted and not yet committed is no error; it changes the result all the same.
fingerprint() { sources | sort -z | { xargs -0 sha256sum 2>/dev/null || true; } | sha256sum | cut -d' ' -f1; }

now="$(fingerprint)"
if [ -x target/release/hbnb ] && [ "$(cat target/.built-from 2>/dev/null || true)" = "$now" ]; then
  exit 0
fi

scripts/setup.sh
toolchain_env
say "Release build: the server for speed, the WASM for size (12 minutes from nothing on two cores, 3 when only ours changed)"
quietly release cargo leptos build --release --split --precompress
echo "$now" >target/.built-from
note "$(du -h target/release/hbnb | cut -f1) target/release/hbnb, $(du -sh target/site | cut -f1) target/site"
