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

# row NAME FIGURES COMMAND…: a row of the table; its log is kept, and of it the lines that look like figures.
row() {
  local name="$1" figures="$2" begun=$SECONDS verdict=passed; shift 2
  say "$name"
  "$@" >"$OUT/$name.log" 2>&1 || verdict=failed
  say "$name: $verdict after $((SECONDS - begun)) s"
  grep -E "$figures" "$OUT/$name.log" | tee -a "$OUT/figures.txt" || true
  [ "$verdict" = passed ] || tail -n 100 "$OUT/$name.log"
  echo "$verdict $name" >>"$OUT/verdicts.txt"
}
# prove NAME COUNT [DATABASE]: one of our programs, on the databases that it is for.
prove() { row "$1" '^(figures|skipped|again):' target/release/prove "$1" --count "$2" --seed "$seed" --database "${3:-both}"; }

: >"$OUT/verdicts.txt"
# How long a log-in takes is measured while nothing else runs. Of the rest, what waits goes beside what reckons: the kills wait for
# restarts, what runs on TiDB waits for it, and the model is SQLite's.
prove log_ins 1000
{ prove model 5000; prove extractors 500000 sqlite; prove dumps 200000; } &
lanes=($!)
{ prove race 1000; prove faults 1000; prove outbox 10000; prove webhooks 10000; prove signatures 2000; } &
lanes+=($!)
{
  prove kills 250
  # Some operations have fewer different requests than their share.
  row schemathesis '^figures:' scripts/schemathesis.sh 22000 "$seed"
  row import '^[│┌└]' env HBNB_IMPORT_ROWS=100000 node --test --test-reporter=spec e2e/moving.test.mjs
} &
lanes+=($!)
for lane in "${lanes[@]}"; do wait "$lane" || echo "failed lane" >>"$OUT/verdicts.txt"; done
ran="$(wc -l <"$OUT/verdicts.txt")"
failed="$(grep -c '^failed' "$OUT/verdicts.txt" || true)"

say "Done; the figures are in target/prove/figures.txt (seed $seed)"
echo "$((ran - failed)) programs passed, $failed failed"
[ "$failed" -eq 0 ]
