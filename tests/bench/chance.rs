//! A small generator of chance, so that the corpus is the same on every machine.
//!
//! Invariant: the same keys give the same numbers for ever; nothing is asked of the clock or the system.

/// A stream of numbers that look random (SplitMix64: small, well mixed, and ours to keep unchanged).
pub struct Chance {
    state: u64,
}

impl Chance {
    /// The stream of one subject: one area and year, or one report, told apart by its keys.
    ///
    /// Each subject has its own stream, so that a field added to plans changes no report.
    pub fn of(keys: &[u64]) -> Chance {
        let mut chance = Chance { state: 0x6d69_6e68_6261_6368 };
        for key in keys {
            chance.state ^= key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            chance.state = chance.next();
        }
        chance
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high.saturating_sub(low) + 1)
    }

    /// Whether something happens that happens `percent` times in a hundred.
    pub fn happens(&mut self, percent: u64) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of `all`, which is not empty.
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.index(all.len())]
    }

    /// A place in a list of `len` things.
    pub fn index(&mut self, len: usize) -> usize {
        self.between(0, len as u64 - 1) as usize
    }

    /// Mixes the order of `all`.
    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in (1..all.len()).rev() {
            all.swap(at, self.index(at + 1));
        }
    }
}
