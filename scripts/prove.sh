#!/usr/bin/env bash
# The proof at full size, on the release build: races, kills, lost and doubled messages, forged signatures, a database that fails, a model
# against the program, an outbox under fire, requests of chance. At most 100 minutes on two cores.
# Usage: scripts/prove.sh [SEED]    A run can be had again with its seed; without one it is the day's.
. "$(dirname "$0")/lib.sh"
say "HBnB's proof at full size (at most 100 minutes on two cores)"
scripts/setup.sh
scripts/setup-tests.sh
toolchain_env
seed="${1:-$(date +%Y%m%d)}"
OUT="$ROOT/target/prove"
mkdir -p "$OUT"
: >"$OUT/figures.txt"

scripts/build.sh
say "Release build of the programs"
scripts/build-proofs.sh
export HBNB_BIN="$ROOT/target/release/hbnb"
. scripts/tidb/start.sh
ulimit -n 8192 2>/dev/null || true

ran=0
failed=0
# prove NAME COUNT: one row of the table, on the databases that it is for.
prove() {
  say "$1: $2"
  local status=0
  ran=$((ran + 1))
  target/release/prove "$1" --count "$2" --seed "$seed" --database both >"$OUT/$1.log" 2>&1 || status=$?
  grep -E '^(figures|skipped|again):' "$OUT/$1.log" | tee -a "$OUT/figures.txt" || true
  if [ "$status" -ne 0 ]; then
    tail -n 60 "$OUT/$1.log"
    failed=$((failed + 1))
  fi
}

prove race 1000
prove kills 250
prove webhooks 10000
prove signatures 2000
prove log_ins 1000
prove faults 1000
prove model 5000
prove outbox 10000
prove extractors 40000
prove dumps 20000

say "The API against its own document: schemathesis, 20000 cases"
ran=$((ran + 1))
scripts/schemathesis.sh 20000 "$seed" >"$OUT/schemathesis.log" 2>&1 || { tail -n 200 "$OUT/schemathesis.log"; failed=$((failed + 1)); }
grep '^figures:' "$OUT/schemathesis.log" | tee -a "$OUT/figures.txt" || true

say "Done; the figures are in target/prove/figures.txt (seed $seed)"
echo "$((ran - failed)) programs passed, $failed failed"
[ "$failed" -eq 0 ]
