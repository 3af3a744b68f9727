//! Memory for the pixels of large pictures.

use std::ops::{Deref, DerefMut};

use memmap2::MmapMut;

/// Pictures from this size on, in bytes, lie in pages of their own.
const LARGE: usize = 4 << 20;

/// Bytes that are zero at first. Where there are many and the system can, they come in huge pages: to be handed eight
/// thousand small ones takes longer than to paint on them, and two threads that are handed pages wait for each other.
#[derive(Debug)]
pub struct Bytes(Home);

/// Where the bytes are.
#[derive(Debug)]
enum Home {
    Heap(Vec<u8>),
    Pages(MmapMut),
}

impl Bytes {
    /// So many zeros.
    #[must_use]
    pub fn zeros(len: usize) -> Self {
        let pages = (len >= LARGE).then(|| MmapMut::map_anon(len).ok()).flatten();
        Self(pages.map_or_else(
            || Home::Heap(vec![0; len]),
            |pages| {
                // A system without huge pages gives small ones.
                #[cfg(target_os = "linux")]
                let _ = pages.advise(memmap2::Advice::HugePage);
                Home::Pages(pages)
            },
        ))
    }

    /// Takes up so many bytes; what is in them is not said.
    pub fn hold(&mut self, len: usize) {
        if self.len() != len {
            *self = Self::zeros(len);
        }
    }

    /// The bytes as a vector.
    #[must_use]
    pub fn into_vec(self) -> Vec<u8> {
        match self.0 {
            Home::Heap(bytes) => bytes,
            Home::Pages(pages) => pages.to_vec(),
        }
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match &self.0 {
            Home::Heap(bytes) => bytes,
            Home::Pages(pages) => pages,
        }
    }
}

impl DerefMut for Bytes {
    fn deref_mut(&mut self) -> &mut [u8] {
        match &mut self.0 {
            Home::Heap(bytes) => bytes,
            Home::Pages(pages) => pages,
        }
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Home::Heap(bytes))
    }
}

impl Default for Bytes {
    fn default() -> Self {
        Self(Home::Heap(Vec::new()))
    }
}

impl Clone for Bytes {
    fn clone(&self) -> Self {
        let mut copy = Self::zeros(self.len());
        copy.copy_from_slice(self);
        copy
    }
}

impl PartialEq for Bytes {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Bytes {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_bytes_are_as_few() {
        for len in [0, 7, LARGE - 1, LARGE, LARGE + 3] {
            let mut bytes = Bytes::zeros(len);
            assert_eq!((bytes.len(), bytes.iter().all(|byte| *byte == 0)), (len, true));
            if let Some(last) = bytes.last_mut() {
                *last = 9;
            }
            assert_eq!(bytes.clone(), bytes);
            assert_eq!(bytes.into_vec().last(), (len > 0).then_some(&9));
        }
    }
}
