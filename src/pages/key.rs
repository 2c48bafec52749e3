//! Keys of pages: a hash over everything a page may show.
//!
//! Invariant: two builds give a page the same key only if its bytes would be the same.
//!
//! May use: nothing; crates blake3.

/// A hash being made.
#[derive(Clone)]
pub struct KeyMaker(blake3::Hasher);

impl KeyMaker {
    /// A key that begins with what every page shares.
    pub fn new(shared: &[u8]) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(shared);
        KeyMaker(hasher)
    }

    /// Adds bytes, kept apart from their neighbours.
    pub fn with(mut self, bytes: &[u8]) -> Self {
        self.add(bytes);
        self
    }

    /// Adds bytes, kept apart from their neighbours.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(&(bytes.len() as u32).to_le_bytes());
        self.0.update(bytes);
    }

    /// The key.
    pub fn finish(&self) -> [u8; 16] {
        let mut key = [0; 16];
        key.copy_from_slice(&self.0.finalize().as_bytes()[..16]);
        key
    }
}
