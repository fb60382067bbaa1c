#!/usr/bin/env bash
# Runs everything: format, clippy, dependency direction, unit tests, stories on SQLite and TiDB, the browser, budgets.
# Ends with one line: N passed, N failed.
. "$(dirname "$0")/lib.sh"
say "HBnB's whole test (on two cores about 25 minutes with the caches warm, 7 more when the release is built anew, 70 in all from nothing)"
scripts/setup.sh
scripts/setup-tests.sh
toolchain_env

LOG="$ROOT/target/test"
rm -rf "$LOG"; mkdir -p "$LOG"
passed=0
failed=0
names=()

# check NAME COMMAND…: one check, passed when the command succeeds.
check() {
  local name="$1"; shift
  say "$name"
  if "$@" >"$LOG/check.log" 2>&1; then
    passed=$((passed + 1))
  else
    tail -n 60 "$LOG/check.log" >>"$LOG/failures.log"
    failed=$((failed + 1))
    names+=("$name")
  fi
}

# count NAME PASSED FAILED EXIT: a runner's own counts; one that stops without naming a failure counts as one.
count() {
  local ok="${2:-0}" bad="${3:-0}"
  if [ "$4" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  passed=$((passed + ok))
  failed=$((failed + bad))
  if [ "$bad" -gt 0 ]; then names+=("$1: $bad"); fi
  note "$1: $ok passed, $bad failed"
}

rust_tests() {
  say "Unit tests, and stories on SQLite and TiDB"
  local status=0
  cargo test --workspace --no-fail-fast >"$LOG/rust.log" 2>&1 || status=$?
  local sums; sums="$(awk '/^test result:/ {p+=$4; f+=$6} END {print p+0, f+0}' "$LOG/rust.log")"
  [ "$status" -eq 0 ] || grep -vE '^(test .* ok|running|   Compiling|$)' "$LOG/rust.log" | tail -n 120 >>"$LOG/failures.log"
  grep -E '^(skipped|race|figures):' "$LOG/rust.log" || true
  count "rust tests" "${sums% *}" "${sums#* }" "$status"
}

# What measures how long something takes, or kills servers under load, runs alone; everything else two at once.
ALONE=(import moving servers servers-lost)

# browser_file FILE: runs its tests, and once more on a server of their own when one fails, since a browser on a busy machine has its moods.
# Both logs stay, and how the last run ended; what fails twice has failed.
browser_file() {
  local name="${1#e2e/}" begun=$SECONDS status=0
  local log="$LOG/browser/${name//\//-}"
  node --test --test-reporter=spec "$1" >"$log" 2>&1 || status=$?
  if [ "$status" -ne 0 ]; then
    mv "$log" "$log.first"
    status=0
    node --test --test-reporter=spec "$1" >"$log" 2>&1 || status=$?
  fi
  echo "$status" >"$log.status"
  echo "$((SECONDS - begun)) s" >"$log.time"
}
export -f browser_file
export LOG

browser_tests() {
  say "The browser: journeys, accessibility, budgets"
  local file name log status together=()
  mkdir -p "$LOG/browser"
  for file in e2e/*.test.mjs e2e/contract/*.test.mjs; do
    name="$(basename "$file" .test.mjs)"
    if [[ " ${ALONE[*]} " == *" $name "* ]]; then browser_file "$file"; else together+=("$file"); fi
  done
  printf '%s\0' "${together[@]}" | xargs -0 -P 2 -I '{}' bash -c 'browser_file "$1"' - '{}'
  for log in "$LOG"/browser/*.mjs; do
    name="$(basename "$log" .test.mjs)"
    grep -E '^[│┌└]|^﹣|# SKIP' "$log" || true
    if [ -f "$log.first" ]; then failure "$name, at first" "$log.first"; fi
    # A runner may end badly without naming a failure: a test that was cancelled is none.
    status="$(cat "$log.status")"
    if [ "$status" -ne 0 ]; then failure "$name" "$log"; fi
    count "$name, $(cat "$log.time")" "$(awk '/^ℹ pass/ {print $3}' "$log")" "$(awk '/^ℹ fail/ {print $3}' "$log")" "$status"
  done
}

# failure NAME LOG: what is said of it at the end, where nobody overlooks it.
failure() { { echo "-- $1"; sed -n '/^✖ failing tests/,$p' "$2" | head -n 80; } >>"$LOG/failures.log"; }

proofs() {
  say "The proofs: races, kills, messages, forgeries, faults, a model, an outbox under fire"
  local status=0
  # The kills wait most of the time; how long a log-in takes is measured when nothing else runs.
  local pids=() lane
  for lane in "kills outbox" "race webhooks signatures faults model extractors dumps"; do
    # shellcheck disable=SC2086
    HBNB_BIN="$ROOT/target/release/hbnb" target/release/prove $lane >"$LOG/prove-${lane%% *}.log" 2>&1 &
    pids+=($!)
  done
  for lane in "${pids[@]}"; do wait "$lane" || status=$?; done
  target/release/prove log_ins >"$LOG/prove-log_ins.log" 2>&1 || status=$?
  cat "$LOG"/prove-*.log >"$LOG/prove.log"
  grep -E '^(figures|skipped|again):' "$LOG/prove.log" || true
  [ "$status" -eq 0 ] || tail -n 60 "$LOG/prove.log" >>"$LOG/failures.log"
  local sums; sums="$(awk '/^test result:/ {p+=$4; f+=$6} END {print p+0, f+0}' "$LOG/prove.log")"
  count "proofs" "${sums% *}" "${sums#* }" "$status"
}

check "Format" cargo fmt --all --check
check "Dependencies point one way" scripts/direction.sh
check "Clippy, server side" cargo clippy --workspace --lib --bins --tests --examples --test prove -- -D warnings
check "Clippy, WASM side" cargo clippy -p frontend --target wasm32-unknown-unknown -- -D warnings

# Real listings to import: a file of your own, or the one that lies beside the clone.
edinburgh="$ROOT/../shared/data/inside-airbnb-edinburgh-2024-09-13.csv.gz"
if [ -z "${HBNB_INSIDE_AIRBNB:-}" ] && [ -f "$edinburgh" ]; then export HBNB_INSIDE_AIRBNB="$edinburgh"; fi

. scripts/tidb/start.sh
. scripts/s3/start.sh
. scripts/stripe/start.sh
rust_tests
check "Release build" scripts/build.sh
check "Programs of the proofs" scripts/build-proofs.sh
if [ -x target/release/hbnb ]; then
  browser_tests
  check "The API against its own document (schemathesis, 2,000 cases)" scripts/schemathesis.sh 2000
  grep -h '^figures:' "$LOG/check.log" || true
fi
if [ -x target/release/prove ]; then proofs; fi

say "Done"
[ ! -s "$LOG/failures.log" ] || cat "$LOG/failures.log"
for name in "${names[@]+"${names[@]}"}"; do note "failed: $name"; done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
