//! Where the bytes of the assets come from, and how they become text.

use std::path::{Path, PathBuf};

use super::problem::{Problem, ProblemKind};

/// Larger files are refused before they are read.
pub const LARGEST: u64 = 64 * 1024 * 1024;

/// A source of assets by path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Files {
    /// The assets inside the program, parsed when it was built.
    Embedded,
    /// A folder that has the same layout, such as one that a person has edited.
    Folder(PathBuf),
}

impl Files {
    /// A digest of the facts in a folder, by the names and bytes of its tables and of what they speak of on the map
    /// (FNV-1a, 64 bits, folded to 32).
    #[must_use]
    pub fn digest(folder: &Path) -> String {
        let tables = std::fs::read_dir(folder.join("facts")).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = tables.map(|entry| entry.path()).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
        files.sort();
        files.extend(["geo/nodes.geojson", "geo/segments.geojson"].map(|file| folder.join(file)));
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for file in files {
            let name = file.file_name().map(|name| name.as_encoded_bytes().to_vec()).unwrap_or_default();
            for byte in name.into_iter().chain(std::fs::read(&file).unwrap_or_default()) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        format!("{:08x}", (hash ^ hash >> 32) & 0xffff_ffff)
    }
}

/// The text of one file of a folder without a byte order mark; a problem and nothing where there is none.
pub(super) fn text(folder: &Path, path: &str, problems: &mut Vec<Problem>) -> String {
    let mut report = |line, what| {
        problems.push(Problem { file: path.to_owned(), line, feature: None, what });
        String::new()
    };
    let bytes = match bytes(&folder.join(path)) {
        Ok(bytes) => bytes,
        Err(what) => return report(None, what),
    };
    match String::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text),
        Err(error) => {
            let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
            let line = 1 + before.iter().filter(|b| **b == b'\n').count();
            report(Some(line), ProblemKind::NotUtf8)
        }
    }
}

/// The bytes of a file, unless it is too large.
fn bytes(file: &Path) -> Result<Vec<u8>, ProblemKind> {
    let missing = |error: std::io::Error| ProblemKind::Missing(error.to_string());
    let size = std::fs::metadata(file).map_err(missing)?.len();
    if size > LARGEST {
        return Err(ProblemKind::TooLarge(size));
    }
    std::fs::read(file).map_err(missing)
}

/// Counts lines up to an offset, quickly when asked in rising order.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    offset: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    /// Begins at the first line.
    pub fn new(text: &'a str) -> Self {
        Self { text, offset: 0, line: 1 }
    }

    /// The line of an offset, counted from 1.
    pub fn at(&mut self, offset: usize) -> usize {
        if offset < self.offset {
            *self = Self::new(self.text);
        }
        let between = self.text.as_bytes().get(self.offset..offset.min(self.text.len())).unwrap_or_default();
        // Counted in bytes, which the compiler does many at a time.
        let breaks = |part: &[u8]| part.iter().map(|byte| u8::from(*byte == b'\n')).sum::<u8>();
        self.line += between.chunks(255).map(|part| usize::from(breaks(part))).sum::<usize>();
        self.offset = offset.min(self.text.len());
        self.line
    }
}
