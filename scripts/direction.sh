#!/usr/bin/env bash
# Dependencies point one way: see the graph in ARCHITECTURE.md. Fails with the edge that should not be there.
. "$(dirname "$0")/lib.sh"
toolchain_env

tree() { cargo tree --locked --edges normal --prefix none --format '{p}' "$@" | awk '{print $1}' | sort -u; }
forbid() { # forbid WHAT IN-PACKAGES… -- NAMES…
  local what="$1"; shift
  local packages="$1"; shift
  for name in "$@"; do
    if grep -qx "$name" <<<"$packages"; then echo "$what must not depend on $name"; exit 1; fi
  done
}

wasm="$(tree -p frontend --target wasm32-unknown-unknown)"
grep -qx app <<<"$wasm" || { echo "frontend does not reach app: this check looks at the wrong tree"; exit 1; }
forbid "the WASM side" "$wasm" server tokio axum sea-orm migration hbnb
forbid "domain" "$(tree -p domain)" server app migration tokio axum sea-orm leptos
forbid "server" "$(tree -p server)" leptos app migration hbnb
forbid "migration" "$(tree -p migration)" server app leptos domain
forbid "app" "$(tree -p app --features ssr)" migration hbnb
