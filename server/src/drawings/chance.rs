//! Chance that repeats itself: the same seed, the same choices.

use std::cell::Cell;

/// SplitMix64: small, good enough for trees and windows. Shared by reference, so that it can be asked within a call that is
/// given it too.
pub struct Chance(Cell<u64>);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(Cell::new(
            seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5DEE_CE66,
        ))
    }

    fn next(&self) -> u64 {
        let state = self.0.get().wrapping_add(0x9E37_79B9_7F4A_7C15);
        self.0.set(state);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From `low` up to, not including, `high`.
    pub fn between(&self, low: f32, high: f32) -> f32 {
        let unit = (self.next() >> 40) as f32 / (1_u64 << 24) as f32;
        low + (high - low) * unit
    }

    /// True `share` of the time.
    pub fn happens(&self, share: f32) -> bool {
        self.between(0.0, 1.0) < share
    }

    /// A whole number below `many`, which is above 0.
    pub fn below(&self, many: usize) -> usize {
        (self.next() % many as u64) as usize
    }

    /// One of some; there must be one.
    pub fn pick<'a, T>(&self, some: &'a [T]) -> &'a T {
        &some[self.below(some.len())]
    }
}
