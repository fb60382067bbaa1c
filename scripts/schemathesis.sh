#!/usr/bin/env bash
# schemathesis on the API's own OpenAPI document: requests that it allows and requests that it does not, against the release build with the
# demo's data. Passed when no answer is a server's error and none contradicts the document.
# Usage: scripts/schemathesis.sh [CASES] [SEED]    CASES (2000) are spread over the operations; from 20000 on calls are strung together, too.
. "$(dirname "$0")/lib.sh"
cases="${1:-2000}"
seed="${2:-$(date +%Y%m%d)}"
st="$CACHE/schemathesis/bin/st"
[ -x "$st" ] || fail "There is no schemathesis; scripts/setup-tests.sh installs it."
[ -x target/release/hbnb ] || fail "There is no release build; scripts/build.sh makes one."

OUT="$ROOT/target/schemathesis"
rm -rf "$OUT"; mkdir -p "$OUT"
data="$(mktemp -d "${TMPDIR:-/tmp}/hbnb-schemathesis.XXXXXX")"
port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
port=$((33000 + RANDOM % 700))
until port_is_free "$port"; do port=$((33000 + RANDOM % 700)); done
url="http://localhost:$port"

PORT="$port" PUBLIC_URL="$url" HBNB_DATA="$data" RATE_LIMITS=off target/release/hbnb serve --demo >"$OUT/server.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$data"' EXIT
until curl --silent --fail --output /dev/null "$url/health/ready"; do
  kill -0 "$server" 2>/dev/null || { tail -n 20 "$OUT/server.log" >&2; fail "the server did not start"; }
  sleep 0.2
done

# read_json EXPRESSION: of the JSON on standard input.
read_json() { python3 -c "import json, sys; said = json.load(sys.stdin); print($1)"; }
post() { curl --silent --fail-with-body --header 'content-type: application/json' --data "$2" "$url/api/v1$1"; }

# Ailsa of the demo: she has homes, reservations and a calendar, so that more is found than 404.
token() { post /auth/login '{"email":"ailsa@example.com","password":"lantern-on-the-shore"}' | read_json 'said["access_token"]'; }

operations="$(curl --silent --fail "$url/openapi.json" | read_json \
  'sum(1 for item in said["paths"].values() for method in item if method in ("get", "post", "put", "delete"))')"
each=$(((cases + operations - 1) / operations))
phases=examples,coverage,fuzzing
[ "$cases" -lt 20000 ] || phases="$phases,stateful"

# test_api NAME OPTION…: one run with a token of its own.
test_api() {
  local name="$1"; shift
  "$st" run "$url/openapi.json" --header "Authorization: Bearer $(token)" --phases "$phases" --max-examples "$each" --seed "$seed" \
    --checks not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance \
    --generation-database none --suppress-health-check all --workers 2 --request-timeout 30 --warnings off --no-color "$@" \
    >"$OUT/$name.log" 2>&1
}

say "schemathesis: $operations operations, at least $each cases each (seed $seed)"
status=0
# Logging out and closing an account end the token that everything else is asked with.
test_api api --exclude-path-regex '/auth/logout$' || status=$?
test_api logout --include-path-regex '/auth/logout$' || status=$?

for name in api logout; do
  grep -E '^ *[0-9,]+ generated' "$OUT/$name.log" | sed "s/^ */figures: schemathesis, $name: /" || true
done
[ "$status" -eq 0 ] || { sed -n '/= FAILURES =/,$p' "$OUT"/*.log | head -n 200; tail -n 30 "$OUT/api.log"; }
if grep -q 'panicked\|a handler of the API broke' "$OUT/server.log"; then
  grep 'panicked\|a handler of the API broke' "$OUT/server.log" | head -n 5
  status=1
fi
exit "$status"
