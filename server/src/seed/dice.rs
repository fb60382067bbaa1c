//! Chance that falls the same way in every run, on every machine and with every version of every crate.

use super::ids;

/// SplitMix64, begun from a name.
pub struct Dice(u64);

impl Dice {
    pub fn of(name: &str) -> Self {
        Self(ids::of("dice", name).as_u64_pair().0)
    }

    /// From 0 to below `n`.
    pub fn below(&mut self, n: u32) -> u32 {
        ((u64::from((self.next() >> 32) as u32) * u64::from(n)) >> 32) as u32
    }

    /// Both included.
    pub fn between(&mut self, from: i64, to: i64) -> i64 {
        from + i64::from(self.below(u32::try_from(to - from + 1).unwrap_or(1)))
    }

    /// True so many times in a thousand.
    pub fn chance(&mut self, per_mille: i64) -> bool {
        i64::from(self.below(1000)) < per_mille
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_gives_the_same_numbers_and_all_of_them() {
        let thrown = |name| {
            let mut dice = Dice::of(name);
            (0..600).map(|_| dice.between(-3, 3)).collect::<Vec<_>>()
        };
        assert_eq!(
            thrown("edinburgh/shore-flat"),
            thrown("edinburgh/shore-flat")
        );
        assert_ne!(thrown("edinburgh/shore-flat"), thrown("edinburgh/cottage"));
        for face in -3..=3 {
            let times = thrown("edinburgh/shore-flat")
                .iter()
                .filter(|n| **n == face)
                .count();
            assert!((50..130).contains(&times), "{face}: {times}");
        }
    }
}
