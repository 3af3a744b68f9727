//! The files that travel inside the program: geometry, facts, languages, themes and the font.

/// Path relative to `assets/` and content, in path order; what ends in `.pack` was parsed when the program was built.
pub const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// Digest of all embedded files: two programs with the same digest show the same facts.
pub const DIGEST: &str = env!("OTS_ATLAS_DIGEST");

/// The content of one embedded file; empty where there is none of that path.
#[must_use]
pub fn bytes(path: &str) -> &'static [u8] {
    FILES
        .binary_search_by_key(&path, |(name, _)| name)
        .ok()
        .and_then(|at| FILES.get(at))
        .map_or(&[], |(_, content)| content)
}

/// The content of one embedded text file; empty where there is none or it is not UTF-8.
#[must_use]
pub fn text(path: &str) -> &'static str {
    std::str::from_utf8(bytes(path)).unwrap_or_default()
}
