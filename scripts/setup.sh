#!/usr/bin/env bash
# Installs what a build needs: a Rust that can make WASM, cargo-leptos, wasm-bindgen of the locked version, wasm-opt.
. "$(dirname "$0")/lib.sh"

CARGO_LEPTOS=0.3.11
BINARYEN=132.0.0

need cargo "Install Rust with rustup (https://rustup.rs), then run this again."
need npm "Install Node.js 20 or newer with npm, then run this again."
need cc "Install a C compiler (on Debian: apt-get install build-essential)."

# Cargo deletes nothing of what earlier sources left there. Not while somebody builds: they hold its lock.
trim_builds() {
  local size lock
  size="$({ du -s --block-size=1G "$CACHE/build" 2>/dev/null || true; } | cut -f1)"
  [ "${size:-0}" -gt 40 ] || return 0
  while IFS= read -r lock; do
    flock --nonblock "$lock" true || return 0
  done < <(find "$CACHE/build" -maxdepth 4 -name .cargo-lock)
  say "What was compiled before has grown to $size GB: it goes, and is compiled anew (8 minutes more this once)"
  rm -rf "$CACHE/build"
}
if command -v flock >/dev/null; then trim_builds; fi

has_wasm() { [ -d "$(RUSTUP_TOOLCHAIN="${1:-}" rustc --print sysroot 2>/dev/null)/lib/rustlib/wasm32-unknown-unknown" ]; }
default_has_wasm() { [ -d "$(env -u RUSTUP_TOOLCHAIN rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; }

# Where rustup cannot download: Debian's own Rust, and a standard library for WASM built from its sources.
debian_toolchain() {
  say "WASM target: rustup cannot download it here, so Debian's Rust gets one built from source (about 3 minutes)"
  packages rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy rustfmt-web lld-22
  local target=/usr/lib/rustlib/wasm32-unknown-unknown/lib
  if ! ls "$target"/libstd-*.rlib >/dev/null 2>&1; then
    local work; work="$(mktemp -d)"
    mkdir -p "$work/src"
    printf '[package]\nname = "hbnb-std"\nversion = "0.0.0"\nedition = "2021"\n' >"$work/Cargo.toml"
    echo '#![no_std]' >"$work/src/lib.rs"
    (cd "$work" && PATH="/usr/bin:$PATH" CARGO_TARGET_DIR="$work/target" CARGO_BUILD_BUILD_DIR="$work/target" RUSTC_BOOTSTRAP=1 quietly wasm-std /usr/bin/cargo build --release \
      -Zbuild-std=std,panic_abort --target wasm32-unknown-unknown)
    local sudo=(); [ "$(id -u)" -eq 0 ] || sudo=(sudo)
    "${sudo[@]}" mkdir -p "$target" /usr/lib/rustlib/x86_64-unknown-linux-gnu/bin
    find "$work/target/wasm32-unknown-unknown/release/deps" -name '*.rlib' ! -name 'libhbnb_std*' -print0 |
      xargs -0 "${sudo[@]}" cp -t "$target"
    "${sudo[@]}" ln -sf "$(command -v lld-22)" /usr/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld
    rm -rf "$work"
  fi
  if command -v rustup >/dev/null; then
    rustup toolchain link debian /usr
    echo debian >"$CACHE/toolchain"
  else
    : >"$CACHE/toolchain"
  fi
}

say "Rust that compiles to WASM"
if [ "${HBNB_TOOLCHAIN:-}" = debian ]; then
  debian_toolchain
elif default_has_wasm; then
  : >"$CACHE/toolchain"
elif command -v rustup >/dev/null && rustup toolchain list | grep -q '^debian' && has_wasm debian; then
  echo debian >"$CACHE/toolchain"
elif command -v rustup >/dev/null && timeout 300 rustup target add wasm32-unknown-unknown >"$CACHE/rustup.log" 2>&1 && default_has_wasm; then
  : >"$CACHE/toolchain"
else
  debian_toolchain
fi
toolchain_env
note "$(rustc --version)"

tool_version() { "$1" --version 2>/dev/null | awk '{print $NF}' || true; }

if [ "$(tool_version "$TOOLS/cargo-leptos")" != "$CARGO_LEPTOS" ]; then
  if cargo binstall --help >/dev/null 2>&1 && cargo binstall -y --install-path "$TOOLS" "cargo-leptos@$CARGO_LEPTOS" >/dev/null 2>&1; then
    note "cargo-leptos $CARGO_LEPTOS: prebuilt"
  else
    say "cargo-leptos $CARGO_LEPTOS: built once, kept in the cache (about 5 minutes on two cores)"
    # --ignore-rust-version: one crate of its lock file names 1.96 as its floor and compiles with 1.95 all the same.
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=64 \
      CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_TARGET_DIR="$CACHE/build/cargo-leptos" quietly cargo-leptos \
      cargo install --locked --ignore-rust-version --force --root "$CACHE" "cargo-leptos@$CARGO_LEPTOS"
    rm -rf "$CACHE/build/cargo-leptos"
  fi
fi

BINDGEN="$(locked wasm-bindgen)"
if [ "$(tool_version "$TOOLS/wasm-bindgen")" != "$BINDGEN" ]; then
  if cargo binstall --help >/dev/null 2>&1 && cargo binstall -y --install-path "$TOOLS" "wasm-bindgen-cli@$BINDGEN" >/dev/null 2>&1; then
    note "wasm-bindgen $BINDGEN: prebuilt"
  else
    say "wasm-bindgen $BINDGEN: built once, kept in the cache (about 3 minutes)"
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_TARGET_DIR="$CACHE/build/wasm-bindgen" quietly wasm-bindgen \
      cargo install --force --root "$CACHE" "wasm-bindgen-cli@$BINDGEN"
    rm -rf "$CACHE/build/wasm-bindgen"
  fi
fi

if [ ! -x "$CACHE/npm/node_modules/.bin/wasm-opt" ]; then
  say "wasm-opt from npm's binaryen (seconds)"
  quietly binaryen npm install --prefix "$CACHE/npm" --no-save "binaryen@$BINARYEN"
fi
