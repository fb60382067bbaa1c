#!/usr/bin/env bash
# A real TiDB server for tests, with nothing in it, which ends with the shell that started it.
#
# Sourced, it sets HBNB_TEST_TIDB (its URL) and HBNB_TEST_TIDB_CA (the authority that signed its certificate for "localhost").
# Run, it prints both and stays until it is interrupted. A server named by HBNB_TEST_TIDB beforehand is used as it is.
# Usage: scripts/tidb/start.sh [PORT]

tidb_port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# A free port, by trying some at random: several working copies may test at once.
tidb_free_port() {
  local port
  while port=$((20000 + RANDOM % 10000)); do
    tidb_port_is_free "$port" && echo "$port" && return
  done
}

# An authority of our own, and a certificate for the name "localhost" only: 127.0.0.1 is then a wrong name.
tidb_certificates() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=HBnB test authority" \
    -keyout "$1/ca-key.pem" -out "$1/ca.pem"
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=localhost" -keyout "$1/key.pem" -out "$1/request.pem"
  openssl x509 -req -in "$1/request.pem" -CA "$1/ca.pem" -CAkey "$1/ca-key.pem" -CAcreateserial -days 2 -out "$1/cert.pem" \
    -extfile <(printf 'subjectAltName=DNS:localhost\nextendedKeyUsage=serverAuth\n')
}

tidb_start() {
  local binary="${HBNB_CACHE:-$HOME/.cache/hbnb}/bin/tidb-server" port="${1:-}" status leash=()
  [ -x "$binary" ] || binary="$(command -v tidb-server)" ||
    { echo "There is no tidb-server; scripts/setup-tests.sh installs one." >&2; return 1; }
  [ -n "$port" ] || port="$(tidb_free_port)"
  status="$(tidb_free_port)"
  TIDB_DIR="$(mktemp -d "${TMPDIR:-/tmp}/hbnb-tidb.XXXXXX")"
  # Otherwise these lie in the current folder and in /tmp.
  printf 'tmp-storage-path = "%s/temp"\n[log]\nslow-query-file = "%s/slow.log"\n' "$TIDB_DIR" "$TIDB_DIR" >"$TIDB_DIR/tidb.toml"
  if tidb_certificates "$TIDB_DIR" >"$TIDB_DIR/openssl.log" 2>&1; then
    printf '[security]\nssl-cert = "%s/cert.pem"\nssl-key = "%s/key.pem"\n' "$TIDB_DIR" "$TIDB_DIR" >>"$TIDB_DIR/tidb.toml"
    export HBNB_TEST_TIDB_CA="$TIDB_DIR/ca.pem"
  fi
  # Killed with this shell, however that ends.
  command -v setpriv >/dev/null && leash=(setpriv --pdeathsig TERM)
  "${leash[@]+"${leash[@]}"}" "$binary" -store unistore -path "$TIDB_DIR/data" -config "$TIDB_DIR/tidb.toml" -host 127.0.0.1 -P "$port" \
    -status-host 127.0.0.1 -status "$status" -socket "" -L error >"$TIDB_DIR/tidb.log" 2>&1 &
  TIDB_PID=$!
  # Whatever it says of its end is not how this shell ends.
  trap 'kill "$TIDB_PID" 2>/dev/null || true; wait "$TIDB_PID" 2>/dev/null || true; rm -rf "$TIDB_DIR"' EXIT
  while tidb_port_is_free "$port"; do
    kill -0 "$TIDB_PID" 2>/dev/null || { tail -n 20 "$TIDB_DIR/tidb.log" >&2; return 1; }
    sleep 0.2
  done
  export HBNB_TEST_TIDB="mysql://root@127.0.0.1:$port"
}

[ -n "${HBNB_TEST_TIDB:-}" ] || tidb_start "${1:-}"

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  echo "export HBNB_TEST_TIDB=$HBNB_TEST_TIDB HBNB_TEST_TIDB_CA=${HBNB_TEST_TIDB_CA:-}"
  trap 'exit 0' INT TERM
  [ -z "${TIDB_PID:-}" ] || wait "$TIDB_PID"
fi
