//! Where things of the reader lie: the XDG state folder for the session, the pictures folder for exports.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders of the reader; none where the surroundings name none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folders {
    /// Session and log.
    pub state: Option<PathBuf>,
    /// The reader's own folder.
    pub home: Option<PathBuf>,
    /// Pictures.
    pub pictures: Option<PathBuf>,
}

impl Folders {
    /// Folders of this process.
    #[must_use]
    pub fn here() -> Self {
        Self::from_env(|name| std::env::var_os(name))
    }

    /// Folders by the XDG rules; relative and empty paths count as unset.
    pub fn from_env(var: impl Fn(&str) -> Option<OsString>) -> Self {
        let absolute = |name: &str| var(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let home = absolute("HOME");
        let under_home = |below: &str| home.as_ref().map(|home| home.join(below));
        let state =
            absolute("XDG_STATE_HOME").or_else(|| under_home(".local/state")).map(|folder| folder.join("ots-atlas"));
        let config = absolute("XDG_CONFIG_HOME").or_else(|| under_home(".config"));
        let named = config
            .and_then(|config| fs::read_to_string(config.join("user-dirs.dirs")).ok())
            .and_then(|text| pictures_in(&text, home.as_deref()));
        let pictures = [named, under_home("Pictures"), home.clone()].into_iter().flatten().find(|path| path.is_dir());
        Self { state, home, pictures }
    }
}

/// The pictures folder that a `user-dirs.dirs` names.
fn pictures_in(text: &str, home: Option<&Path>) -> Option<PathBuf> {
    let value = text.lines().find_map(|line| line.trim().strip_prefix("XDG_PICTURES_DIR="))?;
    let value = value.trim().trim_matches('"');
    match value.strip_prefix("$HOME") {
        Some(below) => home.map(|home| home.join(below.trim_start_matches('/'))),
        None => Some(PathBuf::from(value)).filter(|path| path.is_absolute()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pairs: &[(&str, &str)]) -> Folders {
        Folders::from_env(|name| pairs.iter().find(|(n, _)| *n == name).map(|(_, v)| OsString::from(v)))
    }

    #[test]
    fn state_follows_the_rules() {
        let state = |pairs: &[(&str, &str)]| with(pairs).state;
        assert_eq!(state(&[("HOME", "/h")]), Some("/h/.local/state/ots-atlas".into()));
        assert_eq!(state(&[("HOME", "/h"), ("XDG_STATE_HOME", "/s")]), Some("/s/ots-atlas".into()));
        assert_eq!(state(&[("HOME", "/h"), ("XDG_STATE_HOME", "s")]), Some("/h/.local/state/ots-atlas".into()));
        assert_eq!(state(&[("HOME", "h")]), None);
        assert_eq!(state(&[("HOME", "")]), None);
        assert_eq!(state(&[]), None);
    }

    #[test]
    fn pictures_are_read_from_user_dirs() {
        let home = Some(Path::new("/h"));
        assert_eq!(pictures_in("# x\nXDG_PICTURES_DIR=\"$HOME/Resimler\"\n", home), Some("/h/Resimler".into()));
        assert_eq!(pictures_in("XDG_PICTURES_DIR=\"/p q\"", home), Some("/p q".into()));
        assert_eq!(pictures_in("XDG_PICTURES_DIR=\"p\"", home), None);
        assert_eq!(pictures_in("XDG_PICTURES_DIR=\"$HOME/P\"", None), None);
        assert_eq!(pictures_in("XDG_MUSIC_DIR=\"/m\"", home), None);
    }
}
