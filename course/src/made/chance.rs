//! Chance that is the same every time: a seed decides all that is made up.

/// A row of numbers that look as if by chance ([SplitMix64](https://prng.di.unimi.it/splitmix64.c)).
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// One of these.
    pub(super) fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        let most = all.len() as u64;
        all[(self.next() % most) as usize]
    }

    /// True `times` of ten times.
    pub(super) fn in_ten(&mut self, times: u64) -> bool {
        self.next() % 10 < times
    }
}
