#!/usr/bin/env bash
# What one runs before each commit: format, clippy, unit tests.
. "$(dirname "$0")/lib.sh"
scripts/setup.sh
toolchain_env
say "fmt"; cargo fmt --all --check
say "clippy"; cargo clippy --quiet --workspace --all-targets -- -D warnings
say "unit tests"; cargo test --quiet -p domain; cargo test --quiet --workspace --lib
