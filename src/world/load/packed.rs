//! What the program carries of the assets: parsed when it was built, and unpacked here in a fraction of the time.

use serde::Deserialize;

use super::features::Nest;
use super::problem::{Problem, ProblemKind};
use crate::world::{Parts, Ring};

/// What a file inside the program holds; a problem and nothing where it does not fit.
///
/// Which line is wrong is known only of a folder: `ots-atlas check FOLDER`.
pub(super) fn read<T: Deserialize<'static> + Default>(file: &str, problems: &mut Vec<Problem>) -> T {
    let bytes = crate::assets::bytes(&format!("{file}.pack"));
    let read = if bytes.is_empty() {
        Err(ProblemKind::Missing("it is not part of the program".to_owned()))
    } else {
        rmp_serde::from_slice(bytes).map_err(|error| ProblemKind::Row(error.to_string()))
    };
    read.unwrap_or_else(|what| {
        problems.push(Problem { file: file.to_owned(), line: None, feature: None, what });
        T::default()
    })
}

/// Coordinates as `build.rs` packs them; none where the bytes are no coordinates.
pub(super) fn coordinates(bytes: &[u8]) -> Option<Nest> {
    let (depth, _, mut unpacker) = head(bytes)?;
    let nest = match depth {
        1 => Nest::Point(unpacker.position()?),
        2 => Nest::Line(unpacker.line()?),
        3 => Nest::Lines(unpacker.list(Unpacker::line)?),
        4 => Nest::Polygons(unpacker.list(|inner| inner.list(Unpacker::line))?),
        _ => return None,
    };
    unpacker.bytes.is_empty().then_some(nest)
}

/// The box around packed lines or polygons, which are unpacked later; none where the bytes are no coordinates.
pub(super) fn parts(bytes: &'static [u8], is_closed: bool) -> Option<Parts> {
    let (depth, bounds, _) = head(bytes)?;
    let fits = if is_closed { matches!(depth, 3 | 4) } else { matches!(depth, 2 | 3) };
    fits.then(|| Parts::packed(bounds, (bytes, if is_closed { polygons } else { lines })))
}

/// Polygons; a part of none where the bytes are none.
fn polygons(bytes: &'static [u8]) -> Vec<Vec<Ring>> {
    match coordinates(bytes) {
        Some(Nest::Lines(rings)) => vec![rings],
        Some(Nest::Polygons(polygons)) => polygons,
        _ => Vec::new(),
    }
}

/// Lines, each a part of its own.
fn lines(bytes: &'static [u8]) -> Vec<Vec<Ring>> {
    match coordinates(bytes) {
        Some(Nest::Line(line)) => vec![vec![line]],
        Some(Nest::Lines(lines)) => lines.into_iter().map(|line| vec![line]).collect(),
        _ => Vec::new(),
    }
}

/// How deep coordinates are nested, the box around what is more than a point, and what follows.
fn head(bytes: &[u8]) -> Option<(u8, [f64; 4], Unpacker<'_>)> {
    let [depth, decimals, bytes @ ..] = bytes else { return None };
    let mut unpacker = Unpacker { bytes, unit: 10_f64.powi((*decimals).into()), at: [0, 0] };
    let mut bounds = [0.0; 4];
    if *depth > 1 {
        let ([west, south], [east, north]) = (unpacker.position()?, unpacker.position()?);
        bounds = [west, south, east, north];
        unpacker.at = [0, 0];
    }
    Some((*depth, bounds, unpacker))
}

struct Unpacker<'a> {
    bytes: &'a [u8],
    /// What a number is divided by.
    unit: f64,
    /// The last position.
    at: [i64; 2],
}

impl Unpacker<'_> {
    /// A whole number in groups of seven bits, the lowest first (LEB128).
    fn number(&mut self) -> Option<u64> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
            shift += 7;
        }
    }

    fn position(&mut self) -> Option<[f64; 2]> {
        for axis in 0..2 {
            let step = self.number()?;
            self.at[axis] = self.at[axis].wrapping_add((step >> 1).cast_signed() ^ -(step & 1).cast_signed());
        }
        Some(self.at.map(|steps| steps as f64 / self.unit))
    }

    fn line(&mut self) -> Option<Vec<[f64; 2]>> {
        self.list(Self::position)
    }

    /// As many parts as the bytes say, and never more than there are bytes.
    fn list<T>(&mut self, part: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = usize::try_from(self.number()?).ok().filter(|count| *count <= self.bytes.len())?;
        let mut list = Vec::with_capacity(count);
        for _ in 0..count {
            list.push(part(self)?);
        }
        Some(list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_unpacked() {
        // Two lines of two positions and one of none, with one decimal: 1.5, -0.5; 1.6, -0.5; then 0, 0; 0, 12.8.
        // Before them stands the box around them: 0, -0.5; 1.6, 12.8.
        static BYTES: [u8; 21] = [3, 1, 0, 9, 32, 0x8a, 2, 3, 2, 30, 9, 2, 0, 2, 31, 10, 0, 0x80, 2, 0, 0];
        let bytes = &BYTES[..20];
        let lines = vec![vec![[1.5, -0.5], [1.6, -0.5]], vec![[0.0, 0.0], [0.0, 12.8]], vec![]];
        assert_eq!(coordinates(bytes), Some(Nest::Lines(lines.clone())));
        let parts = parts(bytes, true).unwrap();
        assert_eq!((parts.bounds(), &*parts), ([0.0, -0.5, 1.6, 12.8], &vec![lines]));
        assert!(super::parts(&[1, 0, 2, 3], true).is_none() && super::parts(&[4, 0, 0, 0, 0, 0, 0], false).is_none());
        assert_eq!(coordinates(&[1, 0, 2, 3]), Some(Nest::Point([1.0, -2.0])));
    }

    #[test]
    fn other_bytes_are_refused() {
        let wrong: [&[u8]; 7] =
            [&[], &[1], &[1, 0, 2], &[1, 0, 2, 3, 4], &[5, 0, 0], &[2, 0, 0, 0, 0, 0, 9, 1, 1], &[1, 0, 0x80, 0x80]];
        for bytes in wrong {
            assert_eq!(coordinates(bytes), None, "{bytes:?}");
        }
        assert_eq!(coordinates(&[&[1, 0][..], &[0xff; 12]].concat()), None, "a number without end");
    }
}
