# What every script here shares: strictness, folders, a voice that tells the time, and the toolchain's environment.
set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
CACHE="${HBNB_CACHE:-$HOME/.cache/hbnb}"
TOOLS="$CACHE/bin"
mkdir -p "$CACHE" "$TOOLS"
cd "$ROOT"

STARTED=${STARTED:-$(date +%s)}
export STARTED
elapsed() { local s=$(($(date +%s) - STARTED)); printf '%d:%02d' $((s / 60)) $((s % 60)); }
say() { printf '\n[%s] %s\n' "$(elapsed)" "$*"; }
note() { printf '       %s\n' "$*"; }
fail() { printf '\nStopped: %s\n' "$*" >&2; exit 1; }
need() { command -v "$1" >/dev/null 2>&1 || fail "$1 is missing. $2"; }

# Runs a long command with its output in a log, and shows the end of that log only when it fails.
quietly() {
  local log="$CACHE/log/$1.log"; shift
  mkdir -p "$CACHE/log"
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    fail "that step failed; its whole output is in $log"
  fi
}

# Debian packages: asks for root only when something is truly missing.
packages() {
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  command -v apt-get >/dev/null || fail "this needs the packages ${missing[*]}, and there is no apt-get here to install them with"
  local sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "please install as root: ${missing[*]}"
    sudo=(sudo)
    note "needs root for: ${missing[*]}"
  fi
  quietly apt-update "${sudo[@]}" apt-get update
  quietly apt-install "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

# The version of a crate as Cargo.lock has it.
locked() { awk -v name="$1" '$1=="name" && $3=="\"" name "\"" {getline; gsub(/"/,"",$3); print $3; exit}' Cargo.lock; }

# setup.sh leaves here which toolchain builds both sides.
toolchain_env() {
  if [ -f "$CACHE/toolchain" ]; then
    RUSTUP_TOOLCHAIN="$(cat "$CACHE/toolchain")"
    [ -n "$RUSTUP_TOOLCHAIN" ] && export RUSTUP_TOOLCHAIN || unset RUSTUP_TOOLCHAIN
  fi
  # Compiled dependencies are shared by all clones on a machine; what is ours is kept apart there, and what is final stays in each clone's target.
  export CARGO_BUILD_BUILD_DIR="$CACHE/build/${RUSTUP_TOOLCHAIN:-default}"
  export RUSTC_WORKSPACE_WRAPPER="$ROOT/scripts/rustc"
  export PATH="$TOOLS:$CACHE/npm/node_modules/.bin:$PATH"
}

# What git knows of in these paths, or, where there is no checkout (an archive, a container), every file.
sources() { git ls-files -z --cached --others --exclude-standard -- "$@" 2>/dev/null || find "$@" -type f -print0; }
# A digest of all of it and of the compiler. A file that was deleted and not yet committed is no error; it changes the digest all the same.
fingerprint() {
  { rustc -vV; sources "$@" | sort -z | { xargs -0 sha256sum 2>/dev/null || true; }; } | sha256sum | cut -d' ' -f1
}

# Whether this is what target/NAME was built from.
is_current() { [ "$(cat "target/.$1" 2>/dev/null || true)" = "$2" ]; }
# Takes what was built from the same sources before, in any clone on this machine: what was kept as NAME under this digest, into target.
take_kept() {
  [ -d "$CACHE/kept/$1-$2" ] || return 1
  mkdir -p target
  # A folder as a whole: what is no longer part of it must not stay behind.
  [ ! -d "$CACHE/kept/$1-$2/site" ] || rm -rf target/site
  cp -a --remove-destination "$CACHE/kept/$1-$2/." target/
  touch "$CACHE/kept/$1-$2"
  echo "$2" >"target/.$1"
}
# Keeps these paths of target as NAME under this digest; the three latest of each name stay.
keep() {
  local name="$1" digest="$2"; shift 2
  local new="$CACHE/kept/.$name-$$"
  rm -rf "$new"; mkdir -p "$new"
  (cd target && cp -a --parents "$@" "$new/")
  rm -rf "$CACHE/kept/$name-$digest"
  mv -T "$new" "$CACHE/kept/$name-$digest"
  ls -dt "$CACHE/kept/$name"-* | tail -n +4 | xargs -r rm -rf
  echo "$digest" >"target/.$name"
}
