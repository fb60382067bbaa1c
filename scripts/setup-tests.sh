#!/usr/bin/env bash
# Installs what only tests need: a real TiDB server, an S3 server, two fakes of Stripe, schemathesis, Chromium with playwright-core and axe-core.
. "$(dirname "$0")/lib.sh"
toolchain_env

# A server that runs already (HBNB_TEST_TIDB), one on PATH, tiup's, or a build of the pinned Go module.
if [ -n "${HBNB_TEST_TIDB:-}" ] || [ -x "$TOOLS/tidb-server" ]; then
  :
elif command -v tidb-server >/dev/null; then
  ln -sf "$(command -v tidb-server)" "$TOOLS/tidb-server"
elif command -v tiup >/dev/null && tiup install tidb >"$CACHE/tiup.log" 2>&1; then
  ln -sf "$(tiup --binary tidb)" "$TOOLS/tidb-server"
else
  need go "Install Go 1.24 or newer: a TiDB server for the tests is built with it."
  say "TiDB server: built once from its Go module, kept in the cache (about 7 minutes on two cores)"
  (cd scripts/tidb && CGO_ENABLED=0 quietly tidb go build -trimpath -ldflags '-s -w' -o "$TOOLS/tidb-server.new" \
    github.com/pingcap/tidb/cmd/tidb-server)
  mv "$TOOLS/tidb-server.new" "$TOOLS/tidb-server"
fi

# A server that speaks S3 (HBNB_TEST_S3 names one that runs already).
MOTO=5.2.5
if [ -z "${HBNB_TEST_S3:-}" ] && [ "$(cat "$CACHE/moto/.installed" 2>/dev/null)" != "$MOTO" ]; then
  need python3 "Install Python 3 with venv: a server that speaks S3 for the tests is written in it."
  python3 -m venv --help >/dev/null 2>&1 && python3 -c 'import ensurepip' 2>/dev/null || packages python3-venv
  say "moto from PyPI: a server that speaks S3 (a minute)"
  rm -rf "$CACHE/moto"
  quietly moto-venv python3 -m venv "$CACHE/moto"
  quietly moto "$CACHE/moto/bin/pip" install --quiet "moto[server,s3]==$MOTO"
  echo "$MOTO" >"$CACHE/moto/.installed"
fi

# Two servers that speak Stripe's language (HBNB_TEST_STRIPE_MOCK and HBNB_TEST_LOCALSTRIPE name ones that run already).
STRIPE_MOCK=v0.203.0
if [ -z "${HBNB_TEST_STRIPE_MOCK:-}" ] && [ "$(cat "$TOOLS/.stripe-mock" 2>/dev/null)" != "$STRIPE_MOCK" ]; then
  need go "Install Go: stripe-mock, which checks requests to Stripe in the tests, is built with it."
  say "stripe-mock from its Go module (half a minute)"
  CGO_ENABLED=0 GOBIN="$TOOLS" quietly stripe-mock go install -trimpath -ldflags '-s -w' "github.com/stripe/stripe-mock@$STRIPE_MOCK"
  echo "$STRIPE_MOCK" >"$TOOLS/.stripe-mock"
fi
LOCALSTRIPE=1.15.10
if [ -z "${HBNB_TEST_LOCALSTRIPE:-}" ] && [ "$(cat "$CACHE/localstripe/.installed" 2>/dev/null)" != "$LOCALSTRIPE" ]; then
  need python3 "Install Python 3 with venv: localstripe, a fake of Stripe for the tests, is written in it."
  python3 -c 'import ensurepip' 2>/dev/null || packages python3-venv
  say "localstripe from PyPI: a fake of Stripe that keeps payments (half a minute)"
  rm -rf "$CACHE/localstripe"
  quietly localstripe-venv python3 -m venv "$CACHE/localstripe"
  quietly localstripe "$CACHE/localstripe/bin/pip" install --quiet "localstripe==$LOCALSTRIPE"
  echo "$LOCALSTRIPE" >"$CACHE/localstripe/.installed"
fi

# Requests made from the API's own document.
SCHEMATHESIS=4.32.5
if [ "$(cat "$CACHE/schemathesis/.installed" 2>/dev/null)" != "$SCHEMATHESIS" ]; then
  need python3 "Install Python 3 with venv: schemathesis, which tests the API by its document, is written in it."
  python3 -c 'import ensurepip' 2>/dev/null || packages python3-venv
  say "schemathesis from PyPI: tests the API by its own document (a minute)"
  rm -rf "$CACHE/schemathesis"
  quietly schemathesis-venv python3 -m venv "$CACHE/schemathesis"
  quietly schemathesis "$CACHE/schemathesis/bin/pip" install --quiet "schemathesis==$SCHEMATHESIS"
  echo "$SCHEMATHESIS" >"$CACHE/schemathesis/.installed"
fi

if [ -z "${CHROMIUM:-}" ] && ! command -v chromium >/dev/null && ! command -v google-chrome >/dev/null; then
  say "Chromium from the system's packages (about a minute)"
  packages chromium
fi

if ! command -v valgrind >/dev/null; then
  say "valgrind from the system's packages: it counts instructions (seconds)"
  packages valgrind
fi

if ! cmp -s e2e/package-lock.json e2e/node_modules/.installed; then
  say "playwright-core and axe-core from npm (seconds)"
  quietly e2e-npm npm ci --prefix e2e --no-audit --no-fund
  cp e2e/package-lock.json e2e/node_modules/.installed
fi
