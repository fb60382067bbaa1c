#!/usr/bin/env bash
# Rebuilds and reloads while you edit.
. "$(dirname "$0")/lib.sh"
scripts/setup.sh
toolchain_env
exec cargo leptos watch -- serve --demo
