#!/usr/bin/env bash
# Photographs the site: `scripts/screenshots.sh` makes the README's pictures in docs/screenshots, `scripts/screenshots.sh FOLDER` every
# page and state at 390, 768 and 1440, light and dark. Names after FOLDER choose some of them.
. "$(dirname "$0")/lib.sh"
scripts/build.sh
scripts/setup-tests.sh
toolchain_env
if [ $# -eq 0 ]; then
  say "The README's pictures (half a minute)"
  README=1 node e2e/shots.mjs docs/screenshots
  du -h docs/screenshots/*
else
  say "Every page and state, in $1 (five minutes)"
  node e2e/shots.mjs "$@"
fi
