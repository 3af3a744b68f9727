//! Bits in a row, as letters of a code and back.

use super::BadCode;
use super::bits::CHECK;

/// Crockford's letters.
pub(super) const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Most bits of a code: two routes with all that can be asked.
pub(super) const LONGEST: usize = 1600;

/// A letter of the alphabet; letters that look like digits are those. None for what does not matter.
pub(super) fn letter(typed: char) -> Option<char> {
    match typed.to_ascii_uppercase() {
        '-' => None,
        space if space.is_whitespace() => None,
        'O' => Some('0'),
        'I' | 'L' => Some('1'),
        other => Some(other),
    }
}

/// A digest by Fowler, Noll and Vo (FNV-1a, 64 bits).
pub(super) fn fnv(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// What tells a slip of the pen.
pub(super) fn check(bits: &[bool]) -> u64 {
    let hash = fnv(bits.iter().map(|bit| u8::from(*bit)));
    (hash ^ hash >> 21 ^ hash >> 43) & ((1 << CHECK) - 1)
}

/// Bits in a row.
#[derive(Default)]
pub(super) struct Bits(pub Vec<bool>);

impl Bits {
    /// Adds a number, its highest bit first.
    pub fn put(&mut self, number: u64, bits: u32) {
        self.0.extend((0..bits).rev().map(|at| number >> at & 1 == 1));
    }

    /// The bits as letters.
    pub fn letters(&self) -> String {
        let mut text = String::new();
        for (at, five) in self.0.chunks(5).enumerate() {
            if at > 0 && at % 4 == 0 {
                text.push('-');
            }
            let value = (0..5).fold(0, |value, bit| value << 1 | usize::from(five.get(bit).copied().unwrap_or(false)));
            text.push(LETTERS[value] as char);
        }
        text
    }

    /// The bits of a code without the check, in the order in which they are taken: last first; for every number of bits
    /// that may fill the last letter up.
    pub fn read(text: &str) -> Result<Vec<Self>, BadCode> {
        let mut bits = Vec::new();
        for letter in text.chars().filter_map(letter) {
            if bits.len() > LONGEST {
                return Err(BadCode::Garbled);
            }
            let value = LETTERS.iter().position(|it| *it as char == letter).ok_or(BadCode::Garbled)?;
            bits.extend((0..5).rev().map(|at| value >> at & 1 == 1));
        }
        // Up to four bits fill the last letter up.
        let checked = (0..5).filter_map(|filling| {
            let end = bits.len().checked_sub(filling)?;
            let start = end.checked_sub(CHECK as usize)?;
            let number = bits[start..end].iter().fold(0, |number, bit| number << 1 | u64::from(*bit));
            let is_blank = bits[end..].iter().all(|bit| !bit);
            let held = bits[..start].iter().rev().copied().collect();
            (is_blank && start > 0 && number == check(&bits[..start])).then_some(Self(held))
        });
        let checked: Vec<Self> = checked.collect();
        if checked.is_empty() { Err(BadCode::Garbled) } else { Ok(checked) }
    }

    /// Takes the next number.
    pub fn take(&mut self, bits: u32) -> Result<u64, BadCode> {
        (0..bits).try_fold(0, |number, _| Some(number << 1 | u64::from(self.0.pop()?))).ok_or(BadCode::Garbled)
    }
}
