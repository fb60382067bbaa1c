#!/usr/bin/env bash
# Runs everything: format, clippy, dependency direction, unit tests, stories on SQLite and TiDB, the browser, budgets.
# Ends with one line: N passed, N failed.
. "$(dirname "$0")/lib.sh"
say "HBnB's whole test (45 minutes at most from nothing on two cores, 15 with the caches warm)"
scripts/setup.sh
scripts/setup-tests.sh
toolchain_env

LOG="$ROOT/target/test"
rm -rf "$LOG"; mkdir -p "$LOG"
passed=0
failed=()

# check NAME COMMAND…: one check, passed when the command succeeds.
check() {
  local name="$1"; shift
  say "$name"
  if "$@" >"$LOG/check.log" 2>&1; then
    passed=$((passed + 1))
  else
    tail -n 60 "$LOG/check.log"
    failed+=("$name")
  fi
}

# count NAME PASSED FAILED EXIT: a runner's own counts; one that stops without naming a failure counts as one.
count() {
  passed=$((passed + $2))
  if [ "$3" -gt 0 ] || [ "$4" -ne 0 ]; then failed+=("$1: $(($3 > 0 ? $3 : 1))"); fi
  note "$1: $2 passed, $3 failed"
}

rust_tests() {
  say "Unit tests, and stories on SQLite and TiDB"
  local status=0
  cargo test --workspace --no-fail-fast >"$LOG/rust.log" 2>&1 || status=$?
  local sums; sums="$(awk '/^test result:/ {p+=$4; f+=$6} END {print p+0, f+0}' "$LOG/rust.log")"
  [ "$status" -eq 0 ] || grep -vE '^(test .* ok|running|   Compiling|$)' "$LOG/rust.log" | tail -n 120
  grep -E '^(skipped|race|figures):' "$LOG/rust.log" || true
  # shellcheck disable=SC2086
  count "rust tests" $sums "$status"
}

browser_tests() {
  say "The browser: journeys, accessibility, budgets"
  local status=0
  node --test --test-concurrency=1 --test-reporter=spec e2e/*.test.mjs >"$LOG/browser.log" 2>&1 || status=$?
  if [ "$status" -eq 0 ]; then grep -E '^│|^[├└┌]|^figures:' "$LOG/browser.log" || true; else tail -n 200 "$LOG/browser.log"; fi
  count "browser tests" "$(awk '/^ℹ pass/ {print $3}' "$LOG/browser.log")" "$(awk '/^ℹ fail/ {print $3}' "$LOG/browser.log")" "$status"
}

check "Format" cargo fmt --all --check
check "Dependencies point one way" scripts/direction.sh
check "Clippy, server side" cargo clippy --workspace --all-targets -- -D warnings
check "Clippy, WASM side" cargo clippy -p frontend --target wasm32-unknown-unknown -- -D warnings

. scripts/tidb/start.sh
rust_tests
check "Release build" scripts/build.sh
[ -x target/release/hbnb ] && browser_tests

say "Done"
for name in "${failed[@]+"${failed[@]}"}"; do note "failed: $name"; done
echo "$passed passed, ${#failed[@]} failed"
[ ${#failed[@]} -eq 0 ]
