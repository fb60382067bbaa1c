#!/usr/bin/env bash
# A server that speaks S3 for tests, with an empty bucket, which ends with the shell that started it.
#
# Sourced, it sets HBNB_TEST_S3 (its address). Run, it prints that and stays until it is interrupted. A server named by
# HBNB_TEST_S3 beforehand is used as it is; it needs a bucket hbnb-test, and takes the key "test" with the secret "test".
# Usage: scripts/s3/start.sh [PORT]

s3_port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# A free port, by trying some at random: several working copies may test at once.
s3_free_port() {
  local port
  while port=$((30000 + RANDOM % 2000)); do
    s3_port_is_free "$port" && echo "$port" && return
  done
}

s3_start() {
  local server="${HBNB_CACHE:-$HOME/.cache/hbnb}/moto/bin/moto_server" port="${1:-}" leash=() before
  [ -x "$server" ] || { echo "There is no moto_server; scripts/setup-tests.sh installs one." >&2; return 1; }
  [ -n "$port" ] || port="$(s3_free_port)"
  S3_LOG="$(mktemp "${TMPDIR:-/tmp}/hbnb-s3.XXXXXX")"
  # Killed with this shell, however that ends.
  command -v setpriv >/dev/null && leash=(setpriv --pdeathsig TERM)
  "${leash[@]+"${leash[@]}"}" "$server" -H 127.0.0.1 -p "$port" >"$S3_LOG" 2>&1 &
  S3_PID=$!
  # Whoever sourced this may have things of its own to end.
  before="$(trap -p EXIT | sed "s/^trap -- '//; s/' EXIT\$//")"
  trap "${before:+$before; }kill $S3_PID 2>/dev/null || true; wait $S3_PID 2>/dev/null || true; rm -f '$S3_LOG'" EXIT
  while s3_port_is_free "$port"; do
    kill -0 "$S3_PID" 2>/dev/null || { tail -n 20 "$S3_LOG" >&2; return 1; }
    sleep 0.2
  done
  export HBNB_TEST_S3="http://127.0.0.1:$port"
  curl --silent --fail --request PUT --output /dev/null "$HBNB_TEST_S3/hbnb-test"
}

[ -n "${HBNB_TEST_S3:-}" ] || s3_start "${1:-}"

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  echo "export HBNB_TEST_S3=$HBNB_TEST_S3"
  trap 'exit 0' INT TERM
  [ -z "${S3_PID:-}" ] || wait "$S3_PID"
fi
