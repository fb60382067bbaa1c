#!/usr/bin/env bash
# Two servers that speak Stripe's language and were not written here: stripe-mock, which checks every request against Stripe's
# OpenAPI document and keeps nothing, and localstripe, which keeps payments and refunds. They end with the shell that started them.
#
# Sourced, it sets HBNB_TEST_STRIPE_MOCK and HBNB_TEST_LOCALSTRIPE (their addresses). Run, it prints both and stays until it is
# interrupted. A server named beforehand is used as it is.
# Usage: scripts/stripe/start.sh

stripe_port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# A free port, by trying some at random: several working copies may test at once.
stripe_free_port() {
  local port
  while port=$((32000 + RANDOM % 700)); do
    stripe_port_is_free "$port" && echo "$port" && return
  done
}

# stripe_serve PORT COMMAND…: in the background, killed with this shell, however that ends.
stripe_serve() {
  local port="$1" leash=() log before pid; shift
  log="$(mktemp "${TMPDIR:-/tmp}/hbnb-stripe.XXXXXX")"
  command -v setpriv >/dev/null && leash=(setpriv --pdeathsig TERM)
  "${leash[@]+"${leash[@]}"}" "$@" >"$log" 2>&1 &
  pid=$!
  STRIPE_PIDS+=("$pid")
  # Whoever sourced this may have things of its own to end.
  before="$(trap -p EXIT | sed "s/^trap -- '//; s/' EXIT\$//; s/'\\\\''/'/g")"
  trap "${before:+$before; }kill $pid 2>/dev/null || true; wait $pid 2>/dev/null || true; rm -f '$log'" EXIT
  while stripe_port_is_free "$port"; do
    kill -0 "$pid" 2>/dev/null || { tail -n 20 "$log" >&2; return 1; }
    sleep 0.2
  done
}

stripe_start() {
  local cache="${HBNB_CACHE:-$HOME/.cache/hbnb}" port
  if [ -z "${HBNB_TEST_STRIPE_MOCK:-}" ]; then
    [ -x "$cache/bin/stripe-mock" ] || { echo "There is no stripe-mock; scripts/setup-tests.sh installs one." >&2; return 1; }
    port="$(stripe_free_port)"
    stripe_serve "$port" "$cache/bin/stripe-mock" -http-addr "127.0.0.1:$port" || return 1
    export HBNB_TEST_STRIPE_MOCK="http://127.0.0.1:$port/"
  fi
  if [ -z "${HBNB_TEST_LOCALSTRIPE:-}" ]; then
    [ -x "$cache/localstripe/bin/localstripe" ] || { echo "There is no localstripe; scripts/setup-tests.sh installs one." >&2; return 1; }
    port="$(stripe_free_port)"
    # It keeps its books in a file of the temporary folder unless it is told to forget.
    stripe_serve "$port" "$cache/localstripe/bin/localstripe" --port "$port" --from-scratch || return 1
    export HBNB_TEST_LOCALSTRIPE="http://127.0.0.1:$port/"
  fi
}

STRIPE_PIDS=()
stripe_start

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  echo "export HBNB_TEST_STRIPE_MOCK=$HBNB_TEST_STRIPE_MOCK HBNB_TEST_LOCALSTRIPE=$HBNB_TEST_LOCALSTRIPE"
  trap 'exit 0' INT TERM
  [ ${#STRIPE_PIDS[@]} -eq 0 ] || wait "${STRIPE_PIDS[@]}"
fi
