#!/usr/bin/env bash
# Lighthouse's four scores of home, search, a listing and a host's page, on the release build with its demo. Reports are kept in
# target/lighthouse. SITE names a running site instead.
. "$(dirname "$0")/lib.sh"
LIGHTHOUSE=12.8.2
scripts/build.sh
scripts/setup-tests.sh
toolchain_env
if [ ! -d "$CACHE/lighthouse/node_modules/lighthouse" ]; then
  say "Lighthouse $LIGHTHOUSE from npm, kept in the cache (a minute)"
  quietly lighthouse npm install --prefix "$CACHE/lighthouse" --no-save --no-audit --no-fund "lighthouse@$LIGHTHOUSE"
fi
say "Lighthouse (about half a minute a page)"
exec node e2e/lighthouse.mjs "$CACHE/lighthouse/node_modules/lighthouse/cli/index.js" target/lighthouse
