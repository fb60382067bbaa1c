#![cfg(target_arch = "wasm32")]
//! The WASM entry: what `loader.js` starts before it wakes the islands.

// Linked for its islands, whose hydration functions are exported by name.
use app as _;

/// Prepares the page's reactive system; no island is alive before its own function is called.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
