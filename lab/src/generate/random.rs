//! Numbers that look random and are the same for the same seed, everywhere and for ever.

/// [SplitMix64](https://prng.di.unimi.it/splitmix64.c): a few lines, and no crate whose next
/// version draws other numbers.
pub(super) struct Random(u64);

impl Random {
    /// The numbers of one scenario of one seed.
    pub(super) fn new(seed: u64, number: u64) -> Random {
        let mut random = Random(seed);
        let seed = random.next();
        Random(seed ^ number.wrapping_mul(0xA076_1D64_78BD_642F))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        // The small unevenness of a remainder does no harm here.
        (self.next() % end as u64) as usize
    }

    /// True once in `times`.
    pub(super) fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of several. What stands there twice comes twice as often.
    pub(super) fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }
}
